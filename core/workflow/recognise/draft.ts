import { TEAMS } from '../../case/index.ts';
import type { Block, MessageText } from '../../cadence/blocks.ts';
import { cadenceSchema, SCHEMA_VERSION, type CadenceDocument, type Step } from '../../cadence/document.ts';
import { dayLabel, PURPOSE_LABELS } from '../../cadence/labels.ts';
import type { Channel, MessagePurpose } from '../../case/index.ts';
import { messageVariable } from '../../message/index.ts';
import type { ImportNote } from '../import-note.ts';
import type { ForeignWorkflow } from './foreign-workflow.ts';
import { draftNote } from './notes.ts';
import { purposeOf } from './purpose.ts';
import { templateOf } from './template.ts';
import type { TextPart } from './value.ts';
import type { Happening, Walked } from './walk.ts';

export interface Drafted {
  readonly document: CadenceDocument;
  readonly notes: readonly ImportNote[];
}

const FIRST_DAY = -60;
const LAST_DAY = 2000;

interface Message {
  readonly nodeName: string;
  readonly channel: Channel;
  readonly purpose: MessagePurpose;
  readonly subject: string | undefined;
  readonly body: string;
}

/** A cadence of one track out of what happens in a workflow, and what there is to say about each node. */
export function draftOf(workflow: ForeignWorkflow, walked: Walked): Drafted {
  const notes: ImportNote[] = [...walked.notes];
  let blocks = 0;
  const blockId = (): string => `bloco-${++blocks}`;
  const days = new Map<number, { messages: Message[]; others: Block[] }>();
  const thanks: Message[] = [];

  const place = new Map(workflow.nodes.map(({ name }, index) => [name, index]));
  for (const happening of [...walked.happenings].sort((a, b) => place.get(a.node.name)! - place.get(b.node.name)!)) {
    const { node, action, day } = happening;
    if (day < FIRST_DAY || day > LAST_DAY) {
      notes.push(draftNote(node.name, 'left.far', { day: dayLabel(day) }));
      continue;
    }
    const label = dayLabel(day);
    const here = days.get(day) ?? { messages: [], others: [] };
    if (action.does === 'message' && action.fixedRecipient === undefined) {
      const message = messageOf(happening, action.channel, notes);
      if (message.purpose === 'thanks') {
        if (!thanks.some(({ channel }) => channel === message.channel)) thanks.push(message);
        notes.push(draftNote(node.name, 'read.payment', { channel: action.channel }));
        continue;
      }
      here.messages.push(message);
      notes.push(draftNote(node.name, 'read.message', { channel: action.channel, day: label }));
    } else if (action.does === 'message') {
      here.others.push(taskBlock(blockId(), plain(happening.subject) || node.name, plain(happening.parts), TEAMS.collection));
      notes.push(draftNote(node.name, 'read.team', { day: label, recipient: masked(action.fixedRecipient!) }));
    } else if (action.does === 'task') {
      if (!here.others.some((block) => block.kind === 'humanTask' && block.title === action.title))
        here.others.push(taskBlock(blockId(), action.title, plain(happening.parts), action.team));
      notes.push(draftNote(node.name, action.why === 'tool' ? 'read.task' : 'read.protest', { day: label }));
    } else if (action.does === 'bureau') {
      if (!here.others.some((block) => block.kind === 'bureau')) here.others.push({ id: blockId(), kind: 'bureau', action: 'request', provider: 'manual' });
      notes.push(draftNote(node.name, 'read.bureau', { day: label }));
    } else continue;
    days.set(day, here);
  }

  const steps = [...days]
    .sort(([a], [b]) => a - b)
    .map(([day, { messages, others }], index): Step => {
      const said = messageBlocks(messages, blockId, day, notes);
      const firstMessage = said.find((block) => block.kind === 'message');
      const name = firstMessage?.kind === 'message' ? PURPOSE_LABELS[firstMessage.purpose] : others[0]?.kind === 'humanTask' ? others[0].title : 'Negativação';
      return { id: `etapa-${index + 1}`, name: name.slice(0, 100), day, blocks: [...said, ...others] };
    });

  const evolution = walked.happenings.some(({ action }) => action.does === 'message' && action.provider === 'evolution');
  const name = workflow.name === '' ? 'Workflow do n8n' : workflow.name;
  const document = cadenceSchema.parse({
    schemaVersion: SCHEMA_VERSION,
    id: `rascunho-${slug(name)}`,
    name: name.slice(0, 120),
    description: `Rascunho lido do workflow "${name.slice(0, 200)}" do n8n. Confira dias, textos e dados do credor antes de publicar.`,
    ...(walked.at !== undefined && { schedule: { at: walked.at } }),
    ...(evolution && { policies: { channels: { whatsapp: { provider: 'evolution', costCents: 0 } } } }),
    tiers: [{ id: 'todos', name: 'Todos' }],
    tracks: [{ id: 'principal', name: 'Principal', tierIds: ['todos'], steps }],
    ...(thanks.length > 0 && { events: { payment: messageBlocks(thanks, blockId, 0, notes) } }),
  });
  return { document, notes: distinct(notes) };
}

function messageOf(happening: Happening, channel: Channel, notes: ImportNote[]): Message {
  const { node, action, day, parts } = happening;
  if (action.does === 'message' && action.template !== undefined) {
    notes.push(draftNote(node.name, 'check.provider-template', { template: action.template.slice(0, 80) }));
    const body = `[INSERIR: texto do modelo ${action.template.replace(/[[\]{}%]/g, ' ').slice(0, 40)}]`;
    return { nodeName: node.name, channel, purpose: purposeOf(`${node.name} ${action.template}`, day), subject: undefined, body };
  }
  const template = parts && templateOf(parts, day);
  const subject = happening.subject && templateOf(happening.subject, day);
  for (const field of new Set([...(template?.gaps ?? []), ...(subject?.gaps ?? [])])) notes.push(draftNote(node.name, 'check.field', { field }));
  const body = template?.body ?? '';
  if (body === '') notes.push(draftNote(node.name, 'check.no-text', {}));
  const line = subject?.body
    .replace(/\s+/g, ' ')
    .slice(0, 200)
    .replace(/\{\{[^}]*$/, '')
    .trim();
  return {
    nodeName: node.name,
    channel,
    purpose: purposeOf(`${line ?? ''} ${body}`, day),
    subject: line === '' ? undefined : line,
    body: body === '' ? '[INSERIR: texto da mensagem]' : body,
  };
}

/** One message for each purpose of a day; by the best channel where several were used. */
function messageBlocks(messages: readonly Message[], blockId: () => string, day: number, notes: ImportNote[]): Block[] {
  return [...new Set(messages.map(({ purpose }) => purpose))].flatMap((purpose): Block[] => {
    const texts = new Map<Channel, { first: Message; others: Message[] }>();
    for (const message of messages) {
      if (message.purpose !== purpose) continue;
      const known = texts.get(message.channel);
      if (!known) texts.set(message.channel, { first: message, others: [] });
      else if (![known.first, ...known.others].some(({ body }) => body === message.body)) known.others.push(message);
    }
    const spare: string[] = [];
    for (const [channel, { first, others }] of texts) {
      for (const other of others) {
        notes.push(draftNote(other.nodeName, 'check.branch', { channel, day: dayLabel(day) }));
        spare.push(`Outro texto lido do nó "${other.nodeName}":\n${other.body}`);
      }
      if (texts.size > 1) notes.push(draftNote(first.nodeName, 'check.same-day', { day: dayLabel(day) }));
    }
    const channels = [...texts.keys()];
    const block: Block = {
      id: blockId(),
      ...(spare.length > 0 && { note: spare.join('\n\n').slice(0, 2000) }),
      kind: 'message',
      purpose,
      channel: channels.length === 1 ? channels[0]! : 'chosen',
      texts: [...texts].map(([channel, { first }]): MessageText => ({ channel, ...subjectOf(first), body: first.body })),
      asksForAnswer: purpose === 'survey',
      aiWording: false,
    };
    return channels.length === 1 ? [block] : [{ id: blockId(), kind: 'channelChoice', channels, preferAnswered: true }, block];
  });
}

function subjectOf({ channel, subject }: Message): { subject?: string } {
  return channel === 'email' && subject !== undefined ? { subject } : {};
}

function taskBlock(id: string, title: string, instructions: string, team: string): Block {
  return { id, kind: 'humanTask', title: title.slice(0, 200) || 'Tarefa', instructions: instructions.slice(0, 5000), team, dueInBusinessDays: 1 };
}

/** A text for a person of the team: variables by what they are called. */
function plain(parts: readonly TextPart[] | undefined): string {
  if (!parts) return '';
  return templateOf(parts, 1)
    .body.replace(/\{\{ ([\w.]+) \}\}/g, (_, name: string) => `(${(messageVariable(name)?.label ?? name).toLowerCase()})`)
    .replace(/\[INSERIR: ([^\]]*)\]/g, '($1)');
}

function masked(address: string): string {
  return address.replace(/^(.).*(@.*)$/, '$1…$2').slice(0, 80);
}

function slug(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return words.slice(0, 40) || 'n8n';
}

function distinct(notes: readonly ImportNote[]): ImportNote[] {
  const seen = new Set<string>();
  return notes.filter(({ nodeName, message }) => {
    const key = `${nodeName} ${message}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
