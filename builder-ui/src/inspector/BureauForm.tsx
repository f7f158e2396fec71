import type { BureauBlock } from '../../../core/cadence/blocks.ts';
import { edit, useEditor } from '../document/store.ts';
import { Field } from '../parts/Field.tsx';
import { MoneyField } from '../parts/MoneyField.tsx';
import { NumberField } from '../parts/NumberField.tsx';
import { useT } from '../strings/index.ts';

export function BureauForm({ block }: { block: BureauBlock }) {
  const t = useT();
  return (
    <>
      <Field label={t.bureau.action}>
        {(wiring) => (
          <select
            {...wiring}
            className="input"
            value={block.action}
            onChange={(event) => edit({ kind: 'updateBlock', block: { ...block, action: event.target.value as BureauBlock['action'] } })}
          >
            <option value="request">{t.bureau.request}</option>
            <option value="removal">{t.bureau.removal}</option>
          </select>
        )}
      </Field>
      <BureauPolicyFields />
    </>
  );
}

/** The rules that hold for every negativação of the cadence. */
export function BureauPolicyFields() {
  const t = useT();
  const bureau = useEditor((state) => state.document.policies.bureau);
  const change = (patch: Partial<typeof bureau>, key: string): void =>
    void edit({ kind: 'setPolicies', patch: { bureau: { ...bureau, ...patch } } }, { mergeKey: `bureau:${key}` });
  return (
    <>
      <p className="note">{t.bureau.law}</p>
      <div className="field-pair">
        <NumberField
          label={t.bureau.waitDays}
          value={bureau.noticeWaitDays}
          min={0}
          max={60}
          onChange={(value) => value !== null && change({ noticeWaitDays: value }, 'wait')}
          outOfRange={t.inspector.range}
        />
        <NumberField
          label={t.bureau.removalDays}
          value={bureau.removalBusinessDays}
          min={1}
          max={5}
          onChange={(value) => value !== null && change({ removalBusinessDays: value }, 'removal')}
          outOfRange={t.inspector.range}
        />
      </div>
      <MoneyField label={t.bureau.minAmount} cents={bureau.minAmountCents} onChange={(cents) => cents !== null && change({ minAmountCents: cents }, 'min')} />
    </>
  );
}
