import type { Policies } from '../../../core/cadence/policies.ts';
import { edit, useEditor } from '../document/store.ts';
import { BureauPolicyFields } from '../inspector/BureauPolicyFields.tsx';
import { SmallClaimsPolicyFields } from '../inspector/SmallClaimsPolicyFields.tsx';
import { NumberField } from '../parts/NumberField.tsx';
import { useT } from '../strings/index.ts';

/** What comes before any formal step, and the two formal measures, each with its rules. */
export function FormalTab() {
  const t = useT();
  const { blocks } = t.labels;
  const words = t.settings.beforeFormal;
  const { beforeFormal } = useEditor((state) => state.document.policies);
  const change = (patch: Partial<Policies['beforeFormal']>, key: string): void =>
    void edit({ kind: 'setPolicies', patch: { beforeFormal: { ...beforeFormal, ...patch } } }, { mergeKey: `before-formal:${key}` });
  return (
    <>
      <section className="settings-part" aria-label={words.title}>
        <h4>{words.title}</h4>
        <p className="note">{words.help}</p>
        <div className="field-pair">
          <NumberField
            label={words.contacts}
            value={beforeFormal.contacts}
            min={0}
            max={20}
            onChange={(value) => value !== null && change({ contacts: value }, 'contacts')}
            outOfRange={t.inspector.range}
          />
          <NumberField
            label={words.days}
            value={beforeFormal.days}
            min={0}
            max={365}
            onChange={(value) => value !== null && change({ days: value }, 'days')}
            outOfRange={t.inspector.range}
          />
        </div>
      </section>
      <section className="settings-part" aria-label={blocks.bureau}>
        <h4>{blocks.bureau}</h4>
        <BureauPolicyFields />
      </section>
      <section className="settings-part" aria-label={blocks.smallClaims}>
        <h4>{blocks.smallClaims}</h4>
        <SmallClaimsPolicyFields />
      </section>
    </>
  );
}
