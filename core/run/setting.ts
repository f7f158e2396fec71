import type { CadenceSettings } from '../cadence/settings.ts';
import type { Case, Channel, Instant } from '../case/index.ts';
import type { DebtsCharges } from '../charges/index.ts';
import type { CivilDate } from '../civil-date.ts';
import type { ReceivedPayment } from '../message/index.ts';
import type { RunPlace, RunStep } from './place.ts';

/** What blocks of one chain leave for those after them. */
export interface Carried {
  /** The order that the choice of channel explained, of the channels that could be used then; absent = no choice was made. */
  readonly channels?: readonly Channel[] | undefined;
  readonly offerPolicyId?: string | undefined;
  /** Of several agreements in force, the one it is about. */
  readonly agreementId?: string | undefined;
  /** The payment that started this reaction. */
  readonly received?: ReceivedPayment | undefined;
}

/** Everything a block is decided from. */
export interface RunSetting {
  /** The case as it stands now. */
  readonly subject: Case;
  readonly cadence: CadenceSettings;
  readonly place: RunPlace;
  /** Absent for reactions to events and in workflows made by hand: nothing is recorded of a step there. */
  readonly step?: RunStep | undefined;
  readonly tierId?: string | undefined;
  /** What the collectible debts of `subject` cost on `on`, for whoever has counted it already. */
  readonly charges?: (() => DebtsCharges) | undefined;
  readonly carried: Carried;
  /** The day that debts and dates are counted for. */
  readonly on: CivilDate;
  readonly now: Instant;
}
