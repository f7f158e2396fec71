import { insertRows } from '../bulk.ts';
import type { Session, Store } from '../engine.ts';
import { newId } from '../ids.ts';
import { instant } from '../instants.ts';
import type { Refusal } from '../ledger.ts';
import { appendEvents } from './events.ts';

/** Each refusal with its reason, for the report and the case's history. */
export async function recordRefusals(store: Store, refusals: readonly Refusal[]): Promise<void> {
  if (refusals.length > 0) await store.write((session) => recordRefusalsIn(session, refusals));
}

export async function recordRefusalsIn(session: Session, refusals: readonly Refusal[]): Promise<void> {
  if (refusals.length === 0) return;
  await insertRows(
    session,
    'refusals',
    refusals.map((refusal) => ({
      id: newId(refusal.at),
      case_id: refusal.caseId,
      run_id: refusal.runId ?? null,
      cadence_id: refusal.cadenceId,
      step_id: refusal.stepId,
      block_id: refusal.blockId ?? null,
      cycle: refusal.cycle,
      refused_on: refusal.on,
      at: instant(refusal.at),
      code: refusal.code,
      reason: refusal.reason,
      deferred_until: refusal.deferredUntil ?? null,
    })),
  );
  await appendEvents(
    session,
    refusals.map((refusal) => ({
      caseId: refusal.caseId,
      at: refusal.at,
      kind: refusal.deferredUntil === undefined ? 'contact.refused' : 'contact.deferred',
      data: {
        code: refusal.code,
        reason: refusal.reason,
        stepId: refusal.stepId,
        ...(refusal.deferredUntil === undefined ? {} : { deferredUntil: refusal.deferredUntil }),
      },
    })),
  );
}
