import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseCadence, type CadenceDocument } from '../../core/cadence/index.ts';
import { fromWorkflow, toWorkflow, type N8nWorkflow } from '../../core/workflow/index.ts';
import { findTemplate } from '../../templates/index.ts';
import { runForTest } from '../run-for-test.ts';

const base = findTemplate('classica')!.document;
const edited = (change: (document: CadenceDocument) => void): CadenceDocument => {
  const document = structuredClone(base);
  change(document);
  return parseCadence(document);
};
const textOf = (document: CadenceDocument, step: number, body: string): void => {
  const block = document.tracks[0]!.steps[step]!.blocks.find(({ kind }) => kind === 'message')!;
  if (block.kind === 'message') block.texts[0]!.body = body;
};
const file = (value: unknown): string => JSON.stringify(value);

describe('regua merge', () => {
  it('joins two edits of a cadence, and writes the result where it is told', async () => {
    const files: Record<string, string> = {
      base: file(base),
      mine: file(edited((document) => textOf(document, 0, 'Meu texto'))),
      theirs: file(edited((document) => (document.schedule.at = '10:15'))),
    };
    const { code, out, err } = await runForTest('merge base mine theirs --out mine', files);
    expect([code, out, err]).toEqual([0, '', '']);
    expect(parseCadence(JSON.parse(files['mine']!))).toEqual(
      edited((document) => {
        textOf(document, 0, 'Meu texto');
        document.schedule.at = '10:15';
      }),
    );
  });

  it('ends with 1 and a sentence for each conflict, with place and both sides', async () => {
    const files = {
      base: file(base),
      mine: file(edited((document) => (document.schedule.at = '08:00'))),
      theirs: file(edited((document) => (document.schedule.at = '10:15'))),
    };
    const { code, err } = await runForTest('merge base mine theirs', files);
    expect(code).toBe(1);
    expect(err).toBe('A régua: o horário da rodada mudou dos dois lados. No seu arquivo: "08:00"; no outro arquivo: "10:15".\n');
    const { json } = await runForTest('merge base mine theirs --json', files);
    expect(json.conflicts).toEqual([{ where: 'A régua', mine: '"08:00"', theirs: '"10:15"', sentence: err.trim() }]);
    expect(json.result.schedule.at).toBe('08:00');
  });

  it('takes workflows of n8n as well, and gives back what the first side is, with what n8n keeps about it', async () => {
    const workflow = JSON.parse(file(toWorkflow(base))) as N8nWorkflow;
    const mine = { ...structuredClone(workflow), id: 'abc', active: true, tags: [{ name: 'cobrança' }] };
    for (const node of mine.nodes) node.position = [node.position[0] + 320, node.position[1]];
    mine.nodes.find(({ id }) => id === 'lookup')!['credentials'] = { reguaLedger: { id: '7', name: 'Registro' } };
    const theirs = edited((document) => textOf(document, 0, 'Outro texto'));
    const { code, json } = await runForTest('merge base mine theirs --json', { base: file(base), mine: file(mine), theirs: file(theirs) });
    expect(code).toBe(0);
    expect(json.result).toMatchObject({ id: 'abc', active: true, tags: [{ name: 'cobrança' }] });
    expect(json.result.nodes.find(({ id }: { id: string }) => id === 'lookup')).toMatchObject({
      credentials: { reguaLedger: { id: '7' } },
      position: mine.nodes.find(({ id }) => id === 'lookup')!.position,
    });
    const { n8n: _n8n, ...content } = fromWorkflow(json.result).document;
    expect(content).toEqual({ ...theirs, n8n: undefined });
  });

  it('takes workflows as editors on Windows and n8n’s command line write them: with a mark in front, and in a list', async () => {
    const workflow = { ...(JSON.parse(file(toWorkflow(base))) as N8nWorkflow), id: 'abc' };
    const theirs = file(edited((document) => textOf(document, 0, 'Outro texto')));
    for (const mine of [`\uFEFF${file(workflow)}`, file([workflow])]) {
      const { code, json } = await runForTest('merge base mine theirs --json', { base: file(base), mine, theirs });
      expect(code).toBe(0);
      expect(json.result.id).toBe('abc');
      expect(JSON.stringify(json.result.nodes)).toContain('Outro texto');
    }
  });

  it('asks about every difference when there is no base', async () => {
    const theirs = edited((document) => textOf(document, 0, 'Outro texto'));
    const { code, json } = await runForTest('merge base mine theirs --json', { base: '', mine: file(base), theirs: file(theirs) });
    expect(code).toBe(1);
    expect(json.conflicts).toHaveLength(1);
    expect(json.conflicts[0].theirs).toBe('"Outro texto"');
  });

  it('says which file is wrong, and ends with 2', async () => {
    const files = { base: file(base), mine: 'nada', theirs: file(base), vazio: '' };
    expect(await runForTest('merge base mine theirs', files)).toMatchObject({ code: 2, err: expect.stringMatching(/^mine: O arquivo não é JSON/) as string });
    expect(await runForTest('merge base theirs vazio', files)).toMatchObject({ code: 2, err: expect.stringMatching(/^vazio está vazio/) as string });
    expect(await runForTest('merge base theirs', files)).toMatchObject({ code: 2, err: expect.stringContaining('três arquivos') as string });
  });
});

describe('as git’s merge driver', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'regua-git-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=Ana', '-c', 'user.email=ana@loja.example', ...args], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const cadenceFile = (): string => join(folder, 'cobranca.regua.json');
  const commit = (document: CadenceDocument, message: string): void => {
    writeFileSync(cadenceFile(), `${JSON.stringify(document, null, 2)}\n`);
    git('add', '.');
    git('commit', '-q', '-m', message);
  };
  const start = (): void => {
    const cli = fileURLToPath(new URL('../regua.ts', import.meta.url));
    git('init', '-q', '-b', 'main');
    git('config', 'merge.regua.driver', `'${process.execPath}' '${cli}' merge %O %A %B --out %A`);
    writeFileSync(join(folder, '.gitattributes'), '*.regua.json merge=regua\n');
    commit(base, 'começo');
    git('checkout', '-q', '-b', 'ana');
  };

  it('joins two branches that edited one cadence on neighbouring lines', () => {
    start();
    commit(
      edited((document) => (document.creditor.city = 'Campinas')),
      'cidade',
    );
    git('checkout', '-q', 'main');
    commit(
      edited((document) => (document.creditor.uf = 'BA')),
      'estado',
    );
    git('merge', '-q', '--no-edit', 'ana');
    expect(parseCadence(JSON.parse(readFileSync(cadenceFile(), 'utf8'))).creditor).toMatchObject({ city: 'Campinas', uf: 'BA' });
  });

  it('leaves a contradiction for a person, in a file that is still a cadence, and says it in a sentence', () => {
    start();
    commit(
      edited((document) => (document.creditor.city = 'Campinas')),
      'cidade',
    );
    git('checkout', '-q', 'main');
    commit(
      edited((document) => (document.creditor.city = 'Santos')),
      'outra cidade',
    );
    let said = '';
    try {
      git('merge', '-q', '--no-edit', 'ana');
    } catch (error) {
      said = String((error as { stderr: string }).stderr);
    }
    expect(said).toContain('Dados do credor: a cidade mudou dos dois lados. No seu arquivo: "Santos"; no outro arquivo: "Campinas".');
    expect(git('status', '--porcelain')).toContain('UU cobranca.regua.json');
    expect(parseCadence(JSON.parse(readFileSync(cadenceFile(), 'utf8'))).creditor.city).toBe('Santos');
  });
});
