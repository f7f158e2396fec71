import { Plus } from 'lucide-react';
import { Button } from '../parts/Button.tsx';
import { useT } from '../strings/index.ts';
import type { Strings } from '../strings/pt-BR/index.ts';

/** The ones most messages need; the rest is one "/" or one click away. */
const FIRST: readonly (keyof Strings['variables'])[] = ['debtor.firstName', 'debt.dueDate', 'amount.total', 'amount.breakdown', 'payment.link'];

/** Puts variables into the text by pointer; by keyboard it is "/". */
export function VariableChips({ onPick, onMore }: { onPick: (name: string) => void; onMore: () => void }) {
  const t = useT();
  return (
    <div className="chips" role="group" aria-label={t.message.variables}>
      {FIRST.map((name) => (
        // The text keeps the cursor where it was.
        <button key={name} type="button" className="chip" onPointerDown={keepFocus} onClick={() => onPick(name)}>
          {t.variables[name]}
        </button>
      ))}
      <Button small tone="quiet" icon={<Plus size={14} aria-hidden />} onPointerDown={keepFocus} onClick={onMore}>
        {t.message.insertVariable} <span className="chips-hint">{t.message.insertHint}</span>
      </Button>
    </div>
  );
}

function keepFocus(event: React.PointerEvent): void {
  event.preventDefault();
}
