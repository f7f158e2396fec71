import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Instant } from '../../core/case/index.ts';
import type { CivilDate } from '../../core/civil-date.ts';
import type { ImportedCase, KnownTitle, PortfolioField, ReadOptions, ReadPortfolio, RowWarning } from '../../core/portfolio/index.ts';
import { allOpenRefusal, missingTitles, numberKey, PORTFOLIO_FIELDS, readRows, readTable, titlesToStop } from '../../core/portfolio/index.ts';
import { maskDocument } from '../../core/identity/index.ts';
import { centsToDecimal } from '../../core/money.ts';
import type { ContactChange, ImportOutcome, Ledger } from '../../ledger/index.ts';
import { ledgerOf } from '../shared/ledger-access.ts';
import { maskAddress } from '../shared/mask-address.ts';
import { Outputs } from '../shared/outputs.ts';
import { requirePortfolio } from '../shared/portfolio-field.ts';
import { readParameters } from '../shared/parameters.ts';
import { problemOf } from '../shared/problem.ts';
import { rehearsalMarks, withRehearsal } from '../shared/rehearsal.ts';
import { momentOf, momentOnItem } from '../shared/today.ts';

const defaults = {
  portfolio: 'principal',
  today: '',
  defaultUf: '',
  contactChanges: 'show' as 'show' | 'accept',
  allOpen: 'no' as 'no' | 'ask' | 'cancelled' | 'paid',
  missingLimit: 30,
  columns: {} as { column?: readonly { header?: string; field?: string }[] },
};

/** `readRows` counts lines as a spreadsheet does: the header is line 1. */
const FIRST_ROW = 2;

/** What was read, and which incoming item each row came on. */
interface Source {
  readonly read: ReadPortfolio & { readonly lastRow?: number };
  readonly itemOf: (rowNumber: number) => number;
}

/**
 * Writes titles to the ledger as cases: a file that comes on an item is read here, and what comes as rows is one title an item. What cannot be read leaves by
 * the second output with every reason.
 */
export async function importPortfolio(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const parameters = readParameters(this, defaults)(0);
  const moment = momentOf(parameters.today);
  const { today, now, kind } = moment;
  const options: ReadOptions = {
    mapping: mappingOf(parameters.columns.column ?? []),
    on: today,
    ...(parameters.defaultUf.trim() === '' ? {} : { defaultUf: parameters.defaultUf.trim() }),
  };
  const ledger = await ledgerOf(this);
  const context = { portfolio: requirePortfolio(parameters.portfolio), on: today, at: now, contactChanges: parameters.contactChanges };
  const { why: notes } = rehearsalMarks(this)(moment);
  const mark = kind === 'rehearsal' ? momentOnItem(moment) : {};
  const outputs = new Outputs(2);
  const take = async (to: Ledger): Promise<void> => {
    const sources = await sourcesOf(this, options);
    for (const { read, itemOf } of sources) {
      const rested = await restTitles(to, read, context);
      const outcomes = await to.importCases(read.cases, context);
      const warnings = warningsByRow(read);
      for (const [index, { contactChanges, sharedContacts, ...outcome }] of outcomes.entries()) {
        const { debtor, debts } = read.cases[index]!;
        const rows = read.rowNumbers[index]!;
        const said = rows.flatMap((row) => (warnings.get(row) ?? []).map(({ message }) => `Linha ${row}: ${message}`));
        const why = [...notes, ...said, ...changesInWords(contactChanges), ...sharedContacts.map(sharedInWords)];
        const shown = { ...outcome, ...summaryOf(debtor, debts), contactChanges: contactChanges.map(masked), ...mark, why };
        outputs.push(0, shown, [...new Set(rows.map(itemOf))]);
      }
      for (const { rowNumber, row, reasons, title } of read.invalid) {
        const rests = rested.filter(
          ({ document, number }) => document === title.document && (title.number === undefined || numberKey(number) === numberKey(title.number)),
        );
        const said = [...reasons.map(({ message }) => message), ...(rests.length > 0 ? [RESTS] : [])];
        outputs.push(1, { rowNumber, reasons: said, row, ...mark }, itemOf(rowNumber));
      }
      sayAboutTable(this, read);
    }
    await closeMissing(to, sources, parameters, context, (output, json) => outputs.push(output, { ...json, ...mark }, 0));
  };
  await (kind === 'rehearsal' ? withRehearsal(this, ledger, take) : take(ledger));
  return outputs.data;
}

/** In which portfolio, and when. */
interface ImportContext {
  readonly portfolio: string;
  readonly on: CivilDate;
  readonly at: Instant;
}

const RESTS = 'O título já estava na carteira: parou de ser cobrado, e volta quando uma planilha o trouxer em aberto.';

/** What rows that were not taken say of titles the ledger has open: those rest from now on. */
async function restTitles(ledger: Ledger, { stopped }: ReadPortfolio, { portfolio, on, at }: ImportContext): Promise<KnownTitle[]> {
  if (stopped.length === 0) return [];
  const known = await ledger.openTitles({ portfolio, documents: [...new Set(stopped.map(({ document }) => document))] });
  const resting = titlesToStop(known, stopped);
  await ledger.closeTitles({ titles: resting.map(({ title, because }) => ({ ...title, because })), as: 'cancelled', on, at });
  return resting.map(({ title }) => title);
}

/** Titles that a list of "everything that is open" lacks: closed as the user says, or shown; none when the list can't be whole. */
async function closeMissing(
  ledger: Ledger,
  sources: readonly Source[],
  { allOpen, missingLimit }: Pick<typeof defaults, 'allOpen' | 'missingLimit'>,
  { portfolio, on, at }: ImportContext,
  push: (output: 0 | 1, json: IDataObject) => void,
): Promise<void> {
  if (allOpen === 'no') return;
  const tables = sources.map(({ read }) => read);
  const known = await ledger.openTitles({ portfolio });
  const missing = missingTitles(known, tables);
  const refusal = allOpenRefusal(known, missing, tables, missingLimit / 100);
  if (refusal) {
    push(1, { problem: problemOf(refusal), missing: missing.map(({ number }) => number) });
    return;
  }
  if (allOpen === 'ask') {
    for (const title of missing)
      push(1, {
        ...titleJson(title),
        reasons: ['O título está em aberto no registro e não veio nesta lista. Foi pago ou cancelado? Enquanto isso, segue sendo cobrado.'],
      });
    return;
  }
  await ledger.closeTitles({ titles: missing.map((title) => ({ ...title, because: 'Não veio na lista de tudo o que está em aberto.' })), as: allOpen, on, at });
  const done = allOpen === 'paid' ? 'foi dado por pago' : 'deixou de ser cobrado';
  for (const title of missing)
    push(0, { ...titleJson(title), closed: allOpen, why: [`O título ${title.number} não veio na lista de tudo o que está em aberto: ${done}.`] });
}

const titleJson = ({ caseId, document, number, dueDate, principal }: KnownTitle) => ({
  caseId,
  documentMasked: maskDocument(document),
  debtNumber: number,
  dueDate,
  principal: centsToDecimal(principal),
});

/** Above the output: what concerns the whole table, and rows that are nobody's title. */
function sayAboutTable(context: IExecuteFunctions, { warnings, leftOut }: ReadPortfolio): void {
  const out = new Set(leftOut);
  for (const { rowNumber, message } of warnings) {
    if (rowNumber === undefined) context.addExecutionHints({ message, type: 'warning', location: 'outputPane' });
    else if (out.has(rowNumber)) context.addExecutionHints({ message: `Linha ${rowNumber}: ${message}`, type: 'info', location: 'outputPane' });
  }
}

function warningsByRow({ warnings }: ReadPortfolio): ReadonlyMap<number, readonly RowWarning[]> {
  const byRow = new Map<number, RowWarning[]>();
  for (const warning of warnings) {
    if (warning.rowNumber === undefined) continue;
    const known = byRow.get(warning.rowNumber);
    if (known) known.push(warning);
    else byRow.set(warning.rowNumber, [warning]);
  }
  return byRow;
}

async function sourcesOf(context: IExecuteFunctions, options: ReadOptions): Promise<Source[]> {
  const items = context.getInputData();
  const sources: Source[] = [];
  const rows: { readonly index: number; readonly json: Readonly<Record<string, unknown>> }[] = [];
  for (const [index, { json, binary }] of items.entries()) {
    const [file] = Object.keys(binary ?? {});
    if (file === undefined) {
      rows.push({ index, json });
      continue;
    }
    sources.push({ read: readTable(await context.helpers.getBinaryDataBuffer(index, file), options), itemOf: () => index });
  }
  if (rows.length > 0) {
    const read = readRows(
      rows.map(({ json }) => json),
      options,
    );
    sources.push({ read, itemOf: (rowNumber) => rows[rowNumber - FIRST_ROW]?.index ?? 0 });
  }
  return sources;
}

const masked = ({ kind, value }: ContactChange) => ({ kind, value: maskedValue(kind, value) });

function maskedValue(kind: ContactChange['kind'], value: string): string {
  return maskAddress(kind === 'email' ? 'email' : kind === 'address' ? 'letter' : 'sms', value);
}

function changesInWords(changes: readonly ContactChange[]): string[] {
  if (changes.length === 0) return [];
  const list = changes.map(({ kind, value }) => maskedValue(kind, value)).join(', ');
  return [
    `Contato novo de quem já estava na carteira: ${list}. Nada pessoal vai para ele antes de você conferir e importar de novo com "Contatos novos: aceitar".`,
  ];
}

function sharedInWords({ value, others }: ImportOutcome['sharedContacts'][number]): string {
  const shown = maskedValue(value.includes('@') ? 'email' : 'mobile', value);
  return `${shown} também é de ${others === 1 ? 'outro cliente' : `outros ${others} clientes`}: o que vier dele não vai para o caso de ninguém sem que uma pessoa confira.`;
}

function mappingOf(columns: readonly { header?: string; field?: string }[]): Partial<Record<PortfolioField, string>> {
  const known = columns.filter(
    (column): column is { header: string; field: PortfolioField } =>
      Boolean(column.header) && (PORTFOLIO_FIELDS as readonly string[]).includes(column.field ?? ''),
  );
  return Object.fromEntries(known.map(({ field, header }) => [field, header]));
}

function summaryOf(debtor: ImportedCase['debtor'], debts: ImportedCase['debts']) {
  return {
    debtorName: debtor.name,
    documentMasked: maskDocument(debtor.document),
    debts: debts.length,
    principal: centsToDecimal(debts.reduce((sum, debt) => sum + debt.principal, 0)),
    contactPoints: debtor.contactPoints.length,
  };
}
