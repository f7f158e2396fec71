import { ArrowLeftRight, Minus, PenLine, Plus, type LucideIcon } from 'lucide-react';
import type { ChangeKind } from './align-versions.ts';

export const CHANGE_ICONS: Record<ChangeKind, LucideIcon> = { added: Plus, removed: Minus, moved: ArrowLeftRight, changed: PenLine };

/** What became of a step: a shape, a colour and words, any of which would do. */
export function ChangeBadge({ kind, words }: { kind: ChangeKind; words: string }) {
  const Icon = CHANGE_ICONS[kind];
  return (
    <span className={`change-badge is-${kind}`}>
      <i aria-hidden>
        <Icon size={12} strokeWidth={2.6} />
      </i>
      {words}
    </span>
  );
}
