import { ownValue } from '../json/own-value.ts';

/** As it came, or as somebody has read it already. */
export type NoticeBody = string | Uint8Array | object;

/** A notice is some kilobytes; a list of a day's charges some hundred. */
const MOST_CHARACTERS = 2_000_000;

/**
 * What a notice holds, from JSON or from a form whose keys are `data[id]`, which some read flat. Nothing for no body, undefined for what is neither: mostly one that
 * was cut on the way.
 */
export function readNoticeBody(body: NoticeBody, contentType = ''): unknown {
  if (typeof body === 'object' && !(body instanceof Uint8Array)) return Array.isArray(body) ? body : unfold(Object.entries(body));
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
  if (text.length > MOST_CHARACTERS) return undefined;
  const bare = text.replace(/^\ufeff/, '').trim();
  if (bare === '') return {};
  if (/^application\/x-www-form-urlencoded\b/i.test(contentType.trim())) return unfold([...new URLSearchParams(bare)]);
  try {
    const read: unknown = JSON.parse(bare);
    return typeof read === 'object' && read !== null ? read : undefined;
  } catch {
    return undefined;
  }
}

type Tree = Record<string, unknown>;

/** `data[id]` = 1 → `{ data: { id: 1 } }`; of a key that comes twice the first counts. Nobody's prototype: keys come from outside. */
function unfold(entries: readonly (readonly [string, unknown])[]): Tree {
  const tree = empty();
  for (const [key, value] of entries) {
    const path = /^[^[\]]+(?:\[[^[\]]+\])+$/.test(key) ? key.replaceAll(']', '').split('[') : [key];
    put(tree, path, value);
  }
  return tree;
}

function put(tree: Tree, [name, ...rest]: readonly string[], value: unknown): void {
  if (name === undefined) return;
  const known = ownValue(tree, name);
  if (rest.length === 0) {
    if (known === undefined) tree[name] = value;
  } else if (known === undefined) {
    const branch = empty();
    tree[name] = branch;
    put(branch, rest, value);
  } else if (typeof known === 'object' && known !== null && !Array.isArray(known)) put(known as Tree, rest, value);
}

const empty = (): Tree => Object.create(null) as Tree;
