import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { parseCsv } from './parse-csv.ts';

describe('parseCsv', () => {
  test.each([';', ',', '\t', '|'])('finds the delimiter %j in the header, also with the others inside cells', (delimiter) => {
    const parsed = parseCsv(
      `\ufeffnome${delimiter}"valor; em, reais|"${delimiter}obs\r\nAna${delimiter}10,50${delimiter}"a${delimiter}b"\r\n`.replace('10,50', '"10,50"'),
    );
    expect(parsed.delimiter).toBe(delimiter);
    expect(parsed.rows).toEqual([{ nome: 'Ana', 'valor; em, reais|': '10,50', obs: `a${delimiter}b` }]);
    expect(parsed.problems.size).toBe(0);
  });

  test('Excel\'s own "sep=" line is not a header', () => expect(parseCsv('sep=;\r\na;b\r\n1;2').headers).toEqual(['a', 'b']));

  test('too many and too few columns are said, and the row is kept whole', () => {
    const { rows, problems } = parseCsv('a;b;c\n1;2;3\n1;2\n1;2;3;4\n1;2;3;;\n\n1;2;3');
    expect(rows).toHaveLength(6);
    expect(rows[1]).toEqual({ a: '1', b: '2', c: '' });
    expect(rows[2]).toMatchObject({ c: '3', coluna_extra_1: '4' });
    expect([...problems].map(([row, [problem]]) => [row, problem!.code])).toEqual([
      [3, 'row.columns-missing'],
      [4, 'row.columns-extra'],
    ]);
  });

  test('quotes that never close are reported where they open', () => {
    const { problems } = parseCsv('a;b\n1;2\n"3;4\n5;6');
    expect([...problems.get(3)!].map((problem) => problem.code)).toContain('row.quotes');
  });

  test('columns of one name and without name keep their cells apart', () => {
    expect(parseCsv('valor;valor;\n1;2;3').rows).toEqual([{ valor: '1', 'valor (2)': '2', coluna_3: '3' }]);
  });

  test('an empty file has neither columns nor rows', () => expect(parseCsv('')).toMatchObject({ headers: [], rows: [] }));

  test('no row is ever lost, whatever the cells hold', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ç', ' ', '"', ';', ',', '\n', '1') });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
        const csv = Papa.unparse({ fields: ['x', 'y', 'z'], data: rows }, { delimiter: ';' });
        expect(parseCsv(csv).rows.map((row) => Object.values(row).slice(0, 2))).toEqual(rows.map((row) => row.slice(0, 2)));
      }),
    );
  });

  test('keeps a column whatever it is called, and no table changes what other objects are', () => {
    const { headers, rows } = parseCsv('__proto__;constructor;nome\n1;2;Ana');
    expect(headers).toEqual(['__proto__', 'constructor', 'nome']);
    expect(Object.entries(rows[0]!)).toEqual([
      ['__proto__', '1'],
      ['constructor', '2'],
      ['nome', 'Ana'],
    ]);
    expect(Object.getPrototypeOf(rows[0])).toBe(Object.prototype);
    expect({}.constructor).toBe(Object);
  });
});
