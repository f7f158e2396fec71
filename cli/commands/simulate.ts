import { addDays, formatCivilDate } from '../../core/civil-date.ts';
import { ReguaError } from '../../core/errors.ts';
import { formatMoney } from '../../core/money.ts';
import { asCases, readTable } from '../../core/portfolio/index.ts';
import type { Case } from '../../core/case/index.ts';
import type { CaseTimeline, SimulationResults } from '../../core/simulation/index.ts';
import { createSimulation, sampleCases } from '../../core/simulation/index.ts';
import { readCadenceFile } from '../cadence-file.ts';
import type { Command, Io } from '../io.ts';
import { dateOption, readArgs } from '../options.ts';
import { formatPairs, printJson } from '../output.ts';
import { fileArgument } from './file-argument.ts';

const OPTIONS = {
  portfolio: { type: 'string' },
  debtors: { type: 'string' },
  days: { type: 'string' },
  seed: { type: 'string' },
  on: { type: 'string' },
  json: { type: 'boolean' },
} as const;

export const simulate: Command = {
  name: 'simulate',
  summary: 'Leva uma carteira pela régua, dia a dia, ao lado de "sem cobrar".',
  usage: `Leva uma carteira inteira pela régua, dia a dia, pela mesma máquina que roda no n8n, ao lado das mesmas pessoas sem ninguém cobrar.

Uso: regua simulate RÉGUA [--portfolio ARQUIVO] [--debtors N] [--days N] [--seed S] [--on DATA] [--json]

  RÉGUA                Arquivo do designer ou nome de um modelo.
  --portfolio ARQUIVO  A carteira em CSV. Padrão: clientes inventados.
  --debtors N          Quantos clientes inventados, até 100000. Padrão: 1000.
  --days N             Quantos dias. Padrão: 120.
  --seed S             A mesma semente repete a mesma simulação. Padrão: 7.
  --on DATA            O primeiro dia. Padrão: hoje.
  --json               {"from","days","seed","cases","owedCents","recoveredCents","withoutCadenceCents","difference":{"cents","lowCents","highCents"},
                       "costCents","forgivenCents","humanMinutes","contacts","byDay":[{"on","recoveredCents","withoutCadenceCents","humanMinutes"}],
                       "people":[{"caseId","tierId","trackId","nextActionOn","contacts","tasks","entries","filings","steps"}]}

As respostas das pessoas são suposições, as do designer. O número é o mesmo que o designer mostra com a mesma régua, carteira, semente e data.

Exemplo: regua simulate classica --debtors 500 --days 90
`,
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, OPTIONS, true);
    const document = await readCadenceFile(fileArgument(positionals), io);
    const from = values.on === undefined ? io.today() : dateOption(values.on, 'on');
    const days = whole(values.days, 'days', 120, 3660);
    const seed = whole(values.seed, 'seed', 7, Number.MAX_SAFE_INTEGER);
    const cases =
      values.portfolio === undefined
        ? sampleCases(whole(values.debtors, 'debtors', 1000, 100_000), seed, from)
        : await casesIn(values.portfolio, from, document.creditor.uf, io);
    const simulation = createSimulation({ document, cases, from, days, seed });
    while (!simulation.done) simulation.step();
    const results = simulation.results();
    if (values.json) printJson(io, { ...told(results, { from, days, seed }), people: cases.map(({ id }) => person(simulation.timelineOf(id))) });
    else io.stdout(summary(results, addDays(from, days - 1)));
    return 0;
  },
};

async function casesIn(path: string, on: string, uf: string, io: Io): Promise<Case[]> {
  const read = readTable(await io.readBytes(path), { on, defaultUf: uf });
  for (const { rowNumber, reasons } of read.invalid) io.stderr(`Linha ${rowNumber} ficou de fora: ${reasons.map(({ message }) => message).join(' ')}\n`);
  if (read.cases.length === 0)
    throw new ReguaError('file.invalid', `Não encontrei nenhum cliente em "${path}". Confira se é a planilha da carteira.`, { field: 'portfolio' });
  return asCases(read.cases);
}

function whole(text: string | undefined, field: string, usual: number, most: number): number {
  if (text === undefined) return usual;
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0 && value <= most && text.trim() !== '') return value;
  throw new ReguaError('usage.number', `--${field} precisa ser um número inteiro de 0 a ${most}.`, { field });
}

function told(results: SimulationResults, { from, days, seed }: { readonly from: string; readonly days: number; readonly seed: number }) {
  const { cases, owedCents, recoveredCents, withoutCadence, difference, costCents, forgivenCents, humanMinutes, contacts } = results;
  return {
    from,
    days,
    seed,
    cases,
    owedCents,
    recoveredCents,
    withoutCadenceCents: withoutCadence.recoveredCents,
    difference,
    costCents,
    forgivenCents,
    humanMinutes,
    contacts,
    byDay: results.days.map((day) => ({
      on: day.on,
      recoveredCents: day.recoveredCents,
      withoutCadenceCents: day.withoutCadenceCents,
      humanMinutes: day.humanMinutes,
    })),
  };
}

/** Without name or document: what is to be compared. */
function person({ caseId, tierId, trackId, subject, tasks, nextActionOn }: CaseTimeline) {
  return {
    caseId,
    tierId,
    trackId,
    nextActionOn,
    contacts: subject.contacts.map(({ localDate, stepId, blockId, channel, status }) => ({ on: localDate, stepId, blockId, channel, status })),
    tasks: tasks.map(({ kind, dueOn, team }) => ({ kind, dueOn, team })),
    entries: subject.bureauEntries.map(({ status, amount, requestedOn }) => ({ status, amount, requestedOn })),
    filings: subject.filings.map(({ status, amount, preparedOn }) => ({ status, amount, preparedOn })),
    steps: subject.steps.map(({ stepId, status, on }) => ({ stepId, status, on })),
  };
}

function summary(results: SimulationResults, until: string): string {
  const { difference, withoutCadence } = results;
  const hours = (minutes: number): string => `${(minutes / 60).toLocaleString('pt-BR', { maximumFractionDigits: 1 })} h`;
  const busiest = Math.max(0, ...results.days.map(({ humanMinutes }) => humanMinutes));
  return formatPairs([
    ['Clientes', `${results.cases}, devendo ${formatMoney(results.owedCents)}`],
    ['Até', formatCivilDate(until)],
    ['Sem cobrar', formatMoney(withoutCadence.recoveredCents)],
    ['Com a régua', formatMoney(results.recoveredCents)],
    [
      'A régua traz',
      `${formatMoney(difference.cents)} a mais (entre ${formatMoney(difference.lowCents)} e ${formatMoney(difference.highCents)}, conforme a sorte)`,
    ],
    ['Contatos', `${results.contacts}, por ${formatMoney(results.costCents)}`],
    ['Perdoado', results.forgivenCents === 0 ? undefined : formatMoney(results.forgivenCents)],
    ['Equipe', `${hours(results.humanMinutes)}, até ${hours(busiest)} num dia`],
  ]);
}
