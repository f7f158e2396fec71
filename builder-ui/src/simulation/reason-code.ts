import type { BureauCode } from '../../../core/bureau/eligibility.ts';
import type { GuardCode } from '../../../core/guard/decision.ts';
import type { SmallClaimsCode } from '../../../core/small-claims/eligibility.ts';
import type { WaitCode } from '../../../core/step/decision.ts';

/** Every reason for keeping quiet that a simulation counts. */
export type ReasonCode = GuardCode | WaitCode | Exclude<BureauCode | SmallClaimsCode, 'eligible'> | 'no-channel' | 'no-offer' | 'no-track' | 'undelivered';
