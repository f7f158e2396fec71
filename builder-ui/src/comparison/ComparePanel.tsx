import { Scale } from 'lucide-react';
import { Button } from '../parts/Button.tsx';
import { Field } from '../parts/Field.tsx';
import { usePanel } from '../simulation/panel.ts';
import { startComparison } from '../simulation/runs.ts';
import { isRunning, useSimulation } from '../simulation/store.ts';
import { useT } from '../strings/index.ts';
import { DifferenceList } from './DifferenceList.tsx';
import { Verdicts } from './Verdicts.tsx';
import type { Comparison } from './use-comparison.ts';

/** What to compare with, and what is different. */
export function ComparePanel({ comparison }: { comparison: Comparison }) {
  const t = useT();
  const { candidates, chosen, hasVersions, aligned, runs } = comparison;
  const running = useSimulation((state) => (isRunning(state.run) || isRunning(state.other)) && state.problem === null);
  return (
    <>
      <div className="compare-pick">
        <Field label={t.comparison.with} help={hasVersions ? undefined : t.comparison.noVersions}>
          {(wiring) => (
            <select {...wiring} className="input" value={chosen.key} onChange={(event) => usePanel.setState({ comparedWith: event.target.value })}>
              {candidates.map((candidate) => (
                <option key={candidate.key} value={candidate.key}>
                  {candidate.label}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Button tone={runs ? 'plain' : 'primary'} icon={<Scale size={16} aria-hidden />} disabled={running} onClick={() => startComparison(chosen.document)}>
          {running ? t.comparison.running : runs ? t.comparison.runAgain : t.comparison.run}
        </Button>
      </div>
      {runs && <Verdicts before={runs.before.results} after={runs.after.results} />}
      <DifferenceList sentences={aligned.sentences} />
    </>
  );
}
