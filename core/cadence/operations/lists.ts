import { ReguaError } from '../../errors.ts';

/** `list` with `item` at `index` (at the end when absent or beyond). */
export function insertAt<T>(list: readonly T[], item: T, index = list.length): T[] {
  const at = Math.max(0, Math.min(index, list.length));
  return [...list.slice(0, at), item, ...list.slice(at)];
}

/** `list` with the element of that id replaced; the same array when nothing changed, so that memoised views stay still. */
export function replaceById<T extends { readonly id: string }>(list: T[], id: string, change: (item: T) => T): T[] {
  const index = indexOfId(list, id);
  const before = list[index]!;
  const after = change(before);
  return after === before ? list : [...list.slice(0, index), after, ...list.slice(index + 1)];
}

export function removeById<T extends { readonly id: string }>(list: readonly T[], id: string): T[] {
  indexOfId(list, id);
  return list.filter((item) => item.id !== id);
}

export function moveById<T extends { readonly id: string }>(list: readonly T[], id: string, index: number): T[] {
  const item = list[indexOfId(list, id)]!;
  return insertAt(removeById(list, id), item, index);
}

/** @throws ReguaError `operation.unknown-id` */
export function indexOfId(list: readonly { readonly id: string }[], id: string): number {
  const index = list.findIndex((item) => item.id === id);
  if (index < 0) throw unknownId(id);
  return index;
}

export function unknownId(id: string): ReguaError {
  return new ReguaError('operation.unknown-id', `Não encontrei "${id}" nesta régua. Talvez já tenha sido removido; atualize a página.`, { field: 'id' });
}
