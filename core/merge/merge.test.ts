import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idsOf, parseCadence, placedBlocks, type CadenceDocument } from '../cadence/index.ts';
import { arbitraryCadence } from '../testing/arbitrary-cadence.ts';
import { arbitraryEdits, editInDesigner, editInN8n } from '../testing/arbitrary-edits.ts';
import { fromWorkflow, toWorkflow } from '../workflow/index.ts';
import { mergeCadences, resolve, type Merge, type Side } from './index.ts';

/** Hundreds of whole merges: on a busy machine they come near the default patience. */
const PATIENCE = 60_000;

const desk = fc.tuple(arbitraryCadence, arbitraryEdits, arbitraryEdits);
const clone = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** What the schema, the ids and the references ask of a document that is to run. */
function expectWhole({ result, sources }: Merge): void {
  expect(parseCadence(clone(result))).toEqual(result);
  const ids = idsOf(result);
  const tiers = new Set(result.tiers.map(({ id }) => id));
  for (const track of result.tracks) for (const id of track.tierIds) expect(tiers).toContain(id);
  // A reference may point nowhere only where it did so before the merge.
  const had = [sources.base, sources.mine, sources.theirs].flatMap((document) => (document ? [idsOf(document)] : []));
  for (const { block } of placedBlocks(result)) {
    if (block.kind === 'offer' && had.every((each) => each.has(block.policyId))) expect(ids).toContain(block.policyId);
    if (block.kind === 'message' && block.texts.length > 1)
      for (const { tierId } of block.texts) if (tierId !== undefined && had.every((each) => each.has(tierId))) expect(ids).toContain(tierId);
  }
  for (const track of result.tracks) expect(track.steps.map(({ day }) => day)).toEqual(track.steps.map(({ day }) => day).sort((a, b) => a - b));
}

describe('merging two edits of a cadence', () => {
  it(
    'gives the only edit there is, and one edit made twice once',
    () => {
      fc.assert(
        fc.property(desk, ([base, edits]) => {
          const edited = editInDesigner(base, edits);
          for (const [mine, theirs] of [
            [base, edited],
            [edited, base],
            [edited, edited],
          ] as const) {
            const merge = mergeCadences(base, mine, theirs);
            expect(merge.conflicts).toEqual([]);
            expect(merge.result).toEqual(edited);
          }
        }),
        { numRuns: 100 },
      );
    },
    PATIENCE,
  );

  it(
    'gives the designer’s edit on what n8n has, when nothing was changed in n8n',
    () => {
      fc.assert(
        fc.property(desk, ([base, inN8n, edits]) => {
          const published = editInN8n(base, inN8n);
          const mine = editInDesigner(published, edits);
          const { result, conflicts } = mergeCadences(published, mine, published, { n8n: 'theirs' });
          expect(conflicts).toEqual([]);
          const { n8n: _result, ...content } = result;
          const { n8n: _mine, ...wanted } = mine;
          // In which order a track names its tiers means nothing.
          const tracks = mine.tracks.map((track) => ({ ...track, tierIds: mine.tiers.flatMap(({ id }) => (track.tierIds.includes(id) ? [id] : [])) }));
          expect(content).toEqual({ ...wanted, tracks });
        }),
        { numRuns: 80 },
      );
    },
    PATIENCE,
  );

  it(
    'is a whole cadence whatever was edited and whatever is chosen',
    () => {
      fc.assert(
        fc.property(desk, fc.array(fc.constantFrom<Side>('mine', 'theirs'), { minLength: 1, maxLength: 9 }), ([base, one, other], sides) => {
          const merge = mergeCadences(base, editInDesigner(base, one), editInDesigner(base, other));
          expectWhole(merge);
          const choices = new Map(merge.conflicts.map(({ id }, index) => [id, sides[index % sides.length]!]));
          const resolved = resolve(merge, choices);
          expectWhole(resolved);
          for (const { id, chosen } of resolved.conflicts) if (choices.has(id)) expect(chosen).toBe(choices.get(id));
        }),
        { numRuns: 120 },
      );
    },
    PATIENCE,
  );

  it(
    'gives the same whichever side is called mine, when there is no conflict',
    () => {
      fc.assert(
        fc.property(desk, ([base, one, other]) => {
          const [a, b] = [editInDesigner(base, one), editInDesigner(base, other)];
          const known = idsOf(base);
          // Two new things under one id: which of them keeps it depends on the side.
          fc.pre([...idsOf(a)].every((id) => known.has(id) || !idsOf(b).has(id)));
          const there = mergeCadences(base, a, b);
          const back = mergeCadences(base, b, a);
          expect(back.conflicts.length > 0).toBe(there.conflicts.length > 0);
          if (there.conflicts.length === 0) expect(back.result).toEqual(there.result);
        }),
        { numRuns: 120 },
      );
    },
    PATIENCE,
  );

  it(
    'survives the way to n8n and back',
    () => {
      fc.assert(
        fc.property(desk, ([base, inN8n, edits]) => {
          const { result } = mergeCadences(base, editInDesigner(base, edits), editInN8n(base, inN8n), { n8n: 'theirs' });
          const workflow = clone(toWorkflow(result));
          const { n8n: _back, ...back } = fromWorkflow(workflow).document;
          const { n8n: _result, ...content } = result;
          expect(back).toEqual(content);
          expect(toWorkflow(fromWorkflow(workflow).document)).toEqual(workflow);
        }),
        { numRuns: 80 },
      );
    },
    PATIENCE,
  );

  it(
    'never loses what belongs to n8n, but with the block it is about',
    () => {
      fc.assert(
        fc.property(desk, ([base, inN8n, edits]) => {
          const theirs = editInN8n(base, inN8n);
          const { result, conflicts } = mergeCadences(base, editInDesigner(base, edits), theirs, { n8n: 'theirs' });
          const workflow = toWorkflow(result);
          const before = toWorkflow(theirs);
          const chosen = new Set(conflicts.filter((conflict) => conflict.chosen === 'mine').map(({ id }) => id));
          for (const node of before.nodes) {
            const after = workflow.nodes.find(({ id }) => id === node.id);
            const isPart = !theirs.n8n.loose.some(({ name }) => name === node.name);
            if (!isPart) expect(result.n8n.loose).toContainEqual(theirs.n8n.loose.find(({ name }) => name === node.name));
            else if (after && ![...chosen].some((id) => id.startsWith(`blocks/${node.id}`))) {
              expect(after['credentials']).toEqual(node['credentials']);
              expect(after['webhookId']).toEqual(node['webhookId']);
              if (new Map(Object.entries(theirs.n8n.nodes)).get(String(node.id))?.name !== undefined) expect(after.name).toBe(node.name);
            }
          }
          expect(result.n8n.settings).toEqual(theirs.n8n.settings);
        }),
        { numRuns: 80 },
      );
    },
    PATIENCE,
  );
});

const small = (change: (draft: Draft) => void = () => {}): CadenceDocument => {
  const draft: Draft = {
    schemaVersion: 2,
    id: 'teste',
    name: 'Teste',
    tiers: [
      { id: 'ouro', name: 'Ouro' },
      { id: 'todos', name: 'Todos' },
    ],
    tracks: [
      {
        id: 'a',
        name: 'Clássica',
        tierIds: ['ouro', 'todos'],
        steps: [
          { id: 's1', name: 'Lembrete', day: -3, blocks: [message('b1', 'reminder', 'Oi.'), message('b2', 'reminder', 'Olá.')] },
          { id: 's7', name: 'Aviso', day: 7, blocks: [message('b7', 'charge', 'Sua parcela venceu. Podemos conversar?')] },
        ],
      },
      { id: 'b', name: 'Outra', tierIds: [], steps: [{ id: 's9', name: 'Fim', day: 9, blocks: [message('b9', 'formal', 'Fim.')] }] },
    ],
  };
  change(draft);
  return parseCadence(draft);
};
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a draft is what a test says it is
type Draft = any;
const message = (id: string, purpose: string, body: string): object => ({ id, kind: 'message', purpose, channel: 'email', texts: [{ body }] });
const edits = (mine: (draft: Draft) => void, theirs: (draft: Draft) => void): Merge => mergeCadences(small(), small(mine), small(theirs));
const sentences = (merge: Merge): string[] => merge.conflicts.map(({ sentence }) => sentence);
const stepAt = (draft: Draft, track: number, step: number): Draft => draft.tracks[track].steps[step];

describe('what two sides did to one cadence', () => {
  it('takes both, when they did it to different things', () => {
    const merge = edits(
      (draft) => {
        stepAt(draft, 0, 0).blocks[0].texts[0].body = 'Tudo bem?';
        draft.creditor = { city: 'Campinas' };
        stepAt(draft, 0, 1).blocks.push({ id: 'novo', kind: 'humanTask', title: 'Ligar' });
      },
      (draft) => {
        stepAt(draft, 0, 0).blocks[0].channel = 'sms';
        draft.creditor = { phone: '(19) 3000-1000' };
        stepAt(draft, 0, 1).day = 8;
      },
    );
    expect(merge.conflicts).toEqual([]);
    expect(merge.result).toEqual(
      small((draft) => {
        Object.assign(stepAt(draft, 0, 0).blocks[0], { channel: 'sms', texts: [{ body: 'Tudo bem?' }] });
        draft.creditor = { city: 'Campinas', phone: '(19) 3000-1000' };
        stepAt(draft, 0, 1).day = 8;
        stepAt(draft, 0, 1).blocks.push({ id: 'novo', kind: 'humanTask', title: 'Ligar' });
      }),
    );
  });

  it('asks about one text written twice, in a sentence that names the place and both texts, and keeps either', () => {
    const merge = edits(
      (draft) => (stepAt(draft, 0, 1).blocks[0].texts[0].body = 'Sua parcela venceu. Vamos conversar?'),
      (draft) => (stepAt(draft, 0, 1).blocks[0].texts[0].body = 'Sua parcela venceu. Ligue para nós.'),
    );
    expect(sentences(merge)).toEqual([
      'Trilha Clássica, D+7, a mensagem "Aviso de atraso", texto para todos os canais: o texto mudou dos dois lados. No seu arquivo: "Sua parcela venceu. Vamos conversar?"; no outro arquivo: "Sua parcela venceu. Ligue para nós.".',
    ]);
    const bodyOf = ({ result }: Merge): unknown => (result.tracks[0]!.steps[1]!.blocks[0] as Draft).texts[0].body;
    expect(bodyOf(merge)).toBe('Sua parcela venceu. Vamos conversar?');
    expect(bodyOf(resolve(merge, new Map([[merge.conflicts[0]!.id, 'theirs']])))).toBe('Sua parcela venceu. Ligue para nós.');
  });

  it('asks once about a step that one side deleted and the other filled, and deletes or keeps the whole of it', () => {
    const merge = edits(
      (draft) => draft.tracks[0].steps.pop(),
      (draft) => {
        stepAt(draft, 0, 1).name = 'Aviso gentil';
        stepAt(draft, 0, 1).blocks[0].texts[0].body = 'Outro texto';
        stepAt(draft, 0, 1).blocks.push({ id: 'novo', kind: 'humanTask', title: 'Ligar' });
      },
    );
    expect(sentences(merge)).toEqual(['Trilha Clássica, D+7, etapa Aviso gentil: saiu no seu arquivo, mas mudou no outro arquivo.']);
    expect(merge.result.tracks[0]!.steps.map(({ id }) => id)).toEqual(['s1']);
    const kept = resolve(merge, new Map([[merge.conflicts[0]!.id, 'theirs']]));
    expect(kept.result.tracks[0]!.steps[1]).toMatchObject({ name: 'Aviso gentil', blocks: [{ id: 'b7', texts: [{ body: 'Outro texto' }] }, { id: 'novo' }] });
  });

  it('takes a block out of a step that goes away with it, together with the text that was written there meanwhile', () => {
    const merge = edits(
      (draft) => stepAt(draft, 0, 0).blocks.push(draft.tracks[0].steps.pop().blocks[0]),
      (draft) => (stepAt(draft, 0, 1).blocks[0].texts[0].body = 'Outro texto'),
    );
    expect(merge.conflicts).toEqual([]);
    expect(merge.result.tracks[0]!.steps.map(({ blocks }) => blocks.map(({ id }) => id))).toEqual([['b1', 'b2', 'b7']]);
    expect(merge.result.tracks[0]!.steps[0]!.blocks[2]).toMatchObject({ texts: [{ body: 'Outro texto' }] });
  });

  it('gives two new blocks under one id an id each, and theirs keeps it, because it may be running', () => {
    const merge = edits(
      (draft) => stepAt(draft, 0, 0).blocks.push({ id: 'block-1', kind: 'humanTask', title: 'Ligar' }),
      (draft) => stepAt(draft, 0, 1).blocks.push({ id: 'block-1', kind: 'smallClaims' }),
    );
    expect(merge.conflicts).toEqual([]);
    expect(merge.result.tracks[0]!.steps.map(({ blocks }) => blocks.map(({ id, kind }) => `${id} ${kind}`))).toEqual([
      ['b1 message', 'b2 message', 'block-2 humanTask'],
      ['b7 message', 'block-1 smallClaims'],
    ]);
  });

  it('makes one step of two that came to the same day from two sides', () => {
    const merge = edits(
      (draft) => draft.tracks[0].steps.push({ id: 'x', name: 'Meu', day: 20, blocks: [message('bx', 'charge', 'Meu')] }),
      (draft) => draft.tracks[0].steps.push({ id: 'y', name: 'Deles', day: 20, blocks: [message('by', 'charge', 'Deles')] }),
    );
    expect(merge.result.tracks[0]!.steps.map(({ id, day, blocks }) => [id, day, blocks.length])).toEqual([
      ['s1', -3, 2],
      ['s7', 7, 1],
      ['y', 20, 2],
    ]);
  });

  it('asks to whom a tier belongs that each side gave to another track, so that nobody is charged twice', () => {
    const base = small((draft) => draft.tracks.push({ id: 'c', name: 'Terceira', tierIds: [], steps: [] }));
    const moved = (to: number): CadenceDocument => ({
      ...base,
      tracks: base.tracks.map((track, index) => ({ ...track, tierIds: index === 0 ? ['todos'] : index === to ? ['ouro'] : [] })),
    });
    const merge = mergeCadences(base, moved(1), moved(2));
    expect(sentences(merge)).toEqual(['Faixa Ouro: a trilha que a atende mudou dos dois lados. No seu arquivo: Outra; no outro arquivo: Terceira.']);
    expect(merge.result.tracks.map(({ tierIds }) => tierIds)).toEqual([['todos'], ['ouro'], []]);
  });

  it('asks about an offer policy that one side deleted and the other began to use', () => {
    const base = small(
      (draft) =>
        (draft.policies = {
          offers: [
            { id: 'o1', name: 'À vista' },
            { id: 'o2', name: 'Parcelado' },
          ],
        }),
    );
    const without = { ...base, policies: { ...base.policies, offers: [base.policies.offers[0]!] } };
    const using = clone(base);
    using.tracks[0]!.steps[1]!.blocks.push({ id: 'of', kind: 'offer', policyId: 'o2' });
    const merge = mergeCadences(base, without, parseCadence(using));
    expect(sentences(merge)).toEqual(['Política de acordo Parcelado: saiu no seu arquivo, mas mudou no outro arquivo.']);
    expect(merge.result.tracks[0]!.steps[1]!.blocks[1]).toMatchObject({ policyId: 'o1' });
    const kept = resolve(merge, new Map([[merge.conflicts[0]!.id, 'theirs']]));
    expect(kept.result.policies.offers.map(({ id }) => id)).toEqual(['o1', 'o2']);
    expect(kept.result.tracks[0]!.steps[1]!.blocks[1]).toMatchObject({ policyId: 'o2' });
  });

  it('keeps the order that one side made among blocks, and asks when both made one', () => {
    const swap = (draft: Draft): void => stepAt(draft, 0, 0).blocks.reverse();
    expect(edits(swap, (draft) => (stepAt(draft, 0, 0).name = 'Novo')).result.tracks[0]!.steps[0]!.blocks.map(({ id }) => id)).toEqual(['b2', 'b1']);
    const three = small((draft) => stepAt(draft, 0, 0).blocks.push(message('b3', 'reminder', 'E aí.')));
    const ordered = (...order: number[]): CadenceDocument => {
      const document = clone(three);
      const { blocks } = document.tracks[0]!.steps[0]!;
      document.tracks[0]!.steps[0]!.blocks = order.map((index) => blocks[index]!);
      return document;
    };
    const merge = mergeCadences(three, ordered(1, 0, 2), ordered(0, 2, 1));
    expect(merge.conflicts.map(({ where }) => where)).toEqual(['A ordem dos blocos em Trilha Clássica, D-3, etapa Lembrete']);
  });

  it('asks about every difference in the cadence when no earlier version is known, and keeps what belongs to n8n', () => {
    const mine = small((draft) => {
      stepAt(draft, 0, 0).blocks[0].texts[0].body = 'Tudo bem?';
      draft.tracks[0].steps.push({ id: 'x', name: 'Meu', day: 20, blocks: [message('bx', 'charge', 'Meu'), message('by', 'charge', 'Meu')] });
    });
    const theirs = { ...small(), n8n: { ...small().n8n, nodes: { b1: { fields: { credentials: { reguaSmtp: { id: '1', name: 'E-mail' } } } } } } };
    const merge = mergeCadences(null, mine, theirs, { n8n: 'theirs' });
    expect(merge.conflicts.map(({ where }) => where)).toEqual([
      'Trilha Clássica, D+20, etapa Meu',
      'Trilha Clássica, D-3, a mensagem "Lembrete", texto para todos os canais',
    ]);
    expect(merge.result.n8n.nodes['b1']).toEqual(theirs.n8n.nodes['b1']);
    const { n8n: _n8n, ...content } = merge.result;
    expect(content).toEqual({ ...mine, n8n: undefined });
    const all = resolve(merge, new Map(merge.conflicts.map(({ id }) => [id, 'theirs'])));
    expect(all.result).toEqual(theirs);
    expect(mergeCadences(null, mine, mine, { n8n: 'theirs' }).conflicts).toEqual([]);
  });

  it('keeps rules that n8n’s user broke, and takes their defaults for no change of anybody’s', () => {
    const base = small((draft) => (draft.policies = { promise: { maxDays: 7 } }));
    const workflow = clone(toWorkflow(base));
    workflow.nodes.find(({ id }) => id === 'lookup')!.parameters['policies'] = '{ isto não é json';
    const theirs = fromWorkflow(workflow).document;
    const untouched = mergeCadences(base, base, theirs, { n8n: 'theirs' });
    expect(untouched.conflicts).toEqual([]);
    expect(untouched.result.policies.promise.maxDays).toBe(7);
    const mine = { ...base, policies: { ...base.policies, promise: { ...base.policies.promise, maxDays: 5 } } };
    const merge = mergeCadences(base, mine, theirs, { n8n: 'theirs' });
    expect(sentences(merge)).toEqual(['Nó "Casos do dia" do n8n: o que está no outro arquivo não pôde ser lido, e o mesmo mudou no seu arquivo.']);
    expect(toWorkflow(merge.result).nodes.find(({ id }) => id === 'lookup')!.parameters['policies']).toContain('"maxDays": 5');
    const kept = resolve(merge, new Map([[merge.conflicts[0]!.id, 'theirs']]));
    expect(toWorkflow(kept.result).nodes.find(({ id }) => id === 'lookup')!.parameters['policies']).toBe('{ isto não é json');
  });

  it('switches a node of the frame off that was switched off in the designer, and keeps its credentials', () => {
    const off = (document: CadenceDocument): CadenceDocument => ({
      ...document,
      n8n: { ...document.n8n, nodes: { ...document.n8n.nodes, schedule: { fields: { disabled: true } } } },
    });
    const theirs = { ...small(), n8n: { ...small().n8n, nodes: { schedule: { fields: { retryOnFail: true } }, lookup: { fields: { credentials: {} } } } } };
    const { result, conflicts } = mergeCadences(small(), off(small()), theirs, { n8n: 'theirs' });
    expect(conflicts).toEqual([]);
    expect(result.n8n.nodes).toEqual({ schedule: { fields: { disabled: true, retryOnFail: true } }, lookup: { fields: { credentials: {} } } });
    const published = off(small());
    expect(mergeCadences(published, small(), published, { n8n: 'theirs' }).result.n8n.nodes).toEqual({});
  });

  it('leaves a foreign node on the output it hangs on, when a step comes before it', () => {
    const workflow = clone(toWorkflow(small()));
    workflow.nodes.push({ id: 'fora', name: 'Nada a fazer', type: 'n8n-nodes-base.noOp', typeVersion: 1, position: [0, 0], parameters: {} });
    workflow.connections['Trilha Clássica']!['main']![2] = [{ node: 'Nada a fazer', type: 'main', index: 0 }];
    const theirs = fromWorkflow(workflow).document;
    const mine = small((draft) => draft.tracks[0].steps.push({ id: 'x', name: 'Meu', day: 20, blocks: [] }));
    for (const [base, m] of [
      [small(), mine],
      [theirs, { ...mine, n8n: theirs.n8n }],
    ] as const) {
      const { result, conflicts } = mergeCadences(base, m, theirs, { n8n: 'theirs' });
      expect(conflicts).toEqual([]);
      expect(toWorkflow(result).connections['Trilha Clássica']!['main']![3]).toEqual([{ node: 'Nada a fazer', type: 'main', index: 0 }]);
    }
  });
});
