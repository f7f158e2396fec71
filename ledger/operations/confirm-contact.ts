import { ReguaError } from '../../core/errors.ts';
import type { Store } from '../engine.ts';
import { inList } from '../engine.ts';
import { instant } from '../instants.ts';
import type { Ledger } from '../ledger.ts';
import { appendEvents } from './events.ts';
import { recordOutcomesIn } from './outcomes.ts';
import { lockCases } from './require-cases.ts';
import { wake } from './schedule.ts';
import { completeTaskIn } from './tasks.ts';

/** Of these nobody had said that they left. */
const NOT_KNOWN_TO_HAVE_LEFT: ReadonlySet<string> = new Set(['claimed', 'unknown', 'composed']);

/** @see Ledger.confirmContact */
export async function confirmContact(store: Store, input: Parameters<Ledger['confirmContact']>[0]): ReturnType<Ledger['confirmContact']> {
  const at = instant(input.at);
  return store.write(async (session) => {
    const { contactId, status } = input;
    const found = await session.db.selectFrom('contacts').selectAll().where('id', '=', contactId).executeTakeFirst();
    if (!found)
      throw new ReguaError('ledger.contact-unknown', `Não encontrei o contato "${contactId}" no registro. Confira o número que está na tarefa.`, {
        field: 'contactId',
      });
    await lockCases(session, [found.case_id]);
    const row = await session.db.selectFrom('contacts').selectAll().where('id', '=', contactId).executeTakeFirstOrThrow();
    const { case_id: caseId, block_id: blockId } = row;
    const error = input.error ?? 'a equipe informou que não saiu';
    if (status === 'failed' && NOT_KNOWN_TO_HAVE_LEFT.has(row.status)) {
      // Nothing left: the same way may be used again.
      await session.db.deleteFrom('contact_contents').where('contact_id', '=', contactId).execute();
      await session.db.deleteFrom('contacts').where('id', '=', contactId).execute();
      await appendEvents(session, [
        { caseId, at, kind: 'contact.released', data: { contactId, channel: row.channel, stepId: row.step_id, personal: { error } } },
      ]);
    } else {
      const { providerMessageId } = input;
      await recordOutcomesIn(session, [
        { contactId, status, at, ...(providerMessageId === undefined ? {} : { providerMessageId }), ...(status === 'failed' ? { error } : {}) },
      ]);
    }
    if (status === 'failed') {
      const { cadence_id, step_id, cycle } = row;
      await session.db
        .updateTable('step_records')
        .set({ status: 'deferred', recorded_on: input.on, reason: error, at })
        .where((where) => where.and({ case_id: caseId, cadence_id, step_id, cycle }))
        .execute();
      await appendEvents(session, [
        { caseId, at, kind: 'step.deferred', data: { cadenceId: cadence_id, stepId: step_id, cycle, on: input.on, reason: error } },
      ]);
      await wake(session, [caseId], input.on);
    }
    const tasks = await session.db
      .selectFrom('tasks')
      .select('id')
      .where('case_id', '=', caseId)
      .where('status', '=', 'open')
      .where(inList(session, 'key', [`letter:${contactId}`, `reconcile:${contactId}`]))
      .execute();
    for (const { id } of tasks) await completeTaskIn(session, id, at);
    return { caseId, blockId };
  });
}
