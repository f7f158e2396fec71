import { X } from 'lucide-react';
import { useState } from 'react';
import { edit, useEditor } from '../document/store.ts';
import { Button, IconButton } from '../parts/Button.tsx';
import { Field } from '../parts/Field.tsx';
import { useT } from '../strings/index.ts';

const SHORTEST_TERM = 2;

export function WordsTab() {
  const t = useT();
  const words = t.settings.words;
  const vocabulary = useEditor((state) => state.document.policies.vocabulary);
  const [term, setTerm] = useState('');
  const [suggestion, setSuggestion] = useState('');
  const put = (blocked: typeof vocabulary.blocked): void => void edit({ kind: 'setPolicies', patch: { vocabulary: { ...vocabulary, blocked } } });
  return (
    <>
      <p className="field-help">{words.help}</p>
      <form
        className="word-new"
        onSubmit={(event) => {
          event.preventDefault();
          if (term.trim().length < SHORTEST_TERM) return;
          put([...vocabulary.blocked, { term: term.trim(), ...(suggestion.trim() ? { suggestion: suggestion.trim() } : {}) }]);
          setTerm('');
          setSuggestion('');
        }}
      >
        <Field label={words.term}>
          {(wiring) => <input {...wiring} className="input" maxLength={100} value={term} onChange={(event) => setTerm(event.target.value)} />}
        </Field>
        <Field label={words.suggestion}>
          {(wiring) => <input {...wiring} className="input" maxLength={200} value={suggestion} onChange={(event) => setSuggestion(event.target.value)} />}
        </Field>
        <Button type="submit">{words.add}</Button>
      </form>
      {vocabulary.blocked.length === 0 && <p className="note">{words.none}</p>}
      <ul className="words">
        {vocabulary.blocked.map((blocked, index) => (
          <li key={blocked.term}>
            <b>{blocked.term}</b>
            {blocked.suggestion && <span>→ {blocked.suggestion}</span>}
            <IconButton
              label={words.remove(blocked.term)}
              icon={<X size={15} aria-hidden />}
              onClick={() => put(vocabulary.blocked.filter((_, at) => at !== index))}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
