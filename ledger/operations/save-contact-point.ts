import { insertRows, updateRows } from '../bulk.ts';
import type { Store } from '../engine.ts';
import { instant } from '../instants.ts';
import type { Ledger } from '../ledger.ts';
import { localDateOf } from '../local-date.ts';
import { fromContactPoint } from '../rows/debtor-rows.ts';
import { appendEvents } from './events.ts';
import { applyWhatWasAsked } from './newly-known.ts';
import { lockCases } from './require-cases.ts';

/** A point with the same kind and value is the same point, whatever id the caller made up for it. */
export async function saveContactPoint(store: Store, input: Parameters<Ledger['saveContactPoint']>[0]): Promise<void> {
  await store.write(async (session) => {
    await lockCases(session, [input.caseId]);
    const {
      debtor_id: debtorId,
      portfolio,
      uf,
      city,
    } = await session.db
      .selectFrom('cases')
      .innerJoin('debtors', 'debtors.id', 'cases.debtor_id')
      .select(['debtor_id', 'cases.portfolio', 'debtors.uf', 'debtors.city'])
      .where('cases.id', '=', input.caseId)
      .executeTakeFirstOrThrow();
    const known = await session.db
      .selectFrom('contact_points')
      .select('id')
      .where('debtor_id', '=', debtorId)
      .where((where) => where.or([where('id', '=', input.id), where.and([where('kind', '=', input.kind), where('value', '=', input.value)])]))
      .executeTakeFirst();
    const row = fromContactPoint({ ...input, id: known?.id ?? input.id }, debtorId);
    if (known) await updateRows(session, 'contact_points', ['id'], ['kind', 'value', 'valid', 'verified', 'consent'], [row]);
    else await insertRows(session, 'contact_points', [row]);
    await appendEvents(session, [
      {
        caseId: input.caseId,
        at: input.at,
        kind: 'contact-point.saved',
        data: { contactPointId: row.id, pointKind: input.kind, valid: input.valid, verified: input.verified, consent: input.consent },
      },
    ]);
    if (known || input.kind === 'address') return;
    const at = instant(input.at);
    await applyWhatWasAsked(session, { portfolio, on: localDateOf(at, { uf, city: city ?? undefined }), at, values: [input.value], newDebtors: new Map() });
  });
}
