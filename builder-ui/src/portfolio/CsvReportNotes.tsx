import { Download } from 'lucide-react';
import type { InvalidRow } from '../../../core/portfolio/index.ts';
import { download } from '../files/export.ts';
import { Button } from '../parts/Button.tsx';
import { useT } from '../strings/index.ts';
import type { CsvReport } from './load-csv.ts';
import { refusedAsCsv } from './refused-rows.ts';

/** More than anybody reads on a page; the download has them all. */
const SHOWN = 100;

/** What came of reading a file: how many rows, and which were refused and why. None is lost: all of them can be downloaded, mended and read again. */
export function CsvReportNotes({ report }: { report: CsvReport }) {
  const t = useT();
  const words = t.portfolio;
  const hidden = report.invalid.length - SHOWN;
  return (
    <details className="csv-report" open={report.cases === 0}>
      <summary>{t.simulation.csvLoaded(report.cases, report.invalid.length)}</summary>
      {report.invalid.length > 0 && (
        <Button
          small
          icon={<Download size={15} aria-hidden />}
          onClick={() => download(words.refusedFile, refusedAsCsv(report.invalid, words), 'text/csv;charset=utf-8')}
        >
          {words.downloadRefused}
        </Button>
      )}
      <ul>
        {report.notes.map((note) => (
          <li key={note} lang="pt-BR">
            {note}
          </li>
        ))}
        {report.invalid.slice(0, SHOWN).map((row) => (
          <Refused key={row.rowNumber} row={row} />
        ))}
        {hidden > 0 && <li>{words.moreRefused(hidden)}</li>}
      </ul>
    </details>
  );
}

function Refused({ row }: { row: InvalidRow }) {
  const t = useT();
  return (
    <li>
      <b>{t.simulation.csvRow(row.rowNumber)}:</b> <span lang="pt-BR">{row.reasons.map((reason) => reason.message).join(' ')}</span>
    </li>
  );
}
