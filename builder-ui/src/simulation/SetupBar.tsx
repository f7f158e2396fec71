import { FileSpreadsheet, FlaskConical, Square } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../parts/Button.tsx';
import { NumberField } from '../parts/NumberField.tsx';
import { useN8nSession } from '../n8n/session.ts';
import { chooseCsv, loadCsvFrom, type CsvReport } from '../portfolio/load-csv.ts';
import { usePortfolio } from '../portfolio/store.ts';
import { useT } from '../strings/index.ts';
import { cancelRun, startRun } from './runs.ts';
import { changeSettings as change, isRunning, useSimulation } from './store.ts';

/** What a run is made of. In a comparison both are run together, from its own panel. */
export function SetupBar({ comparing }: { comparing: boolean }) {
  const t = useT();
  const settings = useSimulation((state) => state.settings);
  const running = useSimulation((state) => isRunning(state.run) && state.problem === null);
  const { source, name, cases } = usePortfolio();
  const { demo } = useN8nSession();
  const [report, setReport] = useState<CsvReport | null>(null);
  return (
    <section className="setup" aria-label={t.simulation.title}>
      <p className="setup-honesty">{t.simulation.honesty}</p>
      <div className="setup-row">
        {source === 'file' ? (
          <div className="setup-file">
            <b>{t.simulation.fromFile(name, cases.length.toLocaleString('pt-BR'))}</b>
            <Button small tone="quiet" onClick={() => usePortfolio.setState({ source: 'people', name: '', cases: [], shownId: null })}>
              {t.simulation.useSample}
            </Button>
          </div>
        ) : (
          <NumberField
            label={t.simulation.debtors}
            value={settings.debtors}
            min={1}
            max={100_000}
            onChange={(debtors) => debtors !== null && change({ debtors })}
            outOfRange={t.inspector.range}
          />
        )}
        <NumberField
          label={t.simulation.days}
          value={settings.days}
          min={1}
          max={720}
          onChange={(days) => days !== null && change({ days })}
          outOfRange={t.inspector.range}
        />
        <NumberField
          label={t.simulation.seed}
          value={settings.seed}
          min={0}
          max={999_999}
          onChange={(seed) => seed !== null && change({ seed })}
          outOfRange={t.inspector.range}
        />
        {comparing ? null : running ? (
          <Button icon={<Square size={15} aria-hidden />} onClick={cancelRun}>
            {t.simulation.cancel}
          </Button>
        ) : (
          <Button tone="primary" icon={<FlaskConical size={16} aria-hidden />} onClick={startRun}>
            {t.simulation.run}
          </Button>
        )}
        <Button icon={<FileSpreadsheet size={16} aria-hidden />} title={t.simulation.csvPrivacy} onClick={() => chooseCsv(setReport)}>
          {t.simulation.loadCsv}
        </Button>
        {demo?.portfolioUrl && source !== 'file' && (
          <Button tone="quiet" onClick={() => loadCsvFrom(demo.portfolioUrl!, setReport)}>
            {t.simulation.loadDemo}
          </Button>
        )}
      </div>
      {report && (
        <details className="csv-report" open={report.cases === 0}>
          <summary>{t.simulation.csvLoaded(report.cases, report.invalid.length)}</summary>
          <ul>
            {report.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
            {report.invalid.map((row) => (
              <li key={row.rowNumber}>
                <b>{t.simulation.csvRow(row.rowNumber)}:</b> {row.reasons.map((reason) => reason.message).join(' ')}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
