import type { Block } from '../blocks.ts';
import type { CadenceDocument, Step } from '../document.ts';
import { dayLabel } from '../labels.ts';
import { freshId, type CadenceOperation } from '../operations/index.ts';
import type { Finding } from './finding.ts';

/** Contacts that the frequency policy would hold back anyway: better seen now than as silent deferrals. */
export function* frequencyFindings(document: CadenceDocument): Generator<Finding> {
  const { perDay, perSevenDays } = document.policies.frequency;
  for (const track of document.tracks) {
    const contacts: { day: number; stepId: string }[] = [];
    for (const step of track.steps) {
      const messages = step.blocks.filter((block) => block.kind === 'message');
      for (const _ of messages) contacts.push({ day: step.day, stepId: step.id });
      if (messages.length <= perDay) continue;
      const extra = messages[perDay]!;
      const free = firstFreeDay(new Set(track.steps.map((other) => other.day)), step.day + 1);
      yield {
        code: 'frequency.same-day',
        severity: 'error',
        message: `Em ${dayLabel(step.day)} há ${messages.length} mensagens e o limite é ${perDay} por dia: a mais seria adiada.`,
        values: { day: step.day, messages: messages.length, limit: perDay },
        where: { trackId: track.id, stepId: step.id, blockId: extra.id },
        fix: {
          label: `Passar a ${ordinal(perDay + 1)} para ${dayLabel(free)}`,
          operation: moveToOwnDay(document, track.id, step, extra, free, ordinal(perDay + 1)),
        },
      };
    }
    const crowded = contacts.findIndex(
      (contact, index) => index >= perSevenDays && contact.day - contacts[index - perSevenDays]!.day < 7 && contact.day !== contacts[index - perSevenDays]!.day,
    );
    if (crowded >= 0) {
      const at = contacts[crowded]!;
      yield {
        code: 'frequency.seven-days',
        severity: 'warning',
        message: `Até ${dayLabel(at.day)} são mais de ${perSevenDays} contatos em sete dias: os que passam do limite seriam adiados.`,
        values: { day: at.day, limit: perSevenDays },
        where: { trackId: track.id, stepId: at.stepId },
      };
    }
  }
}

/** A message that goes by the step's choice of channel takes a copy of that choice along. */
function moveToOwnDay(document: CadenceDocument, trackId: string, step: Step, message: Block, day: number, which: string): CadenceOperation {
  const place = { trackId, day };
  const move: CadenceOperation = { kind: 'moveBlock', blockId: message.id, place };
  const choice = step.blocks.slice(0, step.blocks.indexOf(message)).findLast((block) => block.kind === 'channelChoice');
  if (!choice || message.kind !== 'message' || message.channel !== 'chosen') return move;
  return {
    kind: 'batch',
    label: `Passar a ${which} mensagem para ${dayLabel(day)}`,
    operations: [{ kind: 'addBlock', place, block: { ...choice, id: freshId(document, 'block') }, stepName: step.name }, move],
  };
}

const ORDINALS = ['primeira', 'segunda', 'terceira', 'quarta', 'quinta'];
const ordinal = (position: number): string => ORDINALS[position - 1] ?? `${position}ª`;

function firstFreeDay(taken: ReadonlySet<number>, from: number): number {
  let day = from;
  while (taken.has(day)) day++;
  return day;
}
