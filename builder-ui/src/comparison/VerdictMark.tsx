import { Equal, TrendingDown, TrendingUp } from 'lucide-react';
import { useT } from '../strings/index.ts';
import { verdictOn, type Measure } from './measures.ts';

/** Which way it went by its shape; whether that is good by its colour, and by its name for who sees neither. */
export function VerdictMark({ measure }: { measure: Measure }) {
  const t = useT();
  const verdict = verdictOn(measure);
  if (verdict === 'other') return null;
  if (verdict === 'even') return <Equal size={16} aria-hidden />;
  const Icon = measure.after > measure.before ? TrendingUp : TrendingDown;
  return <Icon size={16} role="img" aria-label={t.comparison.verdict[verdict]} />;
}
