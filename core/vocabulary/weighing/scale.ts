import type { WrongName } from '../wrongs.ts';
import type { FeatureKind } from './features.ts';
import { FEATURES } from './features.ts';

/** What one feature says: for refusing (positive) or against, and how much for which wrong. */
export interface Weight {
  readonly weight: number;
  readonly wrong?: WrongName | undefined;
  readonly vote: number;
}
/** As they are learnt: by the features' names. */
export interface Weights {
  readonly bias: number;
  readonly features: ReadonlyMap<string, Weight>;
}
/** As they are used: by kind, first and second word, so that weighing makes no new strings. */
export interface Scale {
  readonly bias: number;
  readonly single: Readonly<Record<SingleKind, ReadonlyMap<string, Weight>>>;
  readonly double: Readonly<Record<DoubleKind, ReadonlyMap<string, ReadonlyMap<string, Weight>>>>;
}
type DoubleKind = 'pair' | 'gap';
type SingleKind = Exclude<FeatureKind, DoubleKind>;

export function scaleOf({ bias, features }: Weights): Scale {
  const single: Record<SingleKind, Map<string, Weight>> = { word: new Map(), stem: new Map(), denied: new Map(), kind: new Map() };
  const double: Record<DoubleKind, Map<string, Map<string, Weight>>> = { pair: new Map(), gap: new Map() };
  for (const [name, weight] of features) {
    const cut = name.search(/[ _]/);
    if (cut > 0) {
      const to = double[name[cut] === FEATURES.pair ? 'pair' : 'gap'];
      const first = name.slice(0, cut);
      let seconds = to.get(first);
      if (!seconds) to.set(first, (seconds = new Map()));
      seconds.set(name.slice(cut + 1), weight);
    } else if (name.length > 1 && name[0] === FEATURES.stem) single.stem.set(name.slice(1), weight);
    else if (name.length > 1 && name[0] === FEATURES.denied) single.denied.set(name.slice(1), weight);
    else if (name.length > 1 && name[0] === FEATURES.kind) single.kind.set(name.slice(1), weight);
    else single.word.set(name, weight);
  }
  return { bias, single, double };
}
