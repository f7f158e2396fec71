import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readOrMakeSecrets } from './secrets.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'regua-secrets-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('makes secrets once, each its own, long enough for a door, readable by their owner only', () => {
  const secrets = readOrMakeSecrets(folder);
  expect(readOrMakeSecrets(folder)).toEqual(secrets);
  expect(new Set(Object.values(secrets)).size).toBe(4);
  expect(secrets.webhookSecret.length).toBeGreaterThanOrEqual(16);
  expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
});

it('adds what a folder from an earlier version lacks, and keeps the rest', () => {
  const old = { ownerPassword: 'Senha123', token: 'um-token', smtpPassword: 'uma-senha' };
  writeFileSync(join(folder, 'secrets.json'), JSON.stringify(old));
  const secrets = readOrMakeSecrets(folder);
  expect(secrets).toEqual({ ...old, webhookSecret: expect.any(String) as string });
  expect(JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8'))).toEqual(secrets);
});

it('says which file it could not read', () => {
  writeFileSync(join(folder, 'secrets.json'), '{');
  expect(() => readOrMakeSecrets(folder)).toThrow(/Não consigo ler .*secrets\.json/);
});
