import { CHANNEL_LABELS } from '../../core/case/index.ts';
import type { Channel } from '../../core/case/index.ts';
import { formatCivilDate } from '../../core/civil-date.ts';
import type { Store } from '../engine.ts';
import { instant } from '../instants.ts';
import { advance } from './advance-contact.ts';
import { saveAdvanced } from './outcomes.ts';
import { openTaskIn } from './tasks.ts';

/**
 * A crash between the claim and its outcome: nobody knows whether the message left. It becomes `unknown`, which no claim overrides, and a person is
 * asked to look it up at the provider; a receipt that comes later settles it too.
 */
export async function reconcileStale(store: Store, before: string, at: string): Promise<number> {
  return store.write(async (session) => {
    const query = session.db.selectFrom('contacts').selectAll().where('status', '=', 'claimed').where('at', '<', instant(before)).orderBy('id');
    const stale = await (session.engine === 'postgres' ? query.forUpdate() : query).execute();
    await saveAdvanced(
      session,
      stale.map((row) => ({ before: row, after: advance(row, { status: 'unknown', at: instant(at) }), at })),
    );
    for (const row of stale) {
      const channel = CHANNEL_LABELS[row.channel as Channel];
      await openTaskIn(session, {
        caseId: row.case_id,
        ...(row.run_id === null ? {} : { runId: row.run_id }),
        kind: 'reconcile',
        title: `Conferir se a mensagem saiu (${channel})`,
        instructions:
          `O envio por ${channel} de ${formatCivilDate(row.local_date)} foi interrompido antes da resposta do provedor. ` +
          `Procure no provedor a mensagem identificada por ${row.id}. Se ela saiu, registre o envio; se não saiu, registre a falha. A Régua não envia de novo sozinha.`,
        team: 'cobranca',
        dueOn: row.local_date,
        createdAt: at,
        key: `reconcile:${row.id}`,
      });
    }
    return stale.length;
  });
}
