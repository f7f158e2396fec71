import type { CadenceSettings } from '../../core/cadence/settings.ts';
import type { Case } from '../../core/case/index.ts';
import { brokenAgreements } from '../../core/run/index.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Moment } from '../shared/today.ts';
import { undoAgreements } from '../shared/undo-agreements.ts';

export interface UndoneAgreement {
  /** The case as it stands afterwards. */
  readonly subject: Case;
  readonly reasons: readonly string[];
}

/** Agreements whose delay passed the policy's tolerance end here, so that their cases go on in the cadence on the same day. */
export async function undoBroken(cases: readonly Case[], settings: CadenceSettings, moment: Moment, ledger: Ledger): Promise<Map<string, UndoneAgreement>> {
  const undone = new Map<string, UndoneAgreement>();
  for (const subject of cases) {
    const { agreements, reasons } = brokenAgreements(subject, settings.policies, moment.today);
    if (agreements.length === 0) continue;
    const { subject: after } = await undoAgreements(subject, agreements, settings, moment, ledger, { inRun: true });
    undone.set(subject.id, { subject: after, reasons });
  }
  return undone;
}
