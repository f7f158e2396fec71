import { correctionIndexSchema, type ContractTerms } from '../../../core/charges/contract-terms.ts';
import { edit, useEditor } from '../document/store.ts';
import { Field, Switch } from '../parts/Field.tsx';
import { NumberField } from '../parts/NumberField.tsx';
import { useT } from '../strings/index.ts';

/** CDC art. 52 §1: a fine beyond this is void. */
const LARGEST_FINE_PERCENT = 2;
const CENTS = 100;
/** Reais. */
const LARGEST_REST = 100;

export function ChargesTab() {
  const t = useT();
  const words = t.settings.charges;
  const contract = useEditor((state) => state.document.policies.contract);
  const payment = useEditor((state) => state.document.policies.payment);
  const changePayment = (patch: Partial<typeof payment>, key: string): void =>
    void edit({ kind: 'setPolicies', patch: { payment: { ...payment, ...patch } } }, { mergeKey: `payment:${key}` });
  const change = (patch: Partial<ContractTerms>, key: string): void =>
    void edit({ kind: 'setPolicies', patch: { contract: { ...contract, ...patch } } }, { mergeKey: `contract:${key}` });
  return (
    <>
      <p className="field-help">{words.help}</p>
      <div className="field-pair">
        <NumberField
          label={words.fine}
          value={Number(contract.finePercent)}
          min={0}
          max={LARGEST_FINE_PERCENT}
          decimals={2}
          suffix="%"
          onChange={(value) => value !== null && change({ finePercent: String(value) }, 'fine')}
          outOfRange={t.inspector.range}
        />
        <NumberField
          label={words.interest}
          value={Number(contract.interestMonthlyPercent)}
          min={0}
          max={100}
          decimals={3}
          suffix="%"
          onChange={(value) => value !== null && change({ interestMonthlyPercent: String(value) }, 'interest')}
          outOfRange={t.inspector.range}
        />
        <Field label={words.correction}>
          {(wiring) => (
            <select
              {...wiring}
              className="input"
              value={contract.correctionIndex}
              onChange={(event) => change({ correctionIndex: event.target.value as ContractTerms['correctionIndex'] }, 'index')}
            >
              {correctionIndexSchema.options.map((index) => (
                <option key={index} value={index}>
                  {words.indexes[index]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <NumberField
          label={words.grace}
          value={contract.graceDays}
          min={0}
          max={365}
          onChange={(value) => value !== null && change({ graceDays: value }, 'grace')}
          outOfRange={t.inspector.range}
        />
      </div>
      <Switch
        label={words.legalInterest}
        help={words.legalInterestHelp}
        checked={contract.legalInterest}
        onChange={(legalInterest) => change({ legalInterest }, 'legal')}
      />
      <div className="field-pair">
        <NumberField
          label={words.tolerance}
          help={words.toleranceHelp}
          value={payment.toleranceCents / CENTS}
          min={0}
          max={LARGEST_REST}
          decimals={2}
          prefix="R$"
          onChange={(value) => value !== null && changePayment({ toleranceCents: Math.round(value * CENTS) }, 'tolerance')}
          outOfRange={t.inspector.range}
        />
        <NumberField
          label={words.messageStands}
          help={words.messageStandsHelp}
          value={payment.messageStandsBusinessDays}
          min={0}
          max={10}
          onChange={(value) => value !== null && changePayment({ messageStandsBusinessDays: value }, 'stands')}
          outOfRange={t.inspector.range}
        />
      </div>
    </>
  );
}
