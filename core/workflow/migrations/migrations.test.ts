import { describe, expect, test } from 'vitest';
import { cadenceSchema, type CadenceDocument } from '../../cadence/index.ts';
import { fromWorkflow, migrateParameters, MIGRATIONS, NODE_TYPES, nodeVersion, nodeVersions, toWorkflow, type Migrations, type N8nWorkflow } from '../index.ts';
import { migrateWorkflow } from './index.ts';

const cadence = (): CadenceDocument =>
  cadenceSchema.parse({
    schemaVersion: 2,
    id: 'x',
    name: 'X',
    tiers: [{ id: 'a', name: 'A' }],
    tracks: [
      {
        id: 'k',
        name: 'K',
        tierIds: ['a'],
        steps: [
          {
            id: 's',
            name: 'S',
            day: 1,
            blocks: [
              { id: 'c', kind: 'channelChoice', channels: ['sms', 'email'] },
              { id: 't', kind: 'humanTask', title: 'Ligar', team: 'cobrança', dueInBusinessDays: 4 },
            ],
          },
        ],
      },
    ],
  });

const exported = (): N8nWorkflow => JSON.parse(JSON.stringify(toWorkflow(cadence()))) as N8nWorkflow;
const nodeOf = (workflow: N8nWorkflow, id: string) => workflow.nodes.find((node) => node.id === id)!;

/** As an earlier package would have written it: tasks had other names for two parameters, and another team to begin with. */
const TASKS_OF_OLD: Migrations = {
  ...MIGRATIONS,
  humanTask: [
    ({ headline, ...rest }) => ({ ...rest, ...(headline === undefined ? {} : { title: headline }) }),
    (parameters) => ({ team: 'jurídico', ...parameters }),
    ({ days, ...rest }) => ({ ...rest, ...(days === undefined ? {} : { dueInBusinessDays: days }) }),
  ],
};

describe('a workflow whose nodes an earlier version saved', () => {
  test('goes through every migration from its version on, in order, and is the same cadence then', () => {
    const workflow = exported();
    const task = nodeOf(workflow, 't');
    Object.assign(task, { typeVersion: 1, parameters: { blockId: 't', headline: 'Ligar', days: 4, instructions: '' } });
    const { document, notes } = fromWorkflow({ ...workflow, nodes: workflow.nodes }, TASKS_OF_OLD);
    const block = document.tracks[0]!.steps[0]!.blocks[1]!;
    expect(block).toEqual({ id: 't', kind: 'humanTask', title: 'Ligar', instructions: '', team: 'jurídico', dueInBusinessDays: 4 });
    expect(notes).toEqual([]);
  });

  test('of a version between is not migrated again from the start', () => {
    const workflow = exported();
    Object.assign(nodeOf(workflow, 't'), { typeVersion: 3, parameters: { blockId: 't', title: 'Ligar', days: 2, instructions: '' } });
    expect(fromWorkflow(workflow, TASKS_OF_OLD).document.tracks[0]!.steps[0]!.blocks[1]).toMatchObject({
      title: 'Ligar',
      team: 'cobrança',
      dueInBusinessDays: 2,
    });
  });

  test('is exported again under today’s version, without a trace of the old one', () => {
    const workflow = exported();
    const choice = nodeOf(workflow, 'c');
    choice.typeVersion = 1;
    delete choice.parameters['channels'];
    const { document } = fromWorkflow(workflow);
    expect(document.tracks[0]!.steps[0]!.blocks[0]).toMatchObject({ channels: ['whatsapp', 'sms', 'email'] });
    expect(document.n8n.nodes).toEqual({});
    expect(nodeOf(toWorkflow(document), 'c')).toMatchObject({ typeVersion: 2, parameters: { channels: ['whatsapp', 'sms', 'email'] } });
  });

  test('keeps what it says itself: a default that changed fills in only what is not there', () => {
    expect(migrateParameters('channelChoice', 1, { channels: ['voice'] })).toEqual({ channels: ['voice'] });
    expect(migrateParameters('channelChoice', 1, { channels: '={{ $json.channels }}' })).toEqual({ channels: '={{ $json.channels }}' });
    expect(migrateParameters('channelChoice', 1, { maxCost: 1 })).toEqual({ maxCost: 1, channels: ['whatsapp', 'sms', 'email'] });
    expect(migrateParameters('channelChoice', 2, { maxCost: 1 })).toEqual({ maxCost: 1 });
  });

  test('leaves foreign nodes as they are, whatever their version', () => {
    const workflow = exported();
    workflow.nodes.push({ name: 'IF', type: 'n8n-nodes-base.if', typeVersion: 99.5, position: [0, 0], parameters: { a: 1 } });
    expect(migrateWorkflow(workflow).nodes.at(-1)).toEqual(workflow.nodes.at(-1));
  });
});

test('a workflow of a newer package is refused with the node’s name and what to do', () => {
  const workflow = exported();
  nodeOf(workflow, 't').typeVersion = nodeVersion('humanTask') + 1;
  expect(() => fromWorkflow(workflow)).toThrow(/"D\+1 Ligar" foi feito por uma versão mais nova da Régua \(2; aqui é 1\)\. Atualize a Régua/);
  expect(() => fromWorkflow(workflow)).toThrow(expect.objectContaining({ code: 'workflow.newer-version' }) as Error);
});

test('a node runs every version from its first to the one that is exported', () => {
  expect([nodeVersions('channelChoice'), nodeVersions('humanTask'), nodeVersions('reguaTrigger')]).toEqual([[1, 2], [1], [2]]);
  for (const node of toWorkflow(cadence()).nodes) {
    const kind = (Object.keys(NODE_TYPES) as (keyof typeof NODE_TYPES)[]).find((candidate) => NODE_TYPES[candidate] === node.type);
    if (kind) expect(node.typeVersion, kind).toBe(nodeVersions(kind).at(-1));
  }
});
