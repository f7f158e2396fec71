import type { CadenceSettings } from '../../core/cadence/settings.ts';
import type { Case } from '../../core/case/index.ts';
import { agreementInForce } from '../../core/case/index.ts';
import { breachOf } from '../../core/offer/index.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Moment } from '../shared/today.ts';
import { undoAgreement } from '../shared/undo-agreement.ts';

export interface UndoneAgreement {
  /** The case as it stands afterwards. */
  readonly subject: Case;
  readonly reasons: readonly string[];
}

/** Agreements whose delay passed the policy's tolerance end here, so that their cases go on in the cadence on the same day. */
export async function undoBroken(cases: readonly Case[], settings: CadenceSettings, moment: Moment, ledger: Ledger): Promise<Map<string, UndoneAgreement>> {
  const reasons = new Map<string, readonly string[]>();
  for (const subject of cases) {
    const agreement = agreementInForce(subject);
    if (!agreement) continue;
    const breach = breachOf(agreement, moment.today, settings.policies, { uf: subject.debtor.uf });
    if (!breach.breached) continue;
    await undoAgreement(subject, agreement, settings, moment, ledger);
    reasons.set(subject.id, [...breach.reasons, 'O acordo foi desfeito e a dívida voltou à régua, descontado o que foi pago.']);
  }
  if (reasons.size === 0) return new Map();
  const after = await ledger.loadCases([...reasons.keys()]);
  return new Map([...reasons].map(([id, why]) => [id, { subject: after.get(id)!, reasons: why }]));
}
