import { memo } from 'react';
import { dayLabel } from '../../../core/cadence/labels.ts';
import { BlockIcon } from '../canvas/BlockIcon.tsx';
import { firmnessOfStep } from '../canvas/firmness.ts';
import { describeBlock } from '../document/describe-block.ts';
import type { CadenceDocument } from '../../../core/cadence/document.ts';
import { useT } from '../strings/index.ts';
import type { Strings } from '../strings/pt-BR/index.ts';
import type { ChangeKind, ComparedBlock, ComparedStep } from './align-versions.ts';
import { CHANGE_ICONS, ChangeBadge } from './ChangeBadge.tsx';
import { pointAt, pointAway, usePointedAt } from './highlight.ts';
import { cardId, sentenceId } from './link-ids.ts';

export type Side = 'before' | 'after';

interface Props {
  readonly compared: ComparedStep;
  readonly side: Side;
  readonly document: CadenceDocument;
  readonly versionName: string;
  /** Numbers of the sentences that speak of this step. */
  readonly sentences: readonly number[];
}

/** A step in one of the two versions. One that changed is a button that leads to what is said about it. */
export const ComparedStepCard = memo(function ComparedStepCard({ compared, side, document, versionName, sentences }: Props) {
  const t = useT();
  const { step, changes } = compared;
  const pointed = usePointedAt([step.id]);
  const main = changes.find((kind) => kind !== 'changed') ?? changes[0];
  const words = changes.map((kind) => changeWords(kind, compared, side, t));
  const head = (
    <>
      <span className="vs-name">{step.name}</span>
      {changes.map((kind, index) => (
        <ChangeBadge key={kind} kind={kind} words={words[index]!} />
      ))}
    </>
  );
  return (
    <div
      role="group"
      aria-label={[versionName, dayLabel(step.day), step.name, ...words].join(', ')}
      className={`vs-card firm-${firmnessOfStep(step.blocks)} ${main ? `is-${main}` : ''} ${pointed ? 'is-pointed' : ''}`}
      onPointerEnter={main ? () => pointAt([step.id]) : undefined}
      onPointerLeave={main ? pointAway : undefined}
    >
      {main ? (
        <button
          type="button"
          id={cardId(side, step.id)}
          className="vs-head"
          aria-describedby={sentences.map(sentenceId).join(' ')}
          onFocus={() => pointAt([step.id])}
          onBlur={pointAway}
          onClick={() => window.document.getElementById(sentenceId(sentences[0]!))?.focus()}
        >
          {head}
        </button>
      ) : (
        <p className="vs-head">{head}</p>
      )}
      <ul className="vs-blocks">
        {compared.blocks.map((one) => (
          <BlockLine key={one.block.id} compared={one} document={document} whole={main === 'added' || main === 'removed'} />
        ))}
      </ul>
    </div>
  );
});

/** Blocks of a step that is new or gone as a whole need no mark of their own. */
function BlockLine({ compared: { block, change }, document, whole }: { compared: ComparedBlock; document: CadenceDocument; whole: boolean }) {
  const t = useT();
  const Icon = change && !whole ? CHANGE_ICONS[change] : null;
  return (
    <li className={Icon ? `is-${change}` : ''}>
      <BlockIcon block={block} size={14} />
      <span>{describeBlock(block, document, t).title}</span>
      {Icon && (
        <>
          <Icon size={13} strokeWidth={2.4} aria-hidden className="vs-block-mark" />
          <span className="visually-hidden">{t.comparison.blockKinds[change!]}</span>
        </>
      )}
    </li>
  );
}

function changeWords(kind: ChangeKind, { otherDay }: ComparedStep, side: Side, t: Strings): string {
  const words = t.comparison;
  if (kind !== 'moved') return words.kinds[kind];
  if (otherDay === null) return words.otherTrack;
  return side === 'before' ? words.wentTo(dayLabel(otherDay)) : words.cameFrom(dayLabel(otherDay));
}
