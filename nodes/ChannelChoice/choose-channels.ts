import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { CHANNELS } from '../../core/case/index.ts';
import type { Channel, MessagePurpose } from '../../core/case/index.ts';
import { parseMoney } from '../../core/money.ts';
import { chooseChannel, goesOn } from '../../core/run/index.ts';
import { breathe } from '../../ledger/breathe.ts';
import { chunks } from '../shared/chunks.ts';
import { forIncomingCases } from '../shared/incoming-cases.ts';
import { CASE_CHUNK, missingCase } from '../shared/load-cases.ts';
import { maskAddress } from '../shared/mask-address.ts';
import { Outputs } from '../shared/outputs.ts';
import { readParameters } from '../shared/parameters.ts';
import type { Problem } from '../shared/problem.ts';
import { problemOf } from '../shared/problem.ts';
import { settingOf } from '../shared/run-setting.ts';
import { RunSettings } from '../shared/run-settings.ts';
import { Settlement } from '../shared/settlement.ts';
import { momentOfItem } from '../shared/today.ts';

const defaults = { channels: [] as Channel[], maxCost: 0, preferAnswered: true, purpose: 'charge' as MessagePurpose, blockId: '' };

/** Ranks the allowed channels for each case; who can be reached by none leaves by the second output, with every reason. */
export async function chooseChannels(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const parametersAt = readParameters(this, defaults);
  const outputs = new Outputs(2);
  const fail = (index: number, json: object, problem: Problem): void => outputs.push(1, { ...json, problem }, index);
  const nodeId = this.getNode().id;
  await forIncomingCases(this, this.getInputData(), fail, async ({ ledger, items }) => {
    const settings = new RunSettings(ledger);
    for (const chunk of chunks(items, CASE_CHUNK)) {
      const cases = await ledger.loadCases(chunk.map(({ json }) => json.caseId));
      const settlement = new Settlement();
      for (const { index, json } of chunk) {
        await breathe();
        const subject = cases.get(json.caseId);
        if (!subject) {
          fail(index, json, missingCase);
          continue;
        }
        try {
          const { channels, maxCost, preferAnswered, purpose, blockId } = parametersAt(index);
          const cadence = await settings.of(json);
          const moment = momentOfItem(json);
          const asked = {
            channels: channels.filter((channel) => CHANNELS.includes(channel)),
            preferAnswered,
            ...(maxCost > 0 ? { maxCostCents: parseMoney(maxCost) } : {}),
          };
          const end = chooseChannel(settingOf(json, subject, cadence, moment), asked, purpose);
          const { decision, ending, reasons } = end;
          const ranking = decision.ranking.map(({ address, ...ranked }) => ({
            ...ranked,
            to: address === null ? null : maskAddress(ranked.channel, address),
          }));
          const { chosen } = decision;
          const channel = chosen
            ? { chosen: chosen.channel, contactPointId: chosen.contactPointId, costCents: chosen.costCents, reasons: chosen.reasons, ranking }
            : { chosen: '', contactPointId: null, reasons: decision.reasons, ranking };
          settlement.ended(json, moment, blockId || nodeId, end);
          outputs.push(goesOn(ending) ? 0 : 1, { ...json, channel, why: [...json.why, ...reasons] }, index);
        } catch (error) {
          fail(index, json, problemOf(error));
        }
      }
      await settlement.flush(ledger);
    }
  });
  return outputs.data;
}
