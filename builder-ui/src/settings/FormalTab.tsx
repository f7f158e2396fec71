import { BureauPolicyFields } from '../inspector/BureauPolicyFields.tsx';
import { SmallClaimsPolicyFields } from '../inspector/SmallClaimsPolicyFields.tsx';
import { useT } from '../strings/index.ts';

/** The two formal measures, each with its rules. */
export function FormalTab() {
  const { blocks } = useT().labels;
  return (
    <>
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
