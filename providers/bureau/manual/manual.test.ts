import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { BureauLine } from '../bureau-provider.ts';
import { manualBureau } from './manual.ts';

const folder = mkdtempSync(join(tmpdir(), 'regua-bureau-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const line: BureauLine = {
  action: 'include',
  entryId: 'neg-1',
  creditorDocument: '11222333000181',
  creditorName: 'Loja Boa',
  debtorDocument: '52998224725',
  debtorName: '=SOMA(A1)',
  address: 'Rua das Flores, 10; casa 2',
  city: 'São Paulo',
  uf: 'SP',
  debtNumber: 'NF-1',
  dueDate: '2026-03-09',
  amount: 123_456,
};

describe('the batch for a bureau', () => {
  it('is one spreadsheet per execution, with one heading, that Excel reads in Portuguese', async () => {
    const bureau = manualBureau({ folder, batch: '12/3' });
    const { file } = await bureau.submit([line]);
    await bureau.submit([{ ...line, action: 'remove', entryId: 'neg-2' }]);
    const rows = readFileSync(file!, 'utf8').split('\r\n');
    expect(file).toBe(join(folder, 'negativacao-12_3.csv'));
    expect(rows[0]).toMatch(/^\ufeffOperação;Código;/);
    expect(rows[1]).toContain('09/03/2026;1234,56');
    expect(rows[2]).toMatch(/^RETIRAR;neg-2/);
    expect(rows).toHaveLength(4);
  });

  it('holds no formula that a debtor’s name could smuggle in', async () => {
    const { file } = await manualBureau({ folder, batch: 'f' }).submit([line]);
    expect(readFileSync(file!, 'utf8')).not.toMatch(/[;"]=SOMA/);
  });
});
