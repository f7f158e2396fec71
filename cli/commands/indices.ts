import type { IndexSeries, IndexTables } from '../../core/charges/index.ts';
import {
  INDEX_SERIES,
  lastMonthOf,
  mergeIndexTables,
  nextMonth,
  parseIndexCsv,
  parseSgsResponse,
  SERIES_NAMES,
  SGS_CODES,
  sgsAddress,
  SHIPPED_TABLES,
} from '../../core/charges/index.ts';
import { ReguaError } from '../../core/errors.ts';
import type { Command, ExitCode, Io } from '../io.ts';
import { choiceOption, readArgs } from '../options.ts';
import { formatTable, printJson } from '../output.ts';

export const indices: Command = {
  name: 'indices',
  summary: 'Índices que acompanham a Régua e até que mês vão; baixa do Banco Central os que faltam.',
  usage: `IPCA, INPC, IGP-M e Taxa Legal: o que acompanha a Régua e o que falta.

Uso: regua indices [--indices ARQUIVO]… [--json]
     regua indices --series SÉRIE [--json]
     regua indices --fetch --out ARQUIVO [--series SÉRIE] [--indices ARQUIVO]… [--json]

  --series SÉRIE     ipca, inpc, igpm ou taxa-legal: mostra mês a mês, com a fonte.
  --fetch            Busca no SGS do Banco Central os meses depois do último conhecido (usa a internet).
  --out ARQUIVO      Onde gravar o que foi buscado, para usar com regua charges --indices ARQUIVO.
  --indices ARQUIVO  Índices a mais, em CSV: series,month,percent,source; pode repetir.
  --json             {"series":[{"series","name","sgs","firstMonth","lastMonth","months"}]}; com --series,
                     {"series","values":[{"month","percent","source"}]}; com --fetch, {"added":[…],"out"}.

Um mês que falta nunca é estimado.
`,
  run: async (args, io) => {
    const { values } = readArgs(args, {
      series: { type: 'string' },
      fetch: { type: 'boolean' },
      out: { type: 'string' },
      indices: { type: 'string', multiple: true },
      json: { type: 'boolean' },
    });
    const own = await Promise.all((values.indices ?? []).map(async (path) => parseIndexCsv(await io.readFile(path))));
    const tables = mergeIndexTables(SHIPPED_TABLES, ...own);
    const series = values.series === undefined ? undefined : choiceOption(values.series, 'series', INDEX_SERIES);
    const json = values.json ?? false;
    if (values.fetch) return fetchMissing(tables, series === undefined ? INDEX_SERIES : [series], values.out, json, io);
    return series === undefined ? summary(tables, json, io) : list(tables, series, json, io);
  },
};

function summary(tables: IndexTables, json: boolean, io: Io): ExitCode {
  const rows = INDEX_SERIES.map((series) => ({
    series,
    name: SERIES_NAMES[series],
    sgs: SGS_CODES[series],
    firstMonth: [...tables[series].keys()].sort()[0] ?? null,
    lastMonth: lastMonthOf(tables, series) ?? null,
    months: tables[series].size,
  }));
  if (json) printJson(io, { series: rows });
  else {
    const cells = rows.map((row) => [row.name, String(row.sgs), row.firstMonth ?? '', row.lastMonth ?? '', String(row.months)]);
    io.stdout(formatTable(['Série', 'SGS', 'Primeiro mês', 'Último mês', 'Meses'], cells, ['left', 'right', 'left', 'left', 'right']));
  }
  return 0;
}

function list(tables: IndexTables, series: IndexSeries, json: boolean, io: Io): ExitCode {
  const values = [...tables[series]].map(([month, value]) => ({ month, ...value })).sort((a, b) => (a.month < b.month ? -1 : 1));
  if (json) printJson(io, { series, values });
  else
    io.stdout(
      formatTable(
        ['Mês', '% no mês', 'Fonte'],
        values.map(({ month, percent, source }) => [month, percent.replace('.', ','), source]),
        ['left', 'right', 'left'],
      ),
    );
  return 0;
}

async function fetchMissing(tables: IndexTables, wanted: readonly IndexSeries[], out: string | undefined, json: boolean, io: Io): Promise<ExitCode> {
  if (out === undefined) throw new ReguaError('usage.missing', 'Falta a opção --out: diga em que arquivo gravar os índices.', { field: 'out' });
  if (io.fetchJson === undefined) throw new ReguaError('network.unreachable', 'Não há internet aqui para buscar os índices.', { field: 'fetch' });
  const added: { series: IndexSeries; month: string; percent: string; source: string }[] = [];
  const thisMonth = io.today().slice(0, 7);
  for (const series of wanted) {
    const from = nextMonth(lastMonthOf(tables, series) ?? '1994-12');
    if (from > thisMonth) continue;
    const { status, body } = await io.fetchJson(sgsAddress(series, from, thisMonth));
    // SGS answers 404 when nothing was published in the period.
    if (status === 404) continue;
    if (status !== 200)
      throw new ReguaError('network.refused', `O Banco Central respondeu ${status} ao pedido do ${SERIES_NAMES[series]}. Tente mais tarde.`, {
        field: 'fetch',
      });
    for (const [month, value] of parseSgsResponse(body, series)[series]) added.push({ series, month, ...value });
  }
  await io.writeFile(out, ['series,month,percent,source', ...added.map((row) => `${row.series},${row.month},${row.percent},${row.source}`), ''].join('\n'));
  if (json) printJson(io, { added, out });
  else {
    io.stdout(
      added.length === 0
        ? 'Nenhum mês novo foi publicado.\n'
        : formatTable(
            ['Série', 'Mês', '% no mês'],
            added.map(({ series, month, percent }) => [SERIES_NAMES[series], month, percent.replace('.', ',')]),
          ),
    );
  }
  return 0;
}
