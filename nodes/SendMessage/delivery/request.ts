import type { CadenceSettings } from '../../../core/cadence/settings.ts';
import type { Channel } from '../../../core/case/index.ts';
import type { CivilDate } from '../../../core/civil-date.ts';
import type { MessageSpec } from '../../../core/run/index.ts';
import type { CaseItem } from '../../shared/item.ts';
import type { Moment } from '../../shared/today.ts';

/** One message to be delivered for one incoming item. */
export interface DeliveryRequest {
  readonly index: number;
  readonly item: CaseItem;
  readonly settings: CadenceSettings;
  /** What the node was told to say. */
  readonly spec: MessageSpec;
  /** Asked anew for every message: a long run ends its sending when the hour is over. */
  readonly moment: () => Moment;
}

/** What is shown of the message on the item; `to` is masked. */
export interface MessageReport {
  /** `rehearsed` is written out and was handed to nobody. */
  readonly status: 'sent' | 'delivered' | 'prepared' | 'rehearsed' | 'composed' | 'not-sent' | 'failed' | 'unknown';
  readonly channel?: Channel;
  readonly to?: string;
  readonly subject?: string;
  readonly text?: string;
  /** Only for the team's own sender. */
  readonly html?: string;
  readonly contactId?: string;
  readonly code?: string;
  readonly reason?: string;
  readonly deferredUntil?: CivilDate;
  /** Channels tried before, with what happened. */
  readonly attempts?: readonly string[];
}

export interface DeliveryResult {
  readonly index: number;
  /** `sent` left or waits for a person to carry it; `peace` was held back on purpose; `failed` could not leave or is in doubt. */
  readonly kind: 'sent' | 'peace' | 'failed';
  readonly message: MessageReport;
}
