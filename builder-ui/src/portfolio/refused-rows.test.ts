import { describe, expect, it } from 'vitest';
import { parseCsv } from '../../../core/portfolio/index.ts';
import { refusedAsCsv } from './refused-rows.ts';

const words = { line: 'linha', reason: 'motivo' };
const reasons = [{ field: 'row' as const, code: 'document.invalid', message: 'CPF inválido; confira.' }];

describe('the rows that were refused, as a file', () => {
  it('is read back by the importer as it came, whatever the cells hold', () => {
    const row = { nome: 'Ana "Nina"; filha', valor: '1.234,56', observacao: 'duas\r\nlinhas' };
    const { rows } = parseCsv(refusedAsCsv([{ rowNumber: 7, row, reasons, title: {} }], words));
    expect(rows).toEqual([{ linha: '7', motivo: 'CPF inválido; confira.', ...row }]);
  });

  it('gives no spreadsheet a formula to run', () => {
    expect(refusedAsCsv([{ rowNumber: 2, row: { nome: '=HYPERLINK("x")' }, reasons, title: {} }], words)).toContain(`"'=HYPERLINK(""x"")"`);
  });
});
