import { findings } from '../../../core/cadence/findings/index.ts';
import { useEditor } from '../document/store.ts';
import { setFindings } from './marks.ts';

const WAIT_MS = 120;

/** Keeps the findings true to the document, a breath after each edit so that typing stays smooth. */
export function watchFindings(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const compute = (): void => {
    const { document } = useEditor.getState();
    if (document) setFindings(findings(document));
  };
  compute();
  const unsubscribe = useEditor.subscribe((state, before) => {
    if (state.document === before.document) return;
    clearTimeout(timer);
    timer = setTimeout(compute, WAIT_MS);
  });
  return () => {
    clearTimeout(timer);
    unsubscribe();
  };
}
