import { create } from 'zustand';
import { DEFAULT_ASSUMPTIONS, START, type Assumptions, type CaseTimeline, type SimulatedDay, type SimulationResults } from '../../../core/simulation/index.ts';
import type { CadenceDocument } from '../../../core/cadence/document.ts';
import { clearTraffic, useTraffic } from '../canvas/traffic.ts';
import { currentDocument } from '../document/store.ts';
import { announce } from '../parts/announcer.ts';
import { usePortfolio } from '../portfolio/store.ts';
import { today } from '../preview/today.ts';
import { t } from '../strings/index.ts';
import type { PersonListed, Reply, Request, RunSetup } from './protocol.ts';
import { openWorker } from './open-worker.ts';

export interface Settings {
  readonly debtors: number;
  readonly days: number;
  readonly seed: number;
  readonly assumptions: Assumptions;
}

/** One finished or running simulation, and the cadence it ran. */
export interface Run {
  readonly id: number;
  readonly label: string;
  readonly document: CadenceDocument;
  readonly days: readonly SimulatedDay[];
  readonly of: number;
  readonly results: SimulationResults | null;
  readonly milliseconds: number | null;
}

interface SimulationState {
  readonly settings: Settings;
  readonly run: Run | null;
  /** Another version run on the same portfolio with the same luck. */
  readonly other: Run | null;
  /** The day shown on the ruler, 0 … of-1. */
  readonly shownDay: number;
  readonly playing: boolean;
  /** Days a second. */
  readonly speed: number;
  readonly people: readonly PersonListed[];
  readonly timeline: { readonly name: string; readonly timeline: CaseTimeline } | null;
  readonly problem: string | null;
}

export const useSimulation = create<SimulationState>()(() => ({
  settings: { debtors: 1000, days: 120, seed: 7, assumptions: DEFAULT_ASSUMPTIONS },
  run: null,
  other: null,
  shownDay: 0,
  playing: false,
  speed: 8,
  people: [],
  timeline: null,
  problem: null,
}));

let worker: Worker | null = null;
let nextRun = 1;

function post(request: Request): void {
  worker ??= connect();
  worker.postMessage(request);
}

function connect(): Worker {
  const opened = openWorker();
  opened.onmessage = ({ data }: MessageEvent<Reply>) => receive(data);
  opened.onerror = (event) => useSimulation.setState({ problem: t().errors.unexpected(event.message || 'worker'), playing: false });
  return opened;
}

function setupOf(document: CadenceDocument): RunSetup {
  const { settings } = useSimulation.getState();
  const { source, cases } = usePortfolio.getState();
  return {
    document,
    portfolio: source === 'file' ? { kind: 'cases', cases } : { kind: 'sample', count: settings.debtors },
    from: today(),
    days: settings.days,
    seed: settings.seed,
    assumptions: settings.assumptions,
  };
}

const freshRun = (document: CadenceDocument, label: string): Run => ({
  id: nextRun++,
  label,
  document,
  days: [],
  of: useSimulation.getState().settings.days,
  results: null,
  milliseconds: null,
});

/** Runs the cadence on the desk from today. */
export function startRun(): void {
  cancelRun();
  const document = currentDocument();
  const run = freshRun(document, document.name);
  useSimulation.setState({ run, other: null, shownDay: 0, playing: true, timeline: null, people: [], problem: null });
  post({ kind: 'start', run: run.id, setup: setupOf(document) });
  startClock();
}

/** Runs another version beside it: the same people, the same luck. */
export function startComparison(document: CadenceDocument, label: string): void {
  const other = freshRun(document, label);
  useSimulation.setState({ other });
  post({ kind: 'start', run: other.id, setup: setupOf(document) });
}

export function cancelRun(): void {
  const { run, other } = useSimulation.getState();
  for (const each of [run, other]) if (each && each.results === null) post({ kind: 'cancel', run: each.id });
  useSimulation.setState({ playing: false });
}

export function leaveSimulation(): void {
  useSimulation.setState({ playing: false });
  clearTraffic();
}

export function searchPeople(search: string): void {
  const { run } = useSimulation.getState();
  if (run) post({ kind: 'people', run: run.id, search });
}

export function followDebtor(caseId: string): void {
  const { run } = useSimulation.getState();
  if (run) post({ kind: 'timeline', run: run.id, caseId });
}

function receive(reply: Reply): void {
  const { run, other } = useSimulation.getState();
  const which = run?.id === reply.run ? 'run' : other?.id === reply.run ? 'other' : null;
  if (which === null) return;
  const mine = (which === 'run' ? run : other)!;
  switch (reply.kind) {
    case 'days':
      useSimulation.setState({ [which]: { ...mine, days: reply.days.length > 0 ? [...mine.days, ...reply.days] : mine.days } });
      return;
    case 'finished':
      useSimulation.setState({
        [which]: { ...mine, of: reply.cancelled ? mine.days.length : mine.of, results: reply.results, milliseconds: reply.milliseconds },
      });
      announce(t().simulation.finished(mine.days.length, reply.milliseconds / 1000));
      if (which === 'run') searchPeople('');
      return;
    case 'people':
      useSimulation.setState({ people: reply.people });
      return;
    case 'timeline':
      useSimulation.setState({ timeline: { name: reply.name, timeline: reply.timeline } });
      return;
    case 'failed':
      useSimulation.setState({ problem: reply.message, playing: false });
      return;
    default:
      reply satisfies never;
  }
}

let clock: ReturnType<typeof setInterval> | undefined;

/** Advances the day that is shown; never past what has been simulated. */
function startClock(): void {
  clearInterval(clock);
  const { speed } = useSimulation.getState();
  clock = setInterval(() => {
    const { playing, shownDay, run } = useSimulation.getState();
    if (!playing || !run) return;
    if (shownDay + 1 < run.days.length) showDay(shownDay + 1);
    else if (run.results) {
      useSimulation.setState({ playing: false });
      clearInterval(clock);
    }
  }, 1000 / speed);
}

export function setPlaying(playing: boolean): void {
  const { run, shownDay } = useSimulation.getState();
  if (playing && run && shownDay + 1 >= run.of) showDay(0);
  useSimulation.setState({ playing });
  if (playing) startClock();
  else clearInterval(clock);
}

export function setSpeed(speed: number): void {
  useSimulation.setState({ speed });
  if (useSimulation.getState().playing) startClock();
}

/** Shows one day: the ruler's lines carry what has gone along them up to then. */
export function showDay(day: number): void {
  const { run } = useSimulation.getState();
  if (!run) return;
  const shownDay = Math.max(0, Math.min(day, Math.max(0, run.days.length - 1)));
  useSimulation.setState({ shownDay });
  const lines: Record<string, number> = {};
  const steps: Record<string, number> = {};
  for (const simulated of run.days.slice(0, shownDay + 1)) {
    for (const { from, to, count } of simulated.flows) {
      if (from !== START) lines[`${from}>${to}`] = (lines[`${from}>${to}`] ?? 0) + count;
    }
    for (const [stepId, count] of Object.entries(simulated.steps)) steps[stepId] = (steps[stepId] ?? 0) + count;
  }
  useTraffic.setState({ lines, steps, largest: Math.max(0, ...Object.values(lines)) });
}
