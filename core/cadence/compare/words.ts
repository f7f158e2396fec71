import type { Channel } from '../../case/index.ts';
import { CHANNEL_LABELS } from '../../case/index.ts';
import { formatMoney } from '../../money.ts';
import type { Block, BlockOf } from '../blocks.ts';
import type { Clock } from '../clock.ts';
import { clockWords } from '../clock-words.ts';
import { BLOCKS, type DefinedKind } from '../definitions/blocks.ts';
import { wordsOf, type WordsOf } from '../definitions/words.ts';
import type { EventKind, Step } from '../document.ts';
import { BLOCK_LABELS, dayLabel, EVENT_LABELS, PURPOSE_LABELS } from '../labels.ts';
import type { Policies } from '../policies.ts';

/** Where a block stands: in a step, or in the reaction to an event. */
export interface WhereBlock {
  readonly step?: Step | undefined;
  readonly event?: EventKind | undefined;
}

export type Clause<Value = never> = (before: Value, after: Value, block: Block) => string;
type Clauses = {
  readonly [Kind in DefinedKind]?: { readonly [Name in keyof (typeof BLOCKS)[Kind]['fields']]?: Clause<BlockOf<Kind>[Name & keyof BlockOf<Kind>]> };
};

/** How each difference is told; another language gives its own. Clauses are put together by `at`. */
export interface DifferenceWords {
  readonly renamed: (name: string) => string;
  readonly description: string;
  readonly schedule: (before: Clock, after: Clock) => string;
  readonly creditor: string;
  readonly portfolio: (before: string, after: string) => string;
  readonly policies: Readonly<Record<Exclude<keyof Policies, 'frequency'>, string>>;
  readonly frequency: (before: Policies['frequency'], after: Policies['frequency']) => string;
  readonly tierAdded: (name: string) => string;
  readonly tierRenamed: (before: string, after: string) => string;
  readonly tierRule: (name: string) => string;
  readonly tierRemoved: (name: string) => string;
  readonly tierOrder: string;
  readonly nobody: string;
  readonly trackAdded: (name: string) => string;
  readonly trackRenamed: (before: string, after: string) => string;
  readonly trackServes: (name: string, before: string, after: string) => string;
  readonly trackRemoved: (name: string) => string;
  readonly stepAdded: (step: Step, track: string | undefined) => string;
  readonly stepMoved: (step: Step, fromDay: number) => string;
  readonly stepChangedTrack: (step: Step, from: string, to: string) => string;
  readonly stepRenamed: (step: Step, before: string) => string;
  readonly stepRemoved: (step: Step, track: string | undefined) => string;
  readonly blockAdded: (place: WhereBlock, block: Block) => string;
  readonly blockMoved: (block: Block, from: WhereBlock, to: WhereBlock) => string;
  readonly blockRemoved: (place: WhereBlock, block: Block) => string;
  readonly blockBecame: (place: WhereBlock, before: Block, after: Block) => string;
  readonly switched: (block: Block) => string;
  readonly blockChanged: (block: Block) => string;
  /** What the fields of blocks are called. */
  readonly fields: { readonly [Kind in DefinedKind]: WordsOf<(typeof BLOCKS)[Kind]['fields']> };
  /** For fields whose change has a sentence better than {@link fieldChanged} makes. */
  readonly clauses: Clauses;
  /** A value that is too long to be told is undefined. */
  readonly fieldChanged: (block: Block, label: string, before: string | undefined, after: string | undefined) => string;
  readonly yes: string;
  readonly no: string;
  readonly nothing: string;
  readonly at: (place: WhereBlock, clause: string) => string;
  /** A block as it is called in a sentence: `a mensagem "Lembrete"`. */
  readonly block: (block: Block) => string;
  /** The day, or the event: `D+7`. */
  readonly place: (place: WhereBlock) => string;
}

const limit = ({ perDay, perSevenDays }: Policies['frequency']): string => `${perDay} por dia e ${perSevenDays} em sete dias`;
const inTrack = (track: string | undefined): string => (track === undefined ? '' : ` na trilha ${track}`);
const placeName = ({ step, event }: WhereBlock): string => (step ? dayLabel(step.day) : `Em "${EVENT_LABELS[event!]}"`);
const channelName = (channel: Channel | 'chosen'): string => (channel === 'chosen' ? 'o canal escolhido' : CHANNEL_LABELS[channel]);
const list = (channels: readonly Channel[]): string => channels.map((channel) => CHANNEL_LABELS[channel]).join(', ');
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function nameOf(block: Block): string {
  if (block.kind === 'message') return `a mensagem "${PURPOSE_LABELS[block.purpose]}"`;
  if (block.kind === 'humanTask') return `a tarefa "${block.title}"`;
  if (block.kind === 'custom') return `o nó "${block.label}"`;
  return `"${BLOCK_LABELS[block.kind]}"`;
}

export const PORTUGUESE_DIFFERENCES: DifferenceWords = {
  renamed: (name) => `A régua passou a se chamar ${name}.`,
  description: 'A descrição mudou.',
  schedule: (before, after) => `A rodada era ${clockWords(before)} e passou a ser ${clockWords(after)}.`,
  creditor: 'Os dados do credor mudaram.',
  portfolio: (before, after) => `A carteira passou de ${before || 'nenhuma'} para ${after || 'nenhuma'}.`,
  policies: {
    contract: 'As regras de multa, juros e correção mudaram.',
    windows: 'Os horários de contato mudaram.',
    cityHolidays: 'Os feriados municipais mudaram.',
    vocabulary: 'A lista de palavras mudou.',
    channels: 'Quem envia em cada canal, ou o custo, mudou.',
    offers: 'As políticas de acordo mudaram.',
    agreement: 'As regras dos acordos mudaram.',
    payment: 'Mudou o resto que não se cobra depois de um pagamento.',
    promise: 'As regras de promessa de pagamento mudaram.',
    lateEntry: 'Mudou como entram os casos que já chegam atrasados.',
    outage: 'Mudou o que toma o lugar de um canal cujo provedor não responde.',
    beforeFormal: 'Mudou a conversa que vem antes de um passo formal.',
    prescription: 'O prazo de prescrição mudou.',
    bureau: 'As regras de negativação mudaram.',
    smallClaims: 'As regras do juizado especial mudaram.',
  },
  frequency: (before, after) => `O limite de contatos passou de ${limit(before)} para ${limit(after)}.`,
  tierAdded: (name) => `Nova faixa de cliente: ${name}.`,
  tierRenamed: (before, after) => `A faixa ${before} passou a se chamar ${after}.`,
  tierRule: (name) => `As condições da faixa ${name} mudaram.`,
  tierRemoved: (name) => `A faixa ${name} foi apagada.`,
  tierOrder: 'A ordem das faixas mudou.',
  nobody: 'ninguém',
  trackAdded: (name) => `Nova trilha: ${name}.`,
  trackRenamed: (before, after) => `A trilha ${before} passou a se chamar ${after}.`,
  trackServes: (name, before, after) => `A trilha ${name} atendia ${before} e agora atende ${after}.`,
  trackRemoved: (name) => `A trilha ${name} foi apagada.`,
  stepAdded: (step, track) => `Nova etapa em ${dayLabel(step.day)}: ${step.name}${inTrack(track)}.`,
  stepMoved: (step, fromDay) => `A etapa ${step.name} passou de ${dayLabel(fromDay)} para ${dayLabel(step.day)}.`,
  stepChangedTrack: (step, from, to) => `A etapa ${step.name} passou da trilha ${from} para ${to}.`,
  stepRenamed: (step, before) => `${dayLabel(step.day)}: a etapa ${before} passou a se chamar ${step.name}.`,
  stepRemoved: (step, track) => `A etapa ${step.name} (${dayLabel(step.day)})${inTrack(track)} foi apagada.`,
  blockAdded: (place, block) => `${placeName(place)}: entrou ${nameOf(block)}.`,
  blockMoved: (block, from, to) => `${capital(nameOf(block))} passou de ${placeName(from)} para ${placeName(to)}.`,
  blockRemoved: (place, block) => `${placeName(place)}: saiu ${nameOf(block)}.`,
  blockBecame: (place, before, after) => `${placeName(place)}: ${nameOf(before)} virou ${nameOf(after)}.`,
  switched: (block) => `${nameOf(block)} ${block.disabled ? 'não acontece mais (desligado no n8n)' : 'acontece de novo (ligado no n8n)'}`,
  blockChanged: (block) => `${nameOf(block)} mudou`,
  fields: {
    channelChoice: wordsOf(BLOCKS.channelChoice.fields),
    message: wordsOf(BLOCKS.message.fields),
    offer: wordsOf(BLOCKS.offer.fields),
    bureau: wordsOf(BLOCKS.bureau.fields),
    smallClaims: wordsOf(BLOCKS.smallClaims.fields),
    humanTask: wordsOf(BLOCKS.humanTask.fields),
  },
  clauses: {
    message: {
      channel: (before, after) => `a mensagem passou de ${channelName(before)} para ${channelName(after)}`,
      purpose: (before, after) => `a mensagem passou de ${PURPOSE_LABELS[before]} a ${PURPOSE_LABELS[after]}`,
      texts: (_before, _after, block) => `o texto d${nameOf(block)} mudou`,
      asksForAnswer: (_before, asks) => (asks ? 'a mensagem agora pede resposta' : 'a mensagem não pede mais resposta'),
      aiWording: (_before, on) => (on ? 'a redação por IA foi ligada' : 'a redação por IA foi desligada'),
    },
    channelChoice: {
      channels: (before, after) => `os canais passaram de ${list(before)} para ${list(after)}`,
      maxCostCents: (_before, cents) => (cents === undefined ? 'o teto de custo saiu' : `o teto de custo passou a ${formatMoney(cents)}`),
      preferAnswered: (_before, prefers) =>
        prefers ? 'passou a preferir o canal em que o cliente responde' : 'deixou de preferir o canal em que o cliente responde',
    },
  },
  fieldChanged: (block, label, before, after) =>
    `${nameOf(block)} mudou: ${label}${before === undefined || after === undefined ? '' : `, de ${before} para ${after}`}`,
  yes: 'sim',
  no: 'não',
  nothing: 'nada',
  at: (place, clause) => `${placeName(place)}: ${clause}.`,
  block: nameOf,
  place: placeName,
};
