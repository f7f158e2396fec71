import type { Assumptions } from '../../../../core/simulation/assumptions.ts';
import { useT } from '../../strings/index.ts';
import { ANSWERS } from './fields.ts';

/** The shares of the answers as one bar; what they leave free is an answer without consequence. */
export function AnswerShares({ answers }: { answers: Assumptions['answers'] }) {
  const t = useT();
  const sum = ANSWERS.reduce((total, answer) => total + answers[answer], 0);
  const whole = Math.max(100, sum);
  const rest = 100 - sum;
  return (
    <div className="answer-shares">
      <div className="answer-bar" aria-hidden>
        {ANSWERS.map((answer, index) => (
          <i key={answer} style={{ width: `${(answers[answer] / whole) * 100}%`, background: `var(--series-${index + 1})` }} />
        ))}
      </div>
      <p className="field-help">{rest > 0 ? t.assumptions.rest(rest.toLocaleString(t.app.locale, { maximumFractionDigits: 2 })) : t.assumptions.noRest}</p>
    </div>
  );
}
