import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defects } from '../../sandbox/sample/brokenRows.ts';
import { cellText } from './cells.ts';
import { parseCsv } from './parse-csv.ts';
import { readRows } from './read-rows.ts';

const ON = '2026-11-21';
const row = (change: Record<string, unknown> = {}): Record<string, unknown> => ({
  nome: 'Ana Souza',
  cpf_cnpj: '529.982.247-25',
  email: 'Ana@Exemplo.example ',
  celular: '(11) 98765-4321',
  uf: 'sp',
  titulo: 'NF-1',
  vencimento: '10/11/2026',
  valor: '1.234,56',
  ...change,
});
const read = (...rows: Record<string, unknown>[]) => readRows(rows, { on: ON });
const reasonsOf = (change: Record<string, unknown>) => read(row(change)).invalid.flatMap((one) => one.reasons.map((reason) => reason.code));
const warningsOf = (change: Record<string, unknown>) => read(row(change)).warnings.map((warning) => warning.code);
const onlyCase = (change: Record<string, unknown>) => {
  const { cases, invalid } = read(row(change));
  expect(invalid).toEqual([]);
  return cases[0]!;
};

describe('hostile tables', () => {
  test.each([
    ['nome', 'Ana '.repeat(1500), 'nome: o texto tem 5999 caracteres e o máximo é 200'],
    ['titulo', '1'.repeat(201), 'máximo é 200'],
    ['email', `${'a'.repeat(500)}@exemplo.example`, 'máximo é 500'],
    ['cidade', 'x'.repeat(201), 'máximo é 200'],
    ['valor', '1'.repeat(101), 'máximo é 100'],
  ])('a %s longer than any is refused whole with the reason, never cut', (column, value, reason) => {
    const { cases, invalid } = read(row({ [column]: value }));
    expect(cases).toEqual([]);
    expect(invalid).toMatchObject([
      { row: { [column]: value }, reasons: [{ code: 'text.too-long', message: expect.stringMatching(new RegExp(reason, 'i')) as string }] },
    ]);
  });

  test('what fits to the last character is taken', () => {
    expect(onlyCase({ nome: 'a'.repeat(200) }).debtor.name).toHaveLength(200);
  });

  test('columns named like parts of an object are columns', () => {
    const { mapping } = readRows([row()], { on: ON, mapping: { description: 'constructor' } }).columns;
    expect(mapping.description).toBeUndefined();
    const rows = [Object.fromEntries([...Object.entries(row()), ['__proto__', 'Mensalidade']]), row({ titulo: 'NF-2' })];
    const { cases } = readRows(rows, { on: ON, mapping: { description: '__proto__' } });
    expect(cases[0]!.debts.map(({ description }) => description)).toEqual(['Mensalidade', undefined]);
    expect(readRows([row(), row({ titulo: 'NF-2', constructor: 'Aula' })], { on: ON, mapping: { description: 'constructor' } }).cases[0]!.debts).toMatchObject([
      { number: 'NF-1' },
      { number: 'NF-2', description: 'Aula' },
    ]);
  });
});

describe('readRows', () => {
  test('a good row becomes a case', () => {
    expect(read(row())).toMatchObject({
      cases: [
        {
          debtor: {
            name: 'Ana Souza',
            document: '52998224725',
            kind: 'person',
            uf: 'SP',
            lifetimeValue: 0,
            contactPoints: [
              { kind: 'mobile', value: '+5511987654321', valid: true, verified: true, consent: {} },
              { kind: 'email', value: 'ana@exemplo.example', valid: true, verified: true, consent: {} },
            ],
          },
          debts: [{ number: 'NF-1', principal: 123_456, dueDate: '2026-11-10', payments: [], abatement: 0, status: 'open' }],
        },
      ],
      invalid: [],
      warnings: [],
    });
  });

  test('everything a table may say is taken in', () => {
    const imported = onlyCase({
      codigo_cliente: 'C1',
      tipo: 'PF',
      endereco: 'Rua A',
      'nº endereço': 'S/N',
      bairro: 'Centro',
      cidade: 'Campinas',
      cep: '13010-000',
      emissao: '10/10/2026',
      valor_pago: '100,00',
      data_pagamento: '15/11/2026',
      cliente_desde: '01/02/2020',
      total_comprado: 'R$ 10.000,00',
      titulos_pagos: '12',
      titulos_em_dia: 11,
      canal_preferido: 'Zap',
      consentimento_whatsapp: 'S',
      consentimento_email: 'N',
      parcela: '2/3',
      descricao: 'Mensalidade',
    });
    expect(imported).toMatchObject({
      externalId: 'C1',
      debtor: {
        city: 'Campinas',
        address: 'Rua A, S/N, Centro, Campinas - SP, 13010-000',
        customerSince: '2020-02-01',
        lifetimeValue: 1_000_000,
        invoicesPaid: 12,
        invoicesPaidOnTime: 11,
        preferredChannel: 'whatsapp',
      },
      debts: [{ number: 'NF-1/2/3', issuedOn: '2026-10-10', payments: [{ date: '2026-11-15', amount: 10_000 }], description: 'Mensalidade', status: 'open' }],
    });
    expect(imported.debtor.contactPoints.map(({ kind, consent, valid }) => [kind, consent, valid])).toEqual([
      ['mobile', { whatsapp: true }, true],
      ['email', { email: false }, true],
      ['address', {}, true],
    ]);
  });

  test('numbers, Excel dates and nulls come from databases and spreadsheets as they are', () => {
    const imported = onlyCase({ valor: 1234.5, vencimento: 46_336, cpf_cnpj: 52_998_224_725, valor_pago: null, celular: 11_987_654_321 });
    expect(imported.debts[0]).toMatchObject({ principal: 123_450, dueDate: '2026-11-10' });
  });

  test('a number that lost its zeros is recognised by its check digits', () => {
    expect(onlyCase({ cpf_cnpj: 1_234_567_890 }).debtor.document).toBe('01234567890');
    expect(warningsOf({ cpf_cnpj: 1_234_567_890 })).toEqual(['document.zeros-restored']);
  });

  test('rows of one document are one case; a broken one among them does not keep the good ones out', () => {
    const { cases, invalid, rowNumbers } = read(
      row(),
      row({ titulo: 'NF-2', valor: 'x1' }),
      row({ titulo: 'NF-3', celular: '(11) 91111-2222', total_comprado: '50,00' }),
    );
    expect(cases).toHaveLength(1);
    expect(rowNumbers).toEqual([[2, 4]]);
    expect(cases[0]!.debts.map((debt) => debt.number)).toEqual(['NF-1', 'NF-3']);
    expect(cases[0]!.debtor.contactPoints).toHaveLength(3);
    expect(cases[0]!.debtor.lifetimeValue).toBe(5000);
    expect(invalid).toEqual([
      {
        rowNumber: 3,
        row: row({ titulo: 'NF-2', valor: 'x1' }),
        reasons: [expect.objectContaining({ code: 'amount.invalid' })],
        title: { document: '52998224725', number: 'NF-2' },
      },
    ]);
  });

  test('all reasons of a broken row come out at once, each with what to do', () => {
    const { invalid } = read(row({ nome: '', cpf_cnpj: '529.982.247-26', valor: '0', vencimento: '31/02/2026', email: 'ana@' }));
    expect(invalid[0]!.reasons.map((reason) => reason.code).sort()).toEqual([
      'amount.not-positive',
      'document.invalid',
      'due-date.invalid',
      'email.invalid',
      'name.missing',
    ]);
    for (const reason of invalid[0]!.reasons) expect(reason.message).toMatch(/[.!]$/);
    expect(JSON.stringify(invalid[0]!.reasons)).not.toContain('982.247');
  });

  test.each([
    [{ nome: '12345' }, 'name.invalid'],
    [{ cpf_cnpj: '' }, 'document.missing'],
    [{ cpf_cnpj: '111.111.111-11' }, 'document.invalid'],
    [{ vencimento: '' }, 'due-date.missing'],
    [{ vencimento: 'amanhã' }, 'due-date.invalid'],
    [{ vencimento: '10/11/2126' }, 'due-date.implausible'],
    [{ valor: '' }, 'amount.missing'],
    [{ valor: '0,00' }, 'amount.not-positive'],
    [{ valor: '-150,00' }, 'credit.nothing-owed'],
    [{ situacao: 'na nuvem' }, 'status.unknown'],
    [{ situacao: 'Em acordo' }, 'status.not-ours'],
    [{ nome: 'ESPÓLIO DE JOSÉ LIMA' }, 'name.not-to-write-to'],
    [{ nome: 'CONSUMIDOR FINAL' }, 'name.not-to-write-to'],
    [{ titulo: 'S/N' }, 'number.missing'],
    [{ valor_pago: '10,00', data_pagamento: '' }, 'payment-date.missing'],
    [{ valor_pago: '10,00', data_pagamento: '22/11/2026' }, 'payment-date.future'],
    [{ valor_pago: 'dez', data_pagamento: '20/11/2026' }, 'paid-amount.invalid'],
    [{ valor_pago: '-1', data_pagamento: '20/11/2026' }, 'paid-amount.negative'],
    [{ uf: 'XX' }, 'uf.invalid'],
    [{ uf: '', celular: '' }, 'uf.missing'],
    [{ celular: '9876', email: '' }, 'phone.invalid'],
  ])('%j is refused for %s', (change, code) => expect(reasonsOf(change)).toEqual([code]));

  test.each([
    [{ email: 'ana@' }, ['email.invalid']],
    [{ email: 'ana@gmial.com' }, ['email.misspelt']],
    [{ celular: '(11) 99999-9999' }, ['phone.filler']],
    [{ celular: '', email: '' }, ['contact.none']],
    [{ uf: '' }, ['uf.assumed']],
    [{ tipo: 'PJ' }, ['kind.mismatch']],
    [{ canal_preferido: 'pombo' }, ['channel.unknown']],
    [{ consentimento_whatsapp: 'talvez' }, ['consent.unreadable']],
    [{ titulos_pagos: 'muitos' }, ['count.invalid']],
    [{ titulos_pagos: 1, titulos_em_dia: 2 }, ['invoices-on-time.too-many']],
    [{ cliente_desde: 'sempre' }, ['customer-since.invalid']],
    [{ emissao: '11/11/2026' }, ['issue-date.after-due']],
    [{ observacao: 'Jos\ufffd' }, ['row.garbled']],
    [{ situacao: 'Baixado por perda' }, ['status.written-off']],
    [{ situacao: 'Pago parcialmente' }, ['status.partly-paid']],
    [{ situacao: 'Contestado' }, ['status.contested']],
    [{ email: 'naotem@naotem.com' }, ['email.filler']],
    [{ pix: '2,3E+46' }, ['payment-code.invalid']],
    [{ nome: '4711 - ANA SOUZA' }, ['name.tidied']],
  ])('%j goes in with the warning %j', (change, codes) => {
    expect(reasonsOf(change)).toEqual([]);
    expect(warningsOf(change)).toEqual(codes);
  });

  test('paid, settled by balance and cancelled titles are known as such', () => {
    expect(onlyCase({ valor_pago: '1.234,56', data_pagamento: '12/11/2026' }).debts[0]!.status).toBe('paid');
    expect(onlyCase({ saldo: '0,00' }).debts[0]!.status).toBe('paid');
    expect(onlyCase({ situacao: 'Liquidado' }).debts[0]!.status).toBe('paid');
    expect(onlyCase({ situacao: 'CANCELADO' }).debts[0]!.status).toBe('cancelled');
    expect(onlyCase({ situacao: 'Em aberto', valor_pago: '1,00', data_pagamento: '12/11/2026' }).debts[0]!.status).toBe('open');
    expect(onlyCase({ saldo: '200,00' }).debts[0]).toMatchObject({ status: 'open', principal: 20_000 });
  });

  test('one title on two rows is two payments, a repeated row, or parcels that need numbers', () => {
    const paid = (amount: string, on: string) => row({ valor_pago: amount, data_pagamento: on });
    expect(read(paid('10,00', '11/11/2026'), paid('20,00', '12/11/2026')).cases[0]!.debts[0]!.payments).toEqual([
      { date: '2026-11-11', amount: 1000 },
      { date: '2026-11-12', amount: 2000 },
    ]);
    expect(read(row(), row()).warnings.map((warning) => warning.code)).toEqual(['row.repeated']);
    const parcels = read(row(), row({ vencimento: '10/12/2026' }));
    expect(parcels.cases[0]!.debts).toHaveLength(1);
    expect(parcels.invalid[0]!.reasons[0]).toMatchObject({ code: 'number.repeated', message: expect.stringContaining('parcela') });
  });

  test('a table without title numbers names each debt by its due date', () => {
    const { titulo: _, ...without } = row();
    expect(readRows([without], { on: ON }).cases[0]!.debts[0]!.number).toBe('Vencimento 10/11/2026');
  });

  test("the creditor's state and area code help rows that lack theirs", () => {
    const { cases } = readRows([row({ uf: '', celular: '98765-4321', email: '' })], { on: ON, defaultUf: 'AC', defaultDdd: 68 });
    expect(cases[0]!.debtor).toMatchObject({ uf: 'AC', contactPoints: [{ value: '+5568987654321' }] });
  });

  test('several contacts in one cell are several contact points', () => {
    const { cases } = read(row({ celular: '(11) 98765-4321 / (11) 3222-1111', email: 'a@exemplo.example; b@exemplo.example' }));
    expect(cases[0]!.debtor.contactPoints.map((point) => point.kind)).toEqual(['mobile', 'landline', 'email', 'email']);
  });

  test('a credit that was used or cancelled takes nothing off', () => {
    const { cases, invalid, leftOut, warnings } = read(row(), row({ titulo: 'C-1', tipo_titulo: 'Nota de crédito', valor: '34,56', situacao: 'Cancelado' }));
    expect([cases[0]!.debts.map(({ abatement }) => abatement), invalid, leftOut]).toEqual([[0], [], [3]]);
    expect(warnings.map(({ code }) => code)).toEqual(['credit.not-open']);
  });

  test('a sum is left out; a client whose name begins like one is not', () => {
    const { cases, leftOut } = read(
      row({ nome: 'Total Moda Ltda', cpf_cnpj: '11.222.333/0001-81' }),
      row({ nome: 'Total', cpf_cnpj: '', email: '', celular: '', uf: '', titulo: '', vencimento: '' }),
    );
    expect([cases.map(({ debtor }) => debtor.name), leftOut]).toEqual([['Total Moda Ltda'], [3]]);
  });

  describe('a row that says nothing of whose it is', () => {
    const nobody = { nome: '', cpf_cnpj: '', email: '', celular: '', uf: '' };
    test('is the client’s above, with a warning, in a table that writes each client once', () => {
      const { cases, invalid, warnings } = read(row(), row({ ...nobody, titulo: 'NF-2' }), row({ ...nobody, titulo: 'NF-3' }));
      expect([cases[0]!.debts.map(({ number }) => number), invalid]).toEqual([['NF-1', 'NF-2', 'NF-3'], []]);
      expect(warnings.map(({ code, rowNumber }) => [code, rowNumber])).toEqual([
        ['row.filled-down', 3],
        ['row.filled-down', 4],
      ]);
    });
    test('is asked about where it is a slip, or has a telephone of somebody’s', () => {
      const rows = Array.from({ length: 8 }, (_, index) => row({ titulo: `NF-${index + 2}` }));
      expect(read(...rows, row({ ...nobody, titulo: 'NF-1' })).invalid[0]!.reasons.map(({ code }) => code)).toContain('document.missing');
      expect(read(row(), row({ ...nobody, titulo: 'NF-2', celular: '11912345678' })).cases[0]!.debts).toHaveLength(1);
    });
  });

  test('a refused row says which known titles must rest: its own, or all of somebody who died', () => {
    expect(read(row({ situacao: 'Jurídico' }), row({ nome: '', situacao: 'na nuvem', titulo: '', vencimento: '' })).stopped).toEqual([
      { document: '52998224725', number: 'NF-1', because: expect.stringContaining('Jurídico') },
    ]);
    const died = read(row({ nome: 'Ana Souza (falecida)' }), row({ titulo: 'NF-2' }));
    expect(died.stopped).toEqual([{ document: '52998224725', because: expect.stringContaining('faleceu') }]);
    expect([died.cases, died.invalid.map(({ rowNumber }) => rowNumber)]).toEqual([[], [2, 3]]);
  });

  test('another name under one document is pointed out', () => {
    expect(read(row(), row({ titulo: 'NF-2', nome: 'Bruno' })).warnings.map((warning) => warning.code)).toEqual(['name.differs']);
  });

  test('a row whose form is broken is refused for that, whatever it says', () => {
    const csv = parseCsv(
      'nome;cpf_cnpj;celular;titulo;vencimento;valor\nAna;529.982.247-25;11987654321;1;10/11/2026;10,00;x\n;;;;;\nAna;529.982.247-25;11987654321;2;10/11/2026;10,00',
    );
    const { cases, invalid } = readRows(csv.rows, { on: ON, problems: csv.problems });
    expect(invalid.map((one) => [one.rowNumber, one.reasons[0]!.code])).toEqual([[2, 'row.columns-extra']]);
    expect(cases[0]!.debts.map((debt) => debt.number)).toEqual(['2']);
  });

  test('a missing column is said once for the table', () => {
    const { valor: _, ...without } = row();
    expect(readRows([without], { on: ON }).warnings.map((warning) => warning.code)).toContain('column.missing');
  });

  test('every row comes out exactly once, whatever its cells hold', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom('', null, undefined, 0, -1, 46_000, '10,00', '529.982.247-25', '10/11/2026', 'NF-1', 'SP', true, new Date(0), new Date(Number.NaN), {}),
    );
    const anyRow = fc.record(
      Object.fromEntries(
        [...Object.keys(row()), 'valor_pago', 'data_pagamento', 'cep', 'saldo', 'tipo'].map((key) => [
          key,
          fc.oneof({ weight: 3, arbitrary: fc.constant(row()[key] ?? '') }, cell),
        ]),
      ),
    );
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 6 }), (rows) => {
        const { cases, invalid, rowNumbers } = readRows(rows, { on: ON });
        const isBlank = (row: Record<string, unknown>) => Object.values(row).every((value) => cellText(value) === '');
        const full = rows.flatMap((row, index) => (isBlank(row) ? [] : [index + 2]));
        expect([...rowNumbers.flat(), ...invalid.map((one) => one.rowNumber)].sort((a, b) => a - b)).toEqual(full);
        for (const one of invalid) expect(one.reasons.length).toBeGreaterThan(0);
        for (const debt of cases.flatMap((one) => one.debts)) expect(debt.principal).toBeGreaterThan(0);
      }),
    );
  });
});

describe('the sample of the project', () => {
  const csv = parseCsv(readFileSync(new URL('../../sandbox/sample/devedores.csv', import.meta.url), 'utf8'));
  const result = readRows(csv.rows, { on: ON, problems: csv.problems });

  test('its 200 debtors go in and its broken rows come out, each for what is wrong with it', () => {
    expect(result.cases).toHaveLength(200);
    expect(result.invalid).toHaveLength(defects.length);
    const { mapping } = result.columns;
    const broken = new Map(result.invalid.map((one) => [one.row[mapping.customerCode!], one.reasons]));
    defects.forEach((defect, index) => {
      const reasons = broken.get(`X${String(index + 1).padStart(5, '0')}`)!;
      expect(
        reasons.map((reason) => mapping[reason.field as keyof typeof mapping]),
        defect.why,
      ).toEqual([defect.field]);
    });
  });

  test('nothing of it needs a warning', () => {
    expect(result.warnings).toEqual([]);
  });
});
