import { FileSpreadsheet, FlaskConical, Square } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button } from '../parts/Button.tsx';
import { NumberField } from '../parts/NumberField.tsx';
import { useN8nSession } from '../n8n/session.ts';
import { CsvReportNotes } from '../portfolio/CsvReportNotes.tsx';
import { chooseCsv, loadCsvFrom, type CsvReport } from '../portfolio/load-csv.ts';
import { usePortfolio } from '../portfolio/store.ts';
import { useNarrow } from '../shell/narrow.ts';
import { useT } from '../strings/index.ts';
import { cancelRun, startRun } from './runs.ts';
import { changeSettings as change, isRunning, useSimulation } from './store.ts';

/** What a run is made of. In a comparison both are run together, from its own panel. */
export function SetupBar({ comparing }: { comparing: boolean }) {
  const t = useT();
  const narrow = useNarrow();
  const idle = useSimulation((state) => state.run === null);
  const [report, setReport] = useState<CsvReport | null>(null);
  return (
    <section className="setup" aria-label={t.simulation.title}>
      {(idle || !narrow) && <p className="setup-honesty">{t.simulation.honesty}</p>}
      {narrow ? (
        <div className="setup-fold">
          <details open={idle}>
            <summary>
              <SetupWords />
            </summary>
            <div className="setup-row">
              <SetupFields onReport={setReport} />
            </div>
          </details>
          {!comparing && <RunButton />}
        </div>
      ) : (
        <div className="setup-row">
          <SetupFields onReport={setReport}>{!comparing && <RunButton />}</SetupFields>
        </div>
      )}
      {report && <CsvReportNotes report={report} />}
    </section>
  );
}

/** "1.000 clientes · 120 dias · semente 7". */
function SetupWords() {
  const t = useT();
  const { debtors, days, seed } = useSimulation((state) => state.settings);
  const { source, cases } = usePortfolio();
  return t.simulation.inShort(source === 'file' ? cases.length : debtors, days, seed);
}

function RunButton() {
  const t = useT();
  const running = useSimulation((state) => isRunning(state.run) && state.problem === null);
  return running ? (
    <Button icon={<Square size={15} aria-hidden />} onClick={cancelRun}>
      {t.simulation.cancel}
    </Button>
  ) : (
    <Button tone="primary" icon={<FlaskConical size={16} aria-hidden />} onClick={startRun}>
      {t.simulation.run}
    </Button>
  );
}

function SetupFields({ onReport, children }: { onReport: (report: CsvReport) => void; children?: ReactNode }) {
  const t = useT();
  const settings = useSimulation((state) => state.settings);
  const { source, name, cases } = usePortfolio();
  const { demo } = useN8nSession();
  return (
    <>
      {source === 'file' ? (
        <div className="setup-file">
          <b>{t.simulation.fromFile(name, cases.length.toLocaleString(t.app.locale))}</b>
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
      {children}
      <Button icon={<FileSpreadsheet size={16} aria-hidden />} title={t.simulation.csvPrivacy} onClick={() => chooseCsv(onReport)}>
        {t.simulation.loadCsv}
      </Button>
      {demo?.portfolioUrl && source !== 'file' && (
        <Button tone="quiet" onClick={() => loadCsvFrom(demo.portfolioUrl!, onReport)}>
          {t.simulation.loadDemo}
        </Button>
      )}
    </>
  );
}
