import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { chargesOn } from '../../core/run/index.ts';
import { verifyWording, withWording, wordingPrompt } from '../../core/message/index.ts';
import type { DeliveryOptions } from './delivery/deliver.ts';

/** What we use of the chat models that n8n's sub-nodes give (LangChain's `BaseChatModel`). */
export interface ChatModel {
  invoke(messages: readonly (readonly ['system' | 'human', string])[], options: { readonly signal: AbortSignal }): Promise<unknown>;
}

/** The connected model, or undefined when none is: then the plain texts go out. */
export async function chatModelOf(context: IExecuteFunctions): Promise<ChatModel | undefined> {
  const connected: unknown = await context.getInputConnectionData(NodeConnectionTypes.AiLanguageModel, 0);
  const model: unknown = Array.isArray(connected) ? connected[0] : connected;
  return typeof (model as ChatModel | undefined)?.invoke === 'function' ? (model as ChatModel) : undefined;
}

/**
 * Asks the model for another wording and checks it: facts, vocabulary, length, way out. On a breach, a refusal, an error or silence the
 * plain text goes out, and the note says why.
 */
export function rewordWith(model: ChatModel, timeoutMs: number): NonNullable<DeliveryOptions['reword']> {
  return async ({ setting, spec, candidate, message: plain }) => {
    const { purpose } = spec;
    const { subject, cadence } = setting;
    const { creditor, policies } = cadence;
    const { channel } = candidate;
    const name = subject.debtor.name.trim();
    const context = { channel, purpose, vocabulary: policies.vocabulary, names: [name, creditor.name, name.split(/\s+/)[0]!].filter((one) => one !== '') };
    const { system, user, facts, restore } = wordingPrompt(plain.text, context);
    const answer = await ask(model, system, user, timeoutMs);
    if (answer === undefined) return { message: plain, note: 'A IA não respondeu a tempo; saiu o texto da régua.' };
    const verdict = verifyWording(plain.text, restore(answer), context, facts);
    if (!verdict.ok) return { message: plain, note: `O texto da IA foi recusado (${verdict.reasons[0]!.message}) e saiu o texto da régua.` };
    return { message: withWording(plain, verdict.text, { purpose, charges: chargesOn(setting), creditor }), note: 'Texto reescrito por IA e conferido.' };
  };
}

/** A model that hangs and ignores the signal is left behind. */
async function ask(model: ChatModel, system: string, user: string, timeoutMs: number): Promise<string | undefined> {
  const signal = AbortSignal.timeout(timeoutMs);
  const silence = new Promise<undefined>((resolve) => signal.addEventListener('abort', () => resolve(undefined), { once: true }));
  const answer = model
    .invoke(
      [
        ['system', system],
        ['human', user],
      ],
      { signal },
    )
    .then(textOf, () => undefined);
  return Promise.race([answer, silence]);
}

/** A model answers text, or a list of parts of which some are text. */
function textOf(answer: unknown): string {
  const content: unknown = typeof answer === 'string' ? answer : (answer as { content?: unknown } | null)?.content;
  if (typeof content === 'string') return content;
  return Array.isArray(content)
    ? content.map((part: unknown) => (typeof part === 'string' ? part : String((part as { text?: unknown }).text ?? ''))).join('')
    : '';
}
