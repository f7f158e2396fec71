import type { MessageBlock } from '../../../core/cadence/blocks.ts';
import type { CadenceDocument } from '../../../core/cadence/document.ts';
import { settingsOf } from '../../../core/cadence/settings.ts';
import type { Case, Channel } from '../../../core/case/index.ts';
import { chargesFor } from '../../../core/payment/index.ts';
import type { CivilDate } from '../../../core/civil-date.ts';
import { collectibleDebts, composeMessage, type ComposedMessage } from '../../../core/message/index.ts';
import { decideTier } from '../../../core/tier/index.ts';
import { offersOn } from './offers-preview.ts';

/** The message exactly as the core would write it for one case on one day. */
export function composePreview(document: CadenceDocument, block: MessageBlock, channel: Channel, subject: Case, on: CivilDate): ComposedMessage {
  const charges = chargesFor(collectibleDebts(subject, on, document.policies.prescription.years), subject.debtor, document.policies, on);
  const tierId = decideTier(subject, document.tiers, charges.total, on).tierId;
  return composeMessage({
    texts: block.texts,
    purpose: block.purpose,
    asksForAnswer: block.asksForAnswer,
    channel,
    subject,
    settings: settingsOf(document),
    tierId,
    charges,
    offers: offersOn(document, subject, charges, tierId, on),
    on,
  });
}
