import type { ComposedMessage, TextFinding } from '../../../core/message/index.ts';
import { Button } from '../parts/Button.tsx';
import { useT } from '../strings/index.ts';

/** How the text sounds and how easily it reads, from the same checks that guard the sending. */
export function ToneMeter({ message, onReplace }: { message: ComposedMessage; onReplace: (from: string, to: string) => void }) {
  const t = useT();
  const serious = message.findings.filter((finding) => finding.severity !== 'info');
  const reading = Math.max(0, Math.min(100, Math.round(message.readability)));
  const level = reading >= 60 ? 'easy' : reading >= 40 ? 'fair' : 'hard';
  return (
    <section className="tone" aria-label={t.message.tone}>
      <div className="tone-row">
        <span
          className={`tone-badge ${serious.length === 0 ? 'is-good' : serious.some((finding) => finding.severity === 'error') ? 'is-error' : 'is-warning'}`}
        >
          {serious.length === 0 ? t.message.toneGood : t.message.toneFindings(serious.length)}
        </span>
        <span className="reading">
          <span id="reading-label">{t.message.readability}</span>
          <meter aria-labelledby="reading-label" min={0} max={100} low={40} high={60} optimum={90} value={reading} />
          <b>{t.message.reading[level]}</b>
        </span>
      </div>
      {message.findings.length > 0 && (
        <ul className="tone-list">
          {message.findings.map((finding, index) => (
            <ToneFinding key={`${finding.code}:${finding.excerpt}:${index}`} finding={finding} onReplace={onReplace} />
          ))}
        </ul>
      )}
    </section>
  );
}

function ToneFinding({ finding, onReplace }: { finding: TextFinding; onReplace: (from: string, to: string) => void }) {
  const t = useT();
  const { message, suggestion } = t.says.textFinding(finding);
  // Only a short replacement stands in for the words; longer suggestions are advice to read.
  const replacement = finding.suggestion && finding.excerpt && finding.suggestion.length <= 60 && !finding.suggestion.endsWith('.') ? finding.suggestion : null;
  return (
    <li className={`tone-finding tone-${finding.severity}`}>
      <p>
        {finding.excerpt && <mark>{finding.excerpt}</mark>} {message} {suggestion && !replacement && <em>{suggestion}</em>}
      </p>
      {replacement && (
        <Button small onClick={() => onReplace(finding.excerpt, replacement)}>
          {t.message.replace(replacement)}
        </Button>
      )}
    </li>
  );
}
