import { blockSchema } from '../../../core/cadence/blocks.ts';
import { stepSchema, type Step } from '../../../core/cadence/document.ts';
import type { Block } from '../../../core/cadence/blocks.ts';
import { freshId, idsOf, type CadenceOperation } from '../../../core/cadence/operations/index.ts';
import { showToast } from '../parts/toasts.ts';
import { t } from '../strings/index.ts';
import { removeItems } from './edits.ts';
import { itemOf } from './items.ts';
import { currentDocument, editAll, select, useEditor } from './store.ts';

/** What goes on the system clipboard: tagged JSON, so that it pastes into another tab or another cadence. */
interface Clip {
  readonly regua: 'clip/1';
  readonly steps: readonly Step[];
  readonly blocks: readonly Block[];
}

function clipOfSelection(): Clip | null {
  const document = currentDocument();
  const items = useEditor.getState().selected.flatMap((id) => itemOf(document, id) ?? []);
  const steps = items.flatMap((item) => (item.type === 'step' ? [item.step] : []));
  const inSteps = new Set(steps.flatMap((step) => step.blocks.map((block) => block.id)));
  const blocks = items.flatMap((item) => ((item.type === 'block' || item.type === 'reaction') && !inSteps.has(item.id) ? [item.block] : []));
  return steps.length + blocks.length === 0 ? null : { regua: 'clip/1', steps, blocks };
}

export function copySelection(event: ClipboardEvent): boolean {
  const clip = clipOfSelection();
  if (!clip) return false;
  event.clipboardData?.setData('text/plain', JSON.stringify(clip, null, 1));
  event.preventDefault();
  showToast({ text: t().edits.copied(clip.steps.length + clip.blocks.length), tone: 'info' });
  return true;
}

export function cutSelection(event: ClipboardEvent): void {
  if (copySelection(event)) removeItems(useEditor.getState().selected);
}

export function pasteFromEvent(event: ClipboardEvent): void {
  const clip = readClip(event.clipboardData?.getData('text/plain') ?? '');
  if (!clip) {
    showToast({ text: t().edits.nothingToPaste, tone: 'info' });
    return;
  }
  event.preventDefault();
  paste(clip);
}

function readClip(text: string): Clip | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // Any text may lie on the clipboard; only ours is for us.
    return null;
  }
  if (typeof json !== 'object' || json === null || (json as Record<string, unknown>)['regua'] !== 'clip/1') return null;
  const steps = stepSchema.array().safeParse((json as Record<string, unknown>)['steps']);
  const blocks = blockSchema.array().safeParse((json as Record<string, unknown>)['blocks']);
  return steps.success && blocks.success ? { regua: 'clip/1', steps: steps.data, blocks: blocks.data } : null;
}

/** Steps keep their days in the track the keyboard stands in (moving on where a day is taken); blocks go into the step it stands in. */
function paste(clip: Clip): void {
  const document = currentDocument();
  const { current, selected } = useEditor.getState();
  const here = itemOf(document, current ?? selected.at(-1));
  const track = here?.type === 'step' || here?.type === 'block' || here?.type === 'track' ? here.track : document.tracks[0]!;
  const taken = idsOf(document);
  const fresh = (prefix: string): string => {
    const id = freshId(taken, prefix);
    taken.add(id);
    return id;
  };
  const days = new Set(track.steps.map((step) => step.day));
  const operations: CadenceOperation[] = [];
  const pasted: string[] = [];
  for (const step of clip.steps) {
    let { day } = step;
    while (days.has(day)) day++;
    days.add(day);
    const copy: Step = { ...step, id: fresh('step'), day, blocks: step.blocks.map((block) => ({ ...block, id: fresh('block') })) };
    pasted.push(copy.id);
    operations.push({ kind: 'addStep', trackId: track.id, step: copy });
  }
  const host = here?.type === 'step' || here?.type === 'block' ? here.step : track.steps[0];
  let index = here?.type === 'block' ? here.index + 1 : undefined;
  for (const block of clip.blocks) {
    const copy = { ...block, id: fresh('block') };
    pasted.push(copy.id);
    operations.push({ kind: 'addBlock', place: { trackId: track.id, day: host?.day ?? 1 }, ...(index === undefined ? {} : { index: index++ }), block: copy });
  }
  if (!editAll(t().edits.paste(pasted.length), operations)) return;
  select(pasted);
  showToast({ text: t().edits.pasted(pasted.length), tone: 'good' });
}
