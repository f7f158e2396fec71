import { BureauPolicyFields } from '../inspector/BureauForm.tsx';
import { SmallClaimsForm } from '../inspector/SmallClaimsForm.tsx';

export function FormalTab() {
  return (
    <>
      <BureauPolicyFields />
      <SmallClaimsForm />
    </>
  );
}
