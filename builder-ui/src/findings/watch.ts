import type * as Findings from '../../../core/cadence/findings/index.ts';
import { useEditor } from '../document/store.ts';
import { otherCadences } from './other-cadences.ts';
import { setFindings } from './marks.ts';

const WAIT_MS = 120;
/** The checks know all the core's rules and weigh as much as half the page: they come a while after the desk stands. */
const AFTER_FIRST_PAINT_MS = 700;

let core: typeof Findings | null = null;

/** Keeps the findings true to the document, a breath after each edit so that typing stays smooth. */
export function watchFindings(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const compute = async (): Promise<void> => {
    // Nothing to check on the page where one begins.
    if (!useEditor.getState().document) return;
    core ??= await import('../../../core/cadence/findings/index.ts');
    const { document } = useEditor.getState();
    if (!document) return;
    const found = core.findings(document);
    setFindings(found);
    const shared = [...core.sharedPortfolioFindings(document, await otherCadences(document))];
    if (shared.length > 0 && useEditor.getState().document === document) setFindings(core.bySeverity([...found, ...shared]));
  };
  const computeIn = (wait: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void compute(), wait);
  };
  computeIn(AFTER_FIRST_PAINT_MS);
  const unsubscribe = useEditor.subscribe((state, before) => {
    if (state.document !== before.document) computeIn(core === null ? AFTER_FIRST_PAINT_MS : WAIT_MS);
  });
  return () => {
    clearTimeout(timer);
    unsubscribe();
  };
}
