import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const OURS = 'https://github.com/regua-cobranca/n8n-nodes-regua';

const SOURCES = [
  'nodes/**/*.{ts,json}',
  'credentials/*.ts',
  'builder-ui/src/**/*.{ts,tsx}',
  'builder-ui/index.html',
  'cli/**/*.ts',
  'server/**/*.ts',
  'templates/**/*.json',
];
const PAGES = ['*.md', 'docs/**/*.md'];

interface Link {
  readonly from: string;
  readonly target: string;
}

const filesOf = (patterns: readonly string[]): string[] =>
  patterns.flatMap((pattern) => globSync(pattern, { cwd: ROOT })).filter((file) => !/\.test\.tsx?$/.test(file));
const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const withoutCode = (text: string): string => text.replace(/^(```|~~~)[\s\S]*?^\1/gm, '').replace(/`[^`\n]*`/g, '');

/** Addresses of this project that a person is sent to from a node, a credential, the designer or the command line. */
const helpLinks = (): Link[] =>
  filesOf(SOURCES).flatMap((from) => [...textOf(from).matchAll(/https:\/\/github\.com\/regua-cobranca\/[^\s'"`<>)]+/g)].map(([target]) => ({ from, target })));

/** What pages point at: `[words](target)`, images alike, and bare addresses. */
const pageLinks = (): Link[] =>
  filesOf(PAGES).flatMap((from) => {
    const text = withoutCode(textOf(from));
    const inline = [...text.matchAll(/\]\(([^)\s]+)(?:\s+"[^"]*")?\)/g)].map((match) => match[1]!);
    const bare = [...text.matchAll(/<(https?:[^>]+)>/g)].map((match) => match[1]!);
    return [...inline, ...bare].map((target) => ({ from, target }));
  });

/** A heading's anchor as GitHub makes it: lower case, punctuation gone, spaces as hyphens, repeated ones numbered. */
function anchorsOf(markdown: string): Set<string> {
  const seen = new Map<string, number>();
  const headings = [...markdown.replace(/^(```|~~~)[\s\S]*?^\1/gm, '').matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)].map((match) => match[1]!);
  return new Set(
    headings.map((heading) => {
      const words = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[`*]/g, '');
      const slug = words
        .toLowerCase()
        .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
        .replaceAll(' ', '-');
      const count = seen.get(slug) ?? 0;
      seen.set(slug, count + 1);
      return count === 0 ? slug : `${slug}-${count}`;
    }),
  );
}

/** Why a link leads nowhere; undefined when it leads somewhere. */
function problemOf({ from, target }: Link): string | undefined {
  if (!URL.canParse(target, 'file:///')) return 'is no address';
  const own = target === OURS || target.startsWith(`${OURS}#`) || target.startsWith(`${OURS}/blob/main/`);
  if (/^[a-z]+:/i.test(target) && !own) {
    if (target.startsWith(OURS))
      return /\.git$|\/(issues|releases|discussions)(\/|$)/.test(target.slice(OURS.length)) ? undefined : 'is no page of the project';
    return /^(https:\/\/[^\s.]+\.[^\s]+|mailto:[^\s@]+@[^\s@]+)$/.test(target) ? undefined : 'is neither https nor mailto';
  }
  const inside = own ? target.slice(OURS.length).replace(/^\/blob\/main\//, '') || 'README.md' : target;
  const [path = '', anchor] = inside.split('#');
  const file = own ? decodeURIComponent(path) || 'README.md' : path === '' ? from : join(dirname(from), decodeURIComponent(path));
  if (relative(ROOT, join(ROOT, file)).startsWith('..') || !existsSync(join(ROOT, file))) return `has no file ${file}`;
  if (anchor === undefined) return undefined;
  if (!statSync(join(ROOT, file)).isFile() || !file.endsWith('.md')) return 'has an anchor in what has no headings';
  return anchorsOf(textOf(file)).has(decodeURIComponent(anchor)) ? undefined : `has no heading #${anchor} in ${file}`;
}

const broken = (links: readonly Link[]): string[] =>
  links.flatMap((link) => {
    const problem = problemOf(link);
    return problem === undefined ? [] : [`${link.from}: ${link.target} ${problem}`];
  });

describe('every link leads somewhere', () => {
  it('of nodes, credentials, designer and command line', () => {
    const links = helpLinks();
    const from = new Set(links.map((link) => link.from));
    for (const file of [...filesOf(['nodes/*/*.node.json']), ...filesOf(['credentials/*.credentials.ts'])]) expect(from).toContain(file);
    expect(broken(links)).toEqual([]);
  });

  it('of the pages', () => {
    const links = pageLinks();
    expect(links.length).toBeGreaterThan(20);
    expect(broken(links)).toEqual([]);
  });

  it('and one that does not is found', () => {
    expect(
      broken([
        { from: 'README.md', target: 'docs/nada.md' },
        { from: 'README.md', target: '#nada' },
        { from: 'docs/nos.md', target: 'registro.md#nada' },
        { from: 'docs/nos.md', target: '../../fora.md' },
        { from: 'x', target: `${OURS}#nos` },
        { from: 'x', target: `${OURS}/blob/main/docs/nos.md#nada` },
        { from: 'x', target: `${OURS}/wiki` },
        { from: 'x', target: 'http://exemplo.example/x' },
      ]),
    ).toHaveLength(8);
    expect(broken([{ from: 'README.md', target: 'docs/registro.md#cópia-de-segurança' }])).toEqual([]);
  });

  it('to headings as GitHub names them', () => {
    const markdown =
      '# Órgão de proteção ao crédito\n\n## GET {base}/health\n## `reply` & co.\n## Nós\n## Nós\n```sh\n# comentário\n```\n## [Ligado](x.md) aqui';
    expect([...anchorsOf(markdown)]).toEqual(['órgão-de-proteção-ao-crédito', 'get-basehealth', 'reply--co', 'nós', 'nós-1', 'ligado-aqui']);
  });
});
