import type { HttpAnswer } from '../http/json-request.ts';
import type { RefusalFault, SendReceipt } from './message-provider.ts';

type Answered = Extract<HttpAnswer, { kind: 'answered' }>;

/** What a provider's own contract says beyond what a status means everywhere. */
export interface HttpContract {
  /** Whose fault a 4xx is; undefined = as everywhere. */
  readonly faultOf?: (answer: Answered) => RefusalFault | undefined;
  /** What a 2xx says of the message; undefined when the body is not what the contract promises. */
  readonly taken: (body: Readonly<Record<string, unknown>>) => SendReceipt | undefined;
}

/**
 * What became of a message, from the answer to it. 401, 402, 403, 404, 405, 407 and every redirect are about the address or the key, the same for every
 * message; 413 and 415 about the text; other 4xx about the addressee. 429 and 503 say that nothing was taken; 408 and other 5xx leave it open.
 */
export function receiptOf(answer: HttpAnswer, { faultOf, taken }: HttpContract): SendReceipt {
  if (answer.kind !== 'answered') return answer;
  const { status, body, error } = answer;
  if (status >= 200 && status < 300) {
    if (typeof body === 'object' && body !== null) {
      const receipt = taken(body as Record<string, unknown>);
      // It may have left: the contract's promise of an id was not kept.
      return receipt ?? { kind: 'unknown', error: `o provedor aceitou o pedido, mas não deu o número da mensagem (${error})` };
    }
    return { kind: 'refused', fault: 'account', error: `o endereço não respondeu como o serviço de mensagens; confira o endereço na credencial (${error})` };
  }
  if (status === 429 || status === 503) return { kind: 'unreachable', error };
  if (status >= 500 || status === 408) return { kind: faultOf?.(answer) === 'account' ? 'unreachable' : 'unknown', error };
  return { kind: 'refused', fault: faultOf?.(answer) ?? usualFault(status), error };
}

const ABOUT_THE_ACCOUNT: ReadonlySet<number> = new Set([401, 402, 403, 404, 405, 407, 410]);
const ABOUT_THE_TEXT: ReadonlySet<number> = new Set([413, 415]);

function usualFault(status: number): RefusalFault {
  if (status < 400 || ABOUT_THE_ACCOUNT.has(status)) return 'account';
  return ABOUT_THE_TEXT.has(status) ? 'message' : 'person';
}
