import { describe, expect, it } from 'vitest';
import { findTemplate } from '../../templates/index.ts';
import { openFile, toWorkflow } from '../workflow/index.ts';
import { applyOperation, compareCadences, newBlock, parseCadence, readCadence, secretsIn, type CadenceDocument, type CadenceOperation } from './index.ts';

const classic = (): CadenceDocument => findTemplate('classica')!.document;
const sentences = (...operations: CadenceOperation[]): string[] =>
  compareCadences(classic(), operations.reduce(applyOperation, classic())).map((difference) => difference.sentence);

describe('reading a cadence document', () => {
  it('names the place of what is wrong, in Portuguese', () => {
    const broken = JSON.parse(JSON.stringify(classic())) as { tracks: { steps: { day: unknown }[] }[] };
    broken.tracks[0]!.steps[2]!.day = 'sete';
    expect(readCadence(broken)).toMatchObject({ ok: false, problems: [{ path: 'tracks.0.steps.2.day' }] });
    expect(() => parseCadence(broken)).toThrow(/tracks\.0\.steps\.2\.day/);
  });

  it('refuses a newer version, a repeated id and what is no cadence', () => {
    expect(() => parseCadence({ ...classic(), schemaVersion: 99 })).toThrow(/versão mais nova/);
    expect(() => parseCadence({ ...classic(), tiers: [...classic().tiers, classic().tiers[0]] })).toThrow(/mais de uma vez/);
    expect(() => parseCadence([])).toThrow(/não contém uma régua/);
  });

  it('puts steps in order of day', () => {
    const shuffled = { ...classic(), tracks: classic().tracks.map((track) => ({ ...track, steps: [...track.steps].reverse() })) };
    expect(parseCadence(shuffled)).toEqual(classic());
  });
});

describe('opening a file', () => {
  it('knows a cadence from a workflow and gives the same cadence for both', () => {
    const cadence = openFile(JSON.stringify(classic()));
    const workflow = openFile(JSON.stringify([toWorkflow(classic())]));
    expect([cadence.kind, workflow.kind]).toEqual(['cadence', 'workflow']);
    expect(workflow.document).toEqual(cadence.document);
  });

  it.each([
    ['not JSON', 'isto não é json', 'file.not-json'],
    ['half a workflow', '{"nodes": "x"}', 'workflow.invalid'],
    ['a foreign workflow', '{"nodes":[{"name":"A","type":"n8n-nodes-base.set","position":[0,0],"parameters":{}}],"connections":{}}', 'workflow.no-cadence'],
    ['something else', '{"a":1}', 'cadence.no-version'],
  ])('says what is wrong with %s', (_, text, code) => {
    const opened = openFile(text);
    expect(opened.document).toBeUndefined();
    expect(opened.findings[0]).toMatchObject({ code, severity: 'error' });
  });

  it('finds secrets in a foreign workflow too', () => {
    const workflow = {
      nodes: [
        {
          name: 'Zap',
          type: 'n8n-nodes-base.httpRequest',
          position: [0, 0],
          parameters: { headerParameters: { parameters: [{ name: 'apikey', value: 'B6D711FCDE4D4FD5936544120E713976' }] } },
        },
      ],
      connections: {},
    };
    expect(openFile(JSON.stringify(workflow)).findings.map((finding) => finding.code)).toContain('secret.in-parameter');
  });
});

describe('secrets in parameters', () => {
  it.each([
    [{ url: 'https://a.example/?api_key=12345678' }, ['url']],
    [{ headerParameters: { parameters: [{ name: 'Authorization', value: 'Bearer abcdefghijklmnop' }] } }, 1],
    [{ password: 'segredo1' }, ['password']],
    [{ url: 'https://user:pass@a.example' }, ['url']],
    [{ url: '=https://a.example/?token={{ $env.TOKEN }}' }, []],
    [{ token: '={{ $credentials.token }}', text: 'o token do cliente' }, []],
  ])('%j', (parameters, expected) => {
    const paths = secretsIn(parameters);
    if (typeof expected === 'number') expect(paths.length).toBeGreaterThanOrEqual(expected);
    else expect(paths).toEqual(expected);
  });
});

describe('a value that does not fit', () => {
  const messageFor = (change: (json: Record<string, never>) => void): string[] => {
    const json = JSON.parse(JSON.stringify(classic())) as Record<string, never>;
    change(json);
    const result = readCadence(json);
    return result.ok ? [] : result.problems.map(({ path, message }) => `${path}: ${message}`);
  };
  type Loose = { tracks: { steps: { day: unknown; blocks: Record<string, unknown>[] }[] }[]; events: Record<string, Record<string, unknown>[]> };

  it('is named as its form names it, with what it may hold', () => {
    const loose = (change: (json: Loose) => void) => messageFor(change as never);
    expect(loose((json) => void (json.tracks[0]!.steps[1]!.day = 3000))).toEqual(['tracks.0.steps.1.day: Confira "Dia". Escreva um número de -60 a 2000.']);
    expect(loose((json) => void (json.events['reply']![0]!['dueInBusinessDays'] = 61))).toEqual([
      'events.reply.0.dueInBusinessDays: Confira "Prazo (dias úteis)". Escreva um número de 0 a 60.',
    ]);
    expect(loose((json) => void (json.events['reply']![0]!['title'] = ''))).toEqual([
      'events.reply.0.title: Confira "O que fazer". Escreva de 1 a 200 caracteres.',
    ]);
    expect(loose((json) => void (json.tracks[0]!.steps[1]!.blocks[0]!['channels'] = []))).toEqual([
      'tracks.0.steps.1.blocks.0.channels: Confira "Canais que podem ser usados". Use ao menos 1 destes: email, sms, whatsapp, voice, letter.',
    ]);
    expect(loose((json) => void ((json.tracks[0]!.steps[1]!.blocks[1]!['texts'] as { channel: string }[])[0]!.channel = 'fax'))).toEqual([
      'tracks.0.steps.1.blocks.1.texts.0.channel: Confira "Canal". Use um destes: any, email, sms, whatsapp, voice, letter.',
    ]);
  });
});

describe('comparing two versions', () => {
  it('says nothing about the same cadence', () => {
    expect(compareCadences(classic(), classic())).toEqual([]);
  });

  it('tells moves, channels, texts and tiers in sentences', () => {
    const message = classic().tracks[0]!.steps[6]!.blocks[0]!;
    if (message.kind !== 'message') throw new Error('the last step starts with a message');
    expect(sentences({ kind: 'moveStep', stepId: 'formal', trackId: 'classica', day: 9 })).toEqual(['A etapa Mensagem formal passou de D+7 para D+9.']);
    expect(sentences({ kind: 'updateBlock', block: { ...message, channel: 'whatsapp' } })).toEqual(['D+90: a mensagem passou de E-mail para WhatsApp.']);
    expect(sentences({ kind: 'removeStep', stepId: 'proposta' })).toEqual(['A etapa Proposta de acordo (D+15) na trilha Clássica foi apagada.']);
    expect(sentences({ kind: 'updateTrack', trackId: 'parceiros', patch: { tierIds: ['parceiro', 'regular'] } })).toContain(
      'A trilha Parceiros atendia Parceiro e agora atende Parceiro, Regular.',
    );
    expect(sentences({ kind: 'setPolicies', patch: { frequency: { perDay: 2, perSevenDays: 3 } } })).toEqual([
      'O limite de contatos passou de 1 por dia e 3 em sete dias para 2 por dia e 3 em sete dias.',
    ]);
  });

  it('tells a changed field of any block by its name, from what to what, and a long text by its name alone', () => {
    const task = classic().events.reply[0]!;
    if (task.kind !== 'humanTask') throw new Error('a reply opens a task');
    const told = (block: Partial<typeof task>): string[] => sentences({ kind: 'updateBlock', block: { ...task, ...block } });
    expect(told({ dueInBusinessDays: 3, team: 'jurídico' })).toEqual([
      `Em "Cliente respondeu": a tarefa "${task.title}" mudou: Equipe, de cobrança para jurídico.`,
      `Em "Cliente respondeu": a tarefa "${task.title}" mudou: Prazo (dias úteis), de 1 para 3.`,
    ]);
    expect(told({ instructions: 'Outra coisa.' })).toEqual([`Em "Cliente respondeu": a tarefa "${task.title}" mudou: Instruções.`]);
    expect(told({ team: '' })).toEqual([`Em "Cliente respondeu": a tarefa "${task.title}" mudou: Equipe, de cobrança para nada.`]);
    expect(told({ note: 'Ver com calma' })).toEqual([`Em "Cliente respondeu": a tarefa "${task.title}" mudou.`]);
  });

  it('says which part each sentence is about, also when the part is gone', () => {
    const ids = (...operations: CadenceOperation[]): (string | undefined)[] =>
      compareCadences(classic(), operations.reduce(applyOperation, classic())).map((difference) => difference.id);
    const block = classic().tracks[0]!.steps[0]!.blocks[0]!;
    expect(ids({ kind: 'moveStep', stepId: 'formal', trackId: 'classica', day: 9 })).toEqual(['formal']);
    expect(ids({ kind: 'removeStep', stepId: 'proposta' })).toEqual(['proposta']);
    expect(ids({ kind: 'removeBlock', blockId: block.id })).toEqual([block.id]);
  });

  it('takes no canvas detail of n8n for a change', () => {
    expect(compareCadences(classic(), { ...classic(), n8n: { ...classic().n8n, absent: ['manual'] } })).toEqual([]);
  });
});

describe('a new block from the palette', () => {
  it('parses where it is put', () => {
    for (const kind of ['channelChoice', 'message', 'offer', 'bureau', 'smallClaims', 'humanTask'] as const) {
      const block = newBlock(classic(), kind);
      expect(parseCadence(applyOperation(classic(), { kind: 'addBlock', place: { trackId: 'classica', day: 60 }, block }))).toBeTruthy();
    }
  });
});
