import { describe, expect, it } from 'vitest';
import { chargeDebts } from './charge-debts.ts';
import { contractTerms, contractTermsSchema } from './contract-terms.ts';
import { chargeFindings } from './findings.ts';
import { CONSUMER_FINE_CAP, limitOn } from './legal-limits.ts';
import { legalRate } from './taxa-legal.ts';
import { overcharge } from './overcharge.ts';
import { SHIPPED_TABLES } from './index-tables.ts';

describe('contract terms', () => {
  it('default to the usual contract', () => {
    expect(contractTermsSchema.parse({})).toEqual({
      finePercent: '2',
      interestMonthlyPercent: '1',
      correctionIndex: 'none',
      correctionMethod: 'whole-months',
      legalInterest: false,
      interestBeforeTaxaLegalPercent: '0',
      graceDays: 0,
    });
  });

  it('read percentages as people write them', () => {
    expect(contractTerms({ finePercent: '0,50 %', interestMonthlyPercent: 1.5 })).toMatchObject({ finePercent: '0.5', interestMonthlyPercent: '1.5' });
  });

  it.each([['-1'], ['dois'], ['100.01'], ['']])('refuse %j as a percentage, naming the field', (finePercent) => {
    expect(() => contractTerms({ finePercent })).toThrow(expect.objectContaining({ code: 'terms.invalid', field: 'finePercent' }));
  });

  it.each([['2x'], ['x2'], ['1.2.3'], ['2 %%'], ['%2']])('refuse %j', (finePercent) => {
    expect(() => contractTerms({ finePercent })).toThrow(`Não entendi o percentual "${finePercent}". Escreva um número de 0 a 100, como 2 ou 0,5.`);
  });

  it('take the edges and spaces', () => {
    expect(contractTerms({ finePercent: ' 100 ', interestMonthlyPercent: '1%' })).toMatchObject({ finePercent: '100', interestMonthlyPercent: '1' });
  });

  it('say something for what is no percentage, and that the whole is wrong', () => {
    expect(() => contractTerms({ graceDays: 1.5 })).toThrow('As condições do contrato não foram entendidas. Confira percentuais e prazos.');
    expect(() => contractTerms('x' as never)).toThrow(expect.objectContaining({ field: 'terms' }));
  });

  it('refuse a grace that is no number of days', () => {
    expect(() => contractTerms({ graceDays: -1 })).toThrow(expect.objectContaining({ field: 'graceDays' }));
  });
});

describe('findings', () => {
  const codes = (input: Parameters<typeof contractTerms>[0], options: Parameters<typeof chargeFindings>[1]) =>
    chargeFindings(contractTerms(input), options).map(({ code, severity }) => `${severity} ${code}`);

  it('object to a fine over 2% for a consumer, and warn when nobody said who the debtor is', () => {
    expect(codes({ finePercent: '2.01' }, { consumer: true })).toEqual(['error charges.consumer-fine']);
    expect(codes({ finePercent: '10' }, {})).toEqual(['warning charges.consumer-fine']);
    expect(codes({ finePercent: '10' }, { consumer: false })).toEqual([]);
    expect(codes({ finePercent: '11' }, { consumer: false })).toEqual(['warning charges.high-fine']);
    expect(codes({ finePercent: '2' }, { consumer: true })).toEqual([]);
    expect(codes({ finePercent: '5' }, { consumer: true, on: '1996-01-01' })).toEqual([]);
  });

  it('object to interest over the cap, which the user may move', () => {
    expect(codes({ interestMonthlyPercent: '1.01' }, { consumer: true })).toEqual(['error charges.high-interest']);
    expect(codes({ interestMonthlyPercent: '1.01' }, {})).toEqual(['warning charges.high-interest']);
    expect(codes({ interestMonthlyPercent: '1' }, { consumer: true })).toEqual([]);
    expect(codes({ interestMonthlyPercent: '3' }, { consumer: true, interestCapPercent: '3' })).toEqual([]);
    expect(codes({ interestMonthlyPercent: '3', legalInterest: true, correctionIndex: 'ipca' }, { consumer: true })).toEqual([]);
  });

  it('say what to do, with the source', () => {
    expect(chargeFindings(contractTerms({ finePercent: '10' }), { consumer: true })[0]).toMatchObject({
      field: 'finePercent',
      message: 'A multa de 10% passa do limite de 2% para consumidores (CDC, art. 52, §1º (Lei 9.298/1996)). Reduza para 2%.',
    });
  });

  it('say it for interest, high fines and discounts too', () => {
    const sentences = (input: Parameters<typeof contractTerms>[0]) =>
      chargeFindings(contractTerms(input), { consumer: false }).map(({ field, message }) => [field, message]);
    expect(sentences({ interestMonthlyPercent: '2.5' })).toEqual([
      ['interestMonthlyPercent', 'Os juros de 2,5% ao mês passam do teto de 1% ao mês. Reduza, ou mude o teto se o seu contrato permitir.'],
    ]);
    expect(sentences({ finePercent: '20' })).toEqual([
      ['finePercent', 'A multa de 20% é alta e um juiz pode reduzi-la (Código Civil, art. 413). Confira o contrato.'],
    ]);
    expect(sentences({ earlyDiscount: { percent: 100 } })).toEqual([['earlyDiscount', 'O desconto por antecipação zera a dívida. Confira o percentual.']]);
    expect(codes({ interestMonthlyPercent: '5' }, { on: '1930-01-01' })).toEqual([]);
  });

  it('notice a discount of everything', () => {
    expect(codes({ earlyDiscount: { percent: 100 } }, { consumer: true })).toEqual(['warning charges.discount-everything']);
    expect(codes({ earlyDiscount: { percent: 99 } }, { consumer: true })).toEqual([]);
    expect(codes({ earlyDiscount: { amount: 100 } }, { consumer: true })).toEqual([]);
  });

  it('tells who charges the Taxa Legal alone of the correction that goes with it (Código Civil 389, after Lei 14.905/2024)', () => {
    expect(codes({ legalInterest: true }, {})).toEqual(['info charges.legal-interest-alone']);
    expect(codes({ legalInterest: true, correctionIndex: 'ipca' }, {})).toEqual([]);
    expect(chargeFindings(contractTerms({ legalInterest: true }))[0]).toMatchObject({
      field: 'correctionIndex',
      message: expect.stringContaining('corrigir também pelo IPCA'),
    });
  });

  it('use the limit in force on a day', () => {
    expect(limitOn(CONSUMER_FINE_CAP, '1996-08-01')).toBeUndefined();
    expect(limitOn(CONSUMER_FINE_CAP, '1996-08-02')?.percent).toBe('2');
  });
});

describe('overcharge', () => {
  it('gives back 80 and doubled 160 when 300 was paid where 220 was due', () => {
    expect(overcharge(300_00, 220_00)).toEqual({ excess: 80_00, doubled: 160_00 });
  });

  it('gives nothing back when no more than due was paid', () => {
    expect(overcharge(220_00, 220_00)).toEqual({ excess: 0, doubled: 0 });
    expect(overcharge(0, 300_00)).toEqual({ excess: 0, doubled: 0 });
  });

  it('refuses what is no amount', () => {
    expect(() => overcharge(-1, 0)).toThrow('Os valores pago e devido precisam ser zero ou mais, em centavos inteiros.');
    expect(() => overcharge(-1, 0)).toThrow(expect.objectContaining({ code: 'overcharge.amount', field: 'paid' }));
    expect(() => overcharge(0, 0.5)).toThrow(expect.objectContaining({ field: 'due' }));
  });
});

describe('several debts', () => {
  const debts = [
    { principal: 33_33, dueDate: '2026-01-01' },
    { principal: 66_67, dueDate: '2026-01-15', payments: [{ date: '2026-01-02', amount: 70_00 }] },
    { principal: 10_01, dueDate: '2026-02-01', terms: contractTerms({ finePercent: 0 }) },
  ];
  const sum = chargeDebts(debts, contractTerms(), '2026-02-10');

  it('add up to the cent in every part', () => {
    expect(sum.debts.map(({ total }) => total).reduce((a, b) => a + b)).toBe(sum.total);
    expect(sum).toMatchObject({
      principal: 110_01,
      fine: 67,
      interest: 44 + 3,
      credit: 3_33,
      paid: 70_00,
      total: 33_33 + 67 + 44 + 10_04,
      daysOverdue: 40,
      asOf: '2026-02-10',
    });
  });

  it('sum corrections and abatements, and tell the days of the oldest', () => {
    const two = chargeDebts(
      [
        { principal: 100_00, dueDate: '2025-02-01', abatement: 10_00 },
        { principal: 100_00, dueDate: '2025-01-01', abatement: 5_00 },
        { principal: 1, dueDate: '2025-02-20' },
      ],
      contractTerms({ correctionIndex: 'ipca', earlyDiscount: { percent: 10 } }),
      '2025-03-01',
    );
    expect(two).toMatchObject({ abatement: 15_00, correction: 1_18 + 1_40, daysOverdue: 59, discount: 0 });
  });

  it('give each distinct warning once, and nothing for no debts', () => {
    const old = [
      { principal: 1, dueDate: '2026-10-01' },
      { principal: 2, dueDate: '2026-10-02' },
    ];
    expect(chargeDebts(old, contractTerms({ correctionIndex: 'ipca' }), '2026-11-05').warnings).toHaveLength(1);
    expect(chargeDebts([], contractTerms(), '2026-01-01')).toMatchObject({ total: 0, daysOverdue: 0, debts: [], warnings: [] });
  });
});

describe('Taxa Legal of a period', () => {
  const percent = (from: string, to: string) => legalRate(SHIPPED_TABLES, from, to).percent.round(6).toFixed(6);

  it("is what the Central Bank's calculator shows", () => {
    expect(percent('2024-08-30', '2025-12-31')).toBe('10.927298');
    expect(percent('2025-10-01', '2026-01-01')).toBe('2.681159');
    expect(percent('2025-10-01', '2025-12-31')).toBe('2.653707');
  });

  it('adds up over any cut', () => {
    const whole = legalRate(SHIPPED_TABLES, '2024-09-11', '2026-02-03').percent;
    const cut = legalRate(SHIPPED_TABLES, '2024-09-11', '2025-02-28').percent.plus(legalRate(SHIPPED_TABLES, '2025-02-28', '2026-02-03').percent);
    expect(cut.minus(whole).abs().lt('1e-15')).toBe(true);
  });

  it('begins on 30/08/2024', () => {
    expect(legalRate(SHIPPED_TABLES, '2024-08-01', '2024-08-30')).toMatchObject({ steps: [], daysBeforeStart: 29 });
    expect(legalRate(SHIPPED_TABLES, '2024-08-01', '2024-09-01').steps).toEqual([{ month: '2024-08', days: 2, daysInMonth: 31, percent: '0.605306' }]);
  });
});
