import { describe, expect, it } from 'vitest';
import { ANA, claimFor, importOne } from '../../ledger/testing/fixtures.ts';
import { nodeRuns } from '../testing/node-run.ts';
import { findDebtor } from './find.ts';

const n8n = nodeRuns();
const run = (parameters: Readonly<Record<string, unknown>>, input: readonly object[]) =>
  n8n.run(
    findDebtor,
    parameters,
    input.map((json) => ({ json })),
  );

describe('a debtor who is looked up', () => {
  it('is shown with the last ten contacts, oldest first, and with the CPF masked', async () => {
    const caseId = await importOne(n8n.ledger);
    const days = Array.from({ length: 12 }, (_, index) => `2026-02-${String(index + 1).padStart(2, '0')}`);
    await n8n.ledger.claim(days.map((day) => claimFor(caseId, { stepId: day, at: `${day}T12:00:00.000Z`, localDate: day })));
    const [[found] = [], missing] = await run({ findBy: 'document', findValue: '529.982.247-25' }, [{}]);
    expect(missing).toEqual([]);
    expect((found!.json['contacts'] as { at: string }[]).map(({ at }) => at.slice(0, 10))).toEqual(days.slice(2));
    expect(JSON.stringify(found)).not.toMatch(new RegExp(`${ANA}|529.982.247-25`));
  });

  it('shows why they were left in peace, and when the cadence looks again', async () => {
    const caseId = await importOne(n8n.ledger);
    const wait = { code: 'contested', reason: 'A dívida está contestada.', on: '2026-03-10' };
    await n8n.ledger.settle({ looks: [{ caseId, nextActionOn: null, wait }] });
    const [[found] = []] = await run({ findBy: 'document', findValue: '529.982.247-25' }, [{}]);
    expect(found!.json).toMatchObject({ nextActionOn: null, leftInPeace: [{ on: '2026-03-10', code: 'contested', reason: 'A dívida está contestada.' }] });
  });
});
