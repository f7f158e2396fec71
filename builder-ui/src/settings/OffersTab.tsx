import { Plus, Trash2 } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { offerPolicySchema } from '../../../core/cadence/policies.ts';
import { freshId } from '../../../core/cadence/operations/index.ts';
import { currentDocument, edit, useEditor } from '../document/store.ts';
import { OfferPolicyFields } from '../inspector/OfferPolicyFields.tsx';
import { Button, IconButton } from '../parts/Button.tsx';
import { useT } from '../strings/index.ts';

const OfferTable = lazy(() => import('../preview/OfferTable.tsx'));

export function OffersTab() {
  const t = useT();
  const offers = useEditor((state) => state.document.policies.offers);
  const add = (): void => {
    const fresh = offerPolicySchema.parse({
      id: freshId(currentDocument(), 'acordo'),
      name: t.offer.newName,
      discount: { fine: 100, interest: 50 },
      maxInstallments: 6,
    });
    edit({ kind: 'setPolicies', patch: { offers: [...offers, fresh] } });
  };
  return (
    <>
      {offers.map((policy) => (
        <details key={policy.id} className="policy" open={offers.length === 1}>
          <summary>{policy.name}</summary>
          <div className="policy-columns">
            <div className="form">
              <OfferPolicyFields policy={policy} />
              <IconButton
                label={`${t.common.remove}: ${policy.name}`}
                icon={<Trash2 size={16} aria-hidden />}
                onClick={() => edit({ kind: 'setPolicies', patch: { offers: offers.filter((other) => other.id !== policy.id) } })}
              />
            </div>
            <Suspense fallback={<p>{t.offer.loading}</p>}>
              <OfferTable policy={policy} day={Math.max(1, policy.fromDay)} />
            </Suspense>
          </div>
        </details>
      ))}
      <Button icon={<Plus size={16} aria-hidden />} onClick={add}>
        {t.offer.create}
      </Button>
    </>
  );
}
