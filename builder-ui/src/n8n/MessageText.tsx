import { piecesOf } from '../message-editor/liquid-pieces.ts';
import { useT } from '../strings/index.ts';

/** A message's whole text to be read, with its variables called as on their chips. */
export function MessageText({ text, empty }: { text: string; empty: string }) {
  const t = useT();
  if (text === '') return empty;
  const names: Readonly<Record<string, string>> = t.variables;
  return (
    <span className="conflict-text" lang="pt-BR">
      {piecesOf(text).map(({ kind, from, to, name }) =>
        kind === 'variable' ? (
          <span key={from} className="conflict-variable" lang={t.app.locale}>
            {names[name!] ?? name}
          </span>
        ) : (
          text.slice(from, to)
        ),
      )}
    </span>
  );
}
