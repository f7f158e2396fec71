import type { INodeType } from 'n8n-workflow';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { jsonOf, runInCore } from './support/coreWorkflow.ts';
import type { Bench } from './support/journey.ts';
import { debtors, importDebtors, journey, openBench } from './support/journey.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
  await importDebtors(bench, debtors(1));
});
afterEach(() => bench.close());

type Invoke = (messages: readonly (readonly [string, string])[], options: { signal: AbortSignal }) => Promise<unknown>;

/** A chat model as n8n's sub-nodes give one. */
const chatModel = (invoke: Invoke): INodeType => ({
  description: {
    displayName: 'Model',
    name: 'model',
    group: ['transform'],
    version: 1,
    description: '',
    defaults: { name: 'Model' },
    inputs: [],
    outputs: ['ai_languageModel'],
    properties: [],
  },
  supplyData: () => Promise.resolve({ response: { invoke } }),
});

async function send(invoke: Invoke | undefined) {
  const nodes = journey(bench, { channels: ['email'], send: { aiWording: true, timeoutSeconds: 1 } });
  const model = invoke ? [{ name: 'model', node: chatModel(invoke), parameters: {}, modelOf: 'send' }] : [];
  const [item] = jsonOf(await runInCore([{}], [...nodes, ...model]), 'send', 0);
  return { text: bench.outbox.list().messages[0]!.text, reason: (item!['message'] as { reason?: string }).reason };
}

describe('wording by an AI model', () => {
  it('goes out when every fact stands, and the model never saw the facts', async () => {
    let seen = '';
    const { text, reason } = await send((messages) => {
      seen = messages[1]![1];
      return Promise.resolve({ content: seen.replace('Olá', 'Oi') });
    });
    expect(reason).toBe('Texto reescrito por IA e conferido.');
    expect(text).toMatch(/^Oi, Pessoa\. O título NF-1000/);
    expect(seen).not.toMatch(/Pessoa|NF-1000|102,03/);
  });

  it('does not go out when it promises, changes a value, or is no message; the plain text does', async () => {
    for (const spoil of [
      (user: string) => `${user} Pague hoje e ganhe 10% de desconto.`,
      (user: string) => user.replace('[[1]]', 'Maria'),
      () => 'Claro! Aqui está a mensagem:',
      () => '',
    ]) {
      const { text, reason } = await send((messages) => Promise.resolve(spoil(messages[1]![1])));
      expect(reason).toMatch(/^O texto da IA foi recusado/);
      expect(text).toMatch(/^Olá, Pessoa\./);
      await bench.close();
      bench = await openBench();
      await importDebtors(bench, debtors(1));
    }
  });

  it('is not waited for: an error or silence sends the plain text', async () => {
    expect((await send(() => Promise.reject(new Error('quota')))).reason).toBe('A IA não respondeu a tempo; saiu o texto da régua.');
    await bench.close();
    bench = await openBench();
    await importDebtors(bench, debtors(1));
    expect((await send(() => new Promise(() => undefined))).reason).toBe('A IA não respondeu a tempo; saiu o texto da régua.');
  });

  it('is not missed when no model is connected', async () => {
    const { text, reason } = await send(undefined);
    expect(text).toMatch(/^Olá, Pessoa\./);
    expect(reason).toBeUndefined();
  });
});
