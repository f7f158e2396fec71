import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { decideTier } from '../../core/tier/index.ts';
import { ReguaError } from '../../core/errors.ts';
import { chargesOf } from '../shared/case-summary.ts';
import { breathe } from '../../ledger/breathe.ts';
import { chunks } from '../shared/chunks.ts';
import { forIncomingCases } from '../shared/incoming-cases.ts';
import { Outputs } from '../shared/outputs.ts';
import { memoByIdentity, readParameters } from '../shared/parameters.ts';
import type { Problem } from '../shared/problem.ts';
import { problemOf } from '../shared/problem.ts';
import { CASE_CHUNK, missingCase } from '../shared/load-cases.ts';
import { RunSettings } from '../shared/run-settings.ts';
import { momentOfItem } from '../shared/today.ts';
import { tiersFrom } from './tiers.ts';

const defaults = { tiers: { tier: [] as Parameters<typeof tiersFrom>[0] } };

/** Gives each case its tier; output N is the Nth tier, and what could not be tiered leaves by the last one. */
export async function assignTiers(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const parametersAt = readParameters(this, defaults);
  const tiersOf = memoByIdentity((parameters: typeof defaults) => {
    const tiers = tiersFrom(parameters.tiers.tier ?? []);
    if (tiers.length === 0) throw new ReguaError('tiers.none', 'Acrescente pelo menos uma faixa de clientes a este nó.', { field: 'tiers' });
    return tiers;
  });
  const input = this.getInputData();
  // The outputs are drawn from the parameters themselves, so their number is the same for every item.
  const count = tiersOf(parametersAt(0)).length;
  const outputs = new Outputs(count + 1);
  const fail = (index: number, json: object, problem: Problem): void => outputs.push(count, { ...json, problem }, index);
  await forIncomingCases(this, input, fail, async ({ ledger, items }) => {
    const settings = new RunSettings(ledger);
    const decided: { caseId: string; tierId: string }[] = [];
    for (const chunk of chunks(items, CASE_CHUNK)) {
      const cases = await ledger.loadCases(chunk.map(({ json }) => json.caseId));
      for (const { index, json } of chunk) {
        await breathe();
        const subject = cases.get(json.caseId);
        if (!subject) {
          fail(index, json, missingCase);
          continue;
        }
        try {
          const { policies } = await settings.of(json);
          const { today } = momentOfItem(json);
          const tiers = tiersOf(parametersAt(index));
          const decision = decideTier(subject, tiers, chargesOf(subject, policies, today).total, today);
          decided.push({ caseId: subject.id, tierId: decision.tierId });
          const place = tiers.findIndex((tier) => tier.id === decision.tierId);
          outputs.push(
            place,
            {
              ...json,
              tier: { id: decision.tierId, name: decision.tierName, goodPayer: decision.goodPayer, reasons: decision.reasons },
              why: [...json.why, ...decision.reasons],
            },
            index,
          );
        } catch (error) {
          fail(index, json, problemOf(error));
        }
      }
    }
    await ledger.setTiers(decided);
  });
  return outputs.data;
}
