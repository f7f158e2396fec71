import { clearTraffic, useTraffic } from '../canvas/traffic.ts';
import { useSimulation } from './store.ts';
import { TrafficCounter } from './traffic-counter.ts';

let clock: ReturnType<typeof setInterval> | undefined;

/** Advances the day that is shown; never past what has been simulated. */
function startClock(): void {
  clearInterval(clock);
  clock = setInterval(() => {
    const { playing, shownDay, run } = useSimulation.getState();
    if (!playing || !run) return;
    if (run.days.length > 0 && shownDay + 1 < run.days.length) showDay(shownDay + 1);
    else if (run.results) pause();
  }, 1000 / useSimulation.getState().speed);
}

export function play(): void {
  const { run, shownDay } = useSimulation.getState();
  if (run && run.days.length > 0 && shownDay + 1 >= run.of) showDay(0);
  useSimulation.setState({ playing: true });
  startClock();
}

export function pause(): void {
  useSimulation.setState({ playing: false });
  clearInterval(clock);
}

export function setSpeed(speed: number): void {
  useSimulation.setState({ speed });
  if (useSimulation.getState().playing) startClock();
}

/** The ruler goes back to showing no cases. */
export function leaveSimulation(): void {
  pause();
  clearTraffic();
}

let counter = new TrafficCounter(0, []);

/** Shows one day: the ruler's lines carry what has gone along them up to then. */
export function showDay(day: number): void {
  const { run } = useSimulation.getState();
  if (!run) return;
  const shownDay = Math.max(0, Math.min(day, Math.max(0, run.days.length - 1)));
  useSimulation.setState({ shownDay });
  if (counter.run !== run.id || counter.counted > shownDay + 1) counter = new TrafficCounter(run.id, run.setup.document.tracks);
  useTraffic.setState(counter.upTo(run.days, shownDay));
}
