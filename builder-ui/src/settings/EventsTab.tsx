import { Plus } from 'lucide-react';
import { useState } from 'react';
import { EVENT_KINDS, type EventKind } from '../../../core/cadence/document.ts';
import { BlockIcon } from '../canvas/BlockIcon.tsx';
import type { PaletteItem } from '../canvas/drag.ts';
import { describeBlock } from '../document/describe-block.ts';
import { makeBlock, paletteLabel } from '../document/edits.ts';
import { currentDocument, edit, select, useEditor } from '../document/store.ts';
import { Button } from '../parts/Button.tsx';
import { Field } from '../parts/Field.tsx';
import { closeDialog, useView } from '../shell/view.ts';
import { useT } from '../strings/index.ts';

type Reaction = Exclude<PaletteItem, { kind: 'step' }>;
const REACTIONS: readonly Reaction[] = [
  { kind: 'message', purpose: 'thanks' },
  { kind: 'message', purpose: 'agreement' },
  { kind: 'message', purpose: 'survey' },
  { kind: 'humanTask' },
  { kind: 'bureau' },
];

/** What the cadence does when something happens outside of its calendar. */
export function EventsTab() {
  const t = useT();
  const document = useEditor((state) => state.document);
  const open = (blockId: string): void => {
    select([blockId]);
    closeDialog();
    useView.setState({ inspectorOpen: true, view: useView.getState().view === 'simulation' ? 'ruler' : useView.getState().view });
  };
  return (
    <>
      <p className="field-help">{t.settings.events.help}</p>
      <ul className="events">
        {EVENT_KINDS.map((event) => (
          <li key={event}>
            <h4>{t.labels.events[event]}</h4>
            {document.events[event].length === 0 && <p className="field-help">{t.settings.events.empty}</p>}
            <ol className="block-list">
              {document.events[event].map((block) => {
                const { title, detail } = describeBlock(block, document, t);
                return (
                  <li key={block.id}>
                    <button type="button" className="block-list-main" onClick={() => open(block.id)}>
                      <BlockIcon block={block} />
                      <span className="block-words">
                        <span className="block-title">{title}</span>
                        <span className="block-detail">{detail}</span>
                      </span>
                    </button>
                  </li>
                );
              })}
            </ol>
            <AddReaction event={event} onAdded={open} />
          </li>
        ))}
      </ul>
    </>
  );
}

function AddReaction({ event, onAdded }: { event: EventKind; onAdded: (blockId: string) => void }) {
  const t = useT();
  const [picked, setPicked] = useState(0);
  const add = (): void => {
    const made = makeBlock(currentDocument(), REACTIONS[picked]!);
    const block = made.kind === 'bureau' ? { ...made, action: 'removal' as const } : made;
    if (edit({ kind: 'addBlock', place: { event }, block })) onAdded(block.id);
  };
  return (
    <div className="event-add">
      <Field label={`${t.settings.events.add}: ${t.labels.events[event]}`}>
        {(wiring) => (
          <select {...wiring} className="input" value={picked} onChange={(change) => setPicked(Number(change.target.value))}>
            {REACTIONS.map((reaction, index) => (
              <option key={index} value={index}>
                {paletteLabel(reaction)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Button small icon={<Plus size={15} aria-hidden />} onClick={add}>
        {t.common.add}
      </Button>
    </div>
  );
}
