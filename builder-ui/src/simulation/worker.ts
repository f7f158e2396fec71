import '../zod-jitless.ts';
import type { Case } from '../../../core/case/index.ts';
import { createSimulation, sampleCases, type SimulatedDay, type Simulation } from '../../../core/simulation/index.ts';
import type { PersonListed, Reply, Request, RunSetup } from './protocol.ts';

/** Runs simulations beside the page: in slices, so that cancelling and questions get through, however large the portfolio. */
const SLICE_MS = 40;
const CASES_PER_ADVANCE = 400;
const PEOPLE_LISTED = 60;
/** More dots than this are a crowd in which nobody can be followed. */
const FOLLOWED_AT_MOST = 150;

const runs = new Map<number, { simulation: Simulation; cases: readonly Case[]; cancelled: boolean }>();
const send = (reply: Reply): void => postMessage(reply);
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

onmessage = ({ data }: MessageEvent<Request>): void => {
  try {
    answer(data);
  } catch (error) {
    send({ kind: 'failed', run: data.run, message: error instanceof Error ? error.message : String(error) });
  }
};

function answer(request: Request): void {
  const known = runs.get(request.run);
  switch (request.kind) {
    case 'start':
      void run(request.run, request.setup).catch((error: unknown) =>
        send({ kind: 'failed', run: request.run, message: error instanceof Error ? error.message : String(error) }),
      );
      return;
    case 'cancel':
      if (known) known.cancelled = true;
      return;
    case 'forget':
      if (known) known.cancelled = true;
      runs.delete(request.run);
      return;
    case 'people': {
      const wanted = fold(request.search).trim();
      // Digits are the end of a CPF or CNPJ, as people tell each other apart on the phone.
      const digits = /^[\d.\-/ ]+$/.test(wanted) ? wanted.replace(/\D/g, '') : '';
      const people: PersonListed[] = [];
      for (const subject of known?.cases ?? []) {
        const { name, document } = subject.debtor;
        if (digits === '' ? !fold(name).includes(wanted) : !document.endsWith(digits)) continue;
        people.push({ id: subject.id, name, documentEnd: document.slice(-4) });
        if (people.length >= PEOPLE_LISTED) break;
      }
      return send({ kind: 'people', run: request.run, people });
    }
    case 'timeline': {
      if (!known) return;
      const timeline = known.simulation.timelineOf(request.caseId, { messages: true });
      return send({ kind: 'timeline', run: request.run, timeline, name: timeline.subject.debtor.name });
    }
    default:
      request satisfies never;
  }
}

async function run(id: number, setup: RunSetup): Promise<void> {
  const started = performance.now();
  const cases = setup.portfolio.kind === 'sample' ? sampleCases(setup.portfolio.count, setup.seed, setup.from) : setup.portfolio.cases;
  const each = Math.max(1, Math.ceil(cases.length / FOLLOWED_AT_MOST));
  // Every n-th, whoever that is: a sample that the cadence has no say in.
  const followed = cases.filter((_, index) => index % each === Math.floor(each / 2));
  const simulation = createSimulation({
    document: setup.document,
    cases,
    from: setup.from,
    days: setup.days,
    seed: setup.seed,
    assumptions: setup.assumptions,
    followed: new Set(followed.map((subject) => subject.id)),
  });
  const state = { simulation, cases, cancelled: false };
  runs.set(id, state);
  send({
    kind: 'started',
    run: id,
    followed: followed.map(({ id: caseId, debtor }) => ({ id: caseId, name: debtor.name, documentEnd: debtor.document.slice(-4) })),
    each,
  });
  while (!simulation.done && !state.cancelled) {
    const until = performance.now() + SLICE_MS;
    const days: SimulatedDay[] = [];
    while (!simulation.done && performance.now() < until) {
      const day = simulation.advance(CASES_PER_ADVANCE);
      if (day) days.push(day);
    }
    send({ kind: 'days', run: id, days, done: simulation.dayIndex, of: setup.days });
    await breathe();
  }
  send({ kind: 'finished', run: id, results: simulation.results(), milliseconds: performance.now() - started, cancelled: state.cancelled });
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}
