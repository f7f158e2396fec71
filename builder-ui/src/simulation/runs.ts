import type { CadenceDocument } from '../../../core/cadence/document.ts';
import { currentDocument } from '../document/store.ts';
import { announce } from '../parts/announcer.ts';
import { usePortfolio } from '../portfolio/store.ts';
import { today } from '../preview/today.ts';
import { t } from '../strings/index.ts';
import { openWorker } from './open-worker.ts';
import { play } from './playback.ts';
import type { Reply, Request, RunSetup } from './protocol.ts';
import { isRunning, useSimulation, type Run } from './store.ts';

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

/** What a run of this cadence would be made of now. */
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

/** True when running again now would be another run: the cadence, the portfolio or an assumption has changed since. */
export function isStale(run: Run): boolean {
  const now = setupOf(currentDocument());
  const { setup } = run;
  const samePortfolio =
    now.portfolio.kind === 'cases'
      ? setup.portfolio.kind === 'cases' && setup.portfolio.cases === now.portfolio.cases
      : setup.portfolio.kind === 'sample' && setup.portfolio.count === now.portfolio.count;
  return (
    !samePortfolio ||
    setup.document !== now.document ||
    setup.from !== now.from ||
    setup.days !== now.days ||
    setup.seed !== now.seed ||
    setup.assumptions !== now.assumptions
  );
}

function begin(setup: RunSetup): Run {
  const run: Run = { id: nextRun++, setup, days: [], of: setup.days, followed: [], each: 1, results: null, milliseconds: null };
  post({ kind: 'start', run: run.id, setup });
  return run;
}

/** Runs the cadence on the desk from today and shows the days as they come. */
export function startRun(): void {
  forgetRuns();
  useSimulation.setState({ run: begin(setupOf(currentDocument())), other: null, shownDay: 0, timeline: null, people: [], problem: null });
  play();
}

/** Runs another version beside the one on the desk: the same people, the same days, the same luck. */
export function startComparison(document: CadenceDocument): void {
  const { run, other } = useSimulation.getState();
  if (!run || isStale(run)) {
    forgetRuns();
    useSimulation.setState({ run: begin(setupOf(currentDocument())), shownDay: 0, playing: false, timeline: null, people: [], problem: null });
  } else if (other) post({ kind: 'forget', run: other.id });
  const { setup } = useSimulation.getState().run!;
  useSimulation.setState({ other: begin({ ...setup, document }), problem: null });
}

export function cancelRun(): void {
  const { run, other } = useSimulation.getState();
  for (const each of [run, other]) if (each && isRunning(each)) post({ kind: 'cancel', run: each.id });
  useSimulation.setState({ playing: false });
}

// Numbers of other people are worse than none: a new portfolio leaves nothing of the old one's runs.
usePortfolio.subscribe((now, before) => {
  if (now.source === before.source && now.cases === before.cases) return;
  forgetRuns();
  useSimulation.setState({ run: null, other: null, shownDay: 0, playing: false, timeline: null, people: [], problem: null });
});

/** A large portfolio is only kept while it can still be asked about. */
function forgetRuns(): void {
  const { run, other } = useSimulation.getState();
  for (const each of [run, other]) if (each) post({ kind: 'forget', run: each.id });
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
    case 'started':
      useSimulation.setState({ [which]: { ...mine, followed: reply.followed, each: reply.each } });
      return;
    case 'days':
      if (reply.days.length > 0) useSimulation.setState({ [which]: { ...mine, days: [...mine.days, ...reply.days] } });
      return;
    case 'finished':
      useSimulation.setState({
        [which]: { ...mine, of: reply.cancelled ? mine.days.length : mine.of, results: reply.results, milliseconds: reply.milliseconds },
      });
      if (which === 'run') {
        announce(t().simulation.finished(mine.days.length, reply.milliseconds / 1000));
        searchPeople('');
      } else announce(t().comparison.finished);
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
