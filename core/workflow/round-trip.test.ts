import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyOperation, cadenceSchema, type CadenceDocument } from '../cadence/index.ts';
import { arbitraryCadence } from '../testing/arbitrary-cadence.ts';
import { fromWorkflow, NODE_TYPES, toWorkflow, type N8nNode, type N8nWorkflow } from './index.ts';

const clone = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const small = (): CadenceDocument =>
  cadenceSchema.parse({
    schemaVersion: 1,
    id: 'teste',
    name: 'Teste',
    tiers: [
      { id: 'ouro', name: 'Ouro', rule: { minLifetimeValueCents: 500_000 } },
      { id: 'todos', name: 'Todos' },
    ],
    tracks: [
      {
        id: 'principal',
        name: 'Principal',
        tierIds: ['ouro', 'todos'],
        steps: [
          {
            id: 'aviso',
            name: 'Aviso',
            day: 1,
            blocks: [
              { id: 'canal', kind: 'channelChoice', channels: ['sms'] },
              { id: 'msg', kind: 'message', purpose: 'charge', texts: [{ body: 'Olá {{ debtor.firstName }}' }] },
            ],
          },
          { id: 'pessoa', name: 'Pessoa', day: 7, blocks: [{ id: 'tarefa', kind: 'humanTask', title: 'Ligar' }] },
        ],
      },
    ],
    events: { payment: [{ id: 'obrigado', kind: 'message', purpose: 'thanks', channel: 'email', texts: [{ body: 'Obrigado' }] }] },
  });

const nodeOf = (workflow: N8nWorkflow, id: string): N8nNode => workflow.nodes.find((node) => node.id === id)!;

describe('export and import of a workflow', () => {
  it('gives back every cadence as it was', () => {
    fc.assert(
      fc.property(arbitraryCadence, (document) => {
        const { document: back, notes } = fromWorkflow(clone(toWorkflow(document)));
        expect(back).toEqual(document);
        expect(notes.filter((note) => note.severity === 'warning')).toEqual([]);
      }),
      { numRuns: 300 },
    );
    // Hundreds of whole exports: on a busy machine they come near the default five seconds.
  }, 30_000);

  it('exports again to the same workflow, byte for byte', () => {
    fc.assert(
      fc.property(arbitraryCadence, (document) => {
        const once = clone(toWorkflow(document));
        expect(toWorkflow(fromWorkflow(once).document)).toEqual(once);
      }),
      { numRuns: 100 },
    );
  });

  it('gives every node its own name and connects only nodes that exist', () => {
    fc.assert(
      fc.property(arbitraryCadence, (document) => {
        const { nodes, connections } = toWorkflow(document);
        const names = nodes.map((node) => node.name);
        expect(new Set(names).size).toBe(names.length);
        for (const [from, types] of Object.entries(connections)) {
          expect(names).toContain(from);
          for (const target of Object.values(types).flat(2)) expect(names).toContain(target!.node);
        }
      }),
    );
  });

  it('brings a text edited in n8n into the cadence', () => {
    const workflow = clone(toWorkflow(small()));
    (nodeOf(workflow, 'msg').parameters['texts'] as { text: { body: string }[] }).text[0]!.body = 'Oi, {{ debtor.firstName }}!';
    const block = fromWorkflow(workflow).document.tracks[0]!.steps[0]!.blocks[1]!;
    expect(block.kind === 'message' && block.texts[0]!.body).toBe('Oi, {{ debtor.firstName }}!');
  });

  it('follows a workflow that was renamed in n8n, and not the name n8n gives to a new one', () => {
    const nameOf = (name: string | undefined): string => fromWorkflow({ ...clone(toWorkflow(small())), name }).document.name;
    expect(nameOf('Cobrança da loja')).toBe('Cobrança da loja');
    expect([nameOf('My workflow 3'), nameOf(undefined)]).toEqual(['Teste', 'Teste']);
  });

  it('makes a choice of channel for the message that follows it, also after that message’s purpose was changed in n8n', () => {
    const workflow = clone(toWorkflow(small()));
    expect(nodeOf(workflow, 'canal').parameters['purpose']).toBe('charge');
    nodeOf(workflow, 'msg').parameters['purpose'] = 'bureau-notice';
    const { document } = fromWorkflow(workflow);
    expect(nodeOf(toWorkflow(document), 'canal').parameters['purpose']).toBe('bureau-notice');
  });

  it('watches removals in every cadence, and keeps what was set on that node or its absence', () => {
    const workflow = clone(toWorkflow(small()));
    const [lookup, removal] = [nodeOf(workflow, 'lookup').name, nodeOf(workflow, 'removal')];
    expect(workflow.connections[lookup]!['main']![2]).toEqual([{ node: removal.name, type: 'main', index: 0 }]);
    removal.parameters['team'] = 'jurídico';
    const edited = fromWorkflow(workflow);
    expect(edited.notes).toEqual([]);
    expect(nodeOf(toWorkflow(edited.document), 'removal').parameters).toMatchObject({ operation: 'removal', team: 'jurídico' });
    workflow.nodes = workflow.nodes.filter((node) => node !== removal);
    workflow.connections[lookup]!['main']!.length = 2;
    expect(toWorkflow(fromWorkflow(workflow).document).nodes.some((node) => node.id === 'removal')).toBe(false);
  });

  it('moves a step when its day was changed in the router, and does not take the old default name for a renaming', () => {
    const workflow = clone(toWorkflow(small()));
    const steps = (nodeOf(workflow, 'track:principal').parameters['steps'] as { step: { day: number }[] }).step;
    steps[0]!.day = 9;
    const { document } = fromWorkflow(workflow);
    expect(document.tracks[0]!.steps.map((step) => [step.id, step.day])).toEqual([
      ['pessoa', 7],
      ['aviso', 9],
    ]);
    expect(document.n8n.nodes['msg']?.name).toBeUndefined();
    expect(toWorkflow(document).nodes.some((node) => node.name.startsWith('D+9 '))).toBe(true);
  });

  it('keeps a name and a position given in n8n', () => {
    const workflow = clone(toWorkflow(small()));
    const node = nodeOf(workflow, 'tarefa');
    const before = node.name;
    node.name = 'Falar com carinho';
    node.position = [2000, 400];
    for (const targets of workflow.connections['Trilha Principal']!['main']!)
      for (const target of targets ?? []) if (target.node === before) target.node = node.name;
    const again = toWorkflow(fromWorkflow(workflow).document);
    expect(nodeOf(again, 'tarefa')).toMatchObject({ name: 'Falar com carinho', position: [2000, 400] });
  });

  it('takes a paste somewhere else on the canvas for no edit at all', () => {
    const workflow = clone(toWorkflow(small()));
    for (const node of workflow.nodes) node.position = [node.position[0] + 480, node.position[1] - 320];
    expect(fromWorkflow(workflow).document).toEqual(small());
  });

  it('reads a pasted workflow whose node ids are all new', () => {
    const workflow = clone(toWorkflow(small()));
    for (const [index, node] of workflow.nodes.entries()) node.id = `0000-${index}`;
    expect(fromWorkflow(workflow).document).toEqual(small());
  });

  it('makes a foreign node between two blocks a custom block in its place', () => {
    const workflow = clone(toWorkflow(small()));
    workflow.nodes.push({
      id: 'slack1',
      name: 'Avisar no Slack',
      type: 'n8n-nodes-base.slack',
      typeVersion: 2.3,
      position: [1100, 0],
      parameters: { text: 'oi' },
      credentials: { slackApi: { id: '7', name: 'Slack' } },
    });
    const channel = nodeOf(workflow, 'canal').name;
    workflow.connections['Avisar no Slack'] = { main: [[{ node: nodeOf(workflow, 'msg').name, type: 'main', index: 0 }]] };
    workflow.connections[channel] = { main: [[{ node: 'Avisar no Slack', type: 'main', index: 0 }]] };
    const { document } = fromWorkflow(workflow);
    expect(document.tracks[0]!.steps[0]!.blocks.map((block) => block.kind)).toEqual(['channelChoice', 'custom', 'message']);
    const again = toWorkflow(document);
    expect(nodeOf(again, 'slack1')).toEqual(workflow.nodes.at(-1));
    expect(again.connections).toEqual(workflow.connections);
  });

  it('keeps foreign nodes outside the steps with their connections, and names each', () => {
    const workflow = clone(toWorkflow(small()));
    const message = nodeOf(workflow, 'msg').name;
    workflow.nodes.push({ id: 'x1', name: 'Modelo', type: '@n8n/n8n-nodes-langchain.lmChatOpenAi', typeVersion: 1, position: [900, 300], parameters: {} });
    workflow.nodes.push({ id: 'x2', name: 'Planilha de falhas', type: 'n8n-nodes-base.googleSheets', typeVersion: 4, position: [1300, 300], parameters: {} });
    workflow.connections['Modelo'] = { ai_languageModel: [[{ node: message, type: 'ai_languageModel', index: 0 }]] };
    workflow.connections[message] = { main: [[], [], [{ node: 'Planilha de falhas', type: 'main', index: 0 }]] };
    const { document, notes } = fromWorkflow(workflow);
    expect(notes.map((note) => note.nodeName)).toEqual(['Modelo', 'Planilha de falhas']);
    const again = toWorkflow(document);
    expect(again.connections[message]).toEqual(workflow.connections[message]);
    expect(again.connections['Modelo']).toEqual(workflow.connections['Modelo']);
    expect(again.nodes).toEqual(expect.arrayContaining(workflow.nodes.slice(-2)));
  });

  it('keeps a node whose parameter is an expression as it is, in its place', () => {
    const workflow = clone(toWorkflow(small()));
    nodeOf(workflow, 'msg').parameters['purpose'] = '={{ $json.purpose }}';
    const { document, notes } = fromWorkflow(workflow);
    expect(document.tracks[0]!.steps[0]!.blocks[1]).toMatchObject({ kind: 'custom' });
    expect(notes).toMatchObject([{ code: 'node.unreadable-parameter', severity: 'warning' }]);
    expect(nodeOf(toWorkflow(document), 'msg').parameters['purpose']).toBe('={{ $json.purpose }}');
  });

  it('keeps limits set on the lookup node, a deleted connection and a deleted note', () => {
    const workflow = clone(toWorkflow(small()));
    nodeOf(workflow, 'lookup').parameters['limit'] = 50;
    workflow.connections['Rodar agora'] = { main: [[]] };
    workflow.nodes = workflow.nodes.filter((node) => node.id !== 'note:about');
    const again = toWorkflow(fromWorkflow(workflow).document);
    expect(nodeOf(again, 'lookup').parameters['limit']).toBe(50);
    expect(again.connections['Rodar agora']).toEqual({ main: [[]] });
    expect(nodeOf(again, 'note:about')).toBeUndefined();
  });

  it('does not lose rules that cannot be read', () => {
    const workflow = clone(toWorkflow(small()));
    nodeOf(workflow, 'lookup').parameters['policies'] = '{ isto não é json';
    const { document, notes } = fromWorkflow(workflow);
    expect(notes[0]).toMatchObject({ nodeName: 'Casos do dia', severity: 'warning' });
    expect(nodeOf(toWorkflow(document), 'lookup').parameters['policies']).toBe('{ isto não é json');
  });

  it('gives a node copied in n8n an id of its own', () => {
    const workflow = clone(toWorkflow(small()));
    const copy = clone(nodeOf(workflow, 'tarefa'));
    workflow.nodes.push({ ...copy, id: 'outro', name: 'Cópia' });
    workflow.connections[copy.name] = { main: [[{ node: 'Cópia', type: 'main', index: 0 }]] };
    const blocks = fromWorkflow(workflow).document.tracks[0]!.steps[1]!.blocks;
    expect(blocks).toHaveLength(2);
    expect(blocks[0]!.id).toBe('tarefa');
    expect(blocks[1]!.id).not.toBe('tarefa');
  });

  it('follows a block deleted in the designer: no node, no dangling connection', () => {
    const without = applyOperation(small(), { kind: 'removeBlock', blockId: 'canal' });
    const workflow = toWorkflow(without);
    expect(workflow.nodes.some((node) => node.type === NODE_TYPES.channelChoice)).toBe(false);
    expect(JSON.stringify(workflow.connections)).not.toContain('Escolha do canal');
  });

  describe('the reminders of an agreement', () => {
    const reminding = (): CadenceDocument =>
      cadenceSchema.parse({
        ...small(),
        tracks: [
          { ...small().tracks[0]!, tierIds: ['todos'] },
          { id: 'ouro-trilha', name: 'Ouro', tierIds: ['ouro'] },
        ],
        events: {
          ...small().events,
          installment: [
            { id: 'parcela-msg', kind: 'message', purpose: 'agreement', channel: 'sms', texts: [{ body: 'Parcela {{ agreement.installment.number }}' }] },
            { id: 'parcela-tarefa', kind: 'humanTask', title: 'Conferir' },
          ],
        },
      });

    it('are one chain that every router leads to by the output after "Nada hoje", and no event of the trigger', () => {
      const workflow = toWorkflow(reminding());
      const end = [{ node: nodeOf(workflow, 'parcela-msg').name, type: 'main', index: 0 }];
      expect(workflow.connections['Trilha Principal']!['main']![3]).toEqual(end);
      expect(workflow.connections['Trilha Principal']!['main']![2] ?? []).toEqual([]);
      expect(workflow.connections['Trilha Ouro']!['main']![1]).toEqual(end);
      expect(nodeOf(workflow, 'trigger').parameters['events']).toEqual(['payment']);
      expect(fromWorkflow(clone(workflow)).document).toEqual(reminding());
    });

    it('are no event of the trigger, which is there all the same, and stand in the frame of the events', () => {
      const alone = cadenceSchema.parse({ ...reminding(), events: { installment: reminding().events.installment } });
      const workflow = toWorkflow(alone);
      expect(nodeOf(workflow, 'trigger').parameters['events']).toEqual([]);
      const note = nodeOf(workflow, 'note:events');
      expect(note.parameters['content']).toContain('Parcela do acordo');
      expect(nodeOf(workflow, 'parcela-msg').position[1]).toBeGreaterThan(note.position[1]);
      expect(fromWorkflow(clone(workflow)).document).toEqual(alone);
    });

    it('are found though the first router was disconnected in n8n, which stays so', () => {
      const workflow = clone(toWorkflow(reminding()));
      workflow.connections['Trilha Principal']!['main']![3] = [];
      const { document } = fromWorkflow(workflow);
      expect(document.events.installment.map(({ id }) => id)).toEqual(['parcela-msg', 'parcela-tarefa']);
      const again = toWorkflow(document).connections;
      expect(again['Trilha Principal']!['main']![3] ?? []).toEqual([]);
      expect(again['Trilha Ouro']!['main']![1]).toHaveLength(1);
    });
  });

  it('refuses a workflow without nodes of ours with a sentence that says what to do', () => {
    expect(() => fromWorkflow({ nodes: [{ name: 'A', type: 'n8n-nodes-base.set', position: [0, 0], parameters: {} }], connections: {} })).toThrow(
      /não tem nós da Régua/,
    );
    expect(() => fromWorkflow({ hello: 1 })).toThrow(/não é um workflow do n8n/);
  });
});
