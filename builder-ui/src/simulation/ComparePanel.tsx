import { useEffect, useState } from 'react';
import { formatMoney } from '../../../core/money.ts';
import type { SimulationResults } from '../../../core/simulation/types.ts';
import { compareCadences } from '../../../core/cadence/compare/index.ts';
import type { CadenceDocument } from '../../../core/cadence/document.ts';
import { TEMPLATES } from '../../../templates/index.ts';
import { listVersions, type Version } from '../document/storage.ts';
import { useEditor } from '../document/store.ts';
import { Button } from '../parts/Button.tsx';
import { Field } from '../parts/Field.tsx';
import { useT } from '../strings/index.ts';
import { startComparison, useSimulation } from './store.ts';

interface Candidate {
  readonly key: string;
  readonly label: string;
  readonly document: CadenceDocument;
}

/** Two versions, the same people, the same luck. */
export function ComparePanel() {
  const t = useT();
  const document = useEditor((state) => state.document);
  const run = useSimulation((state) => state.run);
  const other = useSimulation((state) => state.other);
  const [versions, setVersions] = useState<readonly Version[]>([]);
  const [picked, setPicked] = useState('');
  useEffect(() => {
    listVersions(document.id).then(setVersions, () => setVersions([]));
  }, [document.id]);
  const candidates: Candidate[] = [
    ...versions.map((version) => ({ key: version.id, label: version.name, document: version.document })),
    ...TEMPLATES.map((template) => ({
      key: `template:${template.document.id}`,
      label: t.simulation.compareTemplate(template.document.name),
      document: onOurTiers(template.document, document),
    })),
  ];
  const chosen = candidates.find((candidate) => candidate.key === picked) ?? candidates[0]!;
  if (!run?.results) return <p className="panel-empty">{t.simulation.empty}</p>;
  return (
    <>
      {versions.length === 0 && <p className="note">{t.simulation.compareNone}</p>}
      <Field label={t.simulation.compareWith}>
        {(wiring) => (
          <select {...wiring} className="input" value={chosen.key} onChange={(event) => setPicked(event.target.value)}>
            {candidates.map((candidate) => (
              <option key={candidate.key} value={candidate.key}>
                {candidate.label}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Button tone="primary" disabled={other !== null && other.results === null} onClick={() => startComparison(chosen.document, chosen.label)}>
        {other !== null && other.results === null ? t.simulation.running : t.simulation.compareRun}
      </Button>
      {other?.results && (
        <>
          <Table mine={run.results} theirs={other.results} theirName={other.label} />
          <ul className="sentences">
            {compareCadences(other.document, run.document)
              .slice(0, 12)
              .map(({ sentence }, index) => (
                <li key={index}>{sentence}</li>
              ))}
          </ul>
        </>
      )}
    </>
  );
}

/** A template with other tiers than ours: its first track then serves all of ours, so that everybody is treated by it. */
function onOurTiers(template: CadenceDocument, document: CadenceDocument): CadenceDocument {
  const ours = new Set(document.tiers.map((tier) => tier.id));
  if (template.tracks.every((track) => track.tierIds.every((id) => ours.has(id)))) return { ...template, tiers: document.tiers };
  return { ...template, tiers: document.tiers, tracks: template.tracks.map((track, index) => ({ ...track, tierIds: index === 0 ? [...ours] : [] })) };
}

function Table({ mine, theirs, theirName }: { mine: SimulationResults; theirs: SimulationResults; theirName: string }) {
  const t = useT();
  const rows: { name: string; read: (results: SimulationResults) => number; format: (value: number) => string; moreIsBetter: boolean }[] = [
    { name: t.simulation.recovered, read: (results) => results.recoveredCents, format: formatMoney, moreIsBetter: true },
    { name: t.simulation.settled, read: (results) => results.settledCases, format: whole, moreIsBetter: true },
    { name: t.simulation.contacts, read: (results) => results.contacts, format: whole, moreIsBetter: false },
    { name: t.simulation.cost, read: (results) => results.costCents, format: formatMoney, moreIsBetter: false },
  ];
  return (
    <table className="compare-table tabular">
      <thead>
        <tr>
          <th scope="col">{t.simulation.measure}</th>
          <th scope="col">{t.simulation.thisOne}</th>
          <th scope="col">{theirName}</th>
          <th scope="col">{t.simulation.difference}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, read, format, moreIsBetter }) => {
          const difference = read(mine) - read(theirs);
          return (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{format(read(mine))}</td>
              <td>{format(read(theirs))}</td>
              <td className={difference === 0 ? '' : difference > 0 === moreIsBetter ? 'is-better' : 'is-worse'}>
                {difference > 0 ? '+' : ''}
                {format(difference)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const whole = (value: number): string => value.toLocaleString('pt-BR');
