import { ReguaError } from '../../../core/errors.ts';
import { asCases, readTable, type InvalidRow } from '../../../core/portfolio/index.ts';
import { sentenceOf } from '../document/error-sentence.ts';
import { currentDocument } from '../document/store.ts';
import { showToast } from '../parts/toasts.ts';
import { today } from '../preview/today.ts';
import { t } from '../strings/index.ts';
import { usePortfolio } from './store.ts';

export interface CsvReport {
  readonly cases: number;
  readonly invalid: readonly InvalidRow[];
  readonly notes: readonly string[];
}

const LARGEST_BYTES = 100 * 1024 * 1024;

/** Reads the user's own portfolio with the core's importer, in this page; it becomes what previews and simulation show. */
export function chooseCsv(onReport: (report: CsvReport) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.csv,text/csv,.txt';
  input.onchange = () => {
    const file = input.files?.[0];
    if (file) void loadCsv(file).then(onReport, (error: unknown) => showToast({ text: sentenceOf(error), tone: 'error' }));
  };
  input.click();
}

/** The sample that `npm start` serves beside this page. */
export function loadCsvFrom(address: string, onReport: (report: CsvReport) => void): void {
  const load = async (): Promise<CsvReport> => {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return await loadCsv(new File([await response.blob()], address.split('/').at(-1) ?? 'carteira.csv'));
  };
  load().then(onReport, (error: unknown) => showToast({ text: sentenceOf(error), tone: 'error' }));
}

async function loadCsv(file: File): Promise<CsvReport> {
  if (file.size > LARGEST_BYTES) throw new ReguaError('portfolio.too-large', t().portfolio.tooLarge);
  const read = readTable(new Uint8Array(await file.arrayBuffer()), { on: today(), defaultUf: currentDocument().creditor.uf });
  const cases = asCases(read.cases);
  if (cases.length > 0) usePortfolio.setState({ source: 'file', name: file.name, cases, shownId: null });
  return { cases: cases.length, invalid: read.invalid, notes: read.columns.notes.map((note) => note.message) };
}
