import { ownValue } from '../json/own-value.ts';
import type { Notice, NoticeBooking, NoticeEvent, NoticeKind, NoticeProblem, NoticeProvider } from './notice.ts';
import type { NoticeBody } from './read-body.ts';
import { readNoticeBody } from './read-body.ts';
import type { Meaning, NoticeShape, NoticeTable, RefundShape } from './shape.ts';
import { NOTICE_TABLES } from './tables/index.ts';
import type { Source } from './values.ts';
import { dayAt, moneyAt, nameAt, valueAt } from './values.ts';

export interface NoticeInput {
  readonly body: NoticeBody;
  readonly contentType?: string | undefined;
  /** As they came; names in any case. */
  readonly headers?: Readonly<Record<string, unknown>> | undefined;
  /** `lookup`: the provider's answer to what a notice left open, asked with the creditor's own access. */
  readonly from?: 'notice' | 'lookup';
}

/**
 * Reads what a payment provider tells by itself, or answers when it is asked, by the tables of `tables/`. Whether it is the provider who tells it is looked at
 * elsewhere. A word that the provider's table doesn't know is never guessed: its event comes out as `other`, with a problem for a person. Never throws.
 */
export function readNotice(provider: NoticeProvider, { body, contentType, headers = {}, from = 'notice' }: NoticeInput): Notice {
  const table = NOTICE_TABLES[provider];
  const named = headersOf(headers);
  const tree = readNoticeBody(body, contentType ?? named.get('content-type'));
  if (tree === undefined)
    return {
      provider,
      events: [],
      problems: [{ message: `O aviso ${table.of} chegou cortado ou em outro formato, e não dá para ler. Confira no provedor o que ele conta.` }],
    };
  const whole: Source = { entry: tree, body: tree, headers: named };
  const shape = table.shapes.find((one) => one.from === from && one.has.every((path) => valueAt(whole, path) !== undefined));
  if (shape === undefined)
    return {
      provider,
      events: [],
      problems: [
        {
          message:
            from === 'notice'
              ? `Não é um aviso ${table.of} que eu conheça. Confira se o provedor escolhido é o certo.`
              : `Não é a resposta ${table.of} que o aviso pedia. Confira o endereço consultado.`,
        },
      ],
    };
  const read = entriesOf(whole, shape).flatMap((entry) => eventsOf(provider, table, shape, { ...whole, entry }));
  return {
    provider,
    events: read.map(({ event }) => event),
    problems: read.flatMap(({ event, see }): NoticeProblem[] => (see === undefined ? [] : [{ eventId: event.id, message: see }])),
  };
}

/** Would the ledger change by it? What changes nothing needs no proof of who sent it. */
export const movesMoney = ({ events }: Notice): boolean => events.some(({ booking }) => booking !== undefined);

interface Read {
  readonly event: NoticeEvent;
  readonly see?: string | undefined;
}

function headersOf(headers: Readonly<Record<string, unknown>>): Map<string, string> {
  return new Map(Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name.toLowerCase(), value] as const] : [])));
}

function entriesOf(whole: Source, { each, lastOf }: NoticeShape): unknown[] {
  if (each === undefined) return [whole.entry];
  const list = valueAt(whole, each);
  const entries = Array.isArray(list) ? (list as unknown[]) : typeof list === 'object' && list !== null ? [list] : [];
  if (lastOf === undefined) return entries;
  const last = new Map<string, unknown>();
  for (const entry of entries) {
    const key = nameAt({ ...whole, entry }, [lastOf]);
    if (key !== undefined) last.set(key, entry);
  }
  return [...last.values()];
}

function eventsOf(provider: NoticeProvider, table: NoticeTable, shape: NoticeShape, source: Source): Read[] {
  const status = nameAt(source, shape.status) ?? '';
  const detail = shape.detail === undefined ? undefined : nameAt(source, [shape.detail]);
  const meaning = shape.always ?? (detail === undefined ? undefined : ownValue(shape.meanings, `${status}/${detail}`)) ?? ownValue(shape.meanings, status);
  const word = detail === undefined ? status : `${status}/${detail}`;
  const told = toldBy(provider, shape, source, meaning);
  if (meaning === undefined)
    return [
      {
        event: { ...base(provider, shape, source, word), ...told.names, kind: 'other' },
        see: `${unknownWord(word, table)} Veja no provedor o que houve com esta cobrança.`,
      },
    ];
  const refunds = shape.refunds !== undefined && TELLS_REFUNDS.has(meaning.kind) ? refundsOf(provider, table, shape, shape.refunds, source, told) : [];
  if (meaning.kind === 'refunded-in-part' && refunds.length > 0) return refunds;
  return [ownEvent(provider, shape, source, meaning, word, told), ...refunds];
}

/** Where it is known that the money came; of one that went back whole, its parts are no more than that. */
const TELLS_REFUNDS: ReadonlySet<NoticeKind> = new Set(['paid', 'settled', 'refunded-in-part']);

/** What is told of the charge, whatever happened to it. */
function toldBy(provider: NoticeProvider, shape: NoticeShape, source: Source, meaning: Meaning | undefined) {
  const given = nameAt(source, shape.theirId);
  const theirId = shape.idAtEnd ? given?.split('/').at(-1) : given;
  const endToEndId = nameAt(source, shape.endToEndId);
  const txid = nameAt(source, shape.txid);
  const yourReference = nameAt(source, shape.yourReference);
  const branch = branchOf(shape, source);
  const reference = theirId === undefined ? undefined : shape.byEndToEnd ? theirId : `${provider}:${theirId}${branch === undefined ? '' : `:${branch}`}`;
  return {
    theirId,
    reference,
    names: {
      ...(yourReference === undefined ? {} : { yourReference }),
      ...(theirId === undefined || shape.byEndToEnd ? {} : { theirId }),
      ...(endToEndId === undefined ? {} : { endToEndId }),
      ...(txid === undefined ? {} : { txid }),
    },
    amount: positive(moneyAt(source, shape.amount, shape.unit)) ?? positive(moneyAt(source, meaning?.orElse, shape.unit)),
  };
}

type Told = ReturnType<typeof toldBy>;

function branchOf({ branch }: NoticeShape, source: Source): string | undefined {
  for (const path of branch?.at ?? []) {
    const word = nameAt(source, [path]);
    const found = word === undefined ? undefined : ownValue(branch!.words, word);
    if (found !== undefined) return found;
  }
  return undefined;
}

function base(provider: NoticeProvider, shape: NoticeShape, source: Source, status: string): { readonly id: string; readonly status: string } {
  const event = nameAt(source, shape.event);
  const theirId = nameAt(source, shape.theirId);
  // One post may tell of several charges under one number.
  const parts = event === undefined ? [theirId, status] : [event, shape.each === undefined ? undefined : theirId];
  return { id: [provider, ...parts.filter((part) => part)].join(':'), status: shown(status) };
}

function ownEvent(provider: NoticeProvider, shape: NoticeShape, source: Source, meaning: Meaning, status: string, told: Told): Read {
  const { kind } = meaning;
  const common = { ...base(provider, shape, source, status), ...told.names };
  if (kind === 'needs-lookup') return asking(common, shape, told);
  if (kind === 'other' || kind === 'cancelled' || kind === 'expired') return { event: { ...common, kind }, see: meaning.see };
  const money = moneyOf(shape, source, told);
  if (kind === 'paid' || kind === 'settled') {
    const settled = kind === 'settled' || (shape.settledWhen !== undefined && valueAt(source, shape.settledWhen.at) === shape.settledWhen.is);
    const event: NoticeEvent = { ...common, kind: settled ? 'settled' : 'paid', ...money, ...daysOf(shape, source, settled) };
    if (isTest(shape, source)) return { event: { ...event, kind: 'other' }, see: 'É um pagamento de teste do provedor: nada foi lançado.' };
    if (meaning.see !== undefined) return { event, see: meaning.see };
    if (told.reference === undefined) return { event: { ...event, kind: 'other' }, see: NAMELESS };
    if (told.amount !== undefined) return { event: { ...event, booking: { act: 'pay', reference: told.reference, amount: told.amount } } };
    return shape.lookup === undefined || shape.from === 'lookup'
      ? { event, see: 'O pagamento foi feito, e não está dito de quanto. Confira no provedor e lance o pagamento no nó "Pagamentos".' }
      : asking(common, shape, told);
  }
  const event: NoticeEvent = { ...common, kind, ...money };
  if (isTest(shape, source)) return { event: { ...event, kind: 'other' }, see: 'É um estorno de teste do provedor: nada foi lançado.' };
  if (meaning.see !== undefined) return { event, see: meaning.see };
  if (told.reference === undefined) return { event: { ...event, kind: 'other' }, see: NAMELESS };
  if (kind === 'refunded-in-part')
    return { event, see: 'Uma parte do pagamento foi devolvida, e não está dito quanto. Confira no provedor e estorne essa parte no nó "Pagamentos".' };
  return { event: { ...event, booking: reversal(told.reference, meaning.as ?? (kind === 'charged-back' ? 'chargeback' : 'refund')) } };
}

const NAMELESS = 'O aviso fala de dinheiro e não diz de que cobrança. Confira no provedor.';

/** Whole; as the operation "Estornar" and the trigger name it, so that one reversal told by two ways is one. */
const reversal = (paymentReference: string, reversalKind: (NoticeBooking & { act: 'reverse' })['reversalKind']): NoticeBooking => ({
  act: 'reverse',
  reference: `estorno:${paymentReference}`,
  paymentReference,
  reversalKind,
});

/** What goes into an address comes from outside: only what is surely a number there. */
const IN_ADDRESS = /^[A-Za-z0-9_-]{1,100}$/;

function asking(common: Omit<NoticeEvent, 'kind'>, { lookup }: NoticeShape, { theirId }: Told): Read {
  if (lookup === undefined || theirId === undefined || !IN_ADDRESS.test(theirId))
    return {
      event: { ...common, kind: 'other' },
      see: 'O aviso pede uma consulta ao provedor, e o número da cobrança falta ou não é um número. Confira no provedor.',
    };
  return { event: { ...common, kind: 'needs-lookup', lookup: { method: 'GET', url: lookup.replace('{id}', theirId) } } };
}

function moneyOf(shape: NoticeShape, source: Source, { amount }: Told): Pick<NoticeEvent, 'amount' | 'net' | 'fee'> {
  const net = moneyAt(source, shape.net, shape.unit);
  const told = moneyAt(source, shape.fee, shape.unit);
  const fee = told ?? (amount === undefined || net === undefined || net > amount ? undefined : amount - net);
  return { ...(amount === undefined ? {} : { amount }), ...(net === undefined ? {} : { net }), ...(fee === undefined ? {} : { fee }) };
}

function daysOf(shape: NoticeShape, source: Source, settled: boolean): Pick<NoticeEvent, 'paidOn' | 'settledOn'> {
  const paidOn = dayAt(source, shape.paidOn);
  const settledOn = settled ? dayAt(source, shape.settledOn) : undefined;
  return { ...(paidOn === undefined ? {} : { paidOn }), ...(settledOn === undefined ? {} : { settledOn }) };
}

/** One event for each thing that was given back. */
function refundsOf(provider: NoticeProvider, table: NoticeTable, shape: NoticeShape, refunds: RefundShape, source: Source, told: Told): Read[] {
  const given = valueAt(source, refunds.at);
  const list = Array.isArray(given) ? (given as unknown[]) : typeof given === 'object' && given !== null ? [given] : [];
  return list.flatMap((entry): Read[] => {
    const at: Source = { ...source, entry };
    const status = nameAt(at, [refunds.status]) ?? '';
    const id = nameAt(at, refunds.id);
    const amount = positive(moneyAt(at, refunds.amount, shape.unit));
    const common = {
      ...told.names,
      id: [provider, told.theirId ?? '', 'estorno', id ?? ''].join(':'),
      status: shown(status),
      ...(amount === undefined ? {} : { amount }),
    };
    if (refunds.open.includes(status)) return [];
    if (!refunds.done.includes(status))
      return [{ event: { ...common, kind: 'other' }, see: `${unknownWord(status, table)} Veja no provedor se o dinheiro voltou.` }];
    const kind: NoticeKind = amount !== undefined && amount === told.amount ? 'reversed' : 'refunded-in-part';
    const on = dayAt(at, refunds.on);
    const event: NoticeEvent = { ...common, kind, ...(on === undefined ? {} : { paidOn: on }) };
    if (isTest(shape, source)) return [];
    if (id === undefined || amount === undefined || told.reference === undefined)
      return [{ event, see: 'Uma devolução não diz de que pagamento é, ou de quanto. Confira no provedor e estorne no nó "Pagamentos".' }];
    const isMed = refunds.med !== undefined && refunds.med.words.includes(nameAt(at, [refunds.med.at]) ?? '');
    return [
      {
        event: {
          ...event,
          booking: {
            act: 'reverse',
            reference: `${told.reference}:estorno:${id}`,
            paymentReference: told.reference,
            reversalKind: isMed ? 'med' : 'refund',
            amount,
          },
        },
      },
    ];
  });
}

const isTest = ({ testWhen }: NoticeShape, source: Source): boolean => testWhen !== undefined && valueAt(source, testWhen.at) === testWhen.is;

const positive = (amount: number | undefined): number | undefined => (amount === undefined || amount === 0 ? undefined : amount);

/** A provider's word is short and plain; anything else is not repeated. */
const shown = (word: string): string => (/^[\w.:/ -]{0,80}$/.test(word) ? word : '');

const unknownWord = (word: string, { of }: NoticeTable): string =>
  shown(word) === '' ? `Este aviso ${of} não diz o que houve.` : `Não conheço "${word}" ${of}.`;
