import { useT } from '../strings/index.ts';
import type { LinkedSentence } from './align-versions.ts';
import { CHANGE_ICONS } from './ChangeBadge.tsx';
import { pointAt, pointAway, usePointedAt } from './highlight.ts';
import { cardId, sentenceId } from './link-ids.ts';

/** What changed, in sentences; pointing at one shows its steps on the rulers, choosing it goes there. */
export function DifferenceList({ sentences }: { sentences: readonly LinkedSentence[] }) {
  const t = useT();
  return (
    <section aria-label={t.comparison.whatChanged} className="difference-section">
      <h2 className="section-title">{t.comparison.whatChanged}</h2>
      {sentences.length === 0 ? (
        <p className="note">{t.comparison.nothingChanged}</p>
      ) : (
        <ol className="difference-list">
          {sentences.map((sentence, index) => (
            <li key={index}>
              <Sentence linked={sentence} index={index} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Sentence({ linked, index }: { linked: LinkedSentence; index: number }) {
  const { about, kind, sentence } = linked;
  const pointed = usePointedAt(about);
  const Icon = CHANGE_ICONS[kind];
  const words = (
    <>
      <i className={`change-mark is-${kind}`} aria-hidden>
        <Icon size={12} strokeWidth={2.6} />
      </i>
      <span lang="pt-BR">{sentence}</span>
    </>
  );
  if (about.length === 0) return <p className="difference">{words}</p>;
  return (
    <button
      type="button"
      id={sentenceId(index)}
      className={`difference ${pointed ? 'is-pointed' : ''}`}
      onPointerEnter={() => pointAt(about)}
      onPointerLeave={pointAway}
      onFocus={() => pointAt(about)}
      onBlur={pointAway}
      onClick={() => goTo(about)}
    >
      {words}
    </button>
  );
}

/** To the step as it is now, or as it was when it is gone. */
function goTo(about: readonly string[]): void {
  for (const id of about) {
    const card = document.getElementById(cardId('after', id)) ?? document.getElementById(cardId('before', id));
    if (!card) continue;
    card.scrollIntoView({ block: 'center', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
    card.focus({ preventScroll: true });
    return;
  }
}
