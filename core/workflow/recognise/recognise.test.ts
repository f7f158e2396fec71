import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findings, hasErrors, placedBlocks, readCadence, type CadenceDocument } from '../../cadence/index.ts';
import { checkTemplate } from '../../message/index.ts';
import { fromWorkflow, openFile, toWorkflow } from '../index.ts';
import { draftFromWorkflow } from './index.ts';

const FOLDER = join(import.meta.dirname, '../../../test/fixtures/hand-made');
const read = (name: string): string => readFileSync(join(FOLDER, `${name}.json`), 'utf8');
const json = (name: string): Record<string, unknown> => JSON.parse(read(name)) as Record<string, unknown>;
const draft = (name: string): CadenceDocument => {
  const { document } = draftFromWorkflow(json(name));
  expect(document, name).toBeDefined();
  return document!;
};

/** Day by day, what is done: channels of messages, `task`, `bureau`. */
const outline = (document: CadenceDocument): Record<string, string> =>
  Object.fromEntries(
    document.tracks[0]!.steps.map((step) => [
      step.day,
      step.blocks
        .flatMap((block) =>
          block.kind === 'message'
            ? block.texts.map((text) => text.channel)
            : block.kind === 'humanTask'
              ? ['task']
              : block.kind === 'bureau'
                ? ['bureau']
                : [],
        )
        .join(' '),
    ]),
  );
const textOn = (document: CadenceDocument, day: number): string =>
  document.tracks[0]!.steps.find((step) => step.day === day)!
    .blocks.flatMap((block) => (block.kind === 'message' ? block.texts.map((text) => text.body) : []))
    .join('\n');

/** Of each workflow: its steps, the hour of the run, nodes understood of all, and places in texts that a person has to fill. */
const EXPECTED: Record<string, { steps: Record<string, string>; at: string; nodes: [read: number, total: number]; gaps: number }> = {
  'agradece-quem-pagou': { steps: { 10: 'whatsapp' }, at: '09:00', nodes: [5, 5], gaps: 1 },
  'ameacas-e-orgaos': { steps: { 5: 'whatsapp', 15: 'whatsapp', 30: 'bureau task' }, at: '06:00', nodes: [6, 7], gaps: 0 },
  'codigo-escreve-mensagens': { steps: { '-5': 'whatsapp', 0: 'whatsapp', 3: 'whatsapp', 8: 'whatsapp', 15: 'whatsapp' }, at: '10:15', nodes: [5, 6], gaps: 0 },
  'consultas-sql': { steps: { '-3': 'sms', 4: 'whatsapp', 20: 'voice' }, at: '09:00', nodes: [8, 8], gaps: 0 },
  'english-overdue-invoices': { steps: { 7: 'email', 14: 'email', 30: 'email task' }, at: '09:00', nodes: [7, 8], gaps: 0 },
  'esperas-em-cadeia': { steps: { 1: 'email', 4: 'whatsapp', 11: 'task' }, at: '09:00', nodes: [6, 8], gaps: 0 },
  'filtro-luxon-email-html': { steps: { 2: 'email' }, at: '07:00', nodes: [4, 5], gaps: 0 },
  'function-antiga': { steps: { '-1': 'email', 0: 'email', 4: 'email' }, at: '09:00', nodes: [4, 6], gaps: 0 },
  'ia-escreve-o-texto': { steps: { 4: 'whatsapp' }, at: '09:00', nodes: [3, 5], gaps: 1 },
  'modelo-do-whatsapp': { steps: { '-1': 'whatsapp', 6: 'whatsapp' }, at: '13:00', nodes: [5, 5], gaps: 1 },
  'no-de-data-e-switch-antigo': { steps: { '-1': 'sms', 2: 'sms', 14: 'task' }, at: '09:30', nodes: [6, 7], gaps: 0 },
  'planilha-com-ifs': { steps: { '-3': 'email', 0: 'email', 7: 'email' }, at: '08:30', nodes: [9, 10], gaps: 0 },
  'ramos-por-valor': { steps: { 7: 'whatsapp email' }, at: '10:00', nodes: [5, 6], gaps: 0 },
  'switch-evolution': { steps: { '-2': 'whatsapp', 1: 'whatsapp', 5: 'whatsapp', 10: 'whatsapp' }, at: '09:00', nodes: [9, 10], gaps: 1 },
  'uma-busca-por-dia': { steps: { '-5': 'whatsapp', 0: 'whatsapp', 5: 'whatsapp', 30: 'whatsapp' }, at: '11:00', nodes: [11, 12], gaps: 0 },
};
const NOT_COLLECTING = ['boas-vindas', 'so-importa-planilha'];

describe('a hand-made workflow becomes a draft cadence', () => {
  it('knows what to expect of every workflow there is', () => {
    expect(readdirSync(FOLDER).sort()).toEqual([...Object.keys(EXPECTED), ...NOT_COLLECTING].map((name) => `${name}.json`).sort());
  });

  it.each(Object.entries(EXPECTED))('reads the days, channels and hour of %s, and counts what it understood', (name, { steps, at, nodes, gaps }) => {
    const { document, read: understood, total } = draftFromWorkflow(json(name));
    expect(outline(document!)).toEqual(steps);
    expect(document!.schedule.at).toBe(at);
    expect([understood, total]).toEqual(nodes);
    const bodies = [...placedBlocks(document!)].flatMap(({ block }) => (block.kind === 'message' ? block.texts.map((text) => text.body) : []));
    expect(bodies.join('\n').match(/\[INSERIR:/g)?.length ?? 0).toBe(gaps);
  });

  it.each(Object.keys(EXPECTED))('makes of %s texts that are templates of ours, none with an expression of n8n', (name) => {
    for (const { block } of placedBlocks(draft(name))) {
      if (block.kind !== 'message') continue;
      for (const { body, subject, channel } of block.texts) {
        expect(`${subject ?? ''} ${body}`).not.toMatch(/\$json|\$node|\$\(|\$now|\.json\b|<\w+>|undefined/);
        const problems = checkTemplate(`${subject ?? ''}\n${body}`, channel === 'any' ? 'email' : channel).filter(({ severity }) => severity === 'error');
        expect(problems.map(({ code }) => code).filter((code) => code !== 'message.placeholder')).toEqual([]);
      }
    }
  });

  it.each(Object.keys(EXPECTED))('names every node of %s', (name) => {
    const { notes } = draftFromWorkflow(json(name));
    const named = new Set(notes.map((note) => note.nodeName));
    const nodes = (json(name)['nodes'] as { name: string; type: string }[]).filter(({ type }) => !type.endsWith('stickyNote'));
    expect(nodes.filter((node) => !named.has(node.name)).map((node) => node.name)).toEqual([]);
    expect(notes.filter(({ outcome }) => outcome === undefined)).toEqual([]);
  });

  it.each(Object.keys(EXPECTED))('keeps the draft of %s from being published until the creditor is filled in', (name) => {
    const document = draft(name);
    expect(findings(document).filter(({ code, severity }) => code === 'creditor.missing' && severity === 'error')).toHaveLength(3);
    expect(readCadence(document)).toEqual({ ok: true, document });
    expect(fromWorkflow(toWorkflow(document)).document).toEqual(document);
  });

  it.each(NOT_COLLECTING)('refuses %s in a sentence that says what to do', (name) => {
    expect(draftFromWorkflow(json(name)).document).toBeUndefined();
    const opened = openFile(read(name));
    expect(opened.document).toBeUndefined();
    expect(opened.findings[0]).toMatchObject({
      code: 'workflow.no-cadence',
      severity: 'error',
      message: expect.stringMatching(/Não achei.*comece por um modelo/),
    });
  });

  it.each(['importar-carteira', 'relatorio-do-dia'])('refuses the workflow "%s" of ours, which is no cadence', (name) => {
    const opened = openFile(readFileSync(join(import.meta.dirname, `../../../templates/workflows/${name}.json`), 'utf8'));
    expect(opened.document).toBeUndefined();
    expect(opened.findings.map(({ code }) => code)).toEqual(['workflow.companion']);
  });
});

describe('texts of a hand-made workflow', () => {
  it('turns fields into variables by their meaning, and takes the sign off a sum that has its own', () => {
    expect(textOn(draft('switch-evolution'), -2)).toBe(
      'Oi {{ debtor.firstName }}! 😊 Passando para lembrar que sua fatura de *{{ amount.total }}* vence em {{ debt.dueDate }}. Pix copia e cola: {{ payment.pix }}',
    );
  });

  it('follows a text through a script that joins it of pieces, for each of its days', () => {
    const document = draft('codigo-escreve-mensagens');
    expect(textOn(document, 0)).toBe('Bom dia, {{ debtor.firstName }}! A mensalidade vence hoje: {{ amount.total }}. Boleto: {{ payment.link }}');
    expect(textOn(document, 15)).toBe(
      'Prezado(a) {{ debtor.firstName }},\nConsta em aberto a mensalidade vencida em {{ debt.dueDate }}.\nLigue para a secretaria para combinar o pagamento.',
    );
    expect(textOn(draft('function-antiga'), 4)).toBe(
      'Oi {{ debtor.firstName }}, seu boleto de {{ amount.total }} venceu há 4 dias. Código de barras: {{ payment.pix }}',
    );
  });

  it('reads an HTML mail as its words, its links with their address', () => {
    expect(textOn(draft('filtro-luxon-email-html'), 2)).toBe(
      'Olá, {{ debtor.firstName }}\nIdentificamos a fatura {{ debt.number }} em aberto.\nVencimento {{ debt.dueDate }}\nValor {{ amount.total }}\n\nPagar agora: {{ payment.link }}\nSe o pagamento já foi feito, desconsidere.\n{{ creditor.name }}',
    );
  });

  it('marks a field it does not know, and a draft with such a mark can not be published', () => {
    const { document, notes } = draftFromWorkflow(json('switch-evolution'));
    expect(textOn(document!, 5)).toContain('Cupom: [INSERIR: cupom_fidelidade]');
    expect(notes).toContainEqual(
      expect.objectContaining({ code: 'check.field', nodeName: 'WhatsApp D+5', severity: 'warning', values: { field: 'cupom_fidelidade' } }),
    );
    expect(findings(document!)).toContainEqual(expect.objectContaining({ code: 'message.placeholder', severity: 'error' }));
  });

  it('keeps both texts where something else than the day decides, and says so', () => {
    const { document, notes } = draftFromWorkflow(json('ramos-por-valor'));
    expect(textOn(document!, 7)).toContain('Nosso gerente pode combinar um plano');
    const message = document!.tracks[0]!.steps[0]!.blocks.find((block) => block.kind === 'message')!;
    expect(message.note).toContain('Pague por {{ payment.link }}');
    expect(notes.map(({ code, nodeName }) => `${code} ${nodeName}`)).toEqual(
      expect.arrayContaining(['check.branch Zap padrão', 'left.condition Valor alto?', 'check.same-day E-mail também']),
    );
  });

  it('puts a thank-you into the reaction to a payment, not into a step', () => {
    const document = draft('agradece-quem-pagou');
    expect(document.events.payment).toMatchObject([
      { kind: 'message', purpose: 'thanks', texts: [{ body: 'Olá {{ debtor.firstName }}, recebemos seu pagamento. Muito obrigado!' }] },
    ]);
  });

  it('sends nothing by itself to an address that stands in the workflow: the team gets a task', () => {
    const workflow = {
      nodes: [
        {
          name: 'Aviso',
          type: 'n8n-nodes-base.emailSend',
          parameters: { toEmail: 'financeiro@loja.example', subject: 'Fatura vencida', text: '={{ $json.nome }} está em atraso' },
        },
        {
          name: 'Ao devedor',
          type: 'n8n-nodes-base.gmail',
          parameters: { sendTo: '={{ $json.email }}', subject: 'Sua fatura', message: '=Olá {{ $json.nome }}, sua fatura venceu há 3 dias' },
        },
      ],
      connections: {},
    };
    expect(outline(draftFromWorkflow(workflow).document!)).toEqual({ 1: 'task', 3: 'email' });
  });
});

describe('what is wrong in a hand-made workflow is found', () => {
  it('names each node with a secret once, in headers, addresses and scripts', () => {
    const secrets = (name: string): string[] =>
      openFile(read(name)).findings.flatMap(({ code, values }) => (code === 'secret.in-parameter' ? [`${(values as { node: string }).node}`] : []));
    expect(secrets('switch-evolution')).toEqual(['WhatsApp D-2', 'WhatsApp D+1', 'WhatsApp D+5', 'WhatsApp D+10']);
    expect(secrets('codigo-escreve-mensagens')).toEqual(['Z-API']);
    expect(secrets('uma-busca-por-dia')).toEqual(['Busca títulos', 'Busca títulos1', 'Busca títulos2', 'Busca títulos3']);
    expect(secrets('no-de-data-e-switch-antigo')).toEqual(['SMS 2 dias']);
    expect(secrets('consultas-sql')).toEqual([]);
  });

  it('finds threats, with the words marked, and takes none of them for a notice', () => {
    const { document, findings: found, kind } = openFile(read('ameacas-e-orgaos'));
    expect(kind).toBe('draft');
    const excerpts = found
      .filter(({ code, severity }) => code.startsWith('vocabulary.') && severity === 'error')
      .map(({ code, values }) => [code, (values as { excerpt: string }).excerpt]);
    expect(excerpts.map(([code]) => code)).toEqual(expect.arrayContaining(['vocabulary.threat', 'vocabulary.ridicule', 'vocabulary.exposure']));
    const said = [5, 15].map((day) => textOn(document!, day)).join('\n');
    for (const [, excerpt] of excerpts) expect(said).toContain(excerpt);
    expect(document!.tracks[0]!.steps[0]!.blocks[0]).toMatchObject({ kind: 'message', purpose: 'charge' });
    expect(found.map(({ code }) => code)).toContain('bureau.no-notice');
  });

  it('finds threats and secrets also in a foreign node inside a cadence', () => {
    const workflow = toWorkflow(draft('planilha-com-ifs'));
    const threat = {
      id: 'f1',
      name: 'Zap por fora',
      type: 'n8n-nodes-base.httpRequest',
      typeVersion: 4.2,
      position: [0, 0],
      parameters: {
        url: 'https://x.example/send?token=abcdef123456',
        jsonBody: '={"text":"{{ $json.nome }}, você é um caloteiro e todo mundo vai saber disso"}',
      },
    };
    const { findings: found } = openFile(JSON.stringify({ ...workflow, nodes: [...workflow.nodes, threat] }));
    expect(found.find(({ code }) => code === 'foreign.text')).toMatchObject({
      severity: 'error',
      values: { node: 'Zap por fora', code: 'ridicule', excerpt: expect.stringContaining('caloteiro') },
      where: { field: 'n8n.loose' },
    });
    expect(found.find(({ code }) => code === 'secret.in-parameter')).toMatchObject({ values: { node: 'Zap por fora', path: 'url' } });
  });

  it('takes the place of a key for no key', () => {
    const node = (value: string) => ({
      name: 'Zap',
      type: 'n8n-nodes-base.httpRequest',
      parameters: { headerParameters: { parameters: [{ name: 'apikey', value }] } },
    });
    const codes = (value: string): string[] => openFile(JSON.stringify({ nodes: [node(value)], connections: {} })).findings.map(({ code }) => code);
    expect(codes('SUA_API_KEY_AQUI')).toEqual(['workflow.no-cadence']);
    expect(codes('B6D711FCDE4D4FD5')).toEqual(['workflow.no-cadence', 'secret.in-parameter']);
  });
});

describe('whatever is in the file, reading it ends well', () => {
  const nodes = Object.keys(EXPECTED).flatMap((name) => json(name)['nodes'] as Record<string, unknown>[]);
  const odd = fc.oneof(
    fc.constant(null),
    fc.integer(),
    fc.string({ maxLength: 20 }),
    fc.constant([]),
    fc.constant({}),
    fc.constant('={{ $json.nome'),
    fc.constant('={{ ((((( }}'),
    fc.boolean(),
  );
  const name = fc.constantFrom('__proto__', 'constructor', 'toString', 'Todo dia', 'A', 'B', 'C', '');
  const mangledNode = fc.tuple(fc.constantFrom(...nodes), name, fc.array(fc.tuple(fc.nat(40), odd), { maxLength: 4 })).map(([node, called, changes]) => {
    const copy = JSON.parse(JSON.stringify({ ...node, name: called })) as unknown;
    for (const [at, value] of changes) mangle(copy, at, value);
    return copy;
  });
  const link = fc.record({ from: name, output: fc.nat(4), to: name });
  const workflow = fc
    .record({
      nodes: fc.array(fc.oneof({ weight: 6, arbitrary: mangledNode }, odd), { maxLength: 12 }),
      links: fc.array(link, { maxLength: 24 }),
      name: fc.oneof(fc.string(), odd),
    })
    .map(({ nodes: list, links, name: called }) => {
      const connections = Object.create(null) as Record<string, { main: unknown[][] }>;
      for (const { from, output, to } of links) {
        const main = (connections[from] ??= { main: [] }).main;
        while (main.length <= output) main.push([]);
        main[output]!.push({ node: to, type: 'main', index: 0 });
      }
      return { name: called, nodes: list, connections };
    });

  it('never throws on mangled workflows, and what it makes is a cadence', () => {
    fc.assert(
      fc.property(workflow, (mangled) => {
        const { document, notes, read: understood, total } = draftFromWorkflow(mangled);
        expect(understood).toBeLessThanOrEqual(total);
        for (const note of notes) expect(note.message).not.toMatch(/undefined|NaN|\[object/);
        if (document) {
          expect(readCadence(document)).toEqual({ ok: true, document });
          expect(hasErrors(findings(document))).toBe(true);
        }
        expect(() => openFile(JSON.stringify(mangled))).not.toThrow();
      }),
      { numRuns: 400 },
    );
  });

  it.each([null, 3, 'x', [], {}, { nodes: {} }, { nodes: [null, 1, []] }, { nodes: [{ name: 'x' }], connections: [] }])(
    'says that nothing collects in %j',
    (odd) => {
      expect(draftFromWorkflow(odd).document).toBeUndefined();
    },
  );

  it('reads five thousand nodes, chained, branching and looping, in seconds', () => {
    const many = Array.from({ length: 5_000 }, (_, index) => ({ ...nodes[index % nodes.length]!, name: `n${index}` }));
    const connections = Object.fromEntries(
      many.map(({ name: from }, index) => [
        from,
        {
          main: [
            [
              { node: `n${index + 1}`, type: 'main', index: 0 },
              { node: `n${(index * 7) % 5_000}`, type: 'main', index: 0 },
            ],
            [{ node: `n${index + 3}`, type: 'main', index: 0 }],
          ],
        },
      ]),
    );
    // Time of the processor, not of the clock: other work on the machine says nothing about ours.
    const start = process.cpuUsage();
    const { document, total } = draftFromWorkflow({ nodes: many, connections });
    expect(document).toBeDefined();
    expect(total).toBeGreaterThan(4_800);
    expect(process.cpuUsage(start).user / 1_000).toBeLessThan(8_000);
  });

  it('ends on scripts that are deep, long or no scripts', () => {
    for (const source of [
      '('.repeat(5_000),
      '`${'.repeat(2_000),
      'if(a)'.repeat(3_000),
      'a?b:'.repeat(3_000),
      '{'.repeat(9_000),
      'f(f(f('.repeat(2_000),
      '/'.repeat(999),
      "'",
      'x=>'.repeat(2_000),
    ]) {
      const start = process.cpuUsage();
      draftFromWorkflow({
        nodes: [
          { name: 'c', type: 'n8n-nodes-base.code', parameters: { jsCode: source } },
          { name: 'e', type: 'n8n-nodes-base.set', parameters: { values: { string: [{ name: 'a', value: `={{ ${source} }}` }] } } },
        ],
        connections: {},
      });
      expect(process.cpuUsage(start).user / 1_000, source.slice(0, 10)).toBeLessThan(3_000);
    }
  });
});

/** Puts an odd value at the nth place inside of a JSON value. */
function mangle(json: unknown, at: number, value: unknown): void {
  const places: [holder: Record<string, unknown>, key: string][] = [];
  const visit = (inner: unknown): void => {
    if (typeof inner !== 'object' || inner === null) return;
    for (const [key, child] of Object.entries(inner)) {
      places.push([inner as Record<string, unknown>, key]);
      visit(child);
    }
  };
  visit(json);
  const place = places[at % Math.max(1, places.length)];
  if (place) place[0][place[1]] = value;
}
