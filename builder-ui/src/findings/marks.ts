import { useMemo } from 'react';
import { create } from 'zustand';
import type { Finding, Severity } from '../../../core/cadence/findings/finding.ts';

/** What the core finds in the document as it stands; computed after each edit, outside of the frame that shows the edit. */
export const useFindings = create<{ ready: boolean; findings: readonly Finding[]; marks: ReadonlyMap<string, { severity: Severity; count: number }> }>()(
  () => ({ ready: false, findings: [], marks: new Map() }),
);

export function setFindings(findings: readonly Finding[]): void {
  const marks = new Map<string, { severity: Severity; count: number }>();
  for (const finding of findings) {
    const id = finding.where.blockId ?? finding.where.stepId ?? finding.where.trackId;
    if (id === undefined) continue;
    const known = marks.get(id);
    // Findings come most severe first: the first one decides the colour.
    marks.set(id, { severity: known?.severity ?? finding.severity, count: (known?.count ?? 0) + 1 });
  }
  useFindings.setState({ ready: true, findings, marks });
}

export function useFindingMark(id: string): { severity: Severity; count: number } | undefined {
  const severity = useFindings((state) => state.marks.get(id)?.severity);
  const count = useFindings((state) => state.marks.get(id)?.count);
  return useMemo(() => (severity === undefined || count === undefined ? undefined : { severity, count }), [severity, count]);
}
