import { lazy, Suspense } from 'react';
import type { OfferBlock } from '../../../core/cadence/blocks.ts';
import { offerPolicySchema } from '../../../core/cadence/policies.ts';
import { freshId } from '../../../core/cadence/operations/index.ts';
import { currentDocument, edit, editAll, useEditor } from '../document/store.ts';
import { Button } from '../parts/Button.tsx';
import { Field } from '../parts/Field.tsx';
import { useT } from '../strings/index.ts';
import { OfferPolicyFields } from './OfferPolicyFields.tsx';

const OfferTable = lazy(() => import('../preview/OfferTable.tsx'));

export function OfferForm({ block, day }: { block: OfferBlock; day: number }) {
  const t = useT();
  const policies = useEditor((state) => state.document.policies.offers);
  const policy = policies.find((candidate) => candidate.id === block.policyId);
  const create = (): void => {
    const document = currentDocument();
    const fresh = offerPolicySchema.parse({
      id: freshId(document, 'acordo'),
      name: t.offer.newName,
      discount: { fine: 100, interest: 50 },
      maxInstallments: 6,
    });
    editAll(t.offer.create, [
      { kind: 'setPolicies', patch: { offers: [...document.policies.offers, fresh] } },
      { kind: 'updateBlock', block: { ...block, policyId: fresh.id } },
    ]);
  };
  return (
    <>
      <Field label={t.fields.offer.policyId.label}>
        {(wiring) => (
          <select
            {...wiring}
            className="input"
            value={policy ? block.policyId : ''}
            onChange={(event) => edit({ kind: 'updateBlock', block: { ...block, policyId: event.target.value } })}
          >
            {!policy && <option value="">{t.block.noPolicy}</option>}
            {policies.map((candidate) => (
              <option key={candidate.id} value={candidate.id}>
                {candidate.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Button small onClick={create}>
        {t.offer.create}
      </Button>
      {policy && <OfferPolicyFields policy={policy} />}
      {policy && (
        <Suspense fallback={<p className="preview-wait">{t.offer.loading}</p>}>
          <OfferTable policy={policy} day={Math.max(1, day)} />
        </Suspense>
      )}
    </>
  );
}
