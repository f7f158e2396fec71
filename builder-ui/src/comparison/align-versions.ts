import type { Block } from '../../../core/cadence/blocks.ts';
import { compareCadences, type Difference, type DifferenceWords } from '../../../core/cadence/compare/index.ts';
import type { CadenceDocument, Step, Track } from '../../../core/cadence/document.ts';
import { itemOf } from '../document/items.ts';

export type ChangeKind = Difference['kind'];

export interface ComparedBlock {
  readonly block: Block;
  readonly change: ChangeKind | null;
}

export interface ComparedStep {
  readonly step: Step;
  /** Empty: the same in both. A step may have moved and changed. */
  readonly changes: readonly ChangeKind[];
  /** Of a step that moved: its day in the other version. */
  readonly otherDay: number | null;
  readonly blocks: readonly ComparedBlock[];
}

/** One day of the axis that both versions share. */
export interface DayRow {
  readonly day: number;
  /** Days without a step between the row above and this one. */
  readonly missing: number;
  /** The due date stands between the row above and this one. */
  readonly due: boolean;
  readonly before: readonly ComparedStep[];
  readonly after: readonly ComparedStep[];
}

export interface ComparedTrack {
  readonly key: string;
  readonly before: Track | null;
  readonly after: Track | null;
  readonly rows: readonly DayRow[];
  /** Every step comes before the due date. */
  readonly dueAtEnd: boolean;
}

/** One sentence with the steps and tracks it speaks of; none when it is about rules that hold for all. */
export interface LinkedSentence {
  readonly sentence: string;
  readonly kind: ChangeKind;
  readonly about: readonly string[];
}

export interface AlignedVersions {
  readonly tracks: readonly ComparedTrack[];
  readonly sentences: readonly LinkedSentence[];
}

/** Two versions of a cadence on one day axis, each step with what became of it. */
export function alignVersions(before: CadenceDocument, after: CadenceDocument, words?: DifferenceWords): AlignedVersions {
  const differences = compareCadences(before, after, words);
  const sentences = differences.map(({ sentence, kind, id }): LinkedSentence => ({ sentence, kind, about: aboutWhat(before, after, id) }));
  const kindsById = new Map<string, Set<ChangeKind>>();
  const note = (id: string, kind: ChangeKind): void => void kindsById.set(id, (kindsById.get(id) ?? new Set()).add(kind));
  for (const [index, { kind, id }] of differences.entries()) {
    if (id === undefined) continue;
    note(id, kind);
    // Whatever happens to a block changes the steps it is or was in.
    for (const stepId of sentences[index]!.about) if (stepId !== id) note(stepId, 'changed');
  }
  const compared = (step: Step, other: CadenceDocument): ComparedStep => {
    const twin = itemOf(other, step.id);
    return {
      step,
      changes: [...(kindsById.get(step.id) ?? [])],
      otherDay: twin?.type === 'step' && twin.step.day !== step.day ? twin.step.day : null,
      blocks: step.blocks.map((block) => ({ block, change: kindsById.get(block.id)?.values().next().value ?? null })),
    };
  };
  const tracks = pairTracks(before, after).map(([old, now]): ComparedTrack => {
    const olds = (old?.steps ?? []).map((step) => compared(step, after));
    const news = (now?.steps ?? []).map((step) => compared(step, before));
    const rows = rowsOf(olds, news);
    return { key: `${old?.id ?? ''}/${now?.id ?? ''}`, before: old, after: now, rows, dueAtEnd: rows.every((row) => row.day < 0) };
  });
  return { tracks, sentences };
}

/** Tracks of the same id stand beside each other; those left over in the order in which they come. */
function pairTracks(before: CadenceDocument, after: CadenceDocument): (readonly [Track | null, Track | null])[] {
  const left = before.tracks.filter((track) => !after.tracks.some(({ id }) => id === track.id));
  const pairs = after.tracks.map((track) => [before.tracks.find(({ id }) => id === track.id) ?? left.shift() ?? null, track] as const);
  return [...pairs, ...left.map((track) => [track, null] as const)];
}

function rowsOf(before: readonly ComparedStep[], after: readonly ComparedStep[]): DayRow[] {
  const days = [...new Set([...before, ...after].map(({ step }) => step.day))].sort((a, b) => a - b);
  return days.map((day, index) => {
    const previous = days[index - 1];
    return {
      day,
      missing: previous === undefined ? 0 : day - previous - 1,
      due: day >= 0 && (previous === undefined || previous < 0),
      before: before.filter(({ step }) => step.day === day),
      after: after.filter(({ step }) => step.day === day),
    };
  });
}

function aboutWhat(before: CadenceDocument, after: CadenceDocument, id: string | undefined): string[] {
  const found = new Set<string>();
  for (const document of [after, before]) {
    const item = itemOf(document, id);
    if (item?.type === 'block') found.add(item.step.id);
    else if (item?.type === 'step' || item?.type === 'track') found.add(item.id);
  }
  return [...found];
}
