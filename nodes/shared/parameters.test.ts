import type { IExecuteFunctions } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import { readParameters } from './parameters.ts';

/** A node whose parameters are these; an expression comes out as the item's own. */
function node(parameters: Record<string, unknown>): { context: IExecuteFunctions; reads: string[] } {
  const reads: string[] = [];
  const resolve = (value: unknown, index: number): unknown => {
    if (typeof value === 'string') return value.startsWith('=') ? `${value.slice(1)} ${index}` : value;
    if (Array.isArray(value)) return value.map((entry) => resolve(entry, index));
    return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolve(inner, index)])) : value;
  };
  const getNodeParameter = (name: string, index: number, fallback: unknown, options?: { rawExpressions?: boolean }): unknown => {
    const raw = name in parameters ? parameters[name] : fallback;
    if (options?.rawExpressions) return raw;
    reads.push(`${name} ${index}`);
    return resolve(raw, index);
  };
  return { context: { getNodeParameter, getNode: () => ({ type: 'n8n-nodes-regua.sendMessage', typeVersion: 1 }) } as unknown as IExecuteFunctions, reads };
}

describe('the parameters of a node', () => {
  it('are read again for each item where an expression stands deep inside of one', () => {
    const { context } = node({
      blockId: 'b',
      texts: {
        text: [
          { channel: 'any', body: 'fixo' },
          { channel: 'sms', body: '=Olá, cliente' },
        ],
      },
    });
    const at = readParameters(context, { blockId: '', texts: { text: [] as { body: string }[] } });
    expect([at(0), at(1)].map(({ texts }) => texts.text.map(({ body }) => body))).toEqual([
      ['fixo', 'Olá, cliente 0'],
      ['fixo', 'Olá, cliente 1'],
    ]);
    expect(at(1).blockId).toBe('b');
  });

  it('are read once and are the same object where there is none', () => {
    const { context, reads } = node({ blockId: 'b', texts: { text: [{ body: 'fixo = sempre' }] } });
    const at = readParameters(context, { blockId: '', texts: {} });
    expect(at(0)).toBe(at(7));
    expect(reads).toEqual(['blockId 0', 'texts 0']);
  });
});
