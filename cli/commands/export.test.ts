import { describe, expect, it } from 'vitest';
import type { N8nNode, N8nWorkflow } from '../../core/workflow/index.ts';
import { toWorkflow } from '../../core/workflow/index.ts';
import { findTemplate } from '../../templates/index.ts';
import { runForTest } from '../run-for-test.ts';

type Exported = N8nWorkflow & { readonly id: string; readonly active: boolean };
const trigger = ({ nodes }: N8nWorkflow): N8nNode => nodes.find(({ id }) => id === 'trigger')!;
const classic = findTemplate('classica')!.document;

describe('regua export', () => {
  it('gives every exported workflow an id and an address of events of its own, and none is active', async () => {
    const [one, two] = (await Promise.all([runForTest('export classica'), runForTest('export classica')])).map(({ json }) => json as Exported);
    for (const { id, active } of [one!, two!]) {
      expect(id).toMatch(/^[a-z0-9]{16}$/);
      expect(active).toBe(false);
    }
    expect(one!.id).not.toBe(two!.id);
    expect(trigger(one!)['webhookId']).not.toBe(trigger(two!)['webhookId']);
    expect(trigger(one!)['webhookId']).toMatch(/^[0-9a-f-]{36}$/);
    expect(JSON.stringify(one)).not.toContain('regua-classica');
  });

  it('takes both from what it is given to draw from, and writes the same into a file', async () => {
    const files: Record<string, string> = {};
    let drawn = 0;
    const randomUUID = (): string => `0000000${++drawn}-1111-4222-8333-444444444444`;
    await runForTest('export classica --out w.json', files, { randomUUID });
    const written = JSON.parse(files['w.json']!) as Exported;
    expect([written.id, trigger(written)['webhookId']]).toEqual(['0000000111114222', '00000002-1111-4222-8333-444444444444']);
  });

  it('keeps the address that a cadence has in n8n already', async () => {
    const workflow = JSON.stringify(toWorkflow(classic, { webhookId: 'conhecido' }));
    const { json } = await runForTest('export w.json', { 'w.json': workflow });
    expect(trigger(json as Exported)['webhookId']).toBe('conhecido');
  });

  it('refuses the import of the portfolio, which is no cadence, by its code', async () => {
    const workflow = JSON.stringify({
      nodes: [{ name: 'Importar', type: 'n8n-nodes-regua.debtorLookup', typeVersion: 1, position: [0, 0], parameters: { operation: 'import' } }],
      connections: {},
    });
    const { code, err } = await runForTest('export w.json', { 'w.json': workflow });
    expect(code).toBe(2);
    expect(err).toContain('Este workflow não é uma régua: ele traz a carteira');
  });
});
