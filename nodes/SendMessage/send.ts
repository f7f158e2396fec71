import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { MessagePurpose } from '../../core/case/index.ts';
import type { SendMessageParameters } from '../../core/workflow/parameters.ts';
import { forIncomingCases } from '../shared/incoming-cases.ts';
import { Outputs } from '../shared/outputs.ts';
import { memoByIdentity, readParameters } from '../shared/parameters.ts';
import { problemOf } from '../shared/problem.ts';
import type { Problem } from '../shared/problem.ts';
import { RunSettings } from '../shared/run-settings.ts';
import { momentOfItem } from '../shared/today.ts';
import { deliver } from './delivery/deliver.ts';
import { ProviderSet } from './delivery/provider-set.ts';
import type { DeliveryRequest, DeliveryResult } from './delivery/request.ts';
import { chatModelOf, rewordWith } from './reword.ts';
import { messageTexts } from './message-texts.ts';
import { providersFromCredentials } from './providers-from-credentials.ts';

const defaults = {
  operation: 'send' as 'send' | 'composeOnly',
  blockId: '',
  purpose: 'charge' as MessagePurpose,
  channel: 'chosen' as SendMessageParameters['channel'],
  texts: {} as { text?: Parameters<typeof messageTexts>[0] },
  asksForAnswer: false,
  aiWording: false,
  concurrency: 20,
  timeoutSeconds: 30,
};

const OUTPUT_OF: Record<DeliveryResult['kind'], number> = { sent: 0, peace: 1, failed: 2 };

/** Delivers one message per item; output 0 left, 1 was held back on purpose with the reason, 2 could not leave. */
export async function sendMessages(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const parametersAt = readParameters(this, defaults);
  const nodeId = this.getNode().id;
  const specOf = memoByIdentity((parameters: typeof defaults) => ({
    blockId: parameters.blockId || nodeId,
    purpose: parameters.purpose,
    channel: parameters.channel,
    texts: messageTexts(parameters.texts.text),
    asksForAnswer: parameters.asksForAnswer,
  }));
  const { operation, aiWording, concurrency, timeoutSeconds } = parametersAt(0);
  const model = aiWording ? await chatModelOf(this) : undefined;
  const outputs = new Outputs(3);
  const input = this.getInputData();
  const fail = (index: number, json: object, problem: Problem): void => outputs.push(2, { ...json, problem }, index);
  await forIncomingCases(this, input, fail, async ({ kind, ledger, items: incoming }) => {
    const settings = new RunSettings(ledger);
    const requests: DeliveryRequest[] = [];
    const items = new Map(incoming.map(({ index, json }) => [index, json]));
    for (const [index, item] of items) {
      try {
        requests.push({ index, item, settings: await settings.of(item), spec: specOf(parametersAt(index)), moment: () => momentOfItem(item) });
      } catch (error) {
        fail(index, item, problemOf(error));
      }
    }
    const providers = new ProviderSet(providersFromCredentials(this, kind));
    try {
      const options = {
        ledger,
        providers,
        concurrency,
        timeoutMs: timeoutSeconds * 1000,
        composeOnly: operation === 'composeOnly',
        stop: this.getExecutionCancelSignal(),
        ...(model ? { reword: rewordWith(model, timeoutSeconds * 1000) } : {}),
      };
      const results = await deliver(requests, options, (index, problem) => fail(index, items.get(index)!, problem));
      for (const { index, kind: outcome, message } of results.sort((a, b) => a.index - b.index)) {
        const item = items.get(index)!;
        outputs.push(OUTPUT_OF[outcome], { ...item, message, why: message.reason === undefined ? item.why : [...item.why, message.reason] }, index);
      }
    } finally {
      await providers.close();
    }
  });
  return outputs.data;
}
