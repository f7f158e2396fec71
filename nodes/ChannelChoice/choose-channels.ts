import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { CHANNEL_LABELS, CHANNELS } from '../../core/case/index.ts';
import type { Channel, MessagePurpose } from '../../core/case/index.ts';
import { rankChannels } from '../../core/channel/index.ts';
import { parseMoney } from '../../core/money.ts';
import { chunks } from '../shared/chunks.ts';
import { forIncomingCases } from '../shared/incoming-cases.ts';
import { CASE_CHUNK, missingCase } from '../shared/load-cases.ts';
import { maskAddress } from '../shared/mask-address.ts';
import { Outputs } from '../shared/outputs.ts';
import { readParameters } from '../shared/parameters.ts';
import type { Problem } from '../shared/problem.ts';
import { problemOf } from '../shared/problem.ts';
import { recordRefusal } from '../shared/refusal.ts';
import type { Refusal } from '../../ledger/ledger.ts';
import { RunSettings } from '../shared/run-settings.ts';
import { StepJournal } from '../shared/step-journal.ts';
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
    const journal = new StepJournal(ledger);
    for (const chunk of chunks(items, CASE_CHUNK)) {
      const cases = await ledger.loadCases(chunk.map(({ json }) => json.caseId));
      const refusals: Refusal[] = [];
      for (const { index, json } of chunk) {
        const subject = cases.get(json.caseId);
        if (!subject) {
          fail(index, json, missingCase);
          continue;
        }
        try {
          const { channels, maxCost, preferAnswered, purpose, blockId } = parametersAt(index);
          const { policies } = await settings.of(json);
          const moment = momentOfItem(json);
          const decision = rankChannels(subject, {
            allowed: channels.filter((channel) => CHANNELS.includes(channel)),
            preferAnswered,
            ...(maxCost > 0 ? { maxCostCents: parseMoney(maxCost) } : {}),
            settings: policies.channels,
            on: moment.today,
            purpose,
          });
          const ranking = decision.ranking.map(({ channel, contactPointId, address, eligible, score, costCents, reasons }) => ({
            channel,
            contactPointId,
            to: address === null ? null : maskAddress(channel, address),
            eligible,
            score,
            costCents,
            reasons,
          }));
          if (decision.chosen) {
            const { channel, contactPointId, costCents, reasons } = decision.chosen;
            outputs.push(
              0,
              { ...json, channel: { chosen: channel, contactPointId, costCents, reasons, ranking }, why: [...json.why, ...decision.reasons] },
              index,
            );
            continue;
          }
          const reason = decision.reasons[0] ?? `Nenhum canal serve para este devedor (${channels.map((channel) => CHANNEL_LABELS[channel]).join(', ')}).`;
          refusals.push(recordRefusal(json, moment, { blockId: blockId || nodeId, code: 'no-channel', reason }));
          journal.skipped(json, moment, reason);
          outputs.push(
            1,
            {
              ...json,
              channel: { chosen: '', contactPointId: null, reasons: decision.reasons, ranking },
              why: [...json.why, ...(decision.reasons.length > 0 ? decision.reasons : [reason])],
            },
            index,
          );
        } catch (error) {
          fail(index, json, problemOf(error));
        }
      }
      await ledger.recordRefusals(refusals);
      await journal.flush();
    }
  });
  return outputs.data;
}
