import type { CadenceDocument } from '../../../core/cadence/document.ts';
import { dayLabel } from '../../../core/cadence/labels.ts';
import { itemOf } from '../document/items.ts';
import { t } from '../strings/index.ts';

/** A code of the guard, of a wait, of a bureau or court rule, as a manager reads it; one we have no words for is shown as it is. */
export function reasonWords(code: string): string {
  return (t().simulation.reasons as Readonly<Record<string, string>>)[code] ?? code;
}

export function stepWords(document: CadenceDocument, stepId: string): string {
  const item = itemOf(document, stepId);
  return item?.type === 'step' ? `${dayLabel(item.step.day)} ${item.step.name}` : stepId;
}

export function trackWords(document: CadenceDocument, trackId: string): string {
  return document.tracks.find((track) => track.id === trackId)?.name ?? t().simulation.noTrack;
}
