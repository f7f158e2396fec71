import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Agreement, Case, Contact, Debt } from '../case/index.ts';
import { addDays } from '../civil-date.ts';
import { agreementCovering } from '../prescription/index.ts';
import { caseOf, contact, debt, policies } from '../testing/case-builder.ts';
import { impute } from './impute.ts';
import { settlementOf, settlementRules } from './settlement.ts';

/** To the cent: nothing is let go. */
const EXACT = policies({ payment: { toleranceCents: 0 } });
const RULES = settlementRules(EXACT, { uf: 'SP' });
const PAID_ON = '2026-03-10';

const debts = fc
  .array(
    fc.record({
      principal: fc.integer({ min: 1, max: 100_000 }),
      age: fc.integer({ min: -40, max: 400 }),
      status: fc.constantFrom<Debt['status']>('open', 'open', 'open', 'paid', 'cancelled'),
      contested: fc.boolean(),
      paidBefore: fc.integer({ min: 0, max: 500 }),
    }),
    { maxLength: 5 },
  )
  .map((all) =>
    all.map(({ principal, age, status, contested, paidBefore }, index): Debt => ({
      id: `d${index}`,
      number: `${index}`,
      principal,
      dueDate: addDays(PAID_ON, -age),
      payments: paidBefore === 0 || paidBefore > principal ? [] : [{ date: addDays(PAID_ON, -1), amount: paidBefore }],
      abatement: 0,
      status,
      ...(contested ? { contestedOn: PAID_ON } : {}),
    })),
  );

const agreement = fc
  .record({
    covers: fc.subarray(['d0', 'd1', 'd2'], { minLength: 1 }),
    amounts: fc.array(fc.integer({ min: 1, max: 20_000 }), { minLength: 1, maxLength: 4 }),
    active: fc.boolean(),
  })
  .map(({ covers, amounts, active }): Agreement => {
    const total = amounts.reduce((sum, amount) => sum + amount, 0);
    return {
      id: 'a',
      madeOn: PAID_ON,
      debtIds: covers,
      originalTotal: total,
      total,
      installments: amounts.map((amount, index) => ({ number: index + 1, dueDate: addDays(PAID_ON, index * 30), amount })),
      status: active ? 'active' : 'broken',
    };
  });

/** None, one, or two in force that share no debt. */
const agreements = fc.oneof(
  fc.array(agreement, { maxLength: 1 }),
  fc.tuple(agreement, agreement).map(([first, second]) => [
    { ...first, debtIds: ['d0'] },
    { ...second, id: 'b', debtIds: ['d1', 'd2'] },
  ]),
);
const cases = fc.record({ debts, agreements }).map((part): Case => caseOf(part));
const payments = fc.record({
  amount: fc.integer({ min: 1, max: 500_000 }),
  paidOn: fc.constant(PAID_ON),
  debtId: fc.option(fc.constantFrom('d0', 'd1', 'd9'), { nil: undefined }),
});

describe('impute', () => {
  test('no cent is lost or made', () => {
    fc.assert(
      fc.property(cases, payments, (subject, payment) => {
        const { shares, excess } = impute(subject, payment, EXACT);
        expect(shares.reduce((sum, share) => sum + share.amount, excess)).toBe(payment.amount);
        for (const share of shares) expect(share.amount).toBeGreaterThan(0);
        expect(excess).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('nothing goes to a debt that is not open, and no open debt gets more than it needs', () => {
    fc.assert(
      fc.property(cases, payments, (subject, payment) => {
        const { shares, paidDebtIds } = impute(subject, payment, EXACT);
        for (const share of shares) {
          if (share.debtId === undefined) continue;
          const debt = subject.debts.find((one) => one.id === share.debtId)!;
          expect(debt.status).toBe('open');
          const after = settlementOf(debt, [...debt.payments, { date: payment.paidOn, amount: share.amount }], RULES);
          expect(after.credit).toBe(0);
          expect(after.settled).toBe(paidDebtIds.includes(debt.id));
        }
      }),
    );
  });

  test('there is excess only when nothing that takes money is left', () => {
    fc.assert(
      fc.property(cases, payments, (subject, payment) => {
        const { excess, paidDebtIds, shares } = impute(subject, payment, EXACT);
        if (excess === 0) return;
        const left = subject.debts.filter((debt) => debt.status === 'open' && !paidDebtIds.includes(debt.id) && !agreementCovering(subject, debt.id));
        expect(left.every((debt) => debt.contestedOn !== undefined)).toBe(true);
        if (shares.length === 0) expect(left).toEqual([]);
      }),
    );
  });

  test('an agreement is completed exactly when its last instalment is covered', () => {
    fc.assert(
      fc.property(cases, payments, (subject, payment) => {
        const { installments, completedAgreementIds } = impute(subject, payment, EXACT);
        for (const one of subject.agreements) {
          const paid = installments.filter(({ agreementId, paidOn }) => agreementId === one.id && paidOn !== undefined).length;
          expect(completedAgreementIds.includes(one.id)).toBe(one.status === 'active' && paid === one.installments.length);
        }
      }),
    );
  });
});

describe('a rest that a payment leaves', () => {
  // R$ 100,00 due on Monday 2 March; on the 9th 102,23 are owed, on the 10th 102,27.
  const usual = policies();
  const asked = (total: number, over: Partial<Contact> = {}) => contact({ at: '2026-03-09T13:00:00Z', asked: [{ debtId: 'd1', total }], ...over });
  const pay = (amount: number, over: Parameters<typeof caseOf>[0] = {}, rules = usual, paidOn = PAID_ON) => impute(caseOf(over), { amount, paidOn }, rules);

  test('is let go up to the tolerance, with its reason, and asked for beyond it', () => {
    expect(pay(10_127)).toEqual({
      shares: [{ debtId: 'd1', amount: 10_127 }],
      paidDebtIds: ['d1'],
      waivers: [{ debtId: 'd1', date: PAID_ON, amount: 100, reason: 'Resto de R$ 1,00, que não se cobra (até R$ 1,00)' }],
      installments: [],
      completedAgreementIds: [],
      excess: 0,
    });
    expect(pay(10_126)).toMatchObject({ paidDebtIds: [], waivers: [] });
    expect(pay(10_226, {}, EXACT)).toMatchObject({ paidDebtIds: [], waivers: [] });
  });

  test("is let go when what yesterday's message asked for was paid", () => {
    const strict = { ...usual, payment: { toleranceCents: 0, messageStandsBusinessDays: 1 } };
    const contacts = [asked(10_223)];
    expect(pay(10_223, { contacts }, strict)).toMatchObject({
      paidDebtIds: ['d1'],
      waivers: [{ amount: 4, reason: 'Foi pago o valor pedido na mensagem de 09/03/2026' }],
    });
    expect(pay(10_222, { contacts }, strict).paidDebtIds).toEqual([]);
    // Two business days later the message stands no more; over a weekend it does.
    expect(pay(10_223, { contacts }, strict, '2026-03-11').paidDebtIds).toEqual([]);
    const friday = [asked(10_213, { at: '2026-03-06T13:00:00Z' })];
    expect(pay(10_213, { contacts: friday }, strict, '2026-03-09').paidDebtIds).toEqual(['d1']);
    // One that never left asked for nothing.
    expect(pay(10_223, { contacts: [asked(10_223, { status: 'failed' })] }, strict).paidDebtIds).toEqual([]);
  });

  test('of several debts falls on the last, and the sum that the message asked for settles them all', () => {
    const strict = { ...usual, payment: { toleranceCents: 0, messageStandsBusinessDays: 1 } };
    const debts = [debt(), debt({ id: 'd2', number: 'NF-1002' }), debt({ id: 'd3', number: 'NF-1003', dueDate: '2026-03-09' })];
    const amounts = ['d1', 'd2'].map((debtId) => ({ debtId, total: 10_223 }));
    const result = pay(20_446, { debts, contacts: [asked(0, { asked: amounts })] }, strict);
    expect(result).toMatchObject({ paidDebtIds: ['d1', 'd2'], waivers: [{ debtId: 'd2', amount: 8 }], excess: 0 });
    expect(pay(20_445, { debts, contacts: [asked(0, { asked: amounts })] }, strict).paidDebtIds).toEqual(['d1']);
  });

  test('who pays the growth too leaves no rest', () => {
    expect(pay(10_227, { contacts: [asked(10_223)] })).toMatchObject({ paidDebtIds: ['d1'], waivers: [], excess: 0 });
  });

  test('of an instalment closes it, so that no agreement breaks for cents', () => {
    const one: Agreement = {
      id: 'a',
      madeOn: '2026-03-05',
      debtIds: ['d1'],
      originalTotal: 10_000,
      total: 9_000,
      installments: [{ number: 1, dueDate: '2026-03-15', amount: 9_000 }],
      status: 'active',
    };
    expect(pay(8_950, { agreements: [one] })).toMatchObject({
      installments: [{ agreementId: 'a', number: 1, paidAmount: 8_950, waived: 50, paidOn: PAID_ON }],
      completedAgreementIds: ['a'],
      paidDebtIds: ['d1'],
    });
  });

  test('of a debt the money never reached stays', () => {
    const debts = [debt(), debt({ id: 'd2', number: 'NF-1002', principal: 50, dueDate: '2026-03-05' })];
    expect(pay(10_200, { debts })).toMatchObject({ paidDebtIds: ['d1'], waivers: [{ debtId: 'd1' }] });
  });
});

describe('where a payment goes', () => {
  const usual = policies({ payment: { toleranceCents: 0 } });
  const one = (id: string, debtIds: string[], installments: Agreement['installments'], over: Partial<Agreement> = {}): Agreement => ({
    id,
    madeOn: '2026-03-05',
    debtIds,
    originalTotal: 1,
    total: 1,
    installments,
    status: 'active',
    ...over,
  });
  const old = debt({ id: 'old', dueDate: '2026-03-05', principal: 1_000 });
  const young = debt({ id: 'young', dueDate: '2026-03-09', principal: 1_000 });
  const go = (amount: number, over: Parameters<typeof caseOf>[0], debtId?: string) => {
    const { shares, paidDebtIds, excess, completedAgreementIds } = impute(caseOf(over), { amount, paidOn: '2026-03-10', debtId }, usual);
    return {
      shares: shares.map((share) => `${share.debtId ?? `${share.agreementId}:${share.installment}`} ${share.amount}`),
      paidDebtIds,
      excess,
      completedAgreementIds,
    };
  };

  test('the oldest debt first, then the next, then excess', () => {
    expect(go(3_000, { debts: [young, old] })).toEqual({
      shares: ['old 1022', 'young 1020'],
      paidDebtIds: ['old', 'young'],
      excess: 958,
      completedAgreementIds: [],
    });
    expect(go(500, { debts: [young, old] })).toMatchObject({ shares: ['old 500'], paidDebtIds: [], excess: 0 });
  });

  test('a named debt before an older one, unless it is closed', () => {
    expect(go(1_500, { debts: [young, old] }, 'young').shares).toEqual(['young 1020', 'old 480']);
    expect(go(500, { debts: [{ ...young, status: 'paid' }, old] }, 'young').shares).toEqual(['old 500']);
  });

  test('a contested debt when it is named, or when nothing else is owed', () => {
    const contested = { ...old, contestedOn: '2026-03-08' };
    expect(go(5_000, { debts: [young, contested] })).toMatchObject({ shares: ['young 1020'], excess: 3_980 });
    expect(go(500, { debts: [young, contested] }, 'old').shares).toEqual(['old 500']);
    expect(go(2_000, { debts: [contested] })).toMatchObject({ shares: ['old 1022'], paidDebtIds: ['old'], excess: 978 });
  });

  test('instalments before debts outside the agreement, by due date over all agreements', () => {
    const a = one(
      'a',
      ['old'],
      [
        { number: 1, dueDate: '2026-04-10', amount: 400 },
        { number: 2, dueDate: '2026-05-10', amount: 400 },
      ],
    );
    const b = one(
      'b',
      ['young'],
      [
        { number: 1, dueDate: '2026-04-05', amount: 300 },
        { number: 2, dueDate: '2026-05-10', amount: 300 },
      ],
    );
    const free = debt({ id: 'free', principal: 1_000 });
    const debts = [old, young, free];
    expect(go(1_200, { debts, agreements: [b, a] }).shares).toEqual(['b:1 300', 'a:1 400', 'a:2 400', 'b:2 100']);
    // Who names a debt of an agreement pays that agreement first; who names a free one pays it.
    expect(go(500, { debts, agreements: [b, a] }, 'old').shares).toEqual(['a:1 400', 'a:2 100']);
    expect(go(500, { debts, agreements: [b, a] }, 'free').shares).toEqual(['free 500']);
  });

  test('the last instalment settles the debts of its own agreement that are still open, and no other', () => {
    const cancelled = debt({ id: 'cancelled', status: 'cancelled' });
    const a = one(
      'a',
      ['old', 'cancelled'],
      [
        { number: 1, dueDate: '2026-04-10', amount: 400, paidOn: '2026-03-06', paidAmount: 400 },
        { number: 2, dueDate: '2026-05-10', amount: 400, paidAmount: 100 },
      ],
    );
    const b = one('b', ['young'], [{ number: 1, dueDate: '2026-06-10', amount: 300 }]);
    expect(go(300, { debts: [old, young, cancelled], agreements: [a, b] })).toEqual({
      shares: ['a:2 300'],
      paidDebtIds: ['old'],
      excess: 0,
      completedAgreementIds: ['a'],
    });
  });

  test('an agreement that is over takes nothing and hides nothing', () => {
    const broken = one('a', ['old'], [{ number: 1, dueDate: '2026-04-10', amount: 400 }], { status: 'broken' });
    expect(go(100, { debts: [old], agreements: [broken] }).shares).toEqual(['old 100']);
  });

  test('an instalment whose rest was let go asks for no more', () => {
    const a = one(
      'a',
      ['old'],
      [
        { number: 1, dueDate: '2026-04-10', amount: 400, paidOn: '2026-03-06', paidAmount: 390, waived: 10 },
        { number: 2, dueDate: '2026-05-10', amount: 400 },
      ],
    );
    expect(go(100, { debts: [old], agreements: [a] }).shares).toEqual(['a:2 100']);
  });

  test('an instalment keeps what was paid on it in part, and has its day only when nothing is missing', () => {
    const paid = (amount: number, before?: number) =>
      impute(
        caseOf({
          debts: [old],
          agreements: [one('a', ['old'], [{ number: 1, dueDate: '2026-04-10', amount: 400, ...(before === undefined ? {} : { paidAmount: before }) }])],
        }),
        { amount, paidOn: '2026-03-10' },
        usual,
      );
    const base = { agreementId: 'a', number: 1, dueDate: '2026-04-10', amount: 400 };
    expect(paid(100)).toMatchObject({ installments: [{ ...base, paidAmount: 100 }], completedAgreementIds: [] });
    expect(paid(100).installments[0]).not.toHaveProperty('paidOn');
    expect(paid(350, 100)).toMatchObject({ shares: [{ amount: 300 }], installments: [{ ...base, paidAmount: 400, paidOn: '2026-03-10' }], excess: 50 });
    expect(paid(400).installments).toEqual([{ ...base, paidAmount: 400, paidOn: '2026-03-10' }]);
  });

  test('the first instalment of one agreement does not complete another', () => {
    const installments = [{ number: 1, dueDate: '2026-04-10', amount: 400 }];
    const later = [{ number: 1, dueDate: '2026-04-20', amount: 400 }];
    const result = go(400, { debts: [old, young], agreements: [one('a', ['old'], installments), one('b', ['young'], later)] });
    expect(result).toMatchObject({ shares: ['a:1 400'], completedAgreementIds: ['a'], paidDebtIds: ['old'] });
  });

  test('a named debt is settled by what the message asked for it, though the message asked for others, too', () => {
    const contacts = [
      contact({
        at: '2026-03-09T13:00:00Z',
        asked: [
          { debtId: 'old', total: 1_021 },
          { debtId: 'd1', total: 10_223 },
        ],
      }),
    ];
    const debts = [old, debt()];
    expect(go(1_021, { debts, contacts }, 'old')).toMatchObject({ shares: ['old 1021'], paidDebtIds: ['old'] });
    expect(go(1_020, { debts, contacts }, 'old')).toMatchObject({ paidDebtIds: [] });
  });
});
