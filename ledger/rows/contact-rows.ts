import type { Channel, Contact, ContactStatus, MessagePurpose } from '../../core/case/index.ts';
import type { ClaimInput } from '../ledger.ts';
import type { Row } from '../schema/database.ts';
import { instant } from '../instants.ts';
import { defined } from './defined.ts';

export function toContact(row: Row<'contacts'>): Contact {
  return defined<Contact>({
    id: row.id,
    cadenceId: row.cadence_id,
    trackId: row.track_id,
    stepId: row.step_id,
    blockId: row.block_id,
    cycle: row.cycle,
    channel: row.channel as Channel,
    contactPointId: row.contact_point_id,
    purpose: row.purpose as MessagePurpose,
    status: row.status as ContactStatus,
    at: row.at,
    localDate: row.local_date,
    deliveredAt: row.delivered_at,
    answeredAt: row.answered_at,
    costCents: row.cost_cents,
    asked: row.asked === null ? null : (JSON.parse(row.asked) as Contact['asked']),
    offered: row.offered === null ? null : (JSON.parse(row.offered) as Contact['offered']),
  });
}

const jsonOf = (list: readonly object[] | undefined): string | null => (list === undefined || list.length === 0 ? null : JSON.stringify(list));

export function fromClaim(claim: ClaimInput, id: string, attempt: number): Row<'contacts'> {
  return {
    id,
    case_id: claim.caseId,
    run_id: claim.runId ?? null,
    cadence_id: claim.cadenceId,
    track_id: claim.trackId ?? null,
    step_id: claim.stepId,
    block_id: claim.blockId,
    cycle: claim.cycle,
    attempt,
    channel: claim.channel,
    contact_point_id: claim.contactPointId ?? null,
    purpose: claim.purpose,
    status: 'claimed',
    at: instant(claim.at),
    local_date: claim.localDate,
    delivered_at: null,
    answered_at: null,
    cost_cents: claim.costCents ?? null,
    provider_message_id: null,
    error: null,
    claimed_at: instant(claim.claimedAt ?? claim.at),
    asked: jsonOf(claim.asked),
    offered: jsonOf(claim.offered),
  };
}
