import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { NodeHelpers, type INode, type INodeParameters, type INodeProperties, type INodePropertyCollection, type INodeType } from 'n8n-workflow';
import { describe, expect, test } from 'vitest';
import { BLOCKS, CADENCE_FIELDS, EVENTS, STEPS, TIERS, TRACK_FIELDS, type DefinedKind, type Field, type Fields } from '../core/cadence/definitions/index.ts';
import { cadenceSchema, parseCadence, type CadenceDocument } from '../core/cadence/index.ts';
import { NODE_OF_BLOCK } from '../core/workflow/codecs/blocks.ts';
import { defaultParameter, fromWorkflow, NODE_TYPES, nodeVersion, toWorkflow, type N8nNode, type N8nWorkflow, type NodeKind } from '../core/workflow/index.ts';
import { arbitraryCadence } from '../core/testing/arbitrary-cadence.ts';
import { TEMPLATES } from '../templates/index.ts';
import { CadenceStep } from './CadenceStep/CadenceStep.node.ts';
import { ChannelChoice } from './ChannelChoice/ChannelChoice.node.ts';
import { CreditBureau } from './CreditBureau/CreditBureau.node.ts';
import { DebtorLookup } from './DebtorLookup/DebtorLookup.node.ts';
import { HumanTask } from './HumanTask/HumanTask.node.ts';
import { LtvTier } from './LtvTier/LtvTier.node.ts';
import { NegotiateOffer } from './NegotiateOffer/NegotiateOffer.node.ts';
import { ReguaTrigger } from './ReguaTrigger/ReguaTrigger.node.ts';
import { SendMessage } from './SendMessage/SendMessage.node.ts';
import { SmallClaims } from './SmallClaims/SmallClaims.node.ts';

const NODES: Readonly<Record<NodeKind, INodeType>> = {
  debtorLookup: new DebtorLookup(),
  ltvTier: new LtvTier(),
  cadenceStep: new CadenceStep(),
  channelChoice: new ChannelChoice(),
  sendMessage: new SendMessage(),
  negotiateOffer: new NegotiateOffer(),
  creditBureau: new CreditBureau(),
  smallClaims: new SmallClaims(),
  humanTask: new HumanTask(),
  reguaTrigger: new ReguaTrigger(),
};
const KINDS = Object.keys(NODES) as NodeKind[];
const kindOf = ({ type }: N8nNode): NodeKind | undefined => KINDS.find((kind) => NODE_TYPES[kind] === type);

/** What n8n's editor makes of a workflow that is opened and saved: it fills every node's form in, and writes down what differs from the form's beginnings. */
function savedInEditor(workflow: N8nWorkflow): N8nWorkflow {
  const copy = JSON.parse(JSON.stringify(workflow)) as N8nWorkflow;
  for (const node of copy.nodes) {
    const kind = kindOf(node);
    if (kind) node.parameters = asSaved(kind, asOpened(kind, node));
  }
  return copy;
}

function asOpened(kind: NodeKind, node: N8nNode): N8nNode {
  return { ...node, parameters: through(kind, node, true) };
}

const asSaved = (kind: NodeKind, node: N8nNode): Record<string, unknown> => through(kind, node, false);

function through(kind: NodeKind, node: N8nNode, withDefaults: boolean): Record<string, unknown> {
  const { description } = NODES[kind];
  return NodeHelpers.getNodeParameters(description.properties, node.parameters as INodeParameters, withDefaults, false, node as unknown as INode, description)!;
}

const blankNode = (kind: NodeKind, parameters: Record<string, unknown> = {}): N8nNode => ({
  id: 'n',
  name: 'n',
  type: NODE_TYPES[kind],
  typeVersion: nodeVersion(kind),
  position: [0, 0],
  parameters,
});

/** Names in a node's parameters that its form does not have, at any depth. */
function undeclared(values: object, properties: readonly INodeProperties[], path: string): string[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const property = properties.find((candidate) => candidate.name === name);
    if (!property) return [`${path}.${name}`];
    if (property.type === 'collection') return undeclared(value as object, property.options as INodeProperties[], `${path}.${name}`);
    if (property.type !== 'fixedCollection') return [];
    return Object.entries(value as Record<string, object[]>).flatMap(([item, rows]) => {
      const row = (property.options as INodePropertyCollection[]).find((candidate) => candidate.name === item);
      return row ? rows.flatMap((one) => undeclared(one, row.values, `${path}.${name}.${item}`)) : [`${path}.${name}.${item}`];
    });
  });
}

describe('a cadence in n8n’s editor', () => {
  test('comes back as it was after any save, though the editor leaves out every parameter that equals its form’s beginning', () => {
    fc.assert(
      fc.property(arbitraryCadence, (document) => {
        const { document: back, notes } = fromWorkflow(savedInEditor(toWorkflow(document)));
        expect(back).toEqual(document);
        expect(notes.filter(({ severity }) => severity === 'warning')).toEqual([]);
      }),
      { numRuns: 150 },
    );
  }, 120_000);

  test.each(TEMPLATES.map(({ document }) => [document.name, document] as const))('leaves the template %s as it is, and says less', (_name, document) => {
    const exported = toWorkflow(document);
    const saved = savedInEditor(exported);
    expect(JSON.stringify(saved).length).toBeLessThan(JSON.stringify(exported).length);
    expect(fromWorkflow(saved).document).toEqual(document);
    expect(toWorkflow(fromWorkflow(saved).document)).toEqual(exported);
  });

  test('that says nothing but defaults loses none of them', () => {
    const document = cadenceSchema.parse({
      schemaVersion: 2,
      id: 'regua',
      name: 'Minha régua',
      tiers: [{ id: 'all', name: 'Todos' }],
      tracks: [
        {
          id: 'principal',
          name: 'Principal',
          tierIds: ['all'],
          steps: [
            {
              id: 's1',
              name: 'Aviso',
              day: 1,
              blocks: [
                { id: 'c', kind: 'channelChoice', channels: ['whatsapp', 'email', 'sms'] },
                { id: 'm', kind: 'message', purpose: 'charge', texts: [{ body: 'Olá, {{ debtor.firstName }}.' }] },
                { id: 't', kind: 'humanTask', title: 'Ligar para o cliente' },
                { id: 'b', kind: 'bureau', action: 'request' },
                { id: 'j', kind: 'smallClaims' },
              ],
            },
          ],
        },
      ],
      events: { payment: [{ id: 'p', kind: 'humanTask', title: 'Ligar para o cliente' }] },
    });
    const saved = savedInEditor(toWorkflow(document));
    const parametersOf = (id: string) => saved.nodes.find((node) => node.id === id)!.parameters;
    expect(parametersOf('c')).toEqual({ blockId: 'c' });
    expect(parametersOf('t')).toEqual({ blockId: 't' });
    expect(parametersOf('trigger')).not.toHaveProperty('events');
    expect((parametersOf('track:principal')['steps'] as { step: object[] }).step[0]).not.toHaveProperty('day');
    expect(fromWorkflow(saved).document).toEqual(document);
  });

  test('is written in parameters that each node’s form has, so that none is dropped', () => {
    const missing = new Set<string>();
    const look = (document: CadenceDocument): void => {
      for (const node of toWorkflow(document).nodes) {
        const kind = kindOf(node);
        if (kind) for (const name of undeclared(node.parameters, NODES[kind].description.properties, kind)) missing.add(name);
      }
    };
    for (const { document } of TEMPLATES) look(document);
    fc.assert(fc.property(arbitraryCadence, look), { numRuns: 50 });
    expect([...missing]).toEqual([]);
  }, 60_000);
});

describe('what a form begins with', () => {
  const parts: [NodeKind, Fields][] = [
    ...(Object.keys(BLOCKS) as DefinedKind[]).map((kind): [NodeKind, Fields] => [NODE_OF_BLOCK[kind], BLOCKS[kind].fields]),
    ['debtorLookup', CADENCE_FIELDS],
    ['ltvTier', { tiers: TIERS }],
    ['cadenceStep', { ...TRACK_FIELDS, steps: STEPS }],
    ['reguaTrigger', { events: EVENTS }],
  ];

  /** Rows without what only the node needs. */
  const ofDefinition = (field: Field, value: unknown): unknown =>
    field.kind !== 'rows' ? value : { [field.item]: (value as Record<string, Record<string, unknown>[]>)[field.item]!.map((row) => row) };

  test.each(parts)('in %s is what the definition says, for each field', (kind, fields) => {
    const opened = asOpened(kind, blankNode(kind)).parameters;
    for (const field of Object.values(fields)) expect(ofDefinition(field, opened[field.parameter]), field.parameter).toEqual(defaultParameter(field));
  });

  test.each(KINDS)('in %s covers every version that is still run, the newest being the one that is exported', (kind) => {
    const { version, defaultVersion } = NODES[kind].description;
    expect(Math.max(...[version].flat())).toBe(nodeVersion(kind));
    expect(defaultVersion).toBe(nodeVersion(kind));
  });

  test('is for a choice of channel of version 1 the order that version had', () => {
    const saved = (typeVersion: number): unknown => asOpened('channelChoice', { ...blankNode('channelChoice'), typeVersion }).parameters['channels'];
    expect([saved(1), saved(2)]).toEqual([
      ['whatsapp', 'sms', 'email'],
      ['whatsapp', 'email', 'sms'],
    ]);
  });
});

describe('a workflow that version 0.1 exported', () => {
  const folder = new URL('../test/fixtures/workflows-0.1/', import.meta.url);
  const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.cadence.json'))
    .map((file) => file.replace('.cadence.json', ''));

  /** The address that version gave the trigger: whoever sends events there goes on doing so. */
  const addressOf = (id: string) => ({ trigger: { fields: { webhookId: `regua-${id}` } } });

  test('is kept for all six templates', () => {
    expect(names).toHaveLength(6);
  });

  test.each(names)('of %s is the cadence it was exported from', (name) => {
    const { document, notes } = fromWorkflow(read(`${name}.workflow.json`));
    const exported = parseCadence(read(`${name}.cadence.json`));
    expect(document).toEqual({ ...exported, n8n: { ...exported.n8n, nodes: addressOf(exported.id) } });
    expect(notes.filter(({ severity }) => severity === 'warning')).toEqual([]);
  });

  test.each(names)(
    'of %s is the same cadence after a save in n8n’s editor, less the description, which its form did not have and only the note kept',
    (name) => {
      const { document, notes } = fromWorkflow(read(`${name}.stripped.json`));
      const { n8n, ...exported } = parseCadence(read(`${name}.cadence.json`));
      expect({ ...document, n8n }).toEqual({ ...exported, n8n, description: '' });
      expect(document.n8n).toEqual({
        ...n8n,
        nodes: { ...addressOf(exported.id), 'note:about': { parameters: { content: expect.stringContaining(exported.description) as string } } },
      });
      expect(notes.filter(({ severity }) => severity === 'warning')).toEqual([]);
    },
  );

  test('whose choice of channel is left out is read in the order that version meant', () => {
    const workflow = read('essencial.stripped.json') as N8nWorkflow;
    const choice = workflow.nodes.find(({ type }) => type === NODE_TYPES.channelChoice)!;
    delete choice.parameters['channels'];
    const blocks = fromWorkflow(workflow).document.tracks.flatMap(({ steps }) => steps.flatMap((step) => step.blocks));
    expect(blocks.find(({ id }) => id === choice.parameters['blockId'])).toMatchObject({ channels: ['whatsapp', 'sms', 'email'] });
  });
});
