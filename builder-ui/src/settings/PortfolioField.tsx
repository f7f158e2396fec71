import { useState } from 'react';
import { LONGEST_PORTFOLIO_NAME } from '../../../core/portfolio/portfolio-name.ts';
import { edit, useEditor } from '../document/store.ts';
import { Field } from '../parts/Field.tsx';
import { useT } from '../strings/index.ts';

/** The group of people that the cadence works, with what a new name means for those who are in it. */
export function PortfolioField() {
  const t = useT();
  const words = t.ownPortfolio;
  const portfolio = useEditor((state) => state.document.portfolio);
  const before = useEditor((state) => state.history.past[0]?.before.portfolio ?? state.document.portfolio);
  // The document holds the name trimmed; while it is typed a space may stand at its end.
  const [typed, setTyped] = useState(portfolio);
  const shown = typed.trim() === portfolio ? typed : portfolio;
  return (
    <>
      <Field label={words.label} help={words.help} error={portfolio === '' ? words.missing : undefined}>
        {(wiring) => (
          <input
            {...wiring}
            className="input"
            maxLength={LONGEST_PORTFOLIO_NAME}
            value={shown}
            onChange={({ target }) => {
              setTyped(target.value);
              edit({ kind: 'setPortfolio', portfolio: target.value }, { mergeKey: 'portfolio' });
            }}
          />
        )}
      </Field>
      {before !== '' && portfolio !== '' && before !== portfolio && (
        <p className="note" role="status">
          {words.renamed(before)}
        </p>
      )}
    </>
  );
}
