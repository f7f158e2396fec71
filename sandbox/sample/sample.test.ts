import { readFileSync } from 'node:fs';
import { isValidCnpj, isValidCpf } from '@brazilian-utils/brazilian-utils';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { parseCep, parseDocument, parseEmail, parsePhone, UFS } from '../../core/identity/index.ts';
import { parseCivilDate } from '../../core/civil-date.ts';
import { parseMoney } from '../../core/money.ts';
import { defects } from './brokenRows.ts';
import { DEBTORS, REFERENCE_DATE } from './debtors.ts';
import { makeSample, sampleFile } from './generate.ts';
import { columns, plusDays, type Row } from './row.ts';

const text = readFileSync(sampleFile, 'utf8');
const { data: rows } = Papa.parse<Row>(text.slice(1), { header: true, delimiter: ';', skipEmptyLines: true });
const good = rows.filter((row) => row.codigo_cliente.startsWith('C'));
const broken = rows.filter((row) => row.codigo_cliente.startsWith('X'));

describe('the sample portfolio', () => {
  it('is what the generator makes', () => {
    expect(text).toBe(makeSample());
  });

  it('looks like an export from a Brazilian ERP: BOM, semicolons, CRLF, this header', () => {
    expect(text.startsWith(`\ufeff${columns.join(';')}\r\n`)).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('has 200 debtors, some with several títulos', () => {
    expect(new Set(good.map((row) => row.cpf_cnpj)).size).toBe(DEBTORS);
    expect(new Set(good.map((row) => row.codigo_cliente)).size).toBe(DEBTORS);
    expect(new Set(good.map((row) => row.titulo)).size).toBe(good.length);
    expect(good.length).toBeGreaterThan(DEBTORS + 20);
  });

  it('has only documents with right digits, by an independent library and by ours, some of them alphanumeric', () => {
    for (const row of good) {
      expect(parseDocument(row.cpf_cnpj), row.cpf_cnpj).toMatchObject({ valid: true });
      const bare = row.cpf_cnpj.replace(/[./-]/g, '');
      if (row.tipo === 'PF') expect(isValidCpf(bare), bare).toBe(true);
      else if (/^\d+$/.test(bare)) expect(isValidCnpj(bare), bare).toBe(true);
    }
    expect(new Set(good.filter((row) => /[A-Z]/.test(row.cpf_cnpj)).map((row) => row.cpf_cnpj)).size).toBeGreaterThanOrEqual(3);
  });

  it('reaches every state, with numbers, postal codes and addresses that fit it', () => {
    expect([...new Set(good.map((row) => row.uf))].sort()).toEqual([...UFS].sort());
    expect(good.some((row) => row.cidade === 'Fernando de Noronha')).toBe(true);
    for (const row of good) {
      expect(row.celular || row.telefone).not.toBe('');
      if (row.celular) expect(parsePhone(row.celular), row.celular).toMatchObject({ valid: true, type: 'mobile', uf: row.uf });
      if (row.telefone) expect(parsePhone(row.telefone), row.telefone).toMatchObject({ valid: true, type: 'landline', uf: row.uf });
      if (row.email) expect(parseEmail(row.email), row.email).toMatchObject({ valid: true });
      expect(row.email === '' || /@(example\.com\.br|exemplo\.example)$/.test(row.email)).toBe(true);
      expect(parseCep(row.cep), row.cep).toMatchObject({ valid: true, uf: row.uf });
    }
  });

  it.each([-3, 1, 7, 15, 30, 45, 90])('has at least eight cases whose oldest open título is at D%i on the reference date', (days) => {
    const oldest = new Map<string, string>();
    for (const row of good) {
      if (parseMoney(row.valor_pago) >= parseMoney(row.valor)) continue;
      const due = parseCivilDate(row.vencimento);
      if (due < (oldest.get(row.cpf_cnpj) ?? '9999')) oldest.set(row.cpf_cnpj, due);
    }
    const due = [...oldest.values()].filter((date) => date === plusDays(REFERENCE_DATE, -days));
    expect(due.length).toBeGreaterThanOrEqual(8);
  });

  it('has people who paid all, who paid a piece, and lifetime values from the debt itself to sixty times as much', () => {
    const share = good.map((row) => parseMoney(row.valor_pago) / parseMoney(row.valor));
    expect(share.filter((part) => part === 1).length).toBeGreaterThanOrEqual(8);
    expect(share.filter((part) => part > 0 && part < 1).length).toBeGreaterThanOrEqual(4);
    const lifetime = good.map((row) => parseMoney(row.total_comprado) / parseMoney(row.valor));
    expect(Math.min(...lifetime)).toBeLessThan(1.5);
    expect(Math.max(...lifetime)).toBeGreaterThan(50);
  });

  it('has a dozen broken rows, each broken in its own way', () => {
    expect(broken).toHaveLength(defects.length);
    expect(new Set(broken.map((row) => JSON.stringify({ ...row, codigo_cliente: '' }))).size).toBe(12);
    expect(new Set(defects.map((defect) => defect.why)).size).toBe(12);
  });
});
