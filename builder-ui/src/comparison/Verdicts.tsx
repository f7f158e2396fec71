import { Table2 } from 'lucide-react';
import type { SimulationResults } from '../../../core/simulation/types.ts';
import { Button } from '../parts/Button.tsx';
import { useT } from '../strings/index.ts';
import { RESULTS_ID } from './link-ids.ts';
import { measuresOf, verdictOn, type Measure } from './measures.ts';
import { VerdictMark } from './VerdictMark.tsx';
import { difference, direction } from './written.ts';

const TOLD = ['recovered', 'settled', 'contacts', 'cost'] as const;
type Told = Measure<(typeof TOLD)[number]>;
const isTold = (measure: Measure): measure is Told => TOLD.some((id) => id === measure.id);

/** What the change comes to, in four sentences; the figures stand below the rulers. */
export function Verdicts({ before, after }: { before: SimulationResults; after: SimulationResults }) {
  const t = useT();
  const { main } = measuresOf(before, after);
  return (
    <section className="verdict-section" aria-label={t.comparison.outcome}>
      <h2 className="section-title">{t.comparison.outcome}</h2>
      <ul className="vs-verdicts">
        {main.filter(isTold).map((measure) => (
          <li key={measure.id} className={`is-${verdictOn(measure)}`}>
            <VerdictMark measure={measure} />
            <span>{t.comparison.verdicts[measure.id](direction(measure), difference(measure, t), Math.abs(measure.after - measure.before) === 1)}</span>
          </li>
        ))}
      </ul>
      <Button small tone="quiet" icon={<Table2 size={15} aria-hidden />} onClick={showFigures}>
        {t.comparison.figures}
      </Button>
    </section>
  );
}

function showFigures(): void {
  const results = document.getElementById(RESULTS_ID);
  results?.scrollIntoView({ behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
  results?.focus({ preventScroll: true });
}
