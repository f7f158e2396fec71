import { describe, expect, it } from 'vitest';
import { runForTest } from '../run-for-test.ts';

const STATEMENT = [
  'Data,Valor,Identificador,Descrição',
  '05/11/2026,150.00,655d1f0e-3a1b-4c2d-9e8f-0123456789ab,Transferência recebida pelo Pix - ANA SOUZA - •••.982.247-•• - ITAÚ (0341)',
  '05/11/2026,99.00,655d1f0e-3a1b-4c2d-9e8f-0123456789ac,Transferência recebida pelo Pix - JOSE REIS - 529.982.247-25',
  '06/11/2026,-20.50,655d1f0e-3a1b-4c2d-9e8f-0123456789ad,Compra no débito - PADARIA',
  '07/11/2026,cem,655d1f0e-3a1b-4c2d-9e8f-0123456789ae,Pix',
].join('\n');
const PORTFOLIO = ['Nome;CPF;Título;Vencimento;Valor;UF', 'Ana Souza;529.982.247-25;NF-1;20/11/2026;150,00;SP'].join('\n');
const files = { 'extrato.csv': STATEMENT, 'carteira.csv': PORTFOLIO };
const regua = (line: string) => runForTest(line, files, { today: () => '2026-11-10' });

describe('regua statement', () => {
  it('tells what came in and what went out, and has a person see what it can’t read', async () => {
    const { code, json, out } = await regua('statement extrato.csv --json');
    expect(code).toBe(1);
    expect(json).toMatchObject({
      format: 'csv',
      account: null,
      entries: [
        {
          line: 2,
          date: '2026-11-05',
          amount: '150.00',
          documentMasked: '***.982.247-**',
          payerName: 'ANA SOUZA',
          reference: 'extrato:655d1f0e-3a1b-4c2d-9e8f-0123456789ab',
        },
        { line: 3 },
      ],
      debits: [{ line: 4, amount: '20.50' }],
      problems: [{ line: 5 }],
    });
    expect(json.entries[0]).not.toHaveProperty('match');
    expect(out).not.toContain('529.982');
  });

  it('with a portfolio says whose each credit certainly is, and who it could be', async () => {
    const { json } = await regua('statement extrato.csv --portfolio carteira.csv --json');
    expect(json.entries).toMatchObject([
      { match: { number: 'NF-1', name: 'Ana Souza', reasons: ['masked-document', 'amount', 'name'] } },
      { candidates: [{ number: 'NF-1', reasons: ['document'] }], why: expect.any(String) },
    ]);
    const { out } = await regua('statement extrato.csv --portfolio carteira.csv');
    expect(out).toContain('CSV: 2 créditos e 1 débito.');
    expect(out).toMatch(/05\/11\/2026 +R\$ 150,00 +Ana Souza \(\*\*\*\.982\.247-\*\*\), NF-1 +ANA SOUZA/);
    expect(out).toMatch(/05\/11\/2026 +R\$ 99,00 +a conferir/);
    expect(out).toContain('linha 5: Não entendi o valor "cem"');
    expect(out).not.toContain('529.982');
  });

  it('says what to do with a file that is none, and with a portfolio of nobody', async () => {
    expect(await runForTest('statement x.pdf', { 'x.pdf': '%PDF-1.7' })).toMatchObject({ code: 1, out: expect.stringContaining('OFX') });
    const nobody = await runForTest('statement extrato.csv --portfolio vazia.csv', { ...files, 'vazia.csv': 'a;b' });
    expect(nobody).toMatchObject({ code: 2, err: expect.stringContaining('regua portfolio vazia.csv') });
  });
});
