import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEMPLATES } from '../../templates/index.ts';
import { arbitraryCadence } from '../proof/cadences.ts';
import { ProvingN8n } from '../proof/in-n8n.ts';
import { prove } from '../proof/prove.ts';

/** A sample of what `npm run proof` does whole; the seed says which. */
const SEED = 3;
const SAMPLE = [TEMPLATES[0]!.document, TEMPLATES[4]!.document, arbitraryCadence(SEED), arbitraryCadence(SEED + 9)];

let n8n: ProvingN8n;
beforeAll(async () => {
  n8n = await ProvingN8n.start();
});
afterAll(() => n8n?.stop());

describe('sixty days in the real n8n and in the simulation, with payments, replies, failures and refusals', () => {
  it.each(SAMPLE.map((document, index) => [document.name, document, index] as const))('are the same, to the last debtor: %s', async (_, document, index) => {
    const proof = await prove(n8n, document, { seed: SEED + index, days: 60, debtors: 12 });
    expect(proof.differences).toEqual([]);
    // Something happened that could have differed.
    expect(proof.contacts + proof.tasks).toBeGreaterThan(15);
  });
});
