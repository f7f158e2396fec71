import { useState } from 'react';
import { MESSAGE_VARIABLES, type MessageVariable } from '../../../core/message/variables.ts';
import { Button } from '../parts/Button.tsx';
import { useT } from '../strings/index.ts';

/** The ones most messages need come first; the rest opens on demand. */
const FIRST = new Set(['debtor.firstName', 'debt.dueDate', 'amount.total', 'amount.breakdown', 'payment.link']);
const INSERTABLE = MESSAGE_VARIABLES.filter((variable) => variable.type !== 'list');

export function VariableChips({ onPick }: { onPick: (token: string) => void }) {
  const t = useT();
  const [all, setAll] = useState(false);
  const shown = all ? INSERTABLE : INSERTABLE.filter((variable) => FIRST.has(variable.name));
  return (
    <div className="chips" role="group" aria-label={t.message.variables}>
      {shown.map((variable) => (
        <Chip key={variable.name} variable={variable} onPick={onPick} />
      ))}
      <Button small tone="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
        {all ? t.message.fewerVariables : t.message.moreVariables}
      </Button>
    </div>
  );
}

function Chip({ variable, onPick }: { variable: MessageVariable; onPick: (token: string) => void }) {
  return (
    <button
      type="button"
      className="chip"
      title={`${variable.label}: ${variable.example}`}
      // The text keeps the cursor where it was.
      onPointerDown={keepFocus}
      onClick={() => onPick(`{{ ${variable.name} }}`)}
    >
      {variable.label}
    </button>
  );
}

function keepFocus(event: React.PointerEvent): void {
  event.preventDefault();
}
