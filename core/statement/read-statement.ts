import type { LineProblem } from '../line-problem.ts';
import { decodeTable } from '../portfolio/index.ts';
import { tellingApart } from '../telling-apart.ts';
import { documentsIn, endToEndIdIn, isBalance, payerNameIn } from './entry-text.ts';
import { fingerprint } from './fingerprint.ts';
import { readCsvStatement } from './read-csv.ts';
import { readOfx } from './read-ofx.ts';
import type { RawEntry, ReadEntries, Statement, StatementEntry } from './statement.ts';

/**
 * Reads a bank's statement: OFX 1 (SGML) and 2 (XML), or a bank's CSV by what its columns are called. The encoding is found in the bytes, whatever the
 * header says: headers of OFX often lie. What can't be read is a problem with its line; nothing is guessed and nothing is lost. Never throws.
 */
export function readStatement(file: Uint8Array): Statement {
  const other = otherKind(file);
  if (other !== undefined) return nothing(other);
  const text = decodeTable(file).replace(/^\ufeff/, '');
  if (/<OFX\s*>/i.test(text) || /^\s*OFXHEADER/i.test(text)) return assemble('ofx', readOfx(text));
  if (/^\s*02RETORNO/i.test(text) || /^\d{7}0.{150,232}(?:\r|\n|$)/.test(text))
    return nothing('Este é um arquivo CNAB, não um extrato. Se é o retorno da cobrança, leia-o com "Ler retorno do banco" (regua return).');
  const csv = readCsvStatement(text);
  return csv
    ? assemble('csv', csv)
    : nothing('Não reconheci o extrato: falta uma coluna de data, de histórico ou de valor. Peça ao banco o extrato em OFX, ou em CSV com cabeçalho.');
}

/** What people send instead, by its first bytes. */
function otherKind(file: Uint8Array): string | undefined {
  const begins = (...bytes: readonly number[]): boolean => bytes.every((byte, index) => file[index] === byte);
  if (file.every((byte) => byte <= 0x20)) return 'O arquivo está vazio. Exporte o extrato de novo, em OFX ou CSV.';
  if (begins(0x25, 0x50, 0x44, 0x46)) return 'Este é um PDF, de que não se leem lançamentos com segurança. Exporte o extrato em OFX ou CSV.';
  if (begins(0x50, 0x4b) || begins(0xd0, 0xcf, 0x11, 0xe0)) return 'Esta é uma planilha do Excel. Exporte o extrato em OFX, ou salve a planilha como CSV.';
  return undefined;
}

const nothing = (message: string): Statement => ({ format: '', entries: [], debits: [], problems: [{ line: 1, message }] });

function assemble(format: 'ofx' | 'csv', { entries: raw, problems }: ReadEntries): Statement {
  const moves = raw.filter(({ signed, text }) => signed !== 0 && !isBalance(text));
  const account = moves.find((entry) => entry.account !== '')?.account;
  const repeated = format === 'ofx' ? repetitions(moves) : new Map<RawEntry, number>();
  const found: LineProblem[] = [...repeated].map(([{ line }, first]) => ({
    line,
    message: `Este lançamento é igual ao da linha ${first}, até no número que o banco lhe deu: veja no banco se são dois ou o mesmo repetido.`,
  }));
  const entryOf = (entry: RawEntry): StatementEntry => {
    const { signed, ...plain } = entry;
    const endToEndId = endToEndIdOf(entry);
    const payerName = payerNameIn(entry.text);
    return {
      ...plain,
      amount: Math.abs(signed),
      documents: documentsIn(`${entry.text} ${entry.id}`),
      ...(endToEndId === undefined ? {} : { endToEndId }),
      ...(payerName === undefined ? {} : { payerName }),
      ...(repeated.has(entry) ? { repeats: true as const } : {}),
    };
  };
  return {
    format,
    ...(account === undefined ? {} : { account }),
    entries: moves.filter(({ signed }) => signed > 0).map(entryOf),
    debits: moves.filter(({ signed }) => signed < 0).map(entryOf),
    problems: [...problems, ...found].sort((a, b) => a.line - b.line),
  };
}

const endToEndIdOf = ({ id, text }: RawEntry): string | undefined => endToEndIdIn(`${text} ${id}`);

/** Entries that say in all what an earlier one says, by the bank's number too, and the line of that one; a Pix that comes again is the same. */
function repetitions(entries: readonly RawEntry[]): Map<RawEntry, number> {
  const first = new Map<string, number>();
  const found = new Map<RawEntry, number>();
  for (const entry of entries) {
    if (entry.id === '' || endToEndIdOf(entry) !== undefined) continue;
    const key = JSON.stringify([entry.account, entry.id, entry.date, entry.signed, entry.text]);
    const line = first.get(key);
    if (line === undefined) first.set(key, entry.line);
    else found.set(entry, line);
  }
  return found;
}

/** A reference stays within what the ledger takes. */
const ACCOUNT_KEPT = 60;
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
/**
 * What a credit is known by in whatever file it comes again: the Pix's own id, by which a provider's notice of it is the same payment too; an id that is
 * unique in the world; else the account with the bank's number, which banks give again to something else, so that day and amount go with it; else what the
 * statement says of it, alike ones counted: the same two credits in two files are two.
 */
export function statementReferences({ format, entries }: Pick<Statement, 'format' | 'entries'>): ReadonlyMap<StatementEntry, string> {
  const apart = tellingApart();
  return new Map(
    entries.map((entry) => {
      const { id, account, date, amount, text, endToEndId } = entry;
      if (endToEndId !== undefined) return [entry, endToEndId];
      if (UUID.test(id)) return [entry, `extrato:${id.toLowerCase()}`];
      // The number of a table's line is often that of the branch or the kind of entry.
      const said = format === 'ofx' && id !== '' ? id : `${id}:${text.toLowerCase()}`;
      return [entry, apart(['extrato', account.slice(0, ACCOUNT_KEPT), date, amount, fingerprint(said)].join(':'))];
    }),
  );
}
