import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { environmentForNpm } from './child.mjs';
import { checkInstalled, missingPackages } from './installed.mjs';

let folder: string;
const put = (path: string, content: object) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), JSON.stringify(content));
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'regua-installed-'));
  put('package-lock.json', {
    packages: {
      '': { name: 'host' },
      'node_modules/a': { version: '1.0.0' },
      'node_modules/a/node_modules/date-fns': { version: '2.0.0', peer: true },
      'node_modules/other-platform': { version: '1.0.0', optional: true },
    },
  });
  put('node_modules/a/package.json', { version: '1.0.0' });
  put('node_modules/a/node_modules/date-fns/package.json', { version: '2.0.0' });
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  vi.unstubAllEnvs();
});

const check = () => checkInstalled('n8n', folder, join(folder, 'package-lock.json'));

describe('what the lockfile asks for is on disk', () => {
  it('when all is there, but for packages of other platforms', () => {
    expect(missingPackages(folder, join(folder, 'package-lock.json'))).toEqual([]);
    expect(check).not.toThrow();
  });

  it('or it is said which package is missing, and what to do', () => {
    rmSync(join(folder, 'node_modules/a/node_modules/date-fns'), { recursive: true });
    expect(check).toThrow(/n8n terminou sem um pacote que ela pede: date-fns\..*rode de novo/);
  });

  it('another version is as good as none', () => {
    put('node_modules/a/package.json', { version: '1.0.1' });
    expect(missingPackages(folder, join(folder, 'package-lock.json'))).toEqual(['node_modules/a']);
  });
});

describe('the environment of a nested npm', () => {
  it('knows the registry, and nothing of how this repository is installed', () => {
    vi.stubEnv('npm_config_legacy_peer_deps', 'true');
    vi.stubEnv('npm_config_omit', 'peer');
    vi.stubEnv('npm_config_registry', 'http://localhost:4873/');
    vi.stubEnv('npm_config_https_proxy', 'http://proxy.example:3128');
    vi.stubEnv('npm_package_name', 'n8n-nodes-regua');
    vi.stubEnv('INIT_CWD', folder);
    vi.stubEnv('NODE_ENV', 'production');
    const env = environmentForNpm({ npm_config_nodedir: '/headers' });
    expect(env).toMatchObject({
      npm_config_nodedir: '/headers',
      npm_config_registry: 'http://localhost:4873/',
      npm_config_https_proxy: 'http://proxy.example:3128',
    });
    for (const name of ['npm_config_legacy_peer_deps', 'npm_config_omit', 'npm_package_name', 'INIT_CWD', 'NODE_ENV']) expect(env).not.toHaveProperty(name);
  });
});
