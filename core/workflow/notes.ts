import { clockOf, secondRun } from '../cadence/clock.ts';
import { clockWords } from '../cadence/clock-words.ts';
import type { CadenceDocument, Track } from '../cadence/document.ts';
import { dayLabel, EVENT_LABELS } from '../cadence/labels.ts';
import { reactionsOf } from './layout.ts';
import { noteRole } from './names.ts';

export interface NoteText {
  readonly content: string;
  /** n8n's colours 1–7. */
  readonly color: number;
}

/** What the sticky notes say to the person who opens the workflow in n8n. */
export function noteTexts(document: CadenceDocument): Map<string, NoteText> {
  const notes = new Map<string, NoteText>();
  notes.set(noteRole('about'), {
    color: 5,
    content: [
      `## ${document.name}`,
      document.description,
      `Feita no designer da Régua. Pode mudar textos, dias e nós aqui: ao importar de volta no designer, suas mudanças vão junto.`,
      `Antes de ativar, escolha as **credenciais** nos nós de mensagem e confira o fuso horário em *Settings* (America/Sao_Paulo).`,
    ]
      .filter((line) => line !== '')
      .join('\n\n'),
  });
  notes.set(noteRole('start'), {
    color: 7,
    content: `### Quem entra hoje\n${runsAt(document)} a Régua busca só os casos que têm algo a fazer e separa por faixa de cliente. Quem pagou e ainda está negativado vai para a retirada, que a lei dá cinco dias úteis para fazer.`,
  });
  for (const track of document.tracks) notes.set(noteRole(track.id), { color: 4, content: trackText(document, track) });
  const reactions = reactionsOf(document);
  notes.set(noteRole('events'), {
    color: 6,
    content:
      reactions.length > 0
        ? `### Quando algo acontece\n${reactions.map((event) => EVENT_LABELS[event]).join(' · ')}. Quem paga sai da régua na hora.`
        : '### Quando algo acontece\nPagamentos, respostas, pedidos para sair e comprovantes chegam por aqui e vão para o registro. Quem paga sai da régua na hora.',
  });
  return notes;
}

/** A sentence begins with it. */
function runsAt(document: CadenceDocument): string {
  const clock = clockOf(document);
  if (clock.kind === 'daily') return `Todo dia às ${[clock.at, secondRun(clock.at)].filter((run) => run !== undefined).join(' e às ')}`;
  const words = clockWords(clock);
  return `${words[0]!.toUpperCase()}${words.slice(1)}`;
}

function trackText(document: CadenceDocument, track: Track): string {
  const tiers = document.tiers.filter((tier) => track.tierIds.includes(tier.id)).map((tier) => tier.name);
  const steps = track.steps.map((step) => `**${dayLabel(step.day)}** ${step.name}`).join(' · ');
  return `### Trilha ${track.name}${tiers.length > 0 ? ` (${tiers.join(', ')})` : ''}\n${steps || 'Ainda sem etapas.'}`;
}
