import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, fromDayNumber, toDayNumber } from '../civil-date.ts';
import { ReguaError } from '../errors.ts';
import { chargeDebt } from './charge-debt.ts';
import type { DebtCharges, DebtInput } from './charge-debt.ts';
import type { ContractTermsInput } from './contract-terms.ts';
import { contractTerms, NO_CHARGES } from './contract-terms.ts';
import { indexTables } from './index-tables.ts';

const charge = (input: DebtInput, terms: ContractTermsInput, on: string): DebtCharges => chargeDebt(input, contractTerms(terms), on);
const simple = (principal: number, dueDate: string, on: string, terms: ContractTermsInput = {}): DebtCharges => charge({ principal, dueDate }, terms, on);
const item = (charges: DebtCharges, name: string) => charges.items.find((each) => each.name === name);

describe('the published cases', () => {
  it('charges 102.33 on 100.00 ten days late, fine 2%, 1% a month', () => {
    const charges = simple(100_00, '2026-01-01', '2026-01-11');
    expect(charges).toMatchObject({
      principal: 100_00,
      fine: 2_00,
      interest: 33,
      correction: 0,
      total: 102_33,
      daysOverdue: 10,
      asOf: '2026-01-11',
      warnings: [],
    });
    expect(item(charges, 'fine')).toEqual({ name: 'fine', label: 'Multa de 2%', amount: 2_00, formula: 'R$ 100,00 × 2%' });
    expect(item(charges, 'interest')).toEqual({ name: 'interest', label: 'Juros de 1% ao mês', amount: 33, formula: 'R$ 100,00 × 1% ÷ 30 × 10 dias' });
  });

  it('rounds half up, so five days late are 102.17 and not 102.16', () => {
    expect(simple(100_00, '2026-01-01', '2026-01-06')).toMatchObject({ interest: 17, total: 102_17 });
  });

  it('charges 202.50 and not 203.25 on 200.00 fifteen days late, fine 1%, 0.5% a month', () => {
    expect(simple(200_00, '2026-03-01', '2026-03-16', { finePercent: '1', interestMonthlyPercent: '0.5' })).toMatchObject({
      fine: 2_00,
      interest: 50,
      total: 202_50,
    });
  });

  it('adds the Taxa Legal of January and February 2025 without compounding: 1,014.92', () => {
    const charges = simple(1000_00, '2025-01-01', '2025-03-01', { finePercent: 0, legalInterest: true });
    expect(charges).toMatchObject({ interest: 14_92, total: 1014_92, warnings: [] });
    expect(item(charges, 'interest')).toMatchObject({ label: 'Juros pela Taxa Legal', formula: 'R$ 1.000,00 × (0,589427% + 0,902209%)' });
  });

  it('composes the IPCA of January and February 2025: 1,014.72', () => {
    const charges = charge({ principal: 1000_00, dueDate: '2025-01-01' }, { finePercent: 0, interestMonthlyPercent: 0, correctionIndex: 'ipca' }, '2025-03-01');
    expect(charges).toMatchObject({ correction: 14_72, total: 1014_72 });
    expect(item(charges, 'correction')).toMatchObject({
      label: 'Correção monetária (IPCA)',
      formula: 'R$ 1.000,00 × ((1 + 0,16%) × (1 + 1,31%) − 1), IPCA de 01/2025 a 02/2025',
    });
  });

  it("gives the Central Bank's own 2.42 on 1,000.00 from 30/08/2024 to 10/09/2024", () => {
    const charges = simple(1000_00, '2024-08-30', '2024-09-10', { finePercent: 0, legalInterest: true });
    expect(charges.interest).toBe(2_42);
    expect(item(charges, 'interest')?.formula).toBe('R$ 1.000,00 × (0,605306% × 2 ÷ 31 + 0,676227% × 9 ÷ 30)');
  });
});

describe('on time', () => {
  it('owes the principal up to and on the due date', () => {
    for (const on of ['2025-06-01', '2026-01-01'])
      expect(simple(100_00, '2026-01-01', on)).toMatchObject({ fine: 0, interest: 0, total: 100_00, daysOverdue: 0 });
  });

  it('charges nothing within the grace days and from the due date after them', () => {
    expect(simple(100_00, '2026-01-01', '2026-01-06', { graceDays: 5 })).toMatchObject({ fine: 0, interest: 0, total: 100_00, daysOverdue: 5 });
    expect(simple(100_00, '2026-01-01', '2026-01-07', { graceDays: 5 })).toMatchObject({ fine: 2_00, interest: 20, total: 102_20, daysOverdue: 6 });
  });

  it('keeps a payment within the grace days free of charges when the rest falls overdue', () => {
    const input = { principal: 100_00, dueDate: '2026-01-01', payments: [{ date: '2026-01-04', amount: 40_00 }] };
    expect(charge(input, { graceDays: 5 }, '2026-01-11')).toMatchObject({ fine: 1_20, interest: 20, total: 61_40 });
  });

  it('moves a due date on a holiday to the business day it is given, and counts from there', () => {
    const options = { nextBusinessDay: (date: string) => (date === '2026-01-01' ? '2026-01-02' : date) };
    const input = { principal: 100_00, dueDate: '2026-01-01' };
    expect(chargeDebt(input, contractTerms(), '2026-01-02', undefined, options)).toMatchObject({ total: 100_00, daysOverdue: 0 });
    const late = chargeDebt(input, contractTerms(), '2026-01-12', undefined, options);
    expect(late).toMatchObject({ interest: 33, daysOverdue: 10 });
    expect(item(late, 'principal')?.formula).toBe('Vencimento em 01/01/2026, prorrogado para 02/01/2026 (dia útil)');
  });
});

describe('discount for paying early', () => {
  const terms = { earlyDiscount: { percent: '10', untilDaysBeforeDue: 5 } };

  it('is offered up to its last day and not after', () => {
    const charges = simple(100_00, '2026-01-11', '2026-01-06', terms);
    expect(charges).toMatchObject({ discount: 10_00, total: 90_00 });
    expect(item(charges, 'discount')).toMatchObject({ amount: -10_00, formula: 'R$ 100,00 × 10%, para pagamento até 06/01/2026' });
    expect(simple(100_00, '2026-01-11', '2026-01-07', terms)).toMatchObject({ discount: 0, total: 100_00 });
  });

  it('stays when the payment in its term settles the debt', () => {
    const input = { principal: 100_00, dueDate: '2026-01-11', payments: [{ date: '2026-01-05', amount: 90_00 }] };
    expect(charge(input, terms, '2026-03-01')).toMatchObject({ discount: 10_00, fine: 0, total: 0, credit: 0, settledOn: '2026-01-05' });
  });

  it('stays when the payment came on its very last day, however much later one asks', () => {
    const input = { principal: 100_00, dueDate: '2026-01-11', payments: [{ date: '2026-01-06', amount: 90_00 }] };
    for (const on of ['2026-01-06', '2026-01-07', '2026-03-01']) expect(charge(input, terms, on)).toMatchObject({ discount: 10_00, total: 0 });
    const dayAfter = { ...input, payments: [{ date: '2026-01-07', amount: 90_00 }] };
    expect(charge(dayAfter, terms, '2026-01-08')).toMatchObject({ discount: 0, total: 10_00 });
  });

  it('is lost when the payment in its term fell short', () => {
    const input = { principal: 100_00, dueDate: '2026-01-11', payments: [{ date: '2026-01-05', amount: 89_99 }] };
    expect(charge(input, terms, '2026-01-08')).toMatchObject({ discount: 0, total: 10_01 });
    expect(charge(input, terms, '2026-01-21')).toMatchObject({ discount: 0, fine: 20, interest: 3, total: 10_24 });
  });

  it('gives no credit to who paid the full value in its term', () => {
    const input = { principal: 100_00, dueDate: '2026-01-11', payments: [{ date: '2026-01-05', amount: 100_00 }] };
    expect(charge(input, terms, '2026-01-05')).toMatchObject({ discount: 0, total: 0, credit: 0 });
  });

  it('can be an amount, never more than the debt', () => {
    expect(simple(50_00, '2026-01-11', '2026-01-01', { earlyDiscount: { amount: 80_00 } })).toMatchObject({ discount: 50_00, total: 0 });
    expect(item(simple(50_00, '2026-01-11', '2026-01-11', { earlyDiscount: { amount: 5_00 } }), 'discount')?.formula).toBe(
      'R$ 5,00, para pagamento até 11/01/2026',
    );
  });
});

describe('payments and abatement', () => {
  it('takes a late payment to interest, fine and then principal, and interest runs on what is left', () => {
    const input = { principal: 100_00, dueDate: '2026-01-01', payments: [{ date: '2026-01-11', amount: 50_00 }] };
    const charges = charge(input, {}, '2026-01-21');
    expect(charges).toMatchObject({ fine: 2_00, interest: 33 + 17, paid: 50_00, total: 52_50, daysOverdue: 20 });
    expect(charges.outstanding).toEqual({ principal: 52_33, correction: 0, interest: 17, fine: 0 });
    expect(item(charges, 'interest')?.formula).toBe('(R$ 100,00 × 1% ÷ 30 × 10 dias = R$ 0,33) + (R$ 52,33 × 1% ÷ 30 × 10 dias = R$ 0,17)');
    expect(item(charges, 'payment')).toEqual({ name: 'payment', label: 'Pagamento em 11/01/2026', amount: -50_00, formula: 'Recebido: R$ 50,00' });
  });

  it('leaves the principal whole when a payment covers only charges', () => {
    const input = { principal: 100_00, dueDate: '2026-01-01', payments: [{ date: '2026-01-11', amount: 1_00 }] };
    expect(charge(input, {}, '2026-01-11').outstanding).toEqual({ principal: 100_00, correction: 0, interest: 0, fine: 1_33 });
  });

  it('fines only what was unpaid at the due date', () => {
    const input = { principal: 100_00, dueDate: '2026-01-11', payments: [{ date: '2026-01-11', amount: 60_00 }] };
    expect(charge(input, {}, '2026-01-12')).toMatchObject({ fine: 80, interest: 1, total: 40_81 });
  });

  it('settles to the cent and then accrues nothing', () => {
    const input = { principal: 100_00, dueDate: '2026-01-01', payments: [{ date: '2026-01-11', amount: 102_33 }] };
    expect(charge(input, {}, '2026-12-31')).toMatchObject({ total: 0, credit: 0, interest: 33, daysOverdue: 0, settledOn: '2026-01-11' });
  });

  it('turns what is paid beyond the debt into a credit, never a negative debt', () => {
    const input = {
      principal: 100_00,
      dueDate: '2026-01-01',
      payments: [
        { date: '2025-12-20', amount: 130_00 },
        { date: '2026-02-01', amount: 5_00 },
      ],
    };
    const charges = charge(input, {}, '2026-03-01');
    expect(charges).toMatchObject({ fine: 0, interest: 0, total: 0, credit: 35_00, paid: 135_00, settledOn: '2025-12-20' });
    expect(item(charges, 'credit')).toEqual({ name: 'credit', label: 'Crédito a devolver', amount: 35_00, formula: 'Pago além do devido' });
  });

  it('leaves out payments after the day, and says so', () => {
    const input = { principal: 100_00, dueDate: '2026-01-01', payments: [{ date: '2026-01-12', amount: 50_00 }] };
    const charges = charge(input, {}, '2026-01-11');
    expect(charges).toMatchObject({ paid: 0, total: 102_33 });
    expect(charges.warnings).toEqual([{ code: 'payment.after-date', message: 'Há 1 pagamento posterior a 11/01/2026, fora desta conta.' }]);
  });

  it('gives the same for payments in any order', () => {
    const payments = [
      { date: '2026-02-01', amount: 10_00 },
      { date: '2026-01-05', amount: 20_00 },
      { date: '2025-12-25', amount: 30_00 },
    ];
    const input = { principal: 100_00, dueDate: '2026-01-01', payments };
    expect(charge(input, {}, '2026-03-01')).toEqual(charge({ ...input, payments: payments.toReversed() }, {}, '2026-03-01'));
  });

  it('takes the abatement off before any charge', () => {
    const charges = charge({ principal: 100_00, dueDate: '2026-01-01', abatement: 20_00 }, {}, '2026-01-31');
    expect(charges).toMatchObject({ abatement: 20_00, fine: 1_60, interest: 80, total: 82_40 });
    expect(item(charges, 'abatement')).toMatchObject({ amount: -20_00 });
  });
});

describe('correction', () => {
  const ipca: ContractTermsInput = { finePercent: 2, interestMonthlyPercent: 1, correctionIndex: 'ipca' };

  it('lets interest run on the corrected value and the fine on the face value', () => {
    // 1000.00 × 1.0016 × 1.0131 = 1014.72; 59 days: 1014.72 × 1% ÷ 30 × 59 = 19.956
    expect(simple(1000_00, '2025-01-01', '2025-03-01', ipca)).toMatchObject({ fine: 20_00, correction: 14_72, interest: 19_96, total: 1054_68 });
  });

  it('has no index within the month of the due date', () => {
    expect(simple(1000_00, '2025-01-01', '2025-01-31', ipca)).toMatchObject({ correction: 0 });
  });

  it('keeps the nominal value through deflation, and says it did', () => {
    // IGP-M 2023: April −0.95, May −1.84, June −1.93
    const charges = simple(1000_00, '2023-04-01', '2023-07-01', { finePercent: 0, interestMonthlyPercent: 0, correctionIndex: 'igpm' });
    expect(charges).toMatchObject({ correction: 0, total: 1000_00 });
    expect(item(charges, 'correction')?.formula).toBe(
      'R$ 1.000,00 × ((1 − 0,95%) × (1 − 1,84%) × (1 − 1,93%) − 1), IGP-M de 04/2023 a 06/2023, deflação: mantido o valor nominal',
    );
  });

  it('lets a month of deflation take back part of the months before it', () => {
    // IPCA 2022: June 0.67, July −0.68
    expect(simple(1000_00, '2022-06-01', '2022-07-01', { ...ipca, finePercent: 0, interestMonthlyPercent: 0 }).correction).toBe(6_70);
    expect(simple(1000_00, '2022-05-01', '2022-08-01', { ...ipca, finePercent: 0, interestMonthlyPercent: 0 }).correction).toBe(
      Math.round(100_000 * (1.0047 * 1.0067 * 0.9932 - 1)),
    );
  });

  it('names the months that the table lacks and leaves them out', () => {
    const charges = simple(1000_00, '2025-11-01', '2026-03-15', { finePercent: 0, interestMonthlyPercent: 0, correctionIndex: 'inpc' });
    expect(charges.correction).toBe(Math.round(100_000 * (1.0003 * 1.0021 - 1)));
    expect(charges.warnings).toEqual([
      {
        code: 'index.missing-months',
        months: ['2026-01', '2026-02'],
        message: 'Faltam os valores de 01/2026, 02/2026 na tabela do INPC: esse período ficou fora da conta. Atualize a tabela de índices e calcule de novo.',
      },
    ]);
  });

  it('gives the ends of a long run of missing months, and all of them to programs', () => {
    const [warning] = simple(1000_00, '2026-01-01', '2026-11-01', { correctionIndex: 'igpm' }).warnings;
    expect(warning?.message).toMatch(/^Faltam os valores de 01\/2026 a 10\/2026 \(10 meses\) na tabela do IGP-M/);
    expect(warning?.months).toHaveLength(10);
  });

  it('says so in the singular and without any correction when nothing is known', () => {
    const charges = simple(1000_00, '2026-10-05', '2026-11-05', { ...ipca, finePercent: 0 });
    expect(charges.warnings[0]?.message).toMatch(/^Falta o valor de 10\/2026 na tabela do IPCA/);
    expect(item(charges, 'correction')).toBeUndefined();
  });

  it('shows the accumulated factor instead of more than twelve months', () => {
    expect(item(simple(1000_00, '2024-01-01', '2025-03-01', ipca), 'correction')?.formula).toMatch(
      /^R\$ 1\.000,00 × \(1,\d{8} − 1\), IPCA acumulado de 01\/2024 a 02\/2025$/,
    );
  });

  it('takes months in proportion to their days when the contract says daily', () => {
    const charges = simple(1000_00, '2025-01-17', '2025-02-15', {
      finePercent: 0,
      interestMonthlyPercent: 0,
      correctionIndex: 'ipca',
      correctionMethod: 'daily',
    });
    expect(charges.correction).toBe(Math.round(100_000 * ((1 + (0.0016 * 15) / 31) * (1 + 0.0131 / 2) - 1)));
    expect(item(charges, 'correction')?.formula).toContain('(1 + 0,16% × 15 ÷ 31) × (1 + 1,31% × 14 ÷ 28)');
  });

  it('gives a payment to correction and principal after the charges', () => {
    const input = { principal: 1000_00, dueDate: '2025-01-01', payments: [{ date: '2025-03-01', amount: 50_00 }] };
    expect(charge(input, ipca, '2025-03-01').outstanding).toEqual({ principal: 1000_00, correction: 14_72 - (50_00 - 19_96 - 20_00), interest: 0, fine: 0 });
  });
});

describe('Taxa Legal', () => {
  const legal: ContractTermsInput = { finePercent: 0, legalInterest: true };

  it('warns about days before 30/08/2024 and charges them only what the user defined', () => {
    const charges = simple(1000_00, '2024-08-20', '2024-09-01', legal);
    expect(charges.interest).toBe(39);
    expect(charges.warnings).toHaveLength(1);
    expect(charges.warnings[0]).toMatchObject({
      code: 'taxa-legal.before-start',
      message: expect.stringContaining('Há 10 dias de atraso anteriores a essa data: não foram cobrados juros por eles'),
    });
    const defined = simple(1000_00, '2024-08-20', '2024-09-01', { ...legal, interestBeforeTaxaLegalPercent: '1' });
    expect(defined.interest).toBe(3_72);
    expect(item(defined, 'interest')?.formula).toBe('R$ 1.000,00 × (1% ÷ 30 × 10 dias + 0,605306% × 2 ÷ 31)');
    expect(defined.warnings[0]?.message).toContain('foram cobrados juros simples de 1% ao mês por eles, como você definiu');
  });

  it('charges nothing in a month whose rate is zero', () => {
    expect(simple(1000_00, '2025-03-01', '2025-04-01', legal)).toMatchObject({ interest: 0, total: 1000_00 });
  });

  it('names a month that is not published yet', () => {
    const charges = simple(1000_00, '2026-10-16', '2026-11-16', legal);
    expect(charges.interest).toBe(Math.round((100_000 * (0.0037902 * 16)) / 31));
    expect(charges.warnings[0]).toMatchObject({ months: ['2026-11'], message: expect.stringContaining('Falta o valor de 11/2026 na tabela da Taxa Legal') });
  });

  it('floors a negative published rate at zero', () => {
    const tables = indexTables([{ series: 'taxa-legal', month: '2025-01', percent: '-0.5', source: 'teste' }]);
    expect(chargeDebt({ principal: 1000_00, dueDate: '2025-01-01' }, contractTerms(legal), '2025-02-01', tables).interest).toBe(0);
  });

  it('runs on the corrected value', () => {
    expect(simple(1000_00, '2025-01-01', '2025-03-01', { ...legal, correctionIndex: 'ipca' })).toMatchObject({
      correction: 14_72,
      interest: Math.round(101_472 * 0.01491636),
    });
  });
});

describe('input that is wrong', () => {
  it.each([
    [{ principal: -1, dueDate: '2026-01-01' }, 'charges.principal', 'principal'],
    [{ principal: 10.5, dueDate: '2026-01-01' }, 'charges.principal', 'principal'],
    [{ principal: 100, dueDate: '2026-01-01', abatement: 101 }, 'charges.abatement', 'abatement'],
    [{ principal: 100, dueDate: '2026-01-01', abatement: -1 }, 'charges.abatement', 'abatement'],
    [{ principal: 100, dueDate: '2026-01-01', payments: [{ date: '2026-01-01', amount: 0 }] }, 'charges.payment', 'payments'],
    [{ principal: 100, dueDate: '2026-02-30' }, 'date.unreadable', 'date'],
  ])('is refused: %j', (input, code, field) => {
    expect(() => charge(input, {}, '2026-01-01')).toThrow(expect.objectContaining({ code, field }) as ReguaError);
  });
});

describe('for any debt', () => {
  const date = fc.integer({ min: toDayNumber('2015-01-01'), max: toDayNumber('2027-12-31') }).map(fromDayNumber);
  const cents = fc.integer({ min: 1, max: 50_000_000 });
  const percent = fc.integer({ min: 0, max: 300 }).map((hundredths) => new Big(hundredths).div(100).toFixed());
  const terms = fc
    .record({
      finePercent: percent,
      interestMonthlyPercent: percent,
      correctionIndex: fc.constantFrom('none', 'ipca', 'inpc', 'igpm'),
      correctionMethod: fc.constantFrom('whole-months', 'daily'),
      legalInterest: fc.boolean(),
      graceDays: fc.integer({ min: 0, max: 30 }),
      earlyDiscount: fc.option(fc.record({ percent, untilDaysBeforeDue: fc.integer({ min: 0, max: 30 }) }), { nil: undefined }),
    })
    .map((input) => contractTerms(input as ContractTermsInput));
  const debt = fc.record({ principal: cents, dueDate: date, payments: fc.array(fc.record({ date, amount: cents }), { maxLength: 4 }) });

  it('the items add up to the total, to the cent', () => {
    fc.assert(
      fc.property(debt, terms, date, (input, contract, on) => {
        const charges = chargeDebt(input, contract, on);
        expect(charges.items.reduce((sum, each) => sum + each.amount, 0)).toBe(charges.total);
        const { principal, fine, interest, correction, discount, abatement, paid, credit, total, outstanding } = charges;
        expect(principal + fine + interest + correction - discount - abatement - paid + credit).toBe(total);
        expect(outstanding.principal + outstanding.correction + outstanding.interest + outstanding.fine).toBe(total);
        for (const part of [fine, interest, correction, discount, credit, total]) expect(part).toBeGreaterThanOrEqual(0);
        expect(total === 0 || credit === 0).toBe(true);
      }),
    );
  });

  it('the total never falls from one day to the next without a payment, save for correction', () => {
    fc.assert(
      fc.property(cents, date, terms, fc.integer({ min: 0, max: 800 }), (principal, dueDate, contract, days) => {
        const plain = { ...contract, correctionIndex: 'none' as const };
        const on = addDays(dueDate, days - 40);
        expect(chargeDebt({ principal, dueDate }, plain, addDays(on, 1)).total).toBeGreaterThanOrEqual(chargeDebt({ principal, dueDate }, plain, on).total);
      }),
    );
  });

  it('paying the total settles it, and a cent less leaves a cent', () => {
    fc.assert(
      fc.property(debt, terms, date, (input, contract, on) => {
        const owed = chargeDebt(input, { ...contract, earlyDiscount: undefined }, on).total;
        const past = { ...input, payments: input.payments.filter((payment) => payment.date <= on) };
        const after = (amount: number) =>
          chargeDebt({ ...past, payments: [...past.payments, { date: on, amount }] }, { ...contract, earlyDiscount: undefined }, on).total;
        if (owed > 0) expect(after(owed)).toBe(0);
        if (owed > 1) expect(after(owed - 1)).toBe(1);
      }),
    );
  });

  it('contracted interest is the exact fraction rounded once', () => {
    fc.assert(
      fc.property(cents, date, percent, fc.integer({ min: 1, max: 4000 }), (principal, dueDate, rate, days) => {
        const on = addDays(dueDate, days);
        const charges = chargeDebt({ principal, dueDate }, contractTerms({ finePercent: 0, interestMonthlyPercent: rate }), on);
        const scaled = BigInt(principal) * BigInt(Math.round(Number(rate) * 100)) * BigInt(daysBetween(dueDate, on));
        expect(charges.interest).toBe(Number((2n * scaled + 300_000n) / 600_000n));
      }),
    );
  });

  it('owes nothing but the principal when nothing was agreed', () => {
    fc.assert(
      fc.property(cents, date, date, (principal, dueDate, on) => {
        expect(chargeDebt({ principal, dueDate }, NO_CHARGES, on).total).toBe(principal);
      }),
    );
  });
});
