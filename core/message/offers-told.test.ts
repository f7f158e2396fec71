import { expect, it } from 'vitest';
import { offersToldBy } from './offers-told.ts';

const OFFERS = [
  { kind: 'cash' as const, installments: [1] },
  { kind: 'installments' as const, installments: [1, 2] },
  { kind: 'installments' as const, installments: [1, 2, 3] },
].map(({ kind, installments }) => ({ kind, installments: installments.map((number) => ({ number, dueDate: '2026-03-16', amount: 100 })) }));

it.each([
  ['{{ offer.summary }}', [0, 1, 2]],
  ['{% for one in offers %}{{ one.total }}{% endfor %}', [0, 1, 2]],
  ['À vista {{ offer.cash.total }} até {{ offer.validUntil }}', [0]],
  ['{% if offer.installments %}{{ offer.installments.summary }}{% endif %}', [2]],
  ['{{offer.cash.total}} ou {{ offer.installments.summary }}', [0, 2]],
] as const)('"%s" tells of the offers %j', (text, told) => {
  const tells = offersToldBy(text)!;
  expect(OFFERS.flatMap((offer, index) => (tells(offer, index, OFFERS) ? [index] : []))).toEqual(told);
});

it('a text that reads no offer tells of none', () => {
  expect(offersToldBy('Olá, {{ debtor.firstName }}: temos offers e offer.cash para você')).toBeUndefined();
});
