import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IExecuteFunctions, NodeExecutionHint } from 'n8n-workflow';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { importedCase } from '../../ledger/testing/fixtures.ts';
import { takeDueCases } from '../DebtorLookup/due.ts';
import { anyLedgerOf } from '../shared/ledger-access.ts';
import { searchPortfolios } from '../shared/portfolio-field.ts';
import { handOver } from './hand-over.ts';
import { listPortfolios } from './list.ts';
import { moveToLedger } from './move.ts';
import { rename } from './rename.ts';

let folder: string;
const before = process.env['N8N_USER_FOLDER'];

beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-10T14:00:00Z') });
  folder = mkdtempSync(join(tmpdir(), 'regua-portfolios-'));
  process.env['N8N_USER_FOLDER'] = folder;
});
afterAll(async () => {
  for (const file of [undefined, 'novo.sqlite']) await (await anyLedgerOf(nodeWith({}, file))).close();
  if (before === undefined) delete process.env['N8N_USER_FOLDER'];
  else process.env['N8N_USER_FOLDER'] = before;
  rmSync(folder, { recursive: true, force: true });
  vi.useRealTimers();
});

const hints: string[] = [];

/** As much of n8n as these operations ask; the ledger is a real one, n8n's own or a file that a credential names. */
function nodeWith(parameters: Record<string, unknown>, file?: string): IExecuteFunctions {
  const context: Partial<IExecuteFunctions> = {
    getNode: () =>
      ({
        type: 'n8n-nodes-regua.portfolios',
        typeVersion: 1,
        parameters,
        ...(file ? { credentials: { reguaLedger: { id: '1', name: 'Registro' } } } : {}),
      }) as never,
    getCredentials: (() => Promise.resolve({ engine: 'sqlite', file: join(folder, file ?? ''), whenMissing: 'create' })) as never,
    getNodeParameter: ((name: string, _item: number, fallback: unknown) => parameters[name] ?? fallback) as never,
    getInputData: () => [{ json: {} }],
    getExecutionId: () => '1',
    // Nothing is held back from who tries a node in the editor: a case may be looked at again and again.
    getMode: () => 'manual',
    logger: { warn: () => undefined } as never,
    addExecutionHints: (...shown: NodeExecutionHint[]) => void hints.push(...shown.map(({ message }) => message)),
  };
  return context as IExecuteFunctions;
}

const HORIZONTE = { name: 'Loja Horizonte', document: '11222333000181' };
const day = (portfolio: unknown, change: Record<string, unknown> = {}, file?: string) =>
  takeDueCases.call(nodeWith({ today: '2026-03-10', portfolio, cadenceId: 'classica', cadenceName: 'Clássica', creditor: HORIZONTE, ...change }, file));
const only = async (work: Promise<{ json: object }[][]>) => (await work)[0]!.map(({ json }) => json);

describe('portfolios in n8n', () => {
  it('are worked by the first cadence that runs them, refused to a second, and handed over on purpose', async () => {
    const ledger = await anyLedgerOf(nodeWith({}));
    await ledger.importCases([importedCase()], { portfolio: 'Loja', on: '2026-03-10', at: '2026-03-10T12:00:00Z' });
    expect(await only(day('Loja'))).toHaveLength(1);
    await expect(day('Loja', { cadenceId: 'nova', cadenceName: 'Nova' })).rejects.toThrow(/"Clássica" \(código classica\).*"Nova"/);
    await expect(day('Loja', { cadenceId: 'sol', creditor: { name: 'Escola Sol', document: '11444777000161' } })).rejects.toThrow('é de Loja Horizonte');
    expect(await only(handOver.call(nodeWith({ portfolio: 'Loja', toCadenceId: ' nova ' })))).toMatchObject([{ cadenceId: 'nova' }]);
    expect(await only(day('Loja', { cadenceId: 'nova', cadenceName: 'Nova' }))).toHaveLength(1);
    await expect(day('Loja')).rejects.toThrow('já é trabalhada pela régua "Nova"');
    await expect(handOver.call(nodeWith({ portfolio: 'Loja', toCadenceId: 'a b' }))).rejects.toThrow('código da régua');
  });

  it('tell who runs an empty one where the people are, and nothing where there are some', async () => {
    hints.length = 0;
    await day('Loja', { cadenceId: 'nova' });
    expect(hints).toEqual([]);
    expect(await only(day('Loja do centro', { cadenceId: 'nova', cadenceName: 'Nova' }))).toEqual([]);
    expect(hints).toEqual([expect.stringContaining('A carteira "Loja do centro" ainda não tem ninguém. Há gente em "Loja" (1 pessoa).')]);
  });

  it('get another name with everybody in them, also when the designer was renamed first', async () => {
    const picked = { __rl: true, mode: 'list', value: 'Loja' };
    expect(await only(rename.call(nodeWith({ portfolio: picked, newName: ' Loja do centro ' })))).toMatchObject([
      { from: 'Loja', to: 'Loja do centro', cases: 1 },
    ]);
    expect(await only(day({ ...picked, value: 'Loja do centro' }, { cadenceId: 'nova', cadenceName: 'Nova' }))).toHaveLength(1);
    expect(await only(listPortfolios.call(nodeWith({})))).toEqual([
      { portfolio: 'Loja do centro', cases: 1, cadenceId: 'nova', cadenceName: 'Nova', creditor: 'Loja Horizonte' },
    ]);
    await expect(rename.call(nodeWith({ portfolio: 'Loja do centro', newName: '  ' }))).rejects.toThrow('de 1 a 100 caracteres');
  });

  it('are offered in the list of the field, by a part of their name', async () => {
    const { results } = await searchPortfolios.call(nodeWith({}) as never, 'CENTRO');
    expect(results).toEqual([{ name: 'Loja do centro (1 pessoa, régua Nova)', value: 'Loja do centro' }]);
    expect((await searchPortfolios.call(nodeWith({}) as never, 'outra')).results).toEqual([]);
  });

  it('stay on the ledger they ran on until somebody says that they moved', async () => {
    const change = { cadenceId: 'nova', cadenceName: 'Nova' };
    await expect(day('Loja do centro', change, 'novo.sqlite')).rejects.toThrow('A régua "nova" trabalha no registro do próprio n8n (SQLite)');
    const [moved] = await only(moveToLedger.call(nodeWith({ portfolio: 'Loja do centro', movedCadenceId: 'nova' }, 'novo.sqlite')));
    expect(moved).toMatchObject({ cases: 0, why: [expect.stringContaining('ainda não tem ninguém')] });
    expect(await only(day('Loja do centro', change, 'novo.sqlite'))).toEqual([]);
    await expect(day('Loja do centro', change)).rejects.toThrow(/novo\.sqlite, e este nó foi a do próprio n8n \(SQLite\), porque está sem credencial/);
  });

  it('have to be named', async () => {
    await expect(day('  ')).rejects.toThrow('Diga a carteira');
  });
});
