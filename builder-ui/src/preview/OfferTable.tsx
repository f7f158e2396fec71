import { useDeferredValue, useMemo } from 'react';
import type { OfferPolicy } from '../../../core/cadence/policies.ts';
import { formatCivilDate } from '../../../core/civil-date.ts';
import { formatMoney } from '../../../core/money.ts';
import type { Offer } from '../../../core/offer/index.ts';
import { useEditor } from '../document/store.ts';
import { useT } from '../strings/index.ts';
import type { Strings } from '../strings/pt-BR/index.ts';
import { offersOfPolicy } from './offers-preview.ts';
import { usePreviewCase } from './use-preview-case.ts';

/** What a policy comes to for one person: the very offers the debtor would see. */
export default function OfferTable({ policy, day }: { policy: OfferPolicy; day: number }) {
  const t = useT();
  const document = useDeferredValue(useEditor((state) => state.document));
  const { subject, on } = usePreviewCase(day);
  const { charges, offers } = useMemo(() => offersOfPolicy(document, policy, subject, on), [document, policy, subject, on]);
  return (
    <section className="offers" aria-label={t.offer.resulting}>
      <h3>{t.offer.resulting}</h3>
      <p className="field-help">{t.offer.resultingFor(subject.debtor.name, formatMoney(charges.total))}</p>
      {offers.length === 0 ? (
        <p className="note">{t.offer.none}</p>
      ) : (
        <table className="offer-table tabular">
          <thead>
            <tr>
              <th scope="col">{t.offer.option}</th>
              <th scope="col">{t.offer.total}</th>
              <th scope="col">{t.offer.saves}</th>
            </tr>
          </thead>
          <tbody>
            {offers.map((offer) => (
              <tr key={offer.id}>
                <th scope="row">
                  {nameOf(offer, t)}
                  <small>
                    {t.offer.until} {formatCivilDate(offer.validUntil)}
                  </small>
                </th>
                <td>{formatMoney(offer.total)}</td>
                <td className={offer.savings > 0 ? 'is-good' : ''}>{offer.savings > 0 ? formatMoney(offer.savings) : '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function nameOf(offer: Offer, t: Strings): string {
  if (offer.kind === 'cash') return t.offer.cash;
  const plan = `${offer.installments.length}× ${formatMoney(offer.installments[0]!.amount)}`;
  return offer.entry ? `${formatMoney(offer.entry)} + ${plan}` : plan;
}
