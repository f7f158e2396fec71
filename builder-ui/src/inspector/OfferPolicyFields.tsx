import type { OfferPolicy } from '../../../core/cadence/policies.ts';
import { currentDocument, edit } from '../document/store.ts';
import { Field } from '../parts/Field.tsx';
import { MoneyField } from '../parts/MoneyField.tsx';
import { NumberField } from '../parts/NumberField.tsx';
import { useT } from '../strings/index.ts';

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
      min={0}
      max={100}
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
            maxLength={100}
            value={policy.name}
            onChange={(event) => event.target.value && change({ name: event.target.value }, 'name')}
          />
        )}
      </Field>
      <div className="field-pair">
        <NumberField
          label={t.offer.fromDay}
          value={policy.fromDay}
          min={0}
          max={3650}
          onChange={(value) => value !== null && change({ fromDay: value }, 'from')}
          outOfRange={t.inspector.range}
        />
        <NumberField
          label={t.offer.toDay}
          value={policy.toDay ?? null}
          optional
          min={0}
          max={3650}
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
          min={1}
          max={120}
          onChange={(value) => value !== null && change({ maxInstallments: value }, 'max')}
          outOfRange={t.inspector.range}
        />
        <NumberField
          label={t.offer.monthlyRate}
          value={policy.monthlyRatePercent}
          min={0}
          max={100}
          decimals={2}
          suffix="%"
          onChange={(value) => value !== null && change({ monthlyRatePercent: value }, 'rate')}
          outOfRange={t.inspector.range}
        />
        <NumberField
          label={t.offer.minEntry}
          value={policy.minEntryPercent}
          min={0}
          max={100}
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
          min={0}
          max={100}
          decimals={2}
          suffix="%"
          help={t.offer.installmentShareHelp}
          onChange={(value) => value !== null && change({ installmentDiscountShare: value }, 'share')}
          outOfRange={t.inspector.range}
        />
        <NumberField
          label={t.offer.validity}
          value={policy.validityDays}
          min={0}
          max={90}
          onChange={(value) => value !== null && change({ validityDays: value }, 'validity')}
          outOfRange={t.inspector.range}
        />
      </div>
    </>
  );
}
