import { TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import type { Merge, Side } from '../../../core/merge/index.ts';
import { useT } from '../strings/index.ts';
import { MessageText } from './MessageText.tsx';
import { told, type Plan } from './plan.ts';
import './publish.css';

/** What publishing will do, before it is done: what goes to n8n, what comes from there, and what a person has to decide. */
export function PublishReview({
  plan,
  merge,
  choices,
  onChoose,
}: {
  plan: Plan & { kind: 'update' };
  merge: Merge;
  choices: ReadonlyMap<string, Side>;
  onChoose: (id: string, side: Side) => void;
}) {
  const t = useT();
  const { goes, comes } = useMemo(() => told(plan, merge), [plan, merge]);
  return (
    <div className="publish-review">
      {merge.conflicts.length > 0 && (
        <section aria-labelledby="publish-conflicts">
          <h3 id="publish-conflicts" className="section-title">
            {t.publish.conflicts}
          </h3>
          <p className="field-help">{t.publish.conflictHelp}</p>
          {merge.conflicts.map((conflict) => (
            <fieldset key={conflict.id} className="conflict">
              <legend>{conflict.what}</legend>
              <div className="conflict-sides">
                {(['mine', 'theirs'] as const).map((side) => (
                  <label key={side} className="conflict-side">
                    <input type="radio" name={conflict.id} checked={choices.get(conflict.id) === side} onChange={() => onChoose(conflict.id, side)} />
                    <span>
                      <b>{side === 'mine' ? t.publish.here : t.publish.there}</b>{' '}
                      {conflict.texts ? <MessageText text={conflict.texts[side]} empty={t.says.merge.nothing} /> : conflict[side]}
                    </span>
                  </label>
                ))}
              </div>
            </fieldset>
          ))}
        </section>
      )}
      {comes.length > 0 && <Sentences title={t.publish.comes} sentences={comes} />}
      {plan.warnings.length > 0 && (
        <div className="callout callout-warning">
          <TriangleAlert size={18} aria-hidden />
          <div>
            <p>{t.publish.unread}:</p>
            <ul>
              {plan.warnings.map((warning) => (
                <li key={warning}>{warning}</li>
              ))}
            </ul>
          </div>
        </div>
      )}
      <Sentences title={t.publish.goes} sentences={goes.length > 0 ? goes : [t.publish.goesNothing]} />
    </div>
  );
}

function Sentences({ title, sentences }: { title: string; sentences: readonly string[] }) {
  return (
    <section aria-label={title}>
      <h3 className="section-title">{title}</h3>
      <ul className="publish-sentences">
        {sentences.map((sentence, index) => (
          <li key={`${index} ${sentence}`}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
