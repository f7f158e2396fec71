import { expect, test } from 'vitest';
import { offerPolicySchema } from '../cadence/policies.ts';
import { chargeDebts, contractTerms } from '../charges/index.ts';
import { parsePixBrCode } from '../identity/index.ts';
import { debt } from '../testing/case-builder.ts';
import { offersFor } from './offers-for.ts';
import { offerPixCodes } from './pix-codes.ts';

test('every payment of an offer has a Pix code of its exact amount, told apart by its identifier', () => {
  const charges = chargeDebts([debt({ principal: 100_000 })], contractTerms({}), '2026-04-02');
  const policy = offerPolicySchema.parse({ id: 'p', name: 'P', maxInstallments: 3, minEntryPercent: 10 });
  const offer = offersFor(charges, policy, '2026-04-02').at(-1)!;
  const codes = offerPixCodes(offer, { pixKey: 'contato@exemplo.example', name: 'Loja São João', city: 'São Paulo' }, 'caso-1');
  expect(codes.map(({ number }) => number)).toEqual([0, 1, 2, 3]);
  for (const { code, amount } of codes) expect(parsePixBrCode(code)).toMatchObject({ valid: true, amount });
  expect(codes[2]!.code).toContain('caso1P002');
  expect(new Set(codes.map(({ code }) => code)).size).toBe(4);
});
