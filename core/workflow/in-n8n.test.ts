import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyOperation,
  asItRuns,
  cadenceSchema,
  compareCadences,
  findings,
  placedBlocks,
  withoutTies,
  type Block,
  type CadenceDocument,
} from '../cadence/index.ts';
import { simulate, sampleCases } from '../simulation/index.ts';
import { plannedStep } from '../step/index.ts';
import { arbitraryCadence } from '../testing/arbitrary-cadence.ts';
import { fromWorkflow, NODE_TYPES, openFile, toWorkflow, type N8nNode, type N8nWorkflow } from './index.ts';

const clone = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const small = (): CadenceDocument =>
  cadenceSchema.parse({
    schemaVersion: 2,
    id: 'teste',
    name: 'Teste',
    creditor: { name: 'Loja', document: '11.222.333/0001-81', address: 'Rua A, 1', phone: '1133334444', paymentUrl: 'https://pague.example' },
    tiers: [{ id: 'todos', name: 'Todos' }],
    tracks: [
      {
        id: 'principal',
        name: 'Principal',
        tierIds: ['todos'],
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
const codes = (document: CadenceDocument): string[] => findings(document).map(({ code }) => code);

describe('the trigger of a cadence', () => {
  const quiet = (): CadenceDocument => ({ ...small(), events: { ...small().events, payment: [] } });

  it('is there, in its frame, also when nothing reacts to an event', () => {
    const workflow = toWorkflow(quiet());
    expect(nodeOf(workflow, 'trigger')).toMatchObject({ type: NODE_TYPES.reguaTrigger, parameters: { cadenceId: 'teste', events: [] } });
    expect(nodeOf(workflow, 'note:events').parameters['content']).toContain('respostas, pedidos para sair');
    expect(fromWorkflow(clone(workflow))).toEqual({ document: quiet(), notes: [] });
  });

  it('takes a secret where there is one, beside the ledger', () => {
    const credentials = { reguaLedger: { id: 'l', name: 'Registro' }, reguaWebhook: { id: 's', name: 'Segredo' } };
    const workflow = toWorkflow(quiet(), { credentials });
    expect(nodeOf(workflow, 'trigger')['credentials']).toEqual(credentials);
    expect(nodeOf(workflow, 'lookup')['credentials']).toEqual({ reguaLedger: { id: 'l', name: 'Registro' } });
  });

  it('that was deleted in n8n is missed, and comes back whole', () => {
    const workflow = clone(toWorkflow(quiet()));
    workflow.nodes = workflow.nodes.filter((node) => node.id !== 'trigger' && node.id !== 'note:events');
    const { document, notes } = fromWorkflow(workflow);
    expect(notes).toMatchObject([{ code: 'trigger.missing', severity: 'warning' }]);
    expect(openFile(JSON.stringify(workflow)).findings.map(({ code }) => code)).toContain('trigger.missing');
    expect(toWorkflow(document)).toEqual(toWorkflow(quiet()));
  });

  it('comes back to a cadence that an earlier version kept without it', () => {
    const old = { ...quiet(), n8n: { ...quiet().n8n, absent: ['trigger'] } };
    expect(nodeOf(toWorkflow(old), 'trigger')).toBeDefined();
  });

  it('that is switched off in n8n stays so and is an error, which one click mends', () => {
    const workflow = clone(toWorkflow(small()));
    nodeOf(workflow, 'trigger')['disabled'] = true;
    const { document } = fromWorkflow(workflow);
    expect(nodeOf(toWorkflow(document), 'trigger')['disabled']).toBe(true);
    const finding = findings(document).find(({ code }) => code === 'part.disabled')!;
    expect(finding).toMatchObject({ severity: 'error', message: expect.stringContaining('gatilho') as string });
    expect(applyOperation(document, finding.fix!.operation)).toEqual(small());
  });

  it('has the address it is given, never one made from the cadence, and keeps the one it has', () => {
    expect(nodeOf(toWorkflow(small()), 'trigger')['webhookId']).toBeUndefined();
    const [one, two] = ['a-1', 'b-2'].map((webhookId) => clone(toWorkflow(small(), { webhookId })));
    expect([nodeOf(one!, 'trigger')['webhookId'], nodeOf(two!, 'trigger')['webhookId']]).toEqual(['a-1', 'b-2']);
    const again = toWorkflow(fromWorkflow(one).document, { webhookId: 'outro' });
    expect(nodeOf(again, 'trigger')['webhookId']).toBe('a-1');
  });
});

describe('a copy that is to be somebody’s own', () => {
  it('takes neither addresses nor credentials of the first, and keeps all else', () => {
    const workflow = clone(toWorkflow(small(), { webhookId: 'a-1', credentials: { reguaLedger: { id: 'l', name: 'Registro' } } }));
    nodeOf(workflow, 'msg')['retryOnFail'] = true;
    workflow.nodes.push({
      id: 'w',
      name: 'Aviso do ERP',
      type: 'n8n-nodes-base.webhook',
      typeVersion: 2,
      position: [0, 900],
      parameters: { path: 'erp' },
      webhookId: 'do-cliente-um',
      credentials: { httpBasicAuth: { id: '9', name: 'ERP' } },
    });
    const { document } = fromWorkflow(workflow);
    const copy = toWorkflow(withoutTies(document), { webhookId: 'b-2' });
    expect(JSON.stringify(copy)).not.toMatch(/a-1|do-cliente-um|credentials/);
    expect(nodeOf(copy, 'trigger')['webhookId']).toBe('b-2');
    expect(nodeOf(copy, 'msg')['retryOnFail']).toBe(true);
    expect(nodeOf(copy, 'w').parameters).toEqual({ path: 'erp' });
  });
});

describe('a file for n8n’s command line', () => {
  it('has an id and is not active; what goes to the API has neither', () => {
    expect(toWorkflow(small(), { id: 'abcdefghijklmnop' })).toMatchObject({ id: 'abcdefghijklmnop', active: false });
    expect(Object.keys(toWorkflow(small()))).toEqual(['name', 'nodes', 'connections', 'settings']);
  });
});

describe('credentials chosen in n8n', () => {
  const OURS = Object.values(NODE_TYPES);
  const credentialsOf = (workflow: N8nWorkflow): Map<string, unknown> => new Map(workflow.nodes.map((node) => [String(node.id), node['credentials']]));

  it('of a new block are those that most of its neighbours use, by type', () => {
    const workflow = clone(toWorkflow(small()));
    const set = (id: string, credentials: object): void => void (nodeOf(workflow, id)['credentials'] = credentials);
    for (const id of ['lookup', 'tier', 'track:principal', 'canal', 'tarefa']) set(id, { reguaLedger: { id: 'pg', name: 'PostgreSQL' } });
    set('msg', { reguaLedger: { id: 'pg', name: 'PostgreSQL' }, reguaGateway: { id: 'g1', name: 'Gateway' } });
    set('obrigado', { reguaLedger: { id: 'velho', name: 'Velho' }, reguaSmtp: { id: 'm1', name: 'E-mail' } });
    const { document } = fromWorkflow(workflow);
    const edited = applyOperation(document, {
      kind: 'addBlock',
      place: { trackId: 'principal', day: 20 },
      block: {
        id: 'nova',
        kind: 'message',
        purpose: 'charge',
        channel: 'email',
        texts: [{ channel: 'any', body: 'Oi' }],
        asksForAnswer: false,
        aiWording: false,
      },
    });
    const exported = toWorkflow(edited, { credentials: { reguaLedger: { id: 'sessao', name: 'Sessão' }, reguaWebhook: { id: 's', name: 'Segredo' } } });
    expect(nodeOf(exported, 'nova')['credentials']).toEqual({ reguaLedger: { id: 'pg', name: 'PostgreSQL' }, reguaSmtp: { id: 'm1', name: 'E-mail' } });
    expect(nodeOf(exported, 'obrigado')['credentials']).toEqual({ reguaLedger: { id: 'velho', name: 'Velho' }, reguaSmtp: { id: 'm1', name: 'E-mail' } });
  });

  it('never change, nor what was left without, whatever is exported with', () => {
    const reference = fc.record({ id: fc.constantFrom('1', '2', '__proto__'), name: fc.constantFrom('Um', 'Dois') });
    const given = fc.option(
      fc.dictionary(fc.constantFrom('reguaLedger', 'reguaSmtp', 'reguaGateway', 'reguaWebhook', '__proto__', 'slackApi'), reference, {
        minKeys: 1,
        noNullPrototype: true,
      }),
      { nil: undefined },
    );
    fc.assert(
      fc.property(arbitraryCadence, fc.array(given, { minLength: 1, maxLength: 8 }), fc.boolean(), (cadence, credentials, session) => {
        const workflow = clone(toWorkflow(cadence));
        let n = 0;
        for (const node of workflow.nodes) {
          const chosen = OURS.some((type) => type === node.type) ? credentials[n++ % credentials.length] : undefined;
          if (chosen) node['credentials'] = clone(chosen);
        }
        // Before anything was chosen in n8n, what the caller has serves everybody; after, each node is as it was left.
        fc.pre(workflow.nodes.some((node) => Object.values((node['credentials'] ?? {}) as object).length > 0));
        const { document } = fromWorkflow(clone(workflow));
        const exported = toWorkflow(document, session ? { credentials: { reguaLedger: { id: 'x', name: 'X' } } } : {});
        expect(credentialsOf(clone(exported))).toEqual(credentialsOf(workflow));
      }),
      { numRuns: 60 },
    );
  }, 30_000);

  it('are missed on a node that would write to another ledger than the others', () => {
    const workflow = clone(toWorkflow(small(), { credentials: { reguaLedger: { id: 'pg', name: 'PostgreSQL' } } }));
    delete nodeOf(workflow, 'tarefa')['credentials'];
    const { notes } = fromWorkflow(workflow);
    expect(notes).toEqual([expect.objectContaining({ code: 'node.no-ledger', severity: 'warning', nodeName: nodeOf(workflow, 'tarefa').name })]);
    expect(notes[0]!.message).toContain('"PostgreSQL"');
  });
});

describe('a node that is switched off in n8n', () => {
  const off = (id: string): CadenceDocument => {
    const workflow = clone(toWorkflow(small()));
    nodeOf(workflow, id)['disabled'] = true;
    return fromWorkflow(workflow).document;
  };

  it('comes back switched off, of ours and of others alike', () => {
    const workflow = clone(toWorkflow(small()));
    const chain = workflow.connections[nodeOf(workflow, 'tarefa').name] ?? (workflow.connections[nodeOf(workflow, 'tarefa').name] = {});
    workflow.nodes.push({ id: 'x', name: 'Slack', type: 'n8n-nodes-base.slack', typeVersion: 2, position: [1600, 300], parameters: {}, disabled: true });
    chain['main'] = [[{ node: 'Slack', type: 'main', index: 0 }]];
    nodeOf(workflow, 'msg')['disabled'] = true;
    const { document } = fromWorkflow(workflow);
    expect([...placedBlocks(document)].filter(({ block }) => block.disabled).map(({ block }) => block.id)).toEqual(['msg', 'x']);
    const again = toWorkflow(document);
    expect([nodeOf(again, 'msg')['disabled'], nodeOf(again, 'x')['disabled'], nodeOf(again, 'tarefa')['disabled']]).toEqual([true, true, undefined]);
  });

  it('of any kind keeps its state through n8n, and switched on again stays on', () => {
    fc.assert(
      fc.property(arbitraryCadence, fc.nat(), fc.boolean(), (cadence, pick, on) => {
        const blocks = [...placedBlocks(cadence)];
        fc.pre(blocks.length > 0);
        const { block } = blocks[pick % blocks.length]!;
        const edited = applyOperation(cadence, { kind: 'switchBlock', blockId: block.id, on });
        const workflow = clone(toWorkflow(edited));
        // n8n writes `false` where a node was switched off and on again.
        const loose = new Set(cadence.n8n.loose.map((node) => node['name']));
        for (const node of workflow.nodes) if (!loose.has(node.name)) node['disabled'] ??= false;
        const back = fromWorkflow(workflow).document;
        expect(back).toEqual(edited);
        expect([...placedBlocks(back)].find((place) => place.block.id === block.id)!.block.disabled ?? false).toBe(!on);
      }),
      { numRuns: 60 },
    );
  }, 30_000);

  it('neither ends its step nor counts for the law', () => {
    const step = { id: 's', name: 'S', day: 30 };
    const notice: Block = { id: 'a', kind: 'message', purpose: 'bureau-notice', channel: 'email', texts: [], asksForAnswer: false, aiWording: false };
    const task: Block = { id: 'b', kind: 'humanTask', title: 'T', instructions: '', team: '', dueInBusinessDays: 1 };
    expect(plannedStep({ ...step, blocks: [notice, task] })).toMatchObject({ doneWhen: 'action', closedBy: 'b', provides: 'bureau-notice' });
    expect(plannedStep({ ...step, blocks: [{ ...notice, disabled: true }, task] })).toEqual({ ...step, doneWhen: 'action' });
    expect(
      plannedStep({
        ...step,
        blocks: [
          { ...notice, disabled: true },
          { ...task, disabled: true },
        ],
      }),
    ).toEqual({ ...step, doneWhen: 'entered' });
  });

  it('contacts nobody in the simulation, and the rest of its step goes on', () => {
    const input = { cases: sampleCases(60, 5, '2026-03-02'), from: '2026-03-02', days: 40, seed: 2 };
    const [before, after] = [small(), off('msg')].map((document) => simulate({ ...input, document }));
    expect(before!.steps[0]!.contacts).toBeGreaterThan(0);
    expect(after!.steps[0]!.contacts).toBe(0);
    expect(after!.steps[0]!.executed).toBeGreaterThan(0);
    expect(asItRuns(off('msg')).tracks[0]!.steps[0]!.blocks.map(({ id }) => id)).toEqual(['canal']);
    const idle = small();
    expect(asItRuns(idle)).toBe(idle);
  });

  it('is said, with a click to switch it on again, and what needed it is found', () => {
    const document = off('canal');
    expect(codes(small())).not.toContain('message.no-channel');
    expect(codes(document)).toEqual(expect.arrayContaining(['message.no-channel', 'block.disabled']));
    const finding = findings(document).find(({ code }) => code === 'block.disabled')!;
    expect(finding).toMatchObject({ severity: 'info', where: { blockId: 'canal', stepId: 'aviso' } });
    expect(applyOperation(document, finding.fix!.operation)).toEqual(small());
    expect(compareCadences(small(), document).map(({ sentence }) => sentence)).toEqual(['D+1: "Escolha do canal" não acontece mais (desligado no n8n).']);
  });

  it.each([
    ['tier', 'primeira faixa'],
    ['track:principal', 'primeira etapa'],
    ['lookup', 'não busca ninguém'],
  ])('that the whole run goes through is an error: %s', (id, words) => {
    const finding = findings(off(id)).find(({ code }) => code === 'part.disabled')!;
    expect(finding.severity).toBe('error');
    expect(finding.message).toContain(words);
  });
});

describe('what n8n has of its own', () => {
  it('its time zone and other settings stay as they were set there', () => {
    const workflow = clone(toWorkflow(small()));
    expect(workflow.settings['timezone']).toBe('America/Sao_Paulo');
    workflow.settings = { ...workflow.settings, timezone: 'America/Manaus', errorWorkflow: 'abc' };
    expect(toWorkflow(fromWorkflow(workflow).document).settings).toEqual(workflow.settings);
  });

  it('a node’s retries, notes on the canvas and version stay, and its identity can’t be forged by a file', () => {
    const workflow = clone(toWorkflow(small()));
    Object.assign(nodeOf(workflow, 'msg'), { retryOnFail: true, maxTries: 3, waitBetweenTries: 2000, onError: 'continueErrorOutput', notesInFlow: true });
    nodeOf(workflow, 'schedule').typeVersion = 1.1;
    expect(toWorkflow(fromWorkflow(clone(workflow)).document)).toEqual(workflow);
    const forged = small();
    forged.n8n.nodes['msg'] = { fields: { id: 'lookup', name: 'Casos do dia', position: 'x', parameters: 1, retryOnFail: true } };
    const node = toWorkflow(forged).nodes.find((one) => one.id === 'msg')!;
    expect(node).toEqual({ ...nodeOf(toWorkflow(small()), 'msg'), retryOnFail: true });
  });

  it('a file is read though an editor put a byte order mark before it, and as the list of one that n8n exports', () => {
    const text = JSON.stringify([toWorkflow(small())]);
    for (const file of [text, `\uFEFF${text}`, `\uFEFF${JSON.stringify(small())}`]) expect(openFile(file).document).toEqual(small());
    expect(openFile(`\uFEFF\uFEFF{}`).findings[0]!.code).toBe('file.not-json');
  });
});

describe('a workflow of ours that is no cadence', () => {
  const withNode = (type: string, parameters: object): unknown => ({ nodes: [{ name: 'A', type, position: [0, 0], parameters }], connections: {} });

  it.each([
    [NODE_TYPES.debtorLookup, { operation: 'import' }, 'traz a carteira'],
    [NODE_TYPES.debtorLookup, { operation: 'report' }, 'relatório do dia'],
    [NODE_TYPES.sendMessage, {}, 'não é uma régua'],
  ])('says what it is instead of opening: %s %j', (type, parameters, words) => {
    const { document, findings: found } = openFile(JSON.stringify(withNode(type, parameters)));
    expect(document).toBeUndefined();
    expect(found).toMatchObject([{ code: 'workflow.companion', severity: 'error' }]);
    expect(found[0]!.message).toContain(words);
  });

  it('as long as a part of a cadence is there, it opens', () => {
    expect(fromWorkflow(withNode(NODE_TYPES.cadenceStep, {})).document.tracks).toHaveLength(1);
    expect(fromWorkflow(withNode(NODE_TYPES.debtorLookup, {})).document.tracks).toHaveLength(1);
  });
});
