import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const PURE_LIBRARIES = [
  'zod',
  'big.js',
  'liquidjs',
  'temporal-polyfill',
  '@brazilian-utils/brazilian-utils',
  'date-holidays',
  'dequal',
  'papaparse',
  'fflate',
  'pdf-lib',
  'qrcode',
  'acorn',
  'acorn-loose',
];

/** Which of our folders each folder may import, and nothing else of ours. */
const ALLOWED: Record<string, readonly string[]> = {
  core: [],
  ledger: ['core'],
  providers: ['core'],
  nodes: ['core', 'ledger', 'providers'],
  server: ['core', 'ledger', 'providers'],
  credentials: [],
  'builder-ui': ['core', 'templates'],
  cli: ['core', 'templates'],
};

/** The commands that do more than decide; each loads the other folder only when it runs. */
const LAZY: Record<string, string> = { 'cli/commands/serve.ts': 'server', 'cli/commands/backup.ts': 'ledger', 'cli/ledger-file.ts': 'ledger' };

interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

function sourcesOf(folder: string): SourceFile[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.(?:test|bench)\.tsx?$/.test(name) && !/(?:^|\/)(?:testing|bench)\//.test(name))
    .map((name) => {
      const text = readFileSync(join(ROOT, folder, name), 'utf8');
      const imports = [...text.matchAll(/(?:from\s+|import\s*\(\s*|^import\s+)'([^']+)'/gm)].map((match) => match[1]!);
      return { path: join(folder, name), text, imports };
    });
}

const topFolderOf = (file: SourceFile, specifier: string): string => relative(ROOT, resolve(ROOT, dirname(file.path), specifier)).split('/')[0]!;

describe('the house keeps its arrows', () => {
  for (const [folder, allowed] of Object.entries(ALLOWED)) {
    it(`${folder} imports ${allowed.length === 0 ? 'nothing of ours' : `only ${allowed.join(', ')}`} beside itself`, () => {
      const files = sourcesOf(folder);
      expect(files.length).toBeGreaterThan(0);
      const broken = files.flatMap((file) =>
        file.imports
          .filter((specifier) => specifier.startsWith('.') && ![folder, ...allowed].includes(topFolderOf(file, specifier)))
          .filter((specifier) => LAZY[file.path] !== topFolderOf(file, specifier))
          .map((specifier) => `${file.path} → ${specifier}`),
      );
      expect(broken).toEqual([]);
    });
  }

  it('what a command borrows is loaded when it runs, so that every other command starts without it', () => {
    for (const [path, folder] of Object.entries(LAZY)) {
      const { text } = sourcesOf('cli').find((file) => file.path === path)!;
      const borrowed = text.split('\n').filter((line) => new RegExp(`'(?:\\.\\./)+${folder}/`).test(line));
      expect(borrowed.length).toBeGreaterThan(0);
      for (const line of borrowed) expect(line).toMatch(/await import\(|^import type /);
    }
  });

  it('core stands on small pure libraries only', () => {
    const foreign = sourcesOf('core').flatMap((file) =>
      file.imports
        .filter((specifier) => !specifier.startsWith('.') && !PURE_LIBRARIES.some((name) => specifier === name || specifier.startsWith(`${name}/`)))
        .map((specifier) => `${file.path} → ${specifier}`),
    );
    expect(foreign).toEqual([]);
  });

  it('core reads no clock, no randomness, no network and no process', () => {
    const impure = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bcrypto\.|\bfetch\(|\bprocess\.|\blocalStorage\b|\bsetTimeout\(/;
    const broken = sourcesOf('core').flatMap((file) =>
      file.text
        .split('\n')
        .map((line, index) => ({ line: line.replace(/\/\/.*|^\s*\*.*/, ''), at: `${file.path}:${index + 1}` }))
        .filter(({ line }) => impure.test(line))
        .map(({ at }) => at),
    );
    expect(broken).toEqual([]);
  });

  it('the published package has no runtime dependencies and one peer', () => {
    const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<string, unknown>;
    expect(manifest['dependencies']).toBeUndefined();
    expect(manifest['peerDependencies']).toEqual({ 'n8n-workflow': '*' });
    expect(Object.keys((manifest['scripts'] ?? {}) as object).filter((name) => /^(pre|post)?install$|^prepare$/.test(name))).toEqual([]);
  });
});
