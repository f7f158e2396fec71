import { describe, expect, it } from 'vitest';
import { AT, importedCase, importedDebt, importOne, ON, PORTFOLIO, runWith } from '../../ledger/testing/fixtures.ts';
import { nodeRuns } from '../testing/node-run.ts';
import { chooseSteps } from './choose-steps.ts';

const n8n = nodeRuns();
const run = (parameters: Readonly<Record<string, unknown>>, input: readonly object[]) =>
  n8n.run(
    chooseSteps,
    parameters,
    input.map((json) => ({ json })),
  );

describe('instalments of two agreements that are to be reminded of on one day', () => {
  it('are spoken of one a day: the case comes back tomorrow, though no step waits for it', async () => {
    const caseId = await importOne(n8n.ledger, importedCase({}, [importedDebt({ number: 'A' }), importedDebt({ number: 'B' })]));
    const { debts } = (await n8n.ledger.loadCases([caseId])).get(caseId)!;
    await n8n.ledger.startRun(runWith({ id: 'r' }));
    const agree = (index: number) =>
      n8n.ledger.saveAgreement({
        id: `acordo-${index + 1}`,
        caseId,
        madeOn: ON,
        debtIds: [debts[index]!.id],
        originalTotal: 10_000,
        total: 10_000,
        installments: [
          { number: 1, dueDate: '2026-03-13', amount: 5_000 },
          { number: 2, dueDate: '2026-04-13', amount: 5_000 },
        ],
        status: 'active',
        at: AT,
      });
    const steps = { step: [{ id: 'd60', name: 'D+60', day: 60 }] };
    const item = { caseId, cadenceId: 'classica', runId: 'r', today: ON, why: [] };
    const reminded = async () => {
      const outputs = await run({ cadenceId: 'classica', trackId: 'unica', steps }, [item]);
      expect(outputs.slice(0, -1)).toEqual([[], []]);
      const { event, step } = outputs.at(-1)![0]!.json as unknown as { event: { agreementId: string }; step: { nextActionOn: string } };
      return [event.agreementId, step.nextActionOn];
    };
    await agree(0);
    const [, alone] = await reminded();
    expect(alone! > '2026-03-11').toBe(true);
    await agree(1);
    expect(await reminded()).toEqual(['acordo-1', '2026-03-11']);
    expect((await n8n.ledger.findCases({ portfolio: PORTFOLIO, caseId }))[0]!.subject.steps).toMatchObject([
      { stepId: 'parcela-1-antes-3', cycle: 'acordo-1', status: 'entered' },
    ]);
  });
});
