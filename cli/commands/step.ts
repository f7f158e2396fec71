import type { Track } from '../../core/cadence/document.ts';
import type { Contact, StepRecord } from '../../core/case/index.ts';
import { addDays, formatCivilDate } from '../../core/civil-date.ts';
import { ReguaError } from '../../core/errors.ts';
import { parseUf } from '../../core/identity/uf.ts';
import { chooseStep, nextActionOn, planOf } from '../../core/step/index.ts';
import { bareCase } from '../bare-case.ts';
import { readCadenceFile } from '../cadence-file.ts';
import type { Command } from '../io.ts';
import { dateOption, readArgs, required } from '../options.ts';
import { formatPairs, printJson } from '../output.ts';

const OPTIONS = {
  cadence: { type: 'string' },
  track: { type: 'string' },
  due: { type: 'string' },
  on: { type: 'string' },
  uf: { type: 'string' },
  done: { type: 'string', multiple: true },
  notice: { type: 'string' },
  promise: { type: 'string' },
  contested: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

const CYCLE = 'divida';

export const step: Command = {
  name: 'step',
  summary: 'Qual etapa da régua vence hoje para uma dívida, ou por que nenhuma e até quando.',
  usage: `A etapa que vence num dia, para uma dívida.

Uso: regua step --cadence ARQUIVO --due DATA [--on DATA] [opções] [--json]

  --cadence ARQUIVO     A régua: arquivo do designer ou nome de um modelo.
  --due DATA            Vencimento da dívida mais antiga.
  --on DATA             Dia da rodada. Padrão: hoje.
  --track TRILHA        Código da trilha. Padrão: a primeira.
  --done ETAPA=DATA     Etapa já cumprida, e quando; pode repetir. As mensagens até ela contam como contatos que chegaram.
  --notice DATA|sent    Dia em que a entrega do aviso prévio foi comprovada, ou sent: saiu e não há prova.
  --promise DATA        O devedor prometeu pagar nesse dia.
  --contested           A dívida está contestada.
  --uf UF               Estado do devedor: feriados de lá. Padrão: SP.
  --json                {"kind":"run","stepId","stepName","day","daysOverdue","passedOver","nextActionOn","reasons"} ou
                        {"kind":"wait","code","daysOverdue","nextActionOn","reasons"}

Depois de uma parada roda só a última etapa vencida; o aviso que a lei exige nunca é pulado.

Exemplo: regua step --cadence regua.json --due 2026-03-02 --on 2026-03-20 --done lembrete=2026-02-27
`,
  run: async (args, io) => {
    const { values } = readArgs(args, OPTIONS);
    const path = required(values.cadence, 'cadence');
    const dueDate = dateOption(required(values.due, 'due'), 'due');
    const on = values.on === undefined ? io.today() : dateOption(values.on, 'on');
    const document = await readCadenceFile(path, io);
    const track = trackOf(document.tracks, values.track);
    const steps = (values.done ?? []).map((text) => doneOf(text, track, document.id));
    const subject = bareCase({
      debtor: { uf: parseUf(values.uf ?? 'SP') },
      debts: [{ id: CYCLE, number: '1', principal: 1, dueDate, payments: [], abatement: 0, status: 'open', ...(values.contested ? { contestedOn: on } : {}) }],
      contacts: [...contactsUntil(steps, track, dueDate), ...(values.notice === undefined ? [] : [noticeOf(values.notice, on)])],
      steps,
      promises:
        values.promise === undefined
          ? []
          : [{ id: 'promessa', madeOn: addDays(on, -1), dueOn: dateOption(values.promise, 'promise'), amount: 1, status: 'open' }],
    });
    const plan = planOf(document, track);
    const decision = chooseStep(subject, plan, document.policies, on);
    const next = nextActionOn(subject, plan, document.policies, on);
    if (values.json) {
      const { cycle: _, ...answer } = decision;
      printJson(io, { ...answer, nextActionOn: next });
    } else {
      io.stdout(
        formatPairs([
          ['Etapa', decision.kind === 'run' ? `${decision.stepName} (${decision.stepId})` : `nenhuma (${decision.code})`],
          ['Próximo olhar', next === null ? 'só quando algo acontecer' : formatCivilDate(next)],
          ...decision.reasons.map((reason, index) => [index === 0 ? 'Por quê' : '', reason] as const),
        ]),
      );
    }
    return 0;
  },
};

function trackOf(tracks: readonly Track[], id: string | undefined): Track {
  const track = id === undefined ? tracks[0] : tracks.find((one) => one.id === id);
  if (track) return track;
  throw new ReguaError('usage.choice', `A régua tem as trilhas: ${tracks.map((one) => one.id).join(', ')}.`, { field: 'track' });
}

function doneOf(text: string, track: Track, cadenceId: string): StepRecord {
  const [stepId = '', date = ''] = text.split('=');
  if (!track.steps.some(({ id }) => id === stepId))
    throw new ReguaError('usage.choice', `A trilha tem as etapas: ${track.steps.map(({ id }) => id).join(', ')}.`, { field: 'done' });
  return { cadenceId, stepId, cycle: CYCLE, status: 'done', on: dateOption(date, 'done') };
}

/** What the debtor heard on the way to the last step that was done: each message on its own day, or when that step was. */
function contactsUntil(done: readonly StepRecord[], track: Track, dueDate: string): Contact[] {
  const lived = done.map(({ stepId, on }) => ({ day: track.steps.find(({ id }) => id === stepId)!.day, on }));
  const last = lived.reduce((latest, one) => (one.day > latest.day ? one : latest), { day: Number.NEGATIVE_INFINITY, on: '' });
  return track.steps
    .filter(({ day, blocks }) => day <= last.day && blocks.some((block) => block.kind === 'message' && block.purpose !== 'bureau-notice'))
    .map(({ day, id }) => contactOn(addDays(dueDate, day) < last.on ? addDays(dueDate, day) : last.on, { id, purpose: 'charge' }));
}

function noticeOf(text: string, on: string): Contact {
  const contact = contactOn(text === 'sent' ? on : dateOption(text, 'notice'), { id: 'aviso', purpose: 'bureau-notice' });
  return text === 'sent' ? contact : { ...contact, status: 'delivered', deliveredAt: contact.at };
}

const contactOn = (date: string, what: Pick<Contact, 'id' | 'purpose'>): Contact => ({
  ...what,
  cadenceId: '',
  stepId: '',
  blockId: '',
  cycle: CYCLE,
  channel: 'sms',
  status: 'sent',
  at: `${date}T15:00:00Z`,
  localDate: date,
});
