import { centsToDecimal } from '../money.ts';
import type { Notice, NoticeEvent } from './notice.ts';

/** An event as scripts and n8n exchange it: money as "1234.56", what is not said as null. What it books is the ledger's matter and stays out. */
export function noticeEventJson({ id, kind, status, yourReference, theirId, endToEndId, txid, amount, net, fee, paidOn, settledOn, lookup }: NoticeEvent) {
  const money = (cents: number | undefined): string | null => (cents === undefined ? null : centsToDecimal(cents));
  return {
    id,
    kind,
    status,
    yourReference: yourReference ?? null,
    theirId: theirId ?? null,
    endToEndId: endToEndId ?? null,
    txid: txid ?? null,
    amount: money(amount),
    net: money(net),
    fee: money(fee),
    paidOn: paidOn ?? null,
    settledOn: settledOn ?? null,
    lookup: lookup ?? null,
  };
}

/** Nothing is to be done about it: the provider only tells how a charge goes on. */
export const isNoticeNoted = ({ problems }: Notice, { id, booking, lookup }: NoticeEvent): boolean =>
  booking === undefined && lookup === undefined && problems.every(({ eventId }) => eventId !== id);
