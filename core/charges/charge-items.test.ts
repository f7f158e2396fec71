import { describe, expect, it } from 'vitest';
import { chargeDebt } from './charge-debt.ts';
import type { DebtCharges, DebtInput } from './charge-debt.ts';
import type { ContractTermsInput } from './contract-terms.ts';
import { contractTerms } from './contract-terms.ts';
import { indexTables } from './index-tables.ts';

const charge = (input: Partial<DebtInput>, terms: ContractTermsInput, on: string, percents: readonly string[] = []): DebtCharges =>
  chargeDebt(
    { principal: 1000_00, dueDate: '2030-01-01', ...input },
    contractTerms({ finePercent: 0, interestMonthlyPercent: 0, ...terms }),
    on,
    indexTables(percents.map((percent, index) => ({ series: 'ipca', month: `2030-${String(index + 1).padStart(2, '0')}`, percent, source: 'teste' }))),
  );

describe('the whole answer', () => {
  it('on time has one line and nothing else', () => {
    expect(charge({}, { finePercent: 2, interestMonthlyPercent: 1 }, '2030-01-01')).toEqual({
      principal: 1000_00,
      fine: 0,
      interest: 0,
      correction: 0,
      discount: 0,
      abatement: 0,
      paid: 0,
      credit: 0,
      total: 1000_00,
      outstanding: { principal: 1000_00, correction: 0, interest: 0, fine: 0 },
      daysOverdue: 0,
      asOf: '2030-01-01',
      warnings: [],
      items: [{ name: 'principal', label: 'Valor original', amount: 1000_00, formula: 'Vencimento em 01/01/2030' }],
    });
  });

  it('has a line for each thing that happened, in the order of the working', () => {
    const { items } = charge(
      { abatement: 50_00, payments: [{ date: '2030-02-01', amount: 2000_00 }] },
      { finePercent: 2, interestMonthlyPercent: 1, correctionIndex: 'ipca' },
      '2030-02-11',
      ['1'],
    );
    expect(items).toEqual([
      { name: 'principal', label: 'Valor original', amount: 1000_00, formula: 'Vencimento em 01/01/2030' },
      { name: 'abatement', label: 'Abatimento', amount: -50_00, formula: 'Concedido pelo credor, antes dos encargos' },
      {
        name: 'correction',
        label: 'Correção monetária (IPCA)',
        amount: 9_50,
        formula: 'R$ 950,00 × ((1 + 1%) − 1), IPCA de 01/2030',
        steps: [{ month: '2030-01', days: 31, daysInMonth: 31, percent: '1' }],
      },
      { name: 'fine', label: 'Multa de 2%', amount: 19_00, formula: 'R$ 950,00 × 2%' },
      { name: 'interest', label: 'Juros de 1% ao mês', amount: 9_91, formula: 'R$ 959,50 × 1% ÷ 30 × 31 dias' },
      { name: 'payment', label: 'Pagamento em 01/02/2030', amount: -2000_00, formula: 'Recebido: R$ 2.000,00' },
      { name: 'credit', label: 'Crédito a devolver', amount: 2000_00 - 988_41, formula: 'Pago além do devido' },
    ]);
  });

  it('has the discount with its rule', () => {
    expect(charge({}, { earlyDiscount: { percent: 5 } }, '2029-12-31').items[1]).toEqual({
      name: 'discount',
      label: 'Desconto por pagamento antecipado',
      amount: -50_00,
      formula: 'R$ 1.000,00 × 5%, para pagamento até 01/01/2030',
    });
    expect(charge({}, { earlyDiscount: { percent: 0 } }, '2029-12-31').items).toHaveLength(1);
  });

  it('shows the Taxa Legal month by month', () => {
    const tables = indexTables([{ series: 'taxa-legal', month: '2030-01', percent: '0.5', source: 'teste' }]);
    expect(
      chargeDebt({ principal: 1000_00, dueDate: '2030-01-31' }, contractTerms({ finePercent: 0, legalInterest: true }), '2030-02-01', tables).items[1],
    ).toEqual({
      name: 'interest',
      label: 'Juros pela Taxa Legal',
      amount: 16,
      formula: 'R$ 1.000,00 × (0,5% × 1 ÷ 31)',
      steps: [{ month: '2030-01', days: 1, daysInMonth: 31, percent: '0.5' }],
    });
  });

  it('speaks of one day in the singular', () => {
    expect(charge({}, { interestMonthlyPercent: 1 }, '2030-01-02').items[1]?.formula).toBe('R$ 1.000,00 × 1% ÷ 30 × 1 dia');
    expect(charge({}, { legalInterest: true }, '2024-08-30').warnings).toEqual([]);
    const old = charge({ dueDate: '2024-08-29' }, { legalInterest: true }, '2024-08-30');
    expect(old.warnings[0]?.message).toContain('Há 1 dia de atraso anterior a essa data');
    expect(old.items).toHaveLength(1);
  });

  it('speaks of several later payments in the plural', () => {
    const payments = [
      { date: '2030-03-01', amount: 1 },
      { date: '2030-03-02', amount: 1 },
    ];
    expect(charge({ payments }, {}, '2030-02-01').warnings[0]?.message).toBe('Há 2 pagamentos posteriores a 01/02/2030, fora desta conta.');
  });

  it('ends with twelve factors written out and thirteen accumulated', () => {
    const year = Array.from({ length: 12 }, () => '0.1');
    expect(charge({}, { correctionIndex: 'ipca' }, '2031-01-01', year).items[1]?.formula.match(/1 \+ 0,1%/g)).toHaveLength(12);
  });
});

describe('correction over several periods', () => {
  const ipca: ContractTermsInput = { correctionIndex: 'ipca' };

  it('runs on corrected value that was not paid', () => {
    // 1010.00 on 01/02; 5.00 paid takes correction from 10.00 to 5.00; 1005.00 × 2% = 20.10
    const charges = charge({ payments: [{ date: '2030-02-01', amount: 5_00 }] }, { ...ipca, interestMonthlyPercent: 3 }, '2030-03-01', ['1', '2']);
    // Interest 1010.00 × 3% ÷ 30 × 31 = 31.31 takes the payment first.
    expect(charges.outstanding).toEqual({ principal: 1000_00, correction: 30_20, interest: 31_31 - 5_00 + 28_85, fine: 0 });
    expect(charge({ payments: [{ date: '2030-02-01', amount: 5_00 }] }, ipca, '2030-03-01', ['1', '2']).outstanding).toEqual({
      principal: 1000_00,
      correction: 25_10,
      interest: 0,
      fine: 0,
    });
  });

  it('is the same with and without a payment of one cent in the middle, give or take that cent', () => {
    for (const percents of [
      ['-2', '3'],
      ['2', '-3'],
      ['-2', '1'],
      ['1', '-0.5'],
    ]) {
      const whole = charge({}, ipca, '2030-03-01', percents);
      const cut = charge({ payments: [{ date: '2030-02-01', amount: 1 }] }, ipca, '2030-03-01', percents);
      expect(Math.abs(whole.correction - cut.correction), percents.join()).toBeLessThanOrEqual(1);
    }
  });

  it('lets deflation take back correction that is not paid yet, down to the nominal value', () => {
    const charges = charge({ payments: [{ date: '2030-02-01', amount: 1_00 }] }, ipca, '2030-03-01', ['2', '-3']);
    expect(charges).toMatchObject({ correction: 1_00, total: 1000_00 });
    expect(charges.items[1]?.formula).toBe(
      '(R$ 1.000,00 × ((1 + 2%) − 1), IPCA de 01/2030 = R$ 20,00) + (R$ 1.019,00 × ((1 − 3%) − 1), IPCA de 02/2030, deflação: mantido o valor nominal = −R$ 19,00)',
    );
  });

  it('makes later inflation make up for the deflation first, and says so', () => {
    const charges = charge({ payments: [{ date: '2030-02-01', amount: 100_00 }] }, ipca, '2030-03-01', ['-2', '3']);
    expect(charges.correction).toBe(Math.round(90_000 * (0.98 * 1.03 - 1)));
    expect(charges.items[1]?.formula).toBe(
      '(R$ 1.000,00 × ((1 − 2%) − 1), IPCA de 01/2030, deflação: mantido o valor nominal = R$ 0,00) + (R$ 900,00 × (0,98000000 × (1 + 3%) − 1), IPCA de 02/2030, compensada a deflação anterior = R$ 8,46)',
    );
    const third = charge(
      {
        payments: [
          { date: '2030-02-01', amount: 100_00 },
          { date: '2030-03-01', amount: 100_00 },
        ],
      },
      ipca,
      '2030-04-01',
      ['-2', '3', '1'],
    );
    expect(third.items[1]?.formula).toMatch(/R\$ 808,46 × \(\(1 \+ 1%\) − 1\), IPCA de 03\/2030 = R\$ 8,08\)$/);
  });

  it('names the missing months of all periods once, in order', () => {
    const payments = [
      { date: '2030-03-15', amount: 1_00 },
      { date: '2030-02-15', amount: 1_00 },
    ];
    expect(charge({ payments }, { ...ipca, correctionMethod: 'daily' }, '2030-04-01', ['1']).warnings[0]?.months).toEqual(['2030-02', '2030-03']);
  });
});

describe('what is refused says what to do', () => {
  it.each([
    [{ principal: -1 }, 'O valor da dívida precisa ser zero ou mais, em centavos inteiros.'],
    [{ abatement: 2000_00 }, 'O abatimento precisa ficar entre zero e o valor da dívida.'],
    [{ payments: [{ date: '2030-01-01', amount: -1 }] }, 'Cada pagamento precisa de um valor maior que zero, em centavos inteiros.'],
    [{ payments: [{ date: '2030-01-32', amount: 1 }] }, 'Não entendi a data "2030-01-32".'],
  ])('%j', (input, message) => {
    expect(() => charge(input, {}, '2030-01-01')).toThrow(message);
  });

  it('a day that does not exist', () => {
    expect(() => charge({}, {}, '2030-02-30')).toThrow('Não entendi a data "2030-02-30".');
  });

  it('and the edges are taken', () => {
    expect(charge({ principal: 0 }, { finePercent: 2 }, '2030-02-01').total).toBe(0);
    expect(charge({ abatement: 1000_00 }, { finePercent: 2 }, '2030-02-01').total).toBe(0);
  });
});
