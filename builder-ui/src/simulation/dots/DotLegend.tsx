import { useEditor } from '../../document/store.ts';
import { useT } from '../../strings/index.ts';
import { useSimulation } from '../store.ts';
import { stepWords } from '../words.ts';
import { OUTCOMES } from './outcome.ts';
import { placeDots } from './place-dots.ts';
import { useDotTip } from './tip.ts';

/** What a dot stands for, and what its shape and colour say. */
export function DotLegend() {
  const t = useT();
  const each = useSimulation((state) => state.run?.each ?? 1);
  const watched = useSimulation((state) => (state.run?.followed.length ?? 0) > 0);
  if (!watched) return null;
  return (
    <section className="dot-legend" aria-label={t.simulation.dots.legend}>
      <b>{t.simulation.dots.each(each)}</b>
      <ul>
        {OUTCOMES.map((outcome) => (
          <li key={outcome}>
            <i className="dot is-key" data-outcome={outcome} aria-hidden />
            {t.simulation.dots.outcomes[outcome]}
          </li>
        ))}
      </ul>
      <DotTip />
    </section>
  );
}

function DotTip() {
  const t = useT();
  const { caseId, x, y } = useDotTip();
  const run = useSimulation((state) => state.run);
  const shownDay = useSimulation((state) => state.shownDay);
  const document = useEditor((state) => state.document);
  const person = run?.followed.find(({ id }) => id === caseId);
  if (!run || !person) return null;
  const { stepId, outcome } = placeDots([person], run.days, shownDay).get(person.id)!;
  return (
    <div role="tooltip" className="dot-tip" style={{ left: x, top: y }}>
      <b>{person.name}</b>
      <span>{stepId === null ? '' : stepWords(document, stepId)}</span>
      <span>{t.simulation.dots.outcomes[outcome]}</span>
      {run.results && <small>{t.simulation.dots.click}</small>}
    </div>
  );
}
