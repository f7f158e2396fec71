import { dequal } from 'dequal/lite';
import { CHANNEL_LABELS } from '../../case/index.ts';
import { formatMoney } from '../../money.ts';
import type { Block } from '../blocks.ts';
import type { CadenceDocument, EventKind, Step, Track } from '../document.ts';
import { placedBlocks } from '../document.ts';
import { BLOCK_LABELS, dayLabel, EVENT_LABELS, PURPOSE_LABELS } from '../labels.ts';
import type { Policies } from '../policies.ts';

/** One difference between two versions, in a manager's words. */
export interface Difference {
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  readonly sentence: string;
  /** The block, step, track or tier it is about; what was removed has its id in the older version only. */
  readonly id?: string;
}

/**
 * What changed from `before` to `after`, as sentences in Portuguese: "D+5: a mensagem passou de E-mail para WhatsApp".
 * Parts are recognised by id, so that a moved step is a move and not a removal with an addition. Canvas details of n8n are left out.
 */
export function compareCadences(before: CadenceDocument, after: CadenceDocument): Difference[] {
  return [
    ...identity(before, after),
    ...policies(before.policies, after.policies),
    ...tiers(before, after),
    ...tracks(before, after),
    ...steps(before, after),
    ...blocks(before, after),
  ];
}

function* identity(before: CadenceDocument, after: CadenceDocument): Generator<Difference> {
  if (before.name !== after.name) yield changed(`A régua passou a se chamar ${after.name}.`);
  if (before.description !== after.description) yield changed('A descrição mudou.');
  if (before.schedule.at !== after.schedule.at) yield changed(`O horário da rodada passou de ${before.schedule.at} para ${after.schedule.at}.`);
  if (!dequal(before.creditor, after.creditor)) yield changed('Os dados do credor mudaram.');
}

const POLICY_WORDS: Record<keyof Policies, string> = {
  contract: 'As regras de multa, juros e correção mudaram.',
  windows: 'Os horários de contato mudaram.',
  cityHolidays: 'Os feriados municipais mudaram.',
  frequency: '',
  vocabulary: 'A lista de palavras mudou.',
  channels: 'Quem envia em cada canal, ou o custo, mudou.',
  offers: 'As políticas de acordo mudaram.',
  agreement: 'As regras dos acordos mudaram.',
  payment: 'Mudou o resto que não se cobra depois de um pagamento.',
  promise: 'As regras de promessa de pagamento mudaram.',
  lateEntry: 'Mudou como entram os casos que já chegam atrasados.',
  prescription: 'O prazo de prescrição mudou.',
  bureau: 'As regras de negativação mudaram.',
  smallClaims: 'As regras do juizado especial mudaram.',
};

function* policies(before: Policies, after: Policies): Generator<Difference> {
  for (const key of Object.keys(POLICY_WORDS) as (keyof Policies)[]) {
    if (dequal(before[key], after[key])) continue;
    if (key !== 'frequency') yield changed(POLICY_WORDS[key]);
    else yield changed(`O limite de contatos passou de ${limit(before)} para ${limit(after)}.`);
  }
}

const limit = ({ frequency }: Policies): string => `${frequency.perDay} por dia e ${frequency.perSevenDays} em sete dias`;

function* tiers(before: CadenceDocument, after: CadenceDocument): Generator<Difference> {
  for (const tier of after.tiers) {
    const old = before.tiers.find(({ id }) => id === tier.id);
    if (!old) yield { kind: 'added', sentence: `Nova faixa de cliente: ${tier.name}.`, id: tier.id };
    else {
      if (old.name !== tier.name) yield changed(`A faixa ${old.name} passou a se chamar ${tier.name}.`, tier.id);
      if (!dequal(old.rule, tier.rule)) yield changed(`As condições da faixa ${tier.name} mudaram.`, tier.id);
    }
  }
  for (const tier of before.tiers)
    if (!after.tiers.some(({ id }) => id === tier.id)) yield { kind: 'removed', sentence: `A faixa ${tier.name} foi apagada.`, id: tier.id };
  const order = (document: CadenceDocument, other: CadenceDocument): string[] =>
    document.tiers.map(({ id }) => id).filter((id) => other.tiers.some((tier) => tier.id === id));
  if (!dequal(order(before, after), order(after, before))) yield { kind: 'moved', sentence: 'A ordem das faixas mudou.' };
}

function* tracks(before: CadenceDocument, after: CadenceDocument): Generator<Difference> {
  const names = (document: CadenceDocument, track: Track): string =>
    track.tierIds.map((id) => document.tiers.find((tier) => tier.id === id)?.name ?? id).join(', ') || 'ninguém';
  for (const track of after.tracks) {
    const old = before.tracks.find(({ id }) => id === track.id);
    if (!old) yield { kind: 'added', sentence: `Nova trilha: ${track.name}.`, id: track.id };
    else {
      if (old.name !== track.name) yield changed(`A trilha ${old.name} passou a se chamar ${track.name}.`, track.id);
      if (!dequal(old.tierIds, track.tierIds))
        yield changed(`A trilha ${track.name} atendia ${names(before, old)} e agora atende ${names(after, track)}.`, track.id);
    }
  }
  for (const track of before.tracks)
    if (!after.tracks.some(({ id }) => id === track.id)) yield { kind: 'removed', sentence: `A trilha ${track.name} foi apagada.`, id: track.id };
}

function* steps(before: CadenceDocument, after: CadenceDocument): Generator<Difference> {
  const olds = stepsById(before);
  const news = stepsById(after);
  for (const [id, { step, track }] of news) {
    const old = olds.get(id);
    if (!old) yield { kind: 'added', sentence: `Nova etapa em ${dayLabel(step.day)}: ${step.name}${inTrack(after, track)}.`, id };
    else {
      if (old.step.day !== step.day)
        yield { kind: 'moved', sentence: `A etapa ${step.name} passou de ${dayLabel(old.step.day)} para ${dayLabel(step.day)}.`, id };
      if (old.track.id !== track.id) yield { kind: 'moved', sentence: `A etapa ${step.name} passou da trilha ${old.track.name} para ${track.name}.`, id };
      if (old.step.name !== step.name) yield changed(`${dayLabel(step.day)}: a etapa ${old.step.name} passou a se chamar ${step.name}.`, id);
    }
  }
  for (const [id, { step, track }] of olds)
    if (!news.has(id)) yield { kind: 'removed', sentence: `A etapa ${step.name} (${dayLabel(step.day)})${inTrack(before, track)} foi apagada.`, id };
}

function stepsById(document: CadenceDocument): Map<string, { step: Step; track: Track }> {
  return new Map(document.tracks.flatMap((track) => track.steps.map((step) => [step.id, { step, track }] as const)));
}

const inTrack = (document: CadenceDocument, track: Track): string => (document.tracks.length > 1 ? ` na trilha ${track.name}` : '');

interface Placed {
  readonly block: Block;
  readonly step?: Step | undefined;
  readonly event?: EventKind | undefined;
}

function* blocks(before: CadenceDocument, after: CadenceDocument): Generator<Difference> {
  const olds = new Map<string, Placed>([...placedBlocks(before)].map((place) => [place.block.id, place]));
  const news = new Map<string, Placed>([...placedBlocks(after)].map((place) => [place.block.id, place]));
  const oldSteps = stepsById(before);
  const newSteps = stepsById(after);
  for (const [id, place] of news) {
    const old = olds.get(id);
    if (!old) {
      // A new step is told whole.
      if (place.event !== undefined || oldSteps.has(place.step!.id))
        yield { kind: 'added', sentence: `${placeName(place)}: entrou ${nameOf(place.block)}.`, id };
      continue;
    }
    if (old.step?.id !== place.step?.id || old.event !== place.event)
      yield { kind: 'moved', sentence: `${capital(nameOf(place.block))} passou de ${placeName(old)} para ${placeName(place)}.`, id };
    yield* blockChanges(old.block, place.block, placeName(place));
  }
  for (const [id, place] of olds) {
    if (!news.has(id) && (place.event !== undefined || newSteps.has(place.step!.id)))
      yield { kind: 'removed', sentence: `${placeName(place)}: saiu ${nameOf(place.block)}.`, id };
  }
}

function* blockChanges(old: Block, block: Block, where: string): Generator<Difference> {
  if (old.kind !== block.kind) {
    yield changed(`${where}: ${nameOf(old)} virou ${nameOf(block)}.`, block.id);
    return;
  }
  if (dequal(old, block)) return;
  const told: string[] = [];
  if (old.kind === 'message' && block.kind === 'message') {
    if (old.channel !== block.channel) told.push(`a mensagem passou de ${channelName(old.channel)} para ${channelName(block.channel)}`);
    if (old.purpose !== block.purpose) told.push(`a mensagem passou de ${PURPOSE_LABELS[old.purpose]} a ${PURPOSE_LABELS[block.purpose]}`);
    if (!dequal(old.texts, block.texts)) told.push(`o texto de ${nameOf(block)} mudou`);
    if (old.asksForAnswer !== block.asksForAnswer) told.push(block.asksForAnswer ? 'a mensagem agora pede resposta' : 'a mensagem não pede mais resposta');
    if (old.aiWording !== block.aiWording) told.push(block.aiWording ? 'a redação por IA foi ligada' : 'a redação por IA foi desligada');
  }
  if (old.kind === 'channelChoice' && block.kind === 'channelChoice') {
    const list = (channels: readonly (keyof typeof CHANNEL_LABELS)[]): string => channels.map((channel) => CHANNEL_LABELS[channel]).join(', ');
    if (!dequal(old.channels, block.channels)) told.push(`os canais passaram de ${list(old.channels)} para ${list(block.channels)}`);
    if (old.maxCostCents !== block.maxCostCents)
      told.push(block.maxCostCents === undefined ? 'o teto de custo saiu' : `o teto de custo passou a ${formatMoney(block.maxCostCents)}`);
    if (old.preferAnswered !== block.preferAnswered)
      told.push(block.preferAnswered ? 'passou a preferir o canal em que o cliente responde' : 'deixou de preferir o canal em que o cliente responde');
  }
  if (told.length === 0) told.push(`${nameOf(block)} mudou`);
  for (const sentence of told) yield changed(`${where}: ${sentence}.`, block.id);
}

const channelName = (channel: keyof typeof CHANNEL_LABELS | 'chosen'): string => (channel === 'chosen' ? 'o canal escolhido' : CHANNEL_LABELS[channel]);

function nameOf(block: Block): string {
  if (block.kind === 'message') return `a mensagem "${PURPOSE_LABELS[block.purpose]}"`;
  if (block.kind === 'humanTask') return `a tarefa "${block.title}"`;
  if (block.kind === 'custom') return `o nó "${block.label}"`;
  return `"${BLOCK_LABELS[block.kind]}"`;
}

function placeName({ step, event }: Placed): string {
  return step ? dayLabel(step.day) : `Em "${EVENT_LABELS[event!]}"`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function changed(sentence: string, id?: string): Difference {
  return { kind: 'changed', sentence, ...(id === undefined ? {} : { id }) };
}
