import { limitsOf } from '../../../core/cadence/limits.ts';
import { offerPolicySchema, type OfferPolicy } from '../../../core/cadence/policies.ts';
import { currentDocument, edit } from '../document/store.ts';
import { Field } from '../parts/Field.tsx';
import { MoneyField } from '../parts/MoneyField.tsx';
import { NumberField } from '../parts/NumberField.tsx';
import { useT } from '../strings/index.ts';

const rules = offerPolicySchema.shape;
/** The document sets no end; nobody negotiates a debt that is older. */
const TEN_YEARS = 3650;

type Discounts = OfferPolicy['discount'];

export function OfferPolicyFields({ policy }: { policy: OfferPolicy }) {
  const t = useT();
  const put = (next: OfferPolicy, key: string): void =>
    void edit(
      { kind: 'setPolicies', patch: { offers: currentDocument().policies.offers.map((other) => (other.id === policy.id ? next : other)) } },
      { mergeKey: `${policy.id}:${key}` },
    );
  const change = (patch: Partial<OfferPolicy>, key: string): void => put({ ...policy, ...patch }, key);
  const percent = (label: string, part: keyof Discounts) => (
    <NumberField
      label={label}
      value={policy.discount[part]}
      {...limitsOf(rules.discount.unwrap().shape[part])}
      decimals={2}
      suffix="%"
      onChange={(value) => value !== null && change({ discount: { ...policy.discount, [part]: value } }, part)}
      outOfRange={t.inspector.range}
    />
  );
  return (
    <>
      <Field label={t.offer.name}>
        {(wiring) => (
          <input
            {...wiring}
            className="input"
            maxLength={rules.name.maxLength ?? undefined}
            value={policy.name}
            onChange={(event) => event.target.value && change({ name: event.target.value }, 'name')}
          />
        )}
      </Field>
      <div className="field-pair">
        <NumberField
          label={t.offer.fromDay}
          value={policy.fromDay}
          {...limitsOf(rules.fromDay, TEN_YEARS)}
          onChange={(value) => value !== null && change({ fromDay: value }, 'from')}
          outOfRange={t.inspector.range}
        />
        <NumberField
          label={t.offer.toDay}
          value={policy.toDay ?? null}
          optional
          {...limitsOf(rules.toDay, TEN_YEARS)}
          onChange={(value) => {
            const { toDay: _old, ...rest } = policy;
            put(value === null ? rest : { ...rest, toDay: value }, 'to');
          }}
          outOfRange={t.inspector.range}
        />
      </div>
      <fieldset className="field-group">
        <legend>{t.offer.discounts}</legend>
        <div className="field-pair">
          {percent(t.offer.discountPrincipal, 'principal')}
          {percent(t.offer.discountFine, 'fine')}
          {percent(t.offer.discountInterest, 'interest')}
          {percent(t.offer.discountCorrection, 'correction')}
        </div>
      </fieldset>
      <div className="field-pair">
        <NumberField
          label={t.offer.maxInstallments}
          value={policy.maxInstallments}
          {...limitsOf(rules.maxInstallments)}
          onChange={(value) => value !== null && change({ maxInstallments: value }, 'max')}
          outOfRange={t.inspector.range}
        />
        <NumberField
          label={t.offer.monthlyRate}
          value={policy.monthlyRatePercent}
          {...limitsOf(rules.monthlyRatePercent)}
          decimals={2}
          suffix="%"
          onChange={(value) => value !== null && change({ monthlyRatePercent: value }, 'rate')}
          outOfRange={t.inspector.range}
        />
        <NumberField
          label={t.offer.minEntry}
          value={policy.minEntryPercent}
          {...limitsOf(rules.minEntryPercent)}
          decimals={2}
          suffix="%"
          onChange={(value) => value !== null && change({ minEntryPercent: value }, 'entry')}
          outOfRange={t.inspector.range}
        />
        <MoneyField
          label={t.offer.minInstallment}
          cents={policy.minInstallmentCents}
          onChange={(cents) => cents !== null && change({ minInstallmentCents: cents }, 'minInstallment')}
        />
        <NumberField
          label={t.offer.installmentShare}
          value={policy.installmentDiscountShare}
          {...limitsOf(rules.installmentDiscountShare)}
          decimals={2}
          suffix="%"
          help={t.offer.installmentShareHelp}
          onChange={(value) => value !== null && change({ installmentDiscountShare: value }, 'share')}
          outOfRange={t.inspector.range}
        />
        <NumberField
          label={t.offer.validity}
          value={policy.validityDays}
          {...limitsOf(rules.validityDays)}
          onChange={(value) => value !== null && change({ validityDays: value }, 'validity')}
          outOfRange={t.inspector.range}
        />
      </div>
    </>
  );
}
