import { edit, useEditor } from '../document/store.ts';
import { Switch } from '../parts/Field.tsx';
import { MoneyField } from '../parts/MoneyField.tsx';
import { useT } from '../strings/index.ts';

/** The rules that hold for every filing of the cadence. */
export function SmallClaimsPolicyFields() {
  const t = useT();
  const smallClaims = useEditor((state) => state.document.policies.smallClaims);
  const change = (patch: Partial<typeof smallClaims>): void =>
    void edit({ kind: 'setPolicies', patch: { smallClaims: { ...smallClaims, ...patch } } }, { mergeKey: 'smallClaims' });
  return (
    <>
      <p className="note">{t.smallClaims.law}</p>
      <MoneyField
        label={t.smallClaims.minAmount}
        cents={smallClaims.minAmountCents}
        onChange={(cents) => cents !== null && change({ minAmountCents: cents })}
      />
      <Switch
        label={t.smallClaims.withLawyer}
        help={t.smallClaims.withLawyerHelp}
        checked={smallClaims.withLawyer}
        onChange={(withLawyer) => change({ withLawyer })}
      />
    </>
  );
}
