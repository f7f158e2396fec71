import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let clone: string;
beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'regua-clone-'));
  cpSync(import.meta.dirname, join(clone, 'scripts', 'bootstrap'), { recursive: true });
  mkdirSync(join(clone, 'node_modules', 'antiga'), { recursive: true });
  writeFileSync(join(clone, 'node_modules', 'antiga', 'package.json'), JSON.stringify({ name: 'antiga', version: '1.0.0' }));
});
afterEach(() => rmSync(clone, { recursive: true, force: true }));

const lock = (...names: string[]): void =>
  writeFileSync(
    join(clone, 'package-lock.json'),
    JSON.stringify({
      name: 'x',
      lockfileVersion: 3,
      packages: { '': { name: 'x' }, ...Object.fromEntries(names.map((name) => [`node_modules/${name}`, { version: '1.0.0' }])) },
    }),
  );
/** As a process of its own: where the clone stands is found out when the module is loaded. */
const isReady = (): boolean => {
  const address = pathToFileURL(join(clone, 'scripts', 'bootstrap', 'dependencies.mjs')).href;
  const program = `import(${JSON.stringify(address)}).then(({ dependenciesStep }) => process.stdout.write(String(dependenciesStep.isReady())))`;
  return execFileSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' }) === 'true';
};

describe('the dependencies of a clone', () => {
  it('are ready when all that the lockfile asks for is there', () => {
    lock('antiga');
    expect(isReady()).toBe(true);
    expect(isReady()).toBe(true);
  });

  it('are not ready any more once the lockfile asks for something new, though they were', () => {
    lock('antiga');
    expect(isReady()).toBe(true);
    lock('antiga', 'nova');
    expect(isReady()).toBe(false);
  });
});

describe('npm start', () => {
  it('brings Node, the dependencies and n8n, in this order', () => {
    const script = readFileSync(join(import.meta.dirname, '..', 'start.mjs'), 'utf8');
    expect(/prepareOrExit\(\[([^\]]*)\]\)/.exec(script)?.[1]?.split(/,\s*/)).toEqual(['node24Step', 'dependenciesStep', 'n8nStep']);
  });
});
