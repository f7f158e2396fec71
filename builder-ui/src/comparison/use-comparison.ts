import { useEffect, useMemo, useState } from 'react';
import type { CadenceDocument } from '../../../core/cadence/document.ts';
import type { SimulationResults } from '../../../core/simulation/types.ts';
import { listVersions, type Version } from '../document/storage.ts';
import { useEditor } from '../document/store.ts';
import { usePanel } from '../simulation/panel.ts';
import { useSimulation, type Run } from '../simulation/store.ts';
import { useT } from '../strings/index.ts';
import { alignVersions, type AlignedVersions } from './align-versions.ts';
import { candidatesFor, type Candidate } from './candidates.ts';

export interface Comparison {
  readonly candidates: readonly Candidate[];
  readonly chosen: Candidate;
  readonly hasVersions: boolean;
  readonly aligned: AlignedVersions;
  /** Both runs, when both are there and are of these very versions. */
  readonly runs: { readonly before: FinishedRun; readonly after: FinishedRun } | null;
}

export type FinishedRun = Run & { readonly results: SimulationResults };

/** The cadence on the desk beside the version chosen for comparison; null while nobody asks for it. */
export function useComparison(asked: boolean): Comparison | null {
  const t = useT();
  const document = useEditor((state) => state.document);
  const history = useEditor((state) => state.history);
  const comparedWith = usePanel((state) => state.comparedWith);
  const [versions, setVersions] = useState<readonly Version[]>([]);
  useEffect(() => {
    if (asked) listVersions(document.id).then(setVersions, () => setVersions([]));
  }, [asked, document.id]);
  const run = useSimulation((state) => state.run);
  const other = useSimulation((state) => state.other);
  const compared = useMemo(() => {
    if (!asked) return null;
    const candidates = candidatesFor(document, history, versions, t);
    const chosen = candidates.find((candidate) => candidate.key === comparedWith) ?? candidates[0]!;
    return { candidates, chosen, hasVersions: versions.length > 0, aligned: alignVersions(chosen.document, document, t.says.differences) };
  }, [asked, document, history, versions, comparedWith, t]);
  if (!compared) return null;
  const runs = finished(run, document) && finished(other, compared.chosen.document) ? { before: other, after: run } : null;
  return { ...compared, runs };
}

const finished = (run: Run | null, document: CadenceDocument): run is FinishedRun => run?.results != null && run.setup.document === document;
