import type { Channel } from '../../core/case/index.ts';
import type { Policies } from '../../core/cadence/policies.ts';
import { reconcileTask } from '../../core/run/index.ts';
import type { Store } from '../engine.ts';
import { instant } from '../instants.ts';
import { advance } from './advance-contact.ts';
import { saveAdvanced } from './outcomes.ts';
import { localDateOf } from '../local-date.ts';
import { loadCasesIn } from './load-cases.ts';
import { policiesOfCase } from './portfolio-policies.ts';
import { openTasksIn } from './tasks.ts';

/**
 * A crash between the claim and its outcome: nobody knows whether the message left. It becomes `unknown`, which no claim overrides, and a person is
 * asked to look it up at the provider; a receipt that comes later settles it too.
 */
export async function reconcileStale(store: Store, before: string, at: string): Promise<number> {
  return store.write(async (session) => {
    const query = session.db.selectFrom('contacts').selectAll().where('status', '=', 'claimed').where('claimed_at', '<', instant(before)).orderBy('id');
    const stale = await (session.engine === 'postgres' ? query.forUpdate() : query).execute();
    await saveAdvanced(
      session,
      stale.map((row) => ({ before: row, after: advance(row, { status: 'unknown', at: instant(at) }), at })),
    );
    const cases = await loadCasesIn(session, [...new Set(stale.map((row) => row.case_id))]);
    const policies = new Map<string, Policies>();
    for (const id of cases.keys()) policies.set(id, await policiesOfCase(session, id));
    await openTasksIn(
      session,
      stale.map((row) => {
        const { debtor } = cases.get(row.case_id)!;
        const error = 'O envio foi interrompido antes da resposta do provedor';
        return {
          caseId: row.case_id,
          ...(row.run_id === null ? {} : { runId: row.run_id }),
          ...reconcileTask(row.id, row.channel as Channel, error, debtor, policies.get(row.case_id)!, localDateOf(instant(at), debtor)),
          createdAt: at,
        };
      }),
    );
    return stale.length;
  });
}
