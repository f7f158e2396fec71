import { ChevronDown } from 'lucide-react';
import { memo } from 'react';
import { dayLabel } from '../../../core/cadence/labels.ts';
import type { Step } from '../../../core/cadence/document.ts';
import { firmnessOfStep } from '../canvas/firmness.ts';
import { useLineTraffic, useStepTraffic, useTraffic } from '../canvas/traffic.ts';
import { useEditor } from '../document/store.ts';
import { DueLine } from '../parts/DueLine.tsx';
import { useT } from '../strings/index.ts';
import './standing-ruler.css';

/** The ruler upright, for a phone: each day with how many cases its step was carried out for, and how many went on to the next. */
export function StandingRuler() {
  const t = useT();
  const tracks = useEditor((state) => state.document.tracks);
  return tracks.map((track) => (
    <section key={track.id} className="standing" aria-label={t.comparison.track(track.name)}>
      <h2>{track.name}</h2>
      {track.steps.length === 0 && <p className="note">{t.outline.empty}</p>}
      <ol>
        {track.steps.map((step, index) => (
          <StandingStep key={step.id} step={step} previous={track.steps[index - 1]} />
        ))}
      </ol>
    </section>
  ));
}

const StandingStep = memo(function StandingStep({ step, previous }: { step: Step; previous: Step | undefined }) {
  const t = useT();
  const count = useStepTraffic(step.id);
  const largest = useTraffic(largestStep);
  const came = useLineTraffic(previous ? `${previous.id}>${step.id}` : '');
  return (
    <li>
      {previous && (
        <p className="standing-between">
          {came !== null && came > 0 && (
            <>
              <ChevronDown size={14} aria-hidden />
              {t.simulation.wentOn(came)}
            </>
          )}
        </p>
      )}
      {step.day >= 0 && (previous === undefined || previous.day < 0) && <DueLine />}
      <div className={`standing-step firm-${firmnessOfStep(step.blocks)}`}>
        <span className="standing-day">{dayLabel(step.day)}</span>
        <span className="standing-name">{step.name}</span>
        <b className="standing-count tabular">{count === null ? '–' : count.toLocaleString(t.app.locale)}</b>
        <i className="standing-bar" style={{ width: `${((count ?? 0) / Math.max(1, largest)) * 100}%` }} aria-hidden />
      </div>
    </li>
  );
});

const largestStep = ({ steps }: { steps: Readonly<Record<string, number>> }): number => Math.max(0, ...Object.values(steps));
