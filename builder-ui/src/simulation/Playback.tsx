import { Pause, Play, RotateCw, StepBack, StepForward } from 'lucide-react';
import { formatCivilDate } from '../../../core/civil-date.ts';
import { useEditor } from '../document/store.ts';
import { Button, IconButton } from '../parts/Button.tsx';
import { usePortfolio } from '../portfolio/store.ts';
import { useT } from '../strings/index.ts';
import { pause, play, setSpeed, showDay } from './playback.ts';
import { isStale, startRun } from './runs.ts';
import { useSimulation, type Run } from './store.ts';

const SPEEDS = [2, 8, 20, 60];

export function Playback() {
  const t = useT();
  const run = useSimulation((state) => state.run);
  const shownDay = useSimulation((state) => state.shownDay);
  const playing = useSimulation((state) => state.playing);
  const speed = useSimulation((state) => state.speed);
  const day = run?.days[shownDay];
  if (!run || !day) return <p className="playback-empty">{run ? t.simulation.running : t.simulation.empty}</p>;
  const label = t.simulation.dayOf(shownDay + 1, run.of, formatCivilDate(day.on));
  return (
    <div className="playback" role="group" aria-label={t.simulation.playback}>
      <StaleNotice run={run} />
      <IconButton label={t.simulation.stepBack} icon={<StepBack size={18} aria-hidden />} onClick={() => showDay(shownDay - 1)} disabled={shownDay === 0} />
      <IconButton
        className="play-button"
        label={playing ? t.simulation.pause : t.simulation.play}
        icon={playing ? <Pause size={20} aria-hidden /> : <Play size={20} aria-hidden />}
        onClick={playing ? pause : play}
      />
      <IconButton
        label={t.simulation.stepForward}
        icon={<StepForward size={18} aria-hidden />}
        onClick={() => showDay(shownDay + 1)}
        disabled={shownDay + 1 >= run.days.length}
      />
      <div className="scrub">
        <input
          type="range"
          aria-label={t.simulation.scrub}
          aria-valuetext={label}
          min={0}
          max={run.of - 1}
          value={shownDay}
          onChange={(event) => {
            pause();
            showDay(Number(event.target.value));
          }}
        />
        <progress max={run.of} value={run.days.length} aria-label={t.simulation.running} />
      </div>
      <span className="playback-day tabular">{label}</span>
      <label className="speed">
        <span className="visually-hidden">{t.simulation.speed}</span>
        <select className="input" value={speed} onChange={(event) => setSpeed(Number(event.target.value))}>
          {SPEEDS.map((candidate) => (
            <option key={candidate} value={candidate}>
              {t.simulation.perSecond(candidate)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

/** What is shown was made with other rules or numbers than the ones now on the desk. */
function StaleNotice({ run }: { run: Run }) {
  const t = useT();
  useEditor((state) => state.document);
  useSimulation((state) => state.settings);
  usePortfolio((state) => state.cases);
  if (run.results === null || !isStale(run)) return null;
  return (
    <p className="stale" role="status">
      <span>{t.simulation.stale}</span>
      <Button small tone="quiet" icon={<RotateCw size={14} aria-hidden />} onClick={startRun}>
        {t.simulation.runAgain}
      </Button>
    </p>
  );
}
