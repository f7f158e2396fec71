import type { IExecuteFunctions } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import { ReguaError } from '../../core/errors.ts';
import { asNodeError } from './as-node-error.ts';
import { calledAsTool, toolCallRefusal } from './as-tool.ts';

const GIVEN = "={{ $('Gatilho').first().json.caseId }}";

/** A node as its context shows it: parameters as they were typed, and as they come out. */
const contextOf = (typed: Readonly<Record<string, string>>, type = 'n8n-nodes-regua.negotiateOfferTool') =>
  ({
    isToolExecution: () => false,
    getNode: () => ({ name: 'nó', type }),
    getNodeParameter: (name: string, _index: number, fallback: string, options?: { rawExpressions?: boolean }) => {
      const value = typed[name] ?? fallback;
      return options?.rawExpressions || !value.startsWith('=') ? value : 'valor';
    },
  }) as unknown as IExecuteFunctions;

describe('what a tool works on', () => {
  it.each(['caso-7', GIVEN, "={{ $node['Caso'].json.caseId }}", "={{ $('Caso').item.json.caseId + '' }}"])('is given by the workflow: %s', (caseId) => {
    expect(toolCallRefusal(contextOf({ caseId }), 'caseId', [])).toBeUndefined();
  });

  it.each([
    "={{ $fromAI('caso') }}",
    "={{ $fromAi('caso') }}",
    "={{ $fromai('caso') || 'x' }}",
    '={{ /*n8n-auto-generated-fromAI-override*/ $fromAI("caso") }}',
    '={{ $json.caseId }}',
    '={{ $input.first().json.caseId }}',
    '={{ $parameter["offerId"] }}',
  ])('is never decided by the model: %s', (caseId) => {
    expect(toolCallRefusal(contextOf({ caseId }), 'caseId', [])).toMatch(/Recusado: o campo "caseId" .* preenchido pela IA/);
  });

  it('has to be said, and the rules are the workflow’s, too', () => {
    for (const caseId of ['', '  ']) expect(toolCallRefusal(contextOf({ caseId }), 'caseId', [])).toContain('o fluxo não disse de que caso se trata');
    expect(toolCallRefusal(contextOf({ caseId: GIVEN, policyId: "={{ $fromAI('p') }}" }), 'caseId', ['policyId'])).toContain('"policyId"');
    expect(toolCallRefusal(contextOf({ caseId: GIVEN, policyId: 'oferta-30' }), 'caseId', ['policyId'])).toBeUndefined();
  });
});

describe('a node that an agent calls', () => {
  const never = () => Promise.reject(new Error('must not run'));
  const fails = () => Promise.reject(new ReguaError('x.y', 'O registro está fora do ar.'));

  it('answers a sentence instead of working, unless it says that it may be a tool', async () => {
    expect(await asNodeError(contextOf({}), never)).toMatchObject([
      [{ json: { refused: true, reason: expect.stringMatching(/^Recusado: isto não é/) as string } }],
    ]);
    const done = [[{ json: { ok: true } }]];
    expect(await asNodeError(contextOf({}), () => Promise.resolve(done), { asTool: true })).toBe(done);
  });

  it('says its failures to the model in words; in a workflow they stop the node', async () => {
    expect(await asNodeError(contextOf({}), fails, { asTool: true })).toMatchObject([[{ json: { refused: true, reason: 'O registro está fora do ar.' } }]]);
    const inWorkflow = contextOf({}, 'n8n-nodes-regua.negotiateOffer');
    expect(calledAsTool(inWorkflow)).toBe(false);
    await expect(asNodeError(inWorkflow, fails)).rejects.toThrow('O registro está fora do ar.');
  });
});
