import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { INDEX_SERIES, lastMonthOf, mergeIndexTables, parseIndexCsv, parseSgsResponse, sgsAddress, SHIPPED_TABLES } from './index-tables.ts';

describe('the tables that ship', () => {
  it('are the CSV, row by row, with its sources', () => {
    const csv = readFileSync(new URL('data/indices.csv', import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .slice(1);
    const shipped = INDEX_SERIES.flatMap((series) =>
      [...SHIPPED_TABLES[series]].map(([month, { percent, source }]) => `${series},${month},${percent},${source}`),
    );
    expect(shipped.toSorted()).toEqual(csv.toSorted());
  });

  it('say their last month', () => {
    expect(INDEX_SERIES.map((series) => lastMonthOf(SHIPPED_TABLES, series))).toEqual(['2026-07', '2025-12', '2025-12', '2026-10']);
    expect(lastMonthOf(parseIndexCsv(''), 'ipca')).toBeUndefined();
  });

  it('hold the published Taxa Legal of early 2025', () => {
    expect(['2025-01', '2025-02', '2025-03'].map((month) => Number(SHIPPED_TABLES['taxa-legal'].get(month)?.percent))).toEqual([0.589427, 0.902209, 0]);
  });
});

describe("a user's own values", () => {
  it('are read from CSV with commas or semicolons', () => {
    const tables = parseIndexCsv('\uFEFFseries,month,percent,source\r\nipca,2026-08,0.12,IBGE\r\n\r\n');
    expect(tables.ipca.get('2026-08')).toEqual({ percent: '0.12', source: 'IBGE' });
    expect(parseIndexCsv('igpm;2026-01;-0,41;FGV').igpm.get('2026-01')).toEqual({ percent: '-0.41', source: 'FGV' });
    expect(parseIndexCsv(' ipca , 2026-08 , 10.5 , IBGE , site ').ipca.get('2026-08')).toEqual({ percent: '10.5', source: 'IBGE, site' });
    expect(lastMonthOf(parseIndexCsv('ipca,2026-09,1\n   \nipca,2026-08,1'), 'ipca')).toBe('2026-09');
    expect(parseIndexCsv('igpm;2026-01;+0,41').igpm.get('2026-01')).toEqual({ percent: '0.41', source: 'arquivo do usuário' });
  });

  it('win over what ships, month by month', () => {
    const merged = mergeIndexTables(SHIPPED_TABLES, parseIndexCsv('ipca,2026-07,9,teste\nipca,2026-08,0.12,teste'));
    expect([merged.ipca.get('2026-06'), merged.ipca.get('2026-07')?.percent, merged.ipca.get('2026-08')?.percent]).toEqual([
      SHIPPED_TABLES.ipca.get('2026-06'),
      '9',
      '0.12',
    ]);
    expect(SHIPPED_TABLES.ipca.get('2026-07')?.percent).toBe('0.07');
  });

  it("are read from the Central Bank's published JSON", () => {
    const tables = parseSgsResponse(
      [
        { data: '01/01/2025', valor: '0.16' },
        { data: '01/02/2025', valor: '1.31' },
      ],
      'ipca',
    );
    expect([...tables.ipca]).toEqual([
      ['2025-01', { percent: '0.16', source: 'SGS 433 / API do BCB' }],
      ['2025-02', { percent: '1.31', source: 'SGS 433 / API do BCB' }],
    ]);
    expect(sgsAddress('taxa-legal', '2025-01', '2025-12')).toBe(
      'https://api.bcb.gov.br/dados/serie/bcdata.sgs.29543/dados?formato=json&dataInicial=01/01/2025&dataFinal=01/12/2025',
    );
  });

  it.each([
    ['selic,2026-01,1', 'Não consegui ler a tabela de índices: linha 1, a série "selic" não existe; use ipca, inpc, igpm, taxa-legal.'],
    ['ipca,2026-01,x1', 'linha 1, o percentual "x1" não é um número'],
    ['ipca,2026-01,1x', 'o percentual "1x" não é um número'],
    ['ipca,2026-01', 'o percentual "" não é um número'],
    ['ipca', 'o mês "" deve ser como 2026-08'],
    ['ipca,2026-01,1\nseries,2026-02,1', 'linha 2, a série "series"'],
    ['series,month,percent\nipca,2026-13,1', 'linha 2, o mês "2026-13"'],
    ['ipca,2026-01,um', 'o percentual "um"'],
  ])('are refused with the line when wrong: %j', (text, reason) => {
    expect(() => parseIndexCsv(text)).toThrow(reason);
  });

  it('are refused with the line of the answer', () => {
    expect(() => parseSgsResponse({}, 'ipca')).toThrow('linha 1, a resposta do Banco Central não é uma lista');
    expect(() =>
      parseSgsResponse(
        [
          { data: '01/01/2025', valor: '1' },
          { data: 'x', valor: '1' },
        ],
        'ipca',
      ),
    ).toThrow('linha 2, a data "x" deve ser como 01/01/2025');
    expect(() =>
      parseSgsResponse(
        [
          { data: '01/01/2025', valor: '1' },
          { data: '01/02/2025', valor: 'x' },
        ],
        'ipca',
      ),
    ).toThrow('linha 2, o percentual "x"');
  });

  it.each([
    [{ erro: 1 }],
    [[{ data: '2025-01-01', valor: '1' }]],
    [[null]],
    [[{ data: '01/01/2025', valor: '' }]],
    [[{ data: 'x01/01/2025', valor: '1' }]],
    [[{ data: '01/01/20255', valor: '1' }]],
  ])('are refused when the answer is no series: %j', (json) => {
    expect(() => parseSgsResponse(json, 'ipca')).toThrow(expect.objectContaining({ code: 'index.unreadable' }));
  });
});
