import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OfferPolicy } from '../cadence/policies.ts';
import { offerPolicySchema } from '../cadence/policies.ts';
import { isBusinessDay } from '../calendar/index.ts';
import { chargeDebts, contractTerms } from '../charges/index.ts';
import { addDays } from '../civil-date.ts';
import { debt, policies } from '../testing/case-builder.ts';
import { agreementFrom } from '../case/index.ts';
import { headlineOffers } from './headline-offers.ts';
import { offersFor } from './offers-for.ts';
import { pickOfferPolicy, policyRefusal } from './pick-policy.ts';

const policy = (over: object = {}): OfferPolicy => offerPolicySchema.parse({ id: 'p', name: 'Padrão', ...over });
// R$ 1.000,00 due 02/03/2026; on 02/04/2026 it is 31 days late: fine 20,00, interest 10,33.
const charges = chargeDebts([debt({ principal: 100_000 })], contractTerms({}), '2026-04-02');
const ON = '2026-04-02';

describe('offers', () => {
  test('cash: fine and interest waived, and what that spares is said', () => {
    const [cash] = offersFor(charges, policy({ discount: { fine: 100, interest: 100, principal: 5 } }), ON, { uf: 'SP', cycle: 'd1' });
    expect(cash).toEqual({
      id: 'p-d1-2026-04-02-avista',
      policyId: 'p',
      kind: 'cash',
      original: 103_033,
      total: 95_000,
      discounts: { principal: 5_000, fine: 2_000, interest: 1_033, correction: 0, total: 8_033 },
      financing: 0,
      entry: null,
      installments: [{ number: 1, dueDate: '2026-04-07', amount: 95_000 }],
      savings: 8_033,
      validUntil: '2026-04-07',
      description: 'À vista por R$ 950,00, até 07/04/2026. Você economiza R$ 80,33.',
    });
  });

  test('the first due date is a business day: five days from Good Friday’s eve is a Tuesday, from a Monday a Monday again', () => {
    expect(offersFor(charges, policy({ validityDays: 1 }), ON)[0]!.validUntil).toBe('2026-04-06');
    expect(offersFor(charges, policy({ validityDays: 0 }), '2026-04-04')[0]!.validUntil).toBe('2026-04-06');
  });

  test('instalments without interest share the amount equally, to the cent, on monthly business days that do not drift', () => {
    const offers = offersFor(charges, policy({ maxInstallments: 3 }), ON);
    const three = offers.find(({ id }) => id.endsWith('3x'))!;
    expect(three.installments).toEqual([
      { number: 1, dueDate: '2026-04-07', amount: 34_344 },
      { number: 2, dueDate: '2026-05-07', amount: 34_344 },
      { number: 3, dueDate: '2026-06-08', amount: 34_345 },
    ]);
    expect(three).toMatchObject({ total: 103_033, financing: 0, savings: 0, entry: null });
    expect(three.description).toBe('3x de R$ 343,44 (a última de R$ 343,45), a primeira em 07/04/2026; total de R$ 1.030,33. Proposta válida até 07/04/2026.');
  });

  test('with interest (Price table) the first instalment is a month away, so that no time is charged that did not pass', () => {
    const big = chargeDebts([debt({ principal: 3_000_000, dueDate: ON })], contractTerms({}), ON);
    const offer = offersFor(big, policy({ maxInstallments: 12, monthlyRatePercent: 1.5 }), ON).at(-1)!;
    expect(offer.installments).toHaveLength(12);
    // DOMAIN: 30.000,00 in 12 at 1,5% is 2.750,40.
    expect(offer.installments[0]).toEqual({ number: 1, dueDate: '2026-05-04', amount: 275_040 });
    expect(offer.financing).toBe(offer.total - 3_000_000);
    expect(offer.savings).toBe(0);
    expect(offer.description).toContain('O parcelamento inclui R$ 3.004,80 de juros.');
  });

  test('an entry is rounded up, falls due with the offer, and instalments follow a month later', () => {
    const offer = offersFor(charges, policy({ maxInstallments: 2, minEntryPercent: 33 }), ON).at(-1)!;
    expect(offer.entry).toBe(34_001);
    expect(offer.installments.map(({ dueDate, amount }) => [dueDate, amount])).toEqual([
      ['2026-05-07', 34_516],
      ['2026-06-08', 34_516],
    ]);
    expect(offer.description).toBe('Entrada de R$ 340,01 até 07/04/2026 e mais 2x de R$ 345,16, a primeira em 07/05/2026; total de R$ 1.030,33.');
  });

  test('the discount in instalments is its share of the cash discount', () => {
    const offers = offersFor(charges, policy({ discount: { fine: 100, interest: 50 }, installmentDiscountShare: 50, maxInstallments: 2 }), ON);
    expect(offers.map(({ discounts }) => [discounts.fine, discounts.interest])).toEqual([
      [2_000, 516],
      [1_000, 258],
    ]);
  });

  test('nothing is offered on nothing, and no instalment is below the minimum', () => {
    expect(offersFor(chargeDebts([], contractTerms({}), ON), policy(), ON)).toEqual([]);
    expect(offersFor(charges, policy({ maxInstallments: 12, minInstallmentCents: 30_000 }), ON).map(({ installments }) => installments.length)).toEqual([
      1, 2, 3,
    ]);
    expect(offersFor(charges, policy({ discount: { principal: 100, fine: 100, interest: 100 } }), ON)).toEqual([]);
  });

  test('three are enough for a message', () => {
    const offers = offersFor(charges, policy({ maxInstallments: 12 }), ON);
    expect(headlineOffers(offers).map(({ installments }) => installments.length)).toEqual([1, 7, 12]);
    expect(headlineOffers(offers.slice(0, 2)).map(({ installments }) => installments.length)).toEqual([1, 2]);
    expect(headlineOffers([])).toEqual([]);
  });

  test('ask for at least a cent each time, however small the debt', () => {
    const owing = chargeDebts([debt({ principal: 8, dueDate: '2025-06-01' })], contractTerms({}), '2025-06-01');
    const offers = offersFor(owing, policy({ maxInstallments: 5, monthlyRatePercent: 1, minInstallmentCents: 0 }), '2025-06-01', { uf: 'SP' });
    for (const offer of offers) for (const { amount } of offer.installments) expect(amount).toBeGreaterThan(0);
  });

  test('are never beyond the policy, and add up to the cent', () => {
    const percent = fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10);
    const rules = fc.record({
      discount: fc.record({ principal: percent, fine: percent, interest: percent, correction: percent }),
      installmentDiscountShare: percent,
      maxInstallments: fc.integer({ min: 1, max: 24 }),
      monthlyRatePercent: fc.constantFrom(0, 0.5, 1, 1.99, 7.3),
      minEntryPercent: percent,
      minInstallmentCents: fc.integer({ min: 0, max: 20_000 }),
      validityDays: fc.integer({ min: 0, max: 30 }),
    });
    const debts = fc.array(fc.record({ principal: fc.integer({ min: 1, max: 5_000_000 }), late: fc.integer({ min: 0, max: 900 }) }), {
      minLength: 1,
      maxLength: 4,
    });
    const days = fc.integer({ min: 0, max: 700 }).map((offset) => addDays('2025-06-01', offset));
    fc.assert(
      fc.property(rules, debts, days, fc.constantFrom('SP', 'AC', 'RJ'), (input, owed, on, uf) => {
        const rule = policy(input);
        const owing = chargeDebts(
          owed.map(({ principal, late }, index) => debt({ id: `d${index}`, principal, dueDate: addDays(on, -late) })),
          contractTerms({ correctionIndex: 'ipca' }),
          on,
        );
        const sum = (part: 'principal' | 'fine' | 'interest' | 'correction'): number => owing.debts.reduce((total, one) => total + one.outstanding[part], 0);
        for (const offer of offersFor(owing, rule, on, { uf })) {
          const share = offer.kind === 'cash' ? 1 : rule.installmentDiscountShare / 100;
          for (const part of ['principal', 'fine', 'interest', 'correction'] as const)
            expect(offer.discounts[part]).toBeLessThanOrEqual(sum(part) * (rule.discount[part] / 100) * share + 1e-6);
          const installments = offer.installments.reduce((total, { amount }) => total + amount, 0);
          expect((offer.entry ?? 0) + installments).toBe(offer.total);
          expect(offer.original - offer.discounts.total + offer.financing).toBe(offer.total);
          expect(offer.savings).toBe(Math.max(0, owing.total - offer.total));
          expect(offer.total).toBeGreaterThan(0);
          for (const { dueDate, amount } of offer.installments) {
            expect(isBusinessDay(dueDate, { uf })).toBe(true);
            expect(amount).toBeGreaterThan(0);
          }
          expect(offer.validUntil >= addDays(on, rule.validityDays)).toBe(true);
          if (offer.kind === 'cash') continue;
          expect(offer.installments.length).toBeLessThanOrEqual(rule.maxInstallments);
          expect(Math.min(...offer.installments.map(({ amount }) => amount))).toBeGreaterThanOrEqual(rule.minInstallmentCents);
          expect(offer.entry ?? 0).toBeGreaterThanOrEqual((rule.minEntryPercent / 100) * (offer.total - offer.financing) - 1e-6);
          expect([...offer.installments].sort((a, b) => (a.dueDate < b.dueDate ? -1 : 1))).toEqual(offer.installments);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('the policy for a case', () => {
  const document = policies({
    offers: [
      { id: 'todos', name: 'Todos' },
      { id: 'tarde', name: 'Tarde', fromDay: 60 },
      { id: 'vip', name: 'Vip', tierIds: ['vip'], toDay: 90 },
    ],
  });

  test('is the most specific: tier first, then the one that begins latest', () => {
    const pick = (tier: string | undefined, days: number): string | undefined => pickOfferPolicy(document, tier, days)?.id;
    expect(pick('novo', 10)).toBe('todos');
    expect(pick('novo', 60)).toBe('tarde');
    expect(pick('vip', 60)).toBe('vip');
    expect(pick('vip', 90)).toBe('vip');
    expect(pick('vip', 91)).toBe('tarde');
    expect(pick(undefined, 5)).toBe('todos');
    expect(pick('novo', -1)).toBeUndefined();
  });

  test('a policy that does not fit says why', () => {
    const [todos, tarde, vip] = document.offers;
    expect(policyRefusal(todos!, 'novo', 3)).toBeUndefined();
    expect(policyRefusal(tarde!, 'novo', 59)).toBe('A condição "Tarde" vale a partir de 60 dias de atraso.');
    expect(policyRefusal(vip!, 'vip', 91)).toBe('A condição "Vip" vale até 90 dias de atraso.');
    expect(policyRefusal(vip!, 'novo', 3)).toBe('A condição "Vip" não é para a faixa deste cliente.');
  });
});

describe('accepting an offer', () => {
  const offer = offersFor(charges, policy({ maxInstallments: 2, minEntryPercent: 10 }), ON).at(-1)!;

  test('makes an agreement whose instalment 0 is the entry and whose sum is the offer’s', () => {
    const agreement = agreementFrom(offer, { id: 'ac', on: '2026-04-06', debtIds: ['d1'] });
    expect(agreement).toMatchObject({ id: 'ac', madeOn: '2026-04-06', debtIds: ['d1'], originalTotal: 103_033, total: 103_033, status: 'active' });
    expect(agreement.installments[0]).toEqual({ number: 0, dueDate: '2026-04-07', amount: 10_304 });
    expect(agreement.installments.reduce((sum, { amount }) => sum + amount, 0)).toBe(offer.total);
  });

  test('is possible on its last day, not after, and not for no debt', () => {
    expect(agreementFrom(offer, { id: 'ac', on: offer.validUntil, debtIds: ['d1'] }).status).toBe('active');
    expect(() => agreementFrom(offer, { id: 'ac', on: addDays(offer.validUntil, 1), debtIds: ['d1'] })).toThrow('A proposta valia até 07/04/2026');
    expect(() => agreementFrom(offer, { id: 'ac', on: ON, debtIds: [] })).toThrow('quais dívidas');
  });
});
