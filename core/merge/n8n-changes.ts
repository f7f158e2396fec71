import type { CadenceDocument, N8nExtras } from '../cadence/document.ts';
import { placedBlocks } from '../cadence/document.ts';
import { blockPart } from '../cadence/n8n-parts.ts';
import { nodeNames } from '../workflow/names.ts';
import { takeApart } from './take-apart.ts';
import { branchAt, sameTree, treeAt } from './tree.ts';

/** How what was changed on n8n's side is told; names are the nodes' as n8n shows them. */
export interface N8nChangeWords {
  readonly credentials: (nodes: readonly string[]) => string;
  readonly renamed: (nodes: readonly string[]) => string;
  readonly moved: (count: number) => string;
  readonly adjusted: (nodes: readonly string[]) => string;
  readonly added: (nodes: readonly string[]) => string;
  readonly removed: (nodes: readonly string[]) => string;
  readonly connections: string;
  readonly settings: (keys: readonly string[]) => string;
}

/** What changed from `before` to `after` of what belongs to n8n, in sentences: nodes' names, places, credentials, foreign nodes, settings. */
export function n8nChanges(before: CadenceDocument, after: CadenceDocument, words: N8nChangeWords): string[] {
  const [old, now] = [branchAt(takeApart(before), 'n8n'), branchAt(takeApart(after), 'n8n')];
  const names = nodeNames(after);
  const blocks = new Set([...placedBlocks(before)].map(({ block }) => blockPart(block.id)));
  const known = [...names.keys()].filter((part) => blocks.has(part) || ![...placedBlocks(after)].some(({ block }) => blockPart(block.id) === part));
  const differing = (...path: string[]): string[] =>
    known.filter((part) => !sameTree(treeAt(old, ['nodes', part, ...path]), treeAt(now, ['nodes', part, ...path]))).map((part) => names.get(part)!);
  const loose = (tree: typeof old): Set<string> => new Set(branchAt(tree, 'loose').keys());
  const [looseBefore, looseNow] = [loose(old), loose(now)];
  const credentials = differing('fields', 'credentials');
  const renamed = differing('name');
  const moved = differing('position');
  const gone = after.n8n.absent.filter((part) => !before.n8n.absent.includes(part)).map((part) => nodeNames(before).get(part) ?? part);
  const adjusted = known
    .filter((part) => {
      const of = (tree: typeof old): N8nExtras['nodes'][string] => ({
        parameters: Object.fromEntries(branchAt(tree, 'nodes', part, 'parameters')),
        fields: Object.fromEntries([...branchAt(tree, 'nodes', part, 'fields')].filter(([key]) => key !== 'credentials' && key !== 'webhookId')),
      });
      return JSON.stringify(of(old)) !== JSON.stringify(of(now));
    })
    .map((part) => names.get(part)!);
  const settings = [...new Set([...branchAt(old, 'settings').keys(), ...branchAt(now, 'settings').keys()])]
    .sort()
    .filter((key) => !sameTree(treeAt(old, ['settings', key]), treeAt(now, ['settings', key])));
  const told = (list: readonly string[], sentence: (list: readonly string[]) => string): string[] => (list.length > 0 ? [sentence(list)] : []);
  return [
    ...told(
      [...looseNow].filter((name) => !looseBefore.has(name)),
      words.added,
    ),
    ...told([...[...looseBefore].filter((name) => !looseNow.has(name)), ...gone], words.removed),
    ...told(credentials, words.credentials),
    ...told(renamed, words.renamed),
    ...told(adjusted, words.adjusted),
    ...(moved.length > 0 ? [words.moved(moved.length)] : []),
    ...(['links', 'cut'].some((kind) => !sameTree(branchAt(old, kind), branchAt(now, kind))) ? [words.connections] : []),
    ...told(settings, words.settings),
  ];
}
