import { foldHeader, matchesFolded } from '../portfolio/fold-header.ts';

export type StatementField = 'date' | 'text' | 'amount' | 'credit' | 'debit' | 'side' | 'number' | 'account';

/** What banks call them, folded, the most telling first. `text` and `side` may be several columns, the others are one. */
const NAMES: Readonly<Record<StatementField, readonly string[]>> = {
  date: [
    'datalancamento',
    'data',
    'datamov',
    'datamovimento',
    'datamovimentacao',
    'datatransacao',
    'dataoperacao',
    'datahora',
    'dtlancamento',
    'dtmovimento',
    'dt',
    'dia',
    'releasedate',
    'date',
    'datacontabil',
    'databalancete',
  ],
  text: [
    'historico',
    'lancamento',
    'lancamentos',
    'descricao',
    'detalhes',
    'detalhe',
    'detalhamentohist',
    'detalhamentohistorico',
    'titulo',
    'complemento',
    'transacao',
    'operacao',
    'tipotransacao',
    'transactiontype',
    'memo',
    'observacao',
    'nome',
    'nomefavorecido',
    'favorecido',
    'remetente',
    'pagador',
    'favorecidopagador',
    'razaosocial',
    'origemdestino',
    'origem',
    'origemdocumento',
    'destino',
    'cpfcnpj',
    'cpfcnpjpagador',
    'description',
  ],
  amount: ['valor', 'valorlancamento', 'valortransacao', 'valoroperacao', 'valorreais', 'valorrs', 'montante', 'quantia', 'transactionnetamount', 'amount'],
  credit: ['credito', 'creditos', 'entrada', 'entradas', 'valorcredito', 'valorentrada', 'valorcreditado'],
  debit: ['debito', 'debitos', 'saida', 'saidas', 'valordebito', 'valorsaida', 'valordebitado'],
  side: [
    'dc',
    'cd',
    'debcred',
    'creddeb',
    'debitocredito',
    'creditodebito',
    'entradasaida',
    'natureza',
    'sinal',
    'tipolancamento',
    'tipo',
    'inf',
    'movimentacao',
    'movimento',
  ],
  number: [
    'identificador',
    'idtransacao',
    'codigotransacao',
    'endtoendid',
    'id',
    'referenceid',
    'documento',
    'docto',
    'doc',
    'numerodocumento',
    'nrdocumento',
    'nrdoc',
    'ndocumento',
    'ndoc',
    'numdocumento',
  ],
  account: ['conta', 'contacorrente'],
};

export const STATEMENT_FIELDS = Object.keys(NAMES) as StatementField[];

export type StatementColumns = Readonly<Record<StatementField, readonly string[]>>;

/** The columns of a bank's table by what their names mean; each but `text` and `side` at most once. */
export function statementColumns(headers: readonly string[]): StatementColumns {
  const folded = headers.map((header) => [header, foldHeader(header)] as const);
  const named = (field: StatementField): string[] =>
    NAMES[field].flatMap((name) => folded.filter(([, text]) => matchesFolded(text, name)).map(([header]) => header));
  const first = (field: StatementField): string[] => named(field).slice(0, 1);
  // In the table's order, as a person reads the line.
  const texts = named('text');
  return {
    date: first('date'),
    text: headers.filter((header) => texts.includes(header)),
    amount: first('amount'),
    credit: first('credit'),
    debit: first('debit'),
    side: named('side'),
    number: first('number'),
    account: first('account'),
  };
}

/** How much these names say to a reader of statements. */
export function tellingOfStatement(headers: readonly string[]): number {
  const columns = statementColumns([...new Set(headers.map((header) => header.trim()).filter((header) => header !== ''))]);
  return STATEMENT_FIELDS.filter((field) => columns[field].length > 0).length;
}
