import { limitsOf } from '../../../core/cadence/limits.ts';
import { policiesSchema } from '../../../core/cadence/policies.ts';
import { edit, useEditor } from '../document/store.ts';
import { MoneyField } from '../parts/MoneyField.tsx';
import { NumberField } from '../parts/NumberField.tsx';
import { useT } from '../strings/index.ts';

const rules = policiesSchema.shape.bureau.unwrap().shape;

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
          {...limitsOf(rules.noticeWaitDays)}
          onChange={(value) => value !== null && change({ noticeWaitDays: value }, 'wait')}
          outOfRange={t.inspector.range}
        />
        <NumberField
          label={t.bureau.removalDays}
          value={bureau.removalBusinessDays}
          {...limitsOf(rules.removalBusinessDays)}
          onChange={(value) => value !== null && change({ removalBusinessDays: value }, 'removal')}
          outOfRange={t.inspector.range}
        />
      </div>
      <MoneyField label={t.bureau.minAmount} cents={bureau.minAmountCents} onChange={(cents) => cents !== null && change({ minAmountCents: cents }, 'min')} />
    </>
  );
}
