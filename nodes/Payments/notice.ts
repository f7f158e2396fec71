import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { ReguaError } from '../../core/errors.ts';
import type { Notice, NoticeBooking, NoticeEvent, NoticeProvider } from '../../core/payment-notice/index.ts';
import { isNoticeNoted, movesMoney, NOTICE_PROVIDERS, NOTICE_TABLES, noticeEventJson, readNotice, webhookItem } from '../../core/payment-notice/index.ts';
import type { Ledger, PaymentInput, ReversalInput } from '../../ledger/ledger.ts';
import type { NoticeSecret } from '../../providers/payment-notice/index.ts';
import { verifyNotice } from '../../providers/payment-notice/index.ts';
import { momentOfJson } from '../shared/item.ts';
import { ledgerOf } from '../shared/ledger-access.ts';
import { Outputs } from '../shared/outputs.ts';
import { readParameters } from '../shared/parameters.ts';
import { portfolioScope } from '../shared/portfolio-scope.ts';
import { problemOf } from '../shared/problem.ts';
import { refuseRehearsal } from '../shared/rehearsal.ts';
import type { Moment } from '../shared/today.ts';
import { paymentOutcome } from './payment-outcome.ts';
import { reversalOutcome } from './reversal-outcome.ts';

const defaults = {
  portfolio: '',
  noticeProvider: 'asaas' as NoticeProvider,
  noticeSource: 'notice' as 'notice' | 'lookup',
  noticeProof: 'here' as 'here' | 'before',
};

/**
 * Records what payment providers tell by webhook: each payment and each reversal once, however often and by however many notices it is told. What was recorded,
 * or needs nothing, leaves by the first output; what has to be asked at the provider or seen by a person by the second. The post itself is not handed on: it
 * holds the payer's document, and its headers the secret.
 */
export async function recordNotices(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const parametersAt = readParameters(this, defaults);
  const ledger = await ledgerOf(this);
  const secret = this.getNode().credentials?.['reguaWebhook'] ? await this.getCredentials<NoticeSecret>('reguaWebhook') : undefined;
  const outputs = new Outputs(2);
  for (const [index, { json }] of this.getInputData().entries()) {
    const { portfolio, noticeProvider: provider } = parametersAt(index);
    try {
      const moment = momentOfJson(json);
      refuseRehearsal(moment, 'Pagamentos não se ensaiam.');
      const notice = await readItem(this, index, parametersAt(index), secret);
      for (const event of notice.events) {
        // One that the ledger can't take holds back none of the others.
        const { done, add } = await record(event, notice, { ledger, portfolio: portfolioScope(portfolio), moment }).catch((error: unknown) => ({
          done: false,
          add: { problem: problemOf(error) },
        }));
        outputs.push(done ? 0 : 1, { provider, event: noticeEventJson(event), ...add }, index);
      }
      for (const { eventId, message } of notice.problems)
        if (eventId === undefined) outputs.push(1, { provider, problem: { code: 'notice.to-see', message } }, index);
    } catch (error) {
      outputs.push(1, { provider, problem: problemOf(error) }, index);
    }
  }
  return outputs.data;
}

/** @throws ReguaError when it is no notice, or not the provider's */
async function readItem(
  context: IExecuteFunctions,
  index: number,
  { noticeProvider: provider, noticeSource: from, noticeProof }: typeof defaults,
  secret: NoticeSecret | undefined,
): Promise<Notice> {
  if (!NOTICE_PROVIDERS.includes(provider))
    throw new ReguaError('notice.provider', 'Não conheço este provedor. Escolha um da lista deste nó.', { field: 'noticeProvider' });
  const { json, binary } = context.getInputData()[index]!;
  const post = webhookItem(json);
  if (from === 'lookup') return readNotice(provider, { body: post && 'statusCode' in json ? post.body : json, contentType: 'application/json', from });
  if (post === undefined)
    throw new ReguaError('notice.no-post', `Este item não vem de um nó Webhook. Ligue antes o Webhook que recebe os avisos ${NOTICE_TABLES[provider].of}.`);
  const [file] = Object.keys(binary ?? {});
  const raw = file === undefined ? undefined : await context.helpers.getBinaryDataBuffer(index, file);
  const notice = readNotice(provider, { body: raw ?? post.body, headers: post.headers });
  // What only makes somebody ask moves nothing, whoever sent it; a secret that is there is asked for all the same.
  if (noticeProof === 'here' && (secret !== undefined || movesMoney(notice))) verifyNotice(provider, { ...post, raw }, secret, { now: Date.now() });
  return notice;
}

interface RecordContext {
  readonly ledger: Ledger;
  readonly portfolio: PaymentInput['portfolio'];
  readonly moment: Moment;
}

async function record(event: NoticeEvent, notice: Notice, context: RecordContext): Promise<{ readonly done: boolean; readonly add: object }> {
  if (event.booking !== undefined) return book(event.booking, event, context);
  const problem = notice.problems.find(({ eventId }) => eventId === event.id);
  return {
    done: isNoticeNoted(notice, event),
    add: problem === undefined ? {} : { problem: { code: 'notice.to-see', message: problem.message } },
  };
}

async function book(booking: NoticeBooking, { yourReference, paidOn }: NoticeEvent, { ledger, portfolio, moment }: RecordContext) {
  if (booking.act === 'pay') {
    const { reference, amount } = booking;
    const payment: PaymentInput = {
      portfolio,
      reference,
      amount,
      paidOn: paidOn ?? moment.today,
      at: moment.now,
      ...(yourReference === undefined ? {} : { debtNumber: yourReference }),
    };
    return paymentOutcome(reference, await ledger.recordPayment(payment));
  }
  const { act: _, ...reversal } = booking;
  const input: ReversalInput = { portfolio, ...reversal, on: paidOn ?? moment.today, at: moment.now };
  return reversalOutcome(input, await ledger.reversePayment(input));
}
