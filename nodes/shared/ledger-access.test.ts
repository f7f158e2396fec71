import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ICredentialTestFunctions, ICredentialsDecrypted, INode } from 'n8n-workflow';
import { anyLedgerOf, ledgerConnectionTest } from './ledger-access.ts';

const root = mkdtempSync(join(tmpdir(), 'regua-access-'));
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(root, 'n-'));
  vi.stubEnv('N8N_USER_FOLDER', folder);
});
afterEach(() => vi.unstubAllEnvs());
afterAll(() => rmSync(root, { recursive: true, force: true }));

const ours = () => join(folder, '.n8n', 'regua');

async function open(credential?: object): Promise<void> {
  const ledger = await anyLedgerOf({
    getNode: () => (credential ? { credentials: { reguaLedger: { id: '1', name: 'r' } } } : {}) as unknown as INode,
    getCredentials: async <T extends object>() => credential as T,
  });
  await ledger.close();
}

const press = (data: object) => ledgerConnectionTest.call({} as ICredentialTestFunctions, { data } as unknown as ICredentialsDecrypted);

it('begins the ledger by itself at its own place only, for its owner only', async () => {
  await open();
  expect(statSync(join(ours(), 'ledger.sqlite')).mode & 0o777).toBe(0o600);
  expect(statSync(ours()).mode & 0o777).toBe(0o700);
  await open({ engine: 'sqlite', file: join(ours(), 'ledger.sqlite') });
});

it('reads a relative path from its own folder and never from where n8n was started', async () => {
  await expect(open({ engine: 'sqlite', file: 'loja.sqlite' })).rejects.toThrow(
    expect.objectContaining({ code: 'ledger.file-missing', message: expect.stringContaining(join(ours(), 'loja.sqlite')) }),
  );
  await open({ engine: 'sqlite', file: './loja.sqlite', whenMissing: 'create' });
  expect(existsSync(join(ours(), 'loja.sqlite'))).toBe(true);
  expect(existsSync('loja.sqlite')).toBe(false);
  await open({ engine: 'sqlite', file: 'loja.sqlite' });
});

it('begins no ledger at a typed path unless the credential asks for it, and none where there is no folder', async () => {
  const file = join(folder, 'leger.sqlite');
  await expect(open({ engine: 'sqlite', file })).rejects.toThrow(expect.objectContaining({ code: 'ledger.file-missing' }));
  expect(existsSync(file)).toBe(false);
  await open({ engine: 'sqlite', file, whenMissing: 'create' });
  expect(existsSync(file)).toBe(true);
  const lost = join(folder, 'volume', 'ledger.sqlite');
  await expect(open({ engine: 'sqlite', file: lost, whenMissing: 'create' })).rejects.toThrow(expect.objectContaining({ code: 'ledger.folder-missing' }));
  await expect(open({ engine: 'sqlite', file: 'pasta/loja.sqlite', whenMissing: 'create' })).rejects.toThrow(
    expect.objectContaining({ code: 'ledger.folder-missing' }),
  );
});

it('tests a credential without making a file', async () => {
  const file = join(folder, 'novo.sqlite');
  expect(await press({ engine: 'sqlite', file })).toMatchObject({ status: 'Error', message: expect.stringContaining('não existe') });
  expect(await press({ engine: 'sqlite', file, whenMissing: 'create' })).toEqual({
    status: 'OK',
    message: `Arquivo novo, vazio: o registro começa em ${file} quando uma régua rodar.`,
  });
  expect(existsSync(file)).toBe(false);
  await open({ engine: 'sqlite', file, whenMissing: 'create' });
  expect(await press({ engine: 'sqlite', file })).toEqual({ status: 'OK', message: 'Conectado ao registro da Régua.' });
  mkdirSync(join(folder, 'pasta.sqlite'));
  expect(await press({ engine: 'sqlite', file: join(folder, 'pasta.sqlite') })).toMatchObject({ status: 'Error' });
});
