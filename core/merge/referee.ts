import type { Tree, Path } from './tree.ts';
import { belongsToN8n, type Side } from './versions.ts';

/** What both sides want differently at one place, before it is put into words. */
export interface Dispute {
  readonly id: string;
  readonly path: Path;
  readonly mine: Tree;
  readonly theirs: Tree;
  readonly chosen: Side;
}

export type Choices = ReadonlyMap<string, Side>;

export const disputeId = (path: Path): string => path.map((key) => encodeURIComponent(key)).join('/');

/** Settles disputes by the choices that a person made, else by whose the place is; keeps a list of all of them. */
export class Referee {
  readonly disputes: Dispute[] = [];
  readonly #choices: Choices;

  constructor(choices: Choices) {
    this.#choices = choices;
  }

  settle(path: Path, mine: Tree, theirs: Tree): Side {
    const id = disputeId(path);
    const chosen = this.#choices.get(id) ?? (belongsToN8n(path) ? 'theirs' : 'mine');
    this.disputes.push({ id, path, mine, theirs, chosen });
    return chosen;
  }
}
