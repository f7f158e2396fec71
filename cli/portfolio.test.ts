import { describe, expect, it } from 'vitest';
import { runForTest } from './run-for-test.ts';

const HEAD = 'Nome;CPF;Telefone;Título;Vencimento;Valor';
const read = async (text: string | Uint8Array, more = '') => {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const { json, code } = await runForTest(`portfolio carteira.csv --today 2026-11-23 --uf SP --json${more}`, {}, { readBytes: async () => bytes });
  return { ...json, code };
};
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe('regua portfolio', () => {
  it('shows people, titles, columns, what was left out and what is owed', async () => {
    const { cases, columns, refused, total, code } = await read(
      `${HEAD};Obs interna\nMaria Souza;44771278202;11987654321;1;05/10/2026;150,00;x\nJosé;111;11987654322;2;05/10/2026;10,00;`,
    );
    expect(cases).toEqual([
      {
        document: '44771278202',
        name: 'Maria Souza',
        firstName: 'Maria',
        debts: [{ number: '1', dueDate: '2026-10-05', amount: '150.00', status: 'open' }],
        contactPoints: [{ kind: 'mobile', value: '+5511987654321', valid: true }],
      },
    ]);
    expect(columns).toContainEqual({ header: 'CPF', field: 'document' });
    expect(columns).toContainEqual({ header: 'Obs interna', field: null });
    expect(refused).toEqual([{ row: 3, reason: expect.stringContaining('CPF') }]);
    expect(total).toBe('150.00');
    expect(code).toBe(1);
  });

  it('finds the header below titles, keeps the file’s line numbers and leaves sums out', async () => {
    const { cases, warnings, refused } = await read(
      `Contas a Receber;;;;;\nPeríodo: 2026;;;;;\n${HEAD}\n\nMaria;44771278202;11987654321;1;05/10/2026;150,00\nMaria;44771278202;11987654321;2;errado;1,00\nTotal;;;;;150,00`,
    );
    expect(cases[0].debts).toHaveLength(1);
    expect(refused.map(({ row }: { row: number }) => row)).toEqual([6]);
    expect(warnings).toContainEqual({ row: 7, message: expect.stringContaining('total') });
  });

  it('takes credits off what is owed, and asks about one that nothing is owed for', async () => {
    const credit = await read(
      `${HEAD};Tipo\nMaria;44771278202;11987654321;1;05/10/2026;500,00;Fatura\nMaria;44771278202;11987654321;2;05/10/2026;200,00;Nota de crédito`,
    );
    expect(credit.total).toBe('300.00');
    const negative = await read(`${HEAD}\nMaria;44771278202;11987654321;1;05/10/2026;(150,00)`);
    expect(negative.refused).toEqual([{ row: 2, reason: expect.stringContaining('crédito de R$ 150,00') }]);
  });

  it('counts one title once, whatever zeros its number begins with', async () => {
    const { cases, total } = await read(`${HEAD}\nMaria;44771278202;11987654321;0001;05/10/2026;450,00\nMaria;44771278202;11987654321;1;05/10/2026;450,00`);
    expect(cases[0].debts).toHaveLength(1);
    expect(total).toBe('450.00');
  });

  it.each([
    ['UTF-8', (text: string) => new TextEncoder().encode(text)],
    ['Windows-1252', latin1],
    ['UTF-16', (text: string) => new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')])],
    ['CP850', (text: string) => Uint8Array.from(text, (character) => ({ é: 0x82, ç: 0x87, ã: 0xc6, í: 0xa1 })[character] ?? character.charCodeAt(0))],
  ])('reads names in %s', async (_, encode) => {
    const { cases } = await read(encode('Nome;CPF;Telefone;Titulo;Vencimento;Valor\nJosé da Conceição;44771278202;11987654321;1;05/10/2026;150,00'));
    expect(cases[0].name).toBe('José da Conceição');
  });

  it('knows the columns of Omie and of Protheus, with the area code in a column of its own and the balance as what is owed', async () => {
    const omie = await read(
      'Cliente (Razão Social);Cliente (CNPJ/CPF);Cliente (Telefone);Data de Vencimento (completa);Valor da Conta\nPadaria Sol LTDA;30.246.633/0001-45;11987654321;05/10/2026;1.500,00',
    );
    expect(omie).toMatchObject({ system: 'Omie', total: '1500.00', cases: [{ document: '30246633000145', contactPoints: [{ value: '+5511987654321' }] }] });
    const protheus = await read(
      'A1_NOME;A1_CGC;A1_EST;A1_DDD;A1_TEL;E1_NUM;E1_PARCELA;E1_VENCREA;E1_VALOR;E1_SALDO\nPADARIA SOL;30246633000145;SP;11;987654321;000123456;A;20261005;1500.00;1000.00',
    );
    expect(protheus).toMatchObject({ system: 'Protheus', total: '1000.00', cases: [{ contactPoints: [{ value: '+5511987654321' }] }] });
  });

  it('fills down what a report with merged cells writes once', async () => {
    const { cases, total } = await read(`${HEAD}\nMaria;44771278202;11987654321;1;05/10/2026;100,00\n;;;2;05/11/2026;50,00`);
    expect(cases).toHaveLength(1);
    expect(total).toBe('150.00');
  });

  it('understands cells as systems write them', async () => {
    const { cases } = await read(
      `${HEAD};E-mail\nMaria;"44771278202.0";1.1987654321E+10;1;05-out-2026;BRL 150,00;mailto:maria@loja.example.\nAna;52393849912;21987654321;2;2026/10/05;R$ 1.200,00 D;Ana <ana@loja.example>`,
    );
    expect(cases[0]).toMatchObject({ document: '44771278202', debts: [{ dueDate: '2026-10-05', amount: '150.00' }] });
    expect(cases[0].contactPoints).toContainEqual({ kind: 'mobile', value: '+5511987654321', valid: true });
    expect(cases[0].contactPoints).toContainEqual({ kind: 'email', value: 'maria@loja.example', valid: true });
    expect(cases[1]).toMatchObject({ debts: [{ dueDate: '2026-10-05', amount: '1200.00' }] });
    expect(cases[1].contactPoints).toContainEqual({ kind: 'email', value: 'ana@loja.example', valid: true });
  });

  it('says that a file declared to be everything that is open ends in the middle of a row', async () => {
    const { warnings, code } = await read(`${HEAD}\nMaria;44771278202;11987654321;1;05/10/2026;150,00\nJosé;5239384`, ' --all-open');
    expect(warnings[0]).toEqual({ row: null, message: expect.stringContaining('parece cortado') });
    expect(code).toBe(1);
  });

  it('tells a person the same in words', async () => {
    const bytes = new TextEncoder().encode(`${HEAD}\nMaria;44771278202;11987654321;1;05/10/2026;150,00`);
    const { out, code } = await runForTest('portfolio c.csv --today 2026-11-23', {}, { readBytes: async () => bytes });
    expect(out).toContain('1 cliente, 1 título em aberto: R$ 150,00, sem encargos.');
    expect(out).toContain('CPF: CPF ou CNPJ');
    expect(code).toBe(0);
  });
});
