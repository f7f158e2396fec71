import { useT } from '../strings/index.ts';
import { useTraffic } from './traffic.ts';

/** The last day as n8n lived it, in the ledger's own words (Portuguese in any language of the surface): who was left in peace, and why. */
export function DayNote() {
  const t = useT();
  const day = useTraffic((state) => state.day);
  if (day === null) return null;
  return (
    <details className="day-note" open>
      <summary>{t.live.day}</summary>
      <p lang="pt-BR">{day}</p>
    </details>
  );
}
