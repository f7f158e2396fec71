import { describe, expect, it } from 'vitest';
import { LAYOUTS_240, LAYOUTS_400 } from './layouts.ts';
import { readBankReturn, returnReferences } from './read-return.ts';

/** A line with texts put at the places that the manuals name, counted from 1. */
function line(length: number, ...fields: readonly (readonly [first: number, text: string])[]): string {
  const characters = Array.from({ length }, () => ' ');
  for (const [first, text] of fields) for (const [index, character] of [...text].entries()) characters[first - 1 + index] = character;
  return characters.join('');
}

const money = (cents: number, digits: number): string => String(cents).padStart(digits, '0');
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (...lines: readonly string[]) => readBankReturn(encode(lines.join('\r\n')));

const header240 = (bank: string): string => line(240, [1, bank], [4, '0000'], [8, '0'], [143, '2']);
const segmentT = (bank: string, code: string, more: Parameters<typeof line>[1][] = []): string =>
  line(
    240,
    [1, bank],
    [4, '0001'],
    [8, '3'],
    [9, '00001'],
    [14, 'T'],
    [16, code],
    [38, '12345678901234567890'],
    [59, 'NF-1'],
    [82, money(4_000, 15)],
    [199, money(500, 15)],
    ...more,
  );
const segmentU = (bank: string, paid: number, net: number): string =>
  line(
    240,
    [1, bank],
    [4, '0001'],
    [8, '3'],
    [9, '00002'],
    [14, 'U'],
    [16, '06'],
    [78, money(paid, 15)],
    [93, money(net, 15)],
    [138, '05102026'],
    [146, '06102026'],
  );

describe('a return of CNAB 240', () => {
  it('tells what the payer gave, not what was left after the fee', () => {
    const { bank, layout, titles, problems } = read(header240('001'), segmentT('001', '06'), segmentU('001', 4_000, 3_500));
    expect([bank, layout, problems]).toEqual(['001', 'CNAB240', []]);
    expect(titles).toEqual([
      {
        line: 2,
        yourNumber: 'NF-1',
        ourNumber: '12345678901234567890',
        kind: 'paid',
        code: '06',
        amount: 4_000,
        paid: 4_000,
        fee: 500,
        paidOn: '2026-10-05',
        creditedOn: '2026-10-06',
      },
    ]);
  });

  it.each([
    ['001', '17', 'paid'],
    ['001', '09', 'written-off'],
    ['001', '25', 'protested'],
    ['001', '02', 'confirmed'],
    ['001', '03', 'rejected'],
    ['001', '28', 'other'],
    ['341', '25', 'other'],
    ['341', '32', 'protested'],
    ['341', '10', 'paid'],
    ['341', '17', 'rejected'],
    ['341', '26', 'other'],
    ['001', '26', 'rejected'],
    ['104', '46', 'paid'],
    ['756', '50', 'paid'],
    ['033', '19', 'protested'],
  ])('of bank %s means by %s: %s', (bank, code, kind) => {
    expect(read(header240(bank), segmentT(bank, code), segmentU(bank, 4_000, 3_500)).titles[0]).toMatchObject({ kind, code });
  });

  it('is read where Santander, Itaú and Caixa put their fields', () => {
    const santander = line(
      240,
      [1, '033'],
      [8, '3'],
      [14, 'T'],
      [16, '06'],
      [41, '9876543210123'],
      [55, 'DOC-7'],
      [78, money(1_100, 15)],
      [194, money(125, 15)],
    );
    expect(read(header240('033'), santander, segmentU('033', 1_100, 975)).titles[0]).toMatchObject({
      ourNumber: '9876543210123',
      yourNumber: 'DOC-7',
      amount: 1_100,
      fee: 125,
    });
    expect(read(header240('341'), segmentT('341', '06'), segmentU('341', 4_000, 4_000)).titles[0]).toMatchObject({ ourNumber: '45678901' });
    expect(read(header240('104'), segmentT('104', '06'), segmentU('104', 4_000, 4_000)).titles[0]).toMatchObject({ ourNumber: '234567890123456789' });
  });

  it('never guesses: a code, a bank and a payment without its amount are for a person', () => {
    const code = read(header240('001'), segmentT('001', '99'), segmentU('001', 4_000, 4_000));
    expect([code.titles[0]!.kind, code.problems]).toEqual(['other', [{ line: 2, message: expect.stringContaining('ocorrência 99') }]]);
    const bank = read(header240('999'), segmentT('999', '06'), segmentU('999', 4_000, 4_000));
    expect([bank.titles[0]!.kind, bank.problems]).toEqual(['other', [{ line: 1, message: expect.stringContaining('banco 999') }]]);
    const cut = read(header240('001'), segmentT('001', '06'), segmentT('001', '02'));
    expect(cut.titles.map(({ kind }) => kind)).toEqual(['other', 'confirmed']);
    expect(cut.problems).toEqual([{ line: 2, message: expect.stringContaining('segmento U') }]);
    const strange = read(header240('001'), segmentT('001', '06'), segmentU('001', 4_000, 3_000));
    expect(strange.titles[0]).toMatchObject({ kind: 'paid', paid: 4_000 });
    expect(strange.problems[0]!.message).toContain('R$ 30,00');
  });

  it('survives cut lines, a BOM, two-byte accents, the end mark of MS-DOS and several lots', () => {
    const trimmed = [
      header240('237'),
      segmentT('237', '06', [[149, 'JOSÉ DA CONCEIÇÃO']]).trimEnd(),
      segmentU('237', 4_000, 3_500).trimEnd(),
      segmentT('237', '09').trimEnd(),
      '\u001a',
    ];
    const { titles, problems } = readBankReturn(encode(`\ufeff${trimmed.join('\n')}`));
    expect(titles.map(({ kind, paid }) => [kind, paid])).toEqual([
      ['paid', 4_000],
      ['written-off', undefined],
    ]);
    expect(problems).toEqual([]);
    const latin1 = Uint8Array.from(trimmed.join('\r\n'), (character) => character.charCodeAt(0));
    expect(readBankReturn(latin1).titles).toHaveLength(2);
  });
});

const header400 = (bank: string): string => line(400, [1, '02RETORNO01COBRANCA'], [77, bank], [395, '000001']);
const detail400 = (code: string, fields: Parameters<typeof line>[1][] = [], type = '1'): string =>
  line(
    400,
    [1, type],
    [109, code],
    [111, '051026'],
    [117, 'NF-1'],
    [153, money(4_000, 13)],
    [176, money(210, 13)],
    [254, money(3_790, 13)],
    [296, '061026'],
    ...fields,
  );

describe('a return of CNAB 400', () => {
  it('adds the fee to what Itaú says was left', () => {
    const { bank, layout, titles, problems } = read(header400('341'), detail400('06', [[63, '12345678']]));
    expect([bank, layout, problems]).toEqual(['341', 'CNAB400', []]);
    expect(titles).toEqual([
      {
        line: 2,
        yourNumber: 'NF-1',
        ourNumber: '12345678',
        kind: 'paid',
        code: '06',
        amount: 4_000,
        paid: 4_000,
        fee: 210,
        paidOn: '2026-10-05',
        creditedOn: '2026-10-06',
      },
    ]);
  });

  it('takes what other banks say was paid, unless the fee is just what is missing', () => {
    const paid = (received: number) => read(header400('237'), detail400('06', [[254, money(received, 13)]])).titles[0]!.paid;
    expect(paid(4_000)).toBe(4_000);
    expect(paid(3_790)).toBe(4_000);
    expect(paid(2_000)).toBe(2_000);
    expect(paid(4_100)).toBe(4_100);
  });

  it.each([
    ['104', '21', 'paid'],
    ['104', '06', 'other'],
    ['104', '02', 'written-off'],
    ['341', '59', 'paid'],
    ['341', '47', 'written-off'],
    ['237', '23', 'protested'],
    ['041', '25', 'paid'],
    ['033', '10', 'protested'],
    ['748', '16', 'paid'],
    ['756', '05', 'paid'],
  ])('of bank %s means by %s: %s', (bank, code, kind) => expect(read(header400(bank), detail400(code)).titles[0]).toMatchObject({ kind }));

  it('is read where Banco do Brasil, Caixa, Sicredi and Inter put their fields', () => {
    const bb = read(
      header400('001'),
      detail400(
        '06',
        [
          [64, '12345678901234567'],
          [176, '071026'],
          [182, money(150, 7)],
        ],
        '7',
      ),
    );
    expect(bb.titles[0]).toMatchObject({ ourNumber: '12345678901234567', fee: 150, creditedOn: '2026-10-07' });
    expect(read(header400('104'), detail400('21', [[294, '081026  ']])).titles[0]).toMatchObject({ creditedOn: '2026-10-08' });
    expect(read(header400('748'), detail400('06', [[329, '20261009']])).titles[0]).toMatchObject({ creditedOn: '2026-10-09' });
    const inter = line(400, [1, '1'], [71, '12345678901'], [90, '06'], [92, '051026'], [98, 'NF-9'], [125, money(5_000, 13)], [160, money(5_000, 13)]);
    expect(read(header400('077'), inter).titles[0]).toMatchObject({
      yourNumber: 'NF-9',
      ourNumber: '12345678901',
      kind: 'paid',
      amount: 5_000,
      paid: 5_000,
      paidOn: '2026-10-05',
    });
  });

  it('of an unknown bank gives no title at all, and what is no return says so', () => {
    expect(read(header400('999'), detail400('06'))).toMatchObject({ bank: '999', titles: [], problems: [{ line: 1 }] });
    expect(read('Nome;CPF;Valor')).toMatchObject({ bank: '', layout: '', titles: [], problems: [{ line: 1, message: expect.stringContaining('retorno') }] });
    expect(readBankReturn(new Uint8Array())).toMatchObject({ titles: [], problems: [{ line: 1 }] });
  });
});

describe('the tables', () => {
  it.each([...Object.entries(LAYOUTS_240), ...Object.entries(LAYOUTS_400)])('of bank %s give each code one meaning', (_bank, { codes }) => {
    const all = Object.values(codes).flat();
    expect(all).toEqual([...new Set(all)]);
  });

  it('of Sicoob put credit and fee where it has them', () => {
    const title = read(
      header400('756'),
      detail400('06', [
        [176, '071026'],
        [182, money(170, 7)],
      ]),
    ).titles[0];
    expect(title).toMatchObject({ fee: 170, creditedOn: '2026-10-07' });
  });

  it.each([
    ['237', '40'],
    ['237', '16'],
    ['041', '15'],
    ['756', '15'],
  ])('of bank %s leave money that is not plainly paid (code %s) to a person', (bank, code) => {
    const { titles, problems } = read(header400(bank), detail400(code));
    expect([titles[0]!.kind, problems.length]).toEqual(['other', 1]);
  });
});

describe('a payment of a return', () => {
  it('is the same in whatever file it comes again, and two when the payer paid twice', () => {
    const once = read(header400('237'), detail400('06'), detail400('17'));
    const [first, second] = [...returnReferences(once).values()];
    expect(first).not.toBe(second);
    expect([...returnReferences(read(header400('237'), detail400('02'), detail400('06'))).values()][1]).toBe(first);
    const twice = [...returnReferences(read(header400('237'), detail400('06'), detail400('06'))).values()];
    expect(twice[0]).toBe(first);
    expect(new Set(twice).size).toBe(2);
  });
});
