import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { ImportedCase, PortfolioField, ReadPortfolio } from '../../core/portfolio/index.ts';
import { PORTFOLIO_FIELDS, readRows } from '../../core/portfolio/index.ts';
import { maskDocument, parseDocument } from '../../core/identity/index.ts';
import { centsToDecimal } from '../../core/money.ts';
import type { ContactChange, ImportOutcome } from '../../ledger/index.ts';
import { ledgerOf } from '../shared/ledger-access.ts';
import { maskAddress } from '../shared/mask-address.ts';
import { Outputs } from '../shared/outputs.ts';
import { requirePortfolio } from '../shared/portfolio-field.ts';
import { readParameters } from '../shared/parameters.ts';
import { rehearsalMarks, withRehearsal } from '../shared/rehearsal.ts';
import { momentOf, momentOnItem } from '../shared/today.ts';

const defaults = {
  portfolio: 'principal',
  today: '',
  defaultUf: '',
  contactChanges: 'show' as 'show' | 'accept',
  columns: {} as { column?: readonly { header?: string; field?: string }[] },
};

/** `readRows` counts lines as a spreadsheet does: the header is line 1. */
const FIRST_ROW = 2;

/** Writes rows, one per título, to the ledger as cases; what cannot be read leaves by the second output with every reason. */
export async function importPortfolio(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const parameters = readParameters(this, defaults)(0);
  const moment = momentOf(parameters.today);
  const { today, now, kind } = moment;
  const rows = this.getInputData().map(({ json }) => json);
  const portfolio = readRows(rows, {
    mapping: mappingOf(parameters.columns.column ?? []),
    on: today,
    ...(parameters.defaultUf.trim() === '' ? {} : { defaultUf: parameters.defaultUf.trim() }),
  });
  const ledger = await ledgerOf(this);
  const context = { portfolio: requirePortfolio(parameters.portfolio), on: today, at: now, contactChanges: parameters.contactChanges };
  const outcomes = await (kind === 'rehearsal'
    ? withRehearsal(this, ledger, (copy) => copy.importCases(portfolio.cases, context))
    : ledger.importCases(portfolio.cases, context));
  const { why: notes } = rehearsalMarks(this)(moment);
  const mark = kind === 'rehearsal' ? momentOnItem(moment) : {};
  const outputs = new Outputs(2);
  const { rowsOf, warningsOf } = origins(rows, portfolio);
  for (const [index, { contactChanges, sharedContacts, ...outcome }] of outcomes.entries()) {
    const { debtor, debts } = portfolio.cases[index]!;
    const why = [...notes, ...warningsOf(debtor.document), ...changesInWords(contactChanges), ...sharedContacts.map(sharedInWords)];
    const shown = { ...outcome, ...summaryOf(debtor, debts), contactChanges: contactChanges.map(masked), ...mark, why };
    outputs.push(0, shown, rowsOf(debtor.document));
  }
  for (const { rowNumber, row, reasons } of portfolio.invalid) {
    outputs.push(1, { rowNumber, reasons: reasons.map(({ message }) => message), row, ...mark }, rowNumber - FIRST_ROW);
  }
  return outputs.data;
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

/** Which rows each debtor came from, and what was noted about them. */
function origins(rows: readonly Readonly<Record<string, unknown>>[], { columns, invalid, warnings }: ReadPortfolio) {
  const header = columns.mapping.document;
  const broken = new Set(invalid.map(({ rowNumber }) => rowNumber - FIRST_ROW));
  const documents = rows.map((row) => (header === undefined ? '' : parseDocument(String(row[header] ?? '')).normalized));
  const indexes = new Map<string, number[]>();
  for (const [index, document] of documents.entries()) {
    if (broken.has(index)) continue;
    const known = indexes.get(document);
    if (known) known.push(index);
    else indexes.set(document, [index]);
  }
  const notes = new Map<string, string[]>();
  for (const { rowNumber, message } of warnings) {
    if (rowNumber === undefined) continue;
    const document = documents[rowNumber - FIRST_ROW]!;
    notes.set(document, [...(notes.get(document) ?? []), `Linha ${rowNumber}: ${message}`]);
  }
  // A document written in a way that only the reader understands (digits as a number) leaves the pairing to the first row.
  return { rowsOf: (document: string) => indexes.get(document) ?? 0, warningsOf: (document: string) => notes.get(document) ?? [] };
}
