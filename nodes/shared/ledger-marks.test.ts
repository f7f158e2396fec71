import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INode } from 'n8n-workflow';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ledgerOf, ledgerPlaceOf } from './ledger-access.ts';
import { keepToLedger, markLedger } from './ledger-marks.ts';

let folder: string;
const before = process.env['N8N_USER_FOLDER'];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'regua-marks-'));
  process.env['N8N_USER_FOLDER'] = folder;
});
afterEach(() => {
  if (before === undefined) delete process.env['N8N_USER_FOLDER'];
  else process.env['N8N_USER_FOLDER'] = before;
  rmSync(folder, { recursive: true, force: true });
});

const marksFile = () => join(folder, '.n8n', 'regua', 'ledger-marks.jsonl');
const OWN = { ledger: 'do próprio n8n (SQLite)', attached: false };
const PG = { ledger: 'PostgreSQL db:5432/regua', attached: true };
const OTHER_PG = { ledger: 'PostgreSQL outro:5432/regua', attached: true };
const code = (work: () => unknown): string | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a cadence that has run on a ledger', () => {
  it('is kept from every other one, and the refusal names both and says what to do', () => {
    const subject = { cadenceId: 'classica', portfolio: 'Loja' };
    expect(code(() => keepToLedger(subject, OWN))).toBeUndefined();
    markLedger(subject, PG);
    expect(code(() => keepToLedger(subject, PG))).toBeUndefined();
    expect(code(() => keepToLedger(subject, OTHER_PG))).toBe('ledger.elsewhere');
    expect(() => keepToLedger(subject, OWN)).toThrow(
      'A régua "classica" trabalha no registro PostgreSQL db:5432/regua, e este nó foi a do próprio n8n (SQLite), porque está sem credencial de registro. Nada foi feito. Escolha neste nó a mesma credencial "Régua: registro" dos outros. Se a mudança é de propósito, rode o nó "Carteiras", operação "Mudar de registro", com a credencial do registro novo.',
    );
  });

  it('keeps its portfolio there too: an import, a report or a cadence without a credential is refused elsewhere', () => {
    markLedger({ cadenceId: 'classica', portfolio: 'Loja' }, PG);
    expect(code(() => keepToLedger({ portfolio: 'Loja' }, OWN))).toBe('ledger.elsewhere');
    expect(code(() => keepToLedger({ portfolio: 'Loja' }, OTHER_PG))).toBe('ledger.elsewhere');
    expect(code(() => keepToLedger({ cadenceId: 'outra', portfolio: 'Loja' }, OWN))).toBe('ledger.elsewhere');
    expect(code(() => keepToLedger({ portfolio: 'Loja' }, PG))).toBeUndefined();
    expect(code(() => keepToLedger({ portfolio: 'Escola' }, OWN))).toBeUndefined();
  });

  it('leaves a portfolio of the same name in another ledger to the cadence that works it there', () => {
    markLedger({ cadenceId: 'a', portfolio: 'principal' }, PG);
    expect(code(() => keepToLedger({ cadenceId: 'b', portfolio: 'principal' }, OTHER_PG))).toBeUndefined();
    markLedger({ cadenceId: 'b', portfolio: 'principal' }, OTHER_PG);
    for (const place of [PG, OTHER_PG]) expect(code(() => keepToLedger({ portfolio: 'principal' }, place))).toBeUndefined();
    expect(code(() => keepToLedger({ portfolio: 'principal' }, OWN))).toBe('ledger.elsewhere');
    expect(code(() => keepToLedger({ cadenceId: 'a', portfolio: 'principal' }, OTHER_PG))).toBe('ledger.elsewhere');
  });

  it('moves when somebody says so, and then is kept from where it was', () => {
    const subject = { cadenceId: 'classica', portfolio: 'Loja' };
    markLedger(subject, OWN);
    markLedger(subject, PG);
    expect(code(() => keepToLedger(subject, PG))).toBeUndefined();
    expect(code(() => keepToLedger({ portfolio: 'Loja' }, PG))).toBeUndefined();
    expect(code(() => keepToLedger(subject, OWN))).toBe('ledger.elsewhere');
    expect(code(() => keepToLedger({ portfolio: 'Loja' }, OWN))).toBe('ledger.elsewhere');
  });

  it('is remembered in a small file that only its owner reads, with one line per change and none for what is known', () => {
    for (let day = 0; day < 3; day += 1) markLedger({ cadenceId: 'classica', portfolio: 'Loja' }, PG);
    expect(readFileSync(marksFile(), 'utf8').trim()).toBe('{"cadenceId":"classica","portfolio":"Loja","ledger":"PostgreSQL db:5432/regua"}');
    expect(statSync(marksFile()).mode & 0o777).toBe(0o600);
    markLedger({ cadenceId: 'classica', portfolio: 'Loja nova' }, PG);
    expect(readFileSync(marksFile(), 'utf8').trim().split('\n')).toHaveLength(2);
  });

  it('is still kept after a crash that cut a line off', () => {
    markLedger({ cadenceId: 'classica', portfolio: 'Loja' }, PG);
    appendFileSync(marksFile(), '\n{"cadenceId":"outr');
    expect(code(() => keepToLedger({ cadenceId: 'classica' }, OWN))).toBe('ledger.elsewhere');
    markLedger({ cadenceId: 'outra', portfolio: 'Escola' }, PG);
    expect(code(() => keepToLedger({ cadenceId: 'outra' }, OWN))).toBe('ledger.elsewhere');
  });
});

describe('a node', () => {
  const nodeWith = (parameters: object, credential?: object, items: readonly object[] = []) => ({
    getNode: () => ({ parameters, ...(credential ? { credentials: { reguaLedger: { id: '1', name: 'Registro' } } } : {}) }) as unknown as INode,
    getCredentials: <T extends object>() => Promise.resolve(credential as T),
    getInputData: () => items.map((json) => ({ json })),
  });
  const postgres = { engine: 'postgres', host: 'db', database: 'clientes', user: 'maria', password: 's3gredo' };

  it('says where its ledger is without user or password', async () => {
    const place = await ledgerPlaceOf(nodeWith({}, postgres));
    expect(place).toEqual({ ledger: 'PostgreSQL db:5432/clientes', attached: true });
    expect(await ledgerPlaceOf(nodeWith({}))).toEqual(OWN);
  });

  it.each([
    ['by its own field', { cadenceId: 'classica' }, []],
    ['by the items that reach it', {}, [{ caseId: 'c', cadenceId: 'classica' }]],
    ['by its portfolio', { portfolio: 'Loja' }, []],
    ['by a portfolio picked from the list', { portfolio: { __rl: true, mode: 'list', value: 'Loja' } }, []],
  ])('that lost its credential is refused before it makes a second ledger, known %s', async (_, parameters, items) => {
    markLedger({ cadenceId: 'classica', portfolio: 'Loja' }, await ledgerPlaceOf(nodeWith({}, postgres)));
    await expect(ledgerOf(nodeWith(parameters, undefined, items))).rejects.toThrow('trabalha no registro PostgreSQL db:5432/clientes');
    expect(existsSync(join(folder, '.n8n', 'regua', 'ledger.sqlite'))).toBe(false);
  });
});
