import type { Channel } from '../../case/index.ts';
import { CHANNEL_LABELS } from '../../case/index.ts';
import { checkTemplate } from '../../message/index.ts';
import { checkVocabulary } from '../../vocabulary/index.ts';
import type { Block, MessageBlock } from '../blocks.ts';
import { channelsOf } from '../message-channels.ts';
import type { CadenceDocument, EventKind, Step, Track } from '../document.ts';
import { EVENT_KINDS } from '../document.ts';
import { freshId, type Place } from '../operations/index.ts';
import type { Finding, FindingPlace } from './finding.ts';
import { offerFindings, purposeFindings } from './purposes.ts';

interface Sequence {
  readonly blocks: readonly Block[];
  readonly place: Place;
  readonly where: FindingPlace;
}

/** Texts, words and channels of every message, in steps and in reactions. */
export function* messageFindings(document: CadenceDocument): Generator<Finding> {
  for (const sequence of sequences(document)) {
    yield* offerFindings(document, sequence);
    for (const [index, block] of sequence.blocks.entries()) {
      const where = { ...sequence.where, blockId: block.id };
      if (block.kind === 'message') {
        yield* channelFindings(document, sequence, block, index, where);
        yield* textFindings(document, sequence, block, index, where);
        yield* purposeFindings(block, { where, inEvent: sequence.where.event });
      }
      if (block.kind === 'channelChoice') {
        for (const channel of block.channels) yield* providerFindings(document, channel, where);
        if (!sequence.blocks.slice(index + 1).some((next) => next.kind === 'message' && next.channel === 'chosen')) {
          yield {
            code: 'channel-choice.unused',
            severity: 'warning',
            message: 'O canal é escolhido, mas nenhuma mensagem depois usa a escolha.',
            values: {},
            where,
            fix: { label: 'Tirar a escolha do canal', operation: { kind: 'removeBlock', blockId: block.id } },
          };
        }
      }
    }
  }
}

function* sequences(document: CadenceDocument): Generator<Sequence> {
  for (const track of document.tracks) for (const step of track.steps) yield stepSequence(track, step);
  for (const event of EVENT_KINDS) yield eventSequence(document, event);
}

function stepSequence(track: Track, step: Step): Sequence {
  return { blocks: step.blocks, place: { trackId: track.id, day: step.day }, where: { trackId: track.id, stepId: step.id } };
}

function eventSequence(document: CadenceDocument, event: EventKind): Sequence {
  return { blocks: document.events[event], place: { event }, where: { event } };
}

function* channelFindings(document: CadenceDocument, sequence: Sequence, block: MessageBlock, index: number, where: FindingPlace): Generator<Finding> {
  if (block.channel !== 'chosen') {
    yield* providerFindings(document, block.channel, where);
    return;
  }
  if (channelsOf(sequence.blocks, index).length > 0) return;
  yield {
    code: 'message.no-channel',
    severity: 'error',
    message: 'A mensagem espera um canal escolhido, mas nada antes dela escolhe um.',
    values: {},
    where,
    fix: {
      label: 'Pôr uma escolha de canal antes',
      operation: {
        kind: 'addBlock',
        place: sequence.place,
        index,
        block: { id: freshId(document, 'block'), kind: 'channelChoice', channels: ['whatsapp', 'email', 'sms'], preferAnswered: true },
      },
    },
  };
}

function* providerFindings(document: CadenceDocument, channel: Channel, where: FindingPlace): Generator<Finding> {
  if (document.policies.channels[channel].provider !== 'none') return;
  yield {
    code: 'channel.no-provider',
    severity: 'error',
    message: `Ninguém envia por ${CHANNEL_LABELS[channel]} ainda. Escolha o provedor nas regras ou tire este canal.`,
    values: { channel },
    where,
  };
}

function* textFindings(document: CadenceDocument, sequence: Sequence, block: MessageBlock, index: number, where: FindingPlace): Generator<Finding> {
  for (const channel of channelsOf(sequence.blocks, index)) {
    const text = block.texts.find((candidate) => candidate.channel === channel || candidate.channel === 'any');
    if (!text)
      yield {
        code: 'message.no-text',
        severity: 'error',
        message: `Falta o texto desta mensagem para ${CHANNEL_LABELS[channel]}.`,
        values: { channel },
        where: { ...where, field: 'texts' },
      };
  }
  for (const [position, text] of block.texts.entries()) {
    const field = { ...where, field: `texts.${position}.body` };
    if (text.body.trim() === '') {
      yield { code: 'message.empty', severity: 'error', message: 'A mensagem está sem texto.', values: {}, where: field };
      continue;
    }
    if ((text.channel === 'email' || text.channel === 'letter') && !text.subject?.trim()) {
      yield {
        code: 'message.no-subject',
        severity: 'warning',
        message: `Falta o assunto para ${CHANNEL_LABELS[text.channel]}.`,
        values: { channel: text.channel },
        where: { ...where, field: `texts.${position}.subject` },
      };
    }
    // A general text is read as on the first channel that has no text of its own.
    const channel =
      text.channel === 'any'
        ? (channelsOf(sequence.blocks, index).find((one) => !block.texts.some((other) => other.channel === one)) ?? 'email')
        : text.channel;
    const found = [
      ...checkTemplate(text.body, channel),
      ...(text.subject ? checkTemplate(text.subject, channel) : []),
      ...checkVocabulary(`${text.subject ?? ''}\n${text.body}`, { channel, vocabulary: document.policies.vocabulary, purpose: block.purpose }),
    ];
    for (const finding of found) {
      yield {
        code: finding.code.includes('.') ? finding.code : `vocabulary.${finding.code}`,
        severity: finding.severity,
        message: finding.suggestion ? `${finding.message} Sugestão: ${finding.suggestion}` : finding.message,
        values: { excerpt: finding.excerpt },
        where: field,
      };
    }
  }
}
