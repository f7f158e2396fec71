import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asItRuns, compareCadences, findings, parseCadence, placedBlocks, type CadenceDocument } from '../cadence/index.ts';
import { sameJson } from '../json/same-json.ts';
import { createSimulation, sampleCases } from '../simulation/index.ts';
import { arbitraryCadence, AWKWARD_NAMES } from '../testing/arbitrary-cadence.ts';
import { fromWorkflow, openFile, toClipboard, toWorkflow, type N8nWorkflow } from './index.ts';

/** What the prototype of every object has, getters and setters included. */
const inherited = (): unknown => Object.getOwnPropertyDescriptors(Object.prototype);
const through = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** All that is done with a file that somebody sent. */
function wholeWay(json: string): { document: CadenceDocument; workflow: N8nWorkflow } {
  const opened = openFile(json);
  const document = opened.document!;
  const workflow = through(toWorkflow(document, { id: 'abcdefghijklmnop', webhookId: 'aaaa' }));
  toClipboard(workflow);
  const back = fromWorkflow(workflow).document;
  findings(back);
  compareCadences(document, back);
  asItRuns(back);
  return { document, workflow };
}

describe('names that mean something to a program', () => {
  it('come back from a file, a cadence and a workflow, and leave every object as it was', () => {
    const before = inherited();
    fc.assert(
      fc.property(arbitraryCadence, (cadence) => {
        const { document, workflow } = wholeWay(JSON.stringify(cadence));
        expect(sameJson(document, cadence)).toBe(true);
        expect(sameJson(fromWorkflow(through(toWorkflow(cadence))).document, cadence)).toBe(true);
        for (const { block } of placedBlocks(cadence)) if (block.kind === 'custom') expect(workflow.nodes.map((node) => node.name)).toContain(block.label);
        expect(inherited()).toEqual(before);
      }),
      { numRuns: 150 },
    );
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  }, 60_000);

  const withNode = (label: string, id: string): string =>
    `{"schemaVersion":1,"id":"r","name":"R","tiers":[{"id":"${id}","name":"T"}],"tracks":[{"id":"k","name":"K","tierIds":["${id}"],"steps":[
      {"id":"s","name":"S","day":1,"blocks":[
        {"id":"b1","kind":"custom","label":${JSON.stringify(label)},"node":{"type":"n8n-nodes-base.noOp","typeVersion":1,"parameters":{"__proto__":{"polluted":true}}}},
        {"id":"b2","kind":"humanTask","title":"Ligar"}]}]}],
      "n8n":{"nodes":{"__proto__":{"position":[1,2]},"b2":{"fields":{"__proto__":{"polluted":true},"name":${JSON.stringify(`${label}x`)},"position":7}}},
        "loose":[{"id":"x","name":"solto","type":"n8n-nodes-base.noOp","typeVersion":1,"position":[0,0],"parameters":{}}],
        "links":[{"from":{"node":"solto"},"output":0,"type":"get","to":{"part":"b1"},"input":0},{"from":{"part":"b1"},"output":0,"type":"set","to":{"node":"solto"},"input":0},
          {"from":{"node":"__proto__"},"output":0,"type":"get","to":{"part":"b1"},"input":0}],
        "settings":{"__proto__":{"polluted":true}}}}`;

  it.each(AWKWARD_NAMES)('as %s, keep a node, its name and its connections', (label) => {
    const before = inherited();
    for (const id of ['__proto__', 'constructor', 'toString', 'get']) {
      const document = parseCadence(JSON.parse(withNode(label, id)));
      const text = JSON.stringify(toWorkflow(document));
      const workflow = JSON.parse(text) as N8nWorkflow;
      const entries = new Map(Object.entries(workflow.connections));
      expect(entries.get(label)).toMatchObject({ main: [[{ node: 'D+1 Ligar' }]], set: [[{ node: 'solto' }]] });
      expect(new Map(Object.entries(entries.get('solto')!)).get('get')).toEqual([[{ node: label, type: 'main', index: 0 }]]);
      expect(text).toContain('"parameters":{"__proto__":{"polluted":true}}');
      const back = fromWorkflow(workflow).document;
      expect(back.tiers[0]!.id).toBe(id);
      expect(back.tracks[0]!.steps[0]!.blocks[0]).toMatchObject({ kind: 'custom', label });
      expect(JSON.stringify(back.n8n.settings)).toBe('{"__proto__":{"polluted":true}}');
      expect(inherited()).toEqual(before);
    }
  });

  it('in n8n’s own file keep a node and what leaves it', () => {
    const workflow = through(toWorkflow(parseCadence(JSON.parse(withNode('nada', 't')))));
    const renamed = JSON.stringify(workflow).replaceAll('"nada"', '"__proto__"');
    const { document } = openFile(renamed);
    expect(JSON.stringify(document)).toContain('"label":"__proto__"');
    const again = through(toWorkflow(document!));
    expect(again.nodes.map((node) => node.name)).toContain('__proto__');
    expect(Object.entries(again.connections).find(([from]) => from === '__proto__')?.[1]).toMatchObject({ main: [[{ node: 'D+1 Ligar' }]] });
  });

  it('as ids of steps, tiers and tracks count for themselves in a simulation', () => {
    const document = parseCadence({
      schemaVersion: 1,
      id: 'r',
      name: 'R',
      tiers: [{ id: '__proto__', name: 'T' }],
      tracks: [
        {
          id: 'toString',
          name: 'K',
          tierIds: ['__proto__'],
          steps: [
            { id: 'constructor', name: 'A', day: 1, blocks: [{ id: 'valueOf', kind: 'humanTask', title: 'Ligar' }] },
            { id: 'hasOwnProperty', name: 'B', day: 60, blocks: [{ id: '__defineGetter__', kind: 'humanTask', title: 'Ligar' }] },
          ],
        },
      ],
    });
    const simulation = createSimulation({ document, cases: sampleCases(40, 3, '2026-03-02'), from: '2026-03-02', days: 20, seed: 1 });
    while (!simulation.done) simulation.step();
    const results = simulation.results();
    for (const { executed, contacts, recoveredCents, standing } of results.steps)
      for (const count of [executed, contacts, recoveredCents, standing]) expect(count).toBeTypeOf('number');
    expect(results.steps[0]!.executed).toBeGreaterThan(0);
    for (const day of results.days) for (const count of Object.values(day.steps)) expect(count).toBeTypeOf('number');
  });
});
