import { describe, expect, it } from 'vitest';
import { findTemplate } from '../templates/index.ts';
import { runForTest } from './run-for-test.ts';

const sound = structuredClone(findTemplate('classica')!.document);
const nameless = { ...structuredClone(sound), creditor: { ...sound.creditor, name: '' } };
const files = (): Record<string, string> => ({ 'boa.json': JSON.stringify(sound), 'ruim.json': JSON.stringify(nameless), 'texto.txt': 'isto não é json' });

describe('what a script reads from the exit code', () => {
  it.each([
    ['validate boa.json', 0],
    ['validate ruim.json', 1],
    ['validate boa.json --json', 0],
    ['validate ruim.json --json', 1],
    ['validate texto.txt --json', 1],
    ['export boa.json --out fora.json', 0],
    ['export ruim.json --out fora.json', 1],
    ['export boa.json --out fora.json --json', 0],
    ['export ruim.json --out fora.json --json', 1],
    ['export ruim.json', 1],
    ['import texto.txt --json', 2],
  ])('regua %s ends with %i', async (line, code) => {
    expect((await runForTest(line, files())).code).toBe(code);
  });

  it('a cadence with errors is exported all the same, with what is wrong beside it', async () => {
    const written = files();
    const { json } = await runForTest('export ruim.json --out fora.json --json', written);
    expect(JSON.parse(written['fora.json']!)).toHaveProperty('nodes');
    expect(json.findings).toContainEqual(expect.objectContaining({ code: 'creditor.missing', severity: 'error' }));
  });
});

describe('regua charges', () => {
  it('says what is still owed part by part, each under its own name', async () => {
    const { json } = await runForTest('charges --principal 1000 --due 2026-01-01 --fine 2 --interest 1 --on 2026-01-11 --json', {});
    expect(json.outstanding).toEqual({ principal: '1000.00', correction: '0.00', interest: '3.33', fine: '20.00' });
  });
});

describe('regua import of a workflow made by hand', () => {
  const workflow = {
    name: 'Cobrança',
    nodes: [
      {
        name: 'Atraso de 3 dias',
        type: 'n8n-nodes-base.filter',
        typeVersion: 2,
        parameters: {
          conditions: {
            combinator: 'and',
            conditions: [{ leftValue: '={{ $json.dias_atraso }}', rightValue: 3, operator: { type: 'number', operation: 'equals' } }],
          },
        },
      },
      { name: 'Zap', type: 'n8n-nodes-base.whatsApp', parameters: { operation: 'send', textBody: '=Olá {{ $json.nome }}, sua fatura venceu.' } },
    ],
    connections: { 'Atraso de 3 dias': { main: [[{ node: 'Zap', type: 'main', index: 0 }]] } },
  };

  it('gives the draft, what became of each node, and how many were understood', async () => {
    const { code, json, err } = await runForTest('import mao.json --json', { 'mao.json': JSON.stringify(workflow) });
    expect(code).toBe(0);
    expect(json).toMatchObject({ kind: 'draft', nodes: { read: 2, total: 2 }, document: { tracks: [{ steps: [{ day: 3 }] }] } });
    expect(json.notes).toContainEqual(expect.objectContaining({ nodeName: 'Zap', outcome: 'read', message: 'Virou a mensagem por WhatsApp de D+3.' }));
    expect(err).toBe('');
  });

  it('says it in words without --json, and refuses what collects nothing', async () => {
    const said = await runForTest('import mao.json --out r.json', { 'mao.json': JSON.stringify(workflow) });
    expect(said.err).toContain('Li 2 de 2 nós. É um rascunho');
    const nothing = await runForTest('import nada.json', {
      'nada.json': JSON.stringify({ nodes: [{ name: 'a', type: 'n8n-nodes-base.set' }], connections: {} }),
    });
    expect(nothing.code).toBe(2);
    expect(nothing.err).toContain('Não achei neste workflow mensagens de cobrança');
  });
});
