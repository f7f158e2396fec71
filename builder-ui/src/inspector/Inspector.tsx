import { Copy, SlidersHorizontal, Trash2, X } from 'lucide-react';
import { clockOf } from '../../../core/cadence/clock.ts';
import { duplicateItems, removeItems } from '../document/edits.ts';
import { itemOf } from '../document/items.ts';
import { edit, useEditor } from '../document/store.ts';
import { Button, IconButton } from '../parts/Button.tsx';
import { Field } from '../parts/Field.tsx';
import { useNarrow } from '../shell/narrow.ts';
import { openSettings, useView } from '../shell/view.ts';
import { useT } from '../strings/index.ts';
import { BlockForm } from './BlockForm.tsx';
import './inspector.css';
import { StepForm } from './StepForm.tsx';
import { TrackForm } from './TrackForm.tsx';

/** The details of what is chosen; with nothing chosen, of the cadence itself. */
export function Inspector() {
  const t = useT();
  const narrow = useNarrow();
  const readOnly = useEditor((state) => state.readOnly);
  return (
    <aside id="inspector" className="inspector" aria-label={t.inspector.title} tabIndex={-1}>
      {narrow && (
        <IconButton
          className="inspector-close"
          label={t.common.close}
          icon={<X size={20} aria-hidden />}
          onClick={() => useView.setState({ inspectorOpen: false })}
        />
      )}
      <fieldset className="inspector-frame" disabled={readOnly}>
        <Content />
      </fieldset>
    </aside>
  );
}

function Content() {
  const selected = useEditor((state) => state.selected);
  const document = useEditor((state) => state.document);
  if (selected.length > 1) return <ManyForm ids={selected} />;
  const item = itemOf(document, selected[0]);
  if (!item) return <CadenceForm />;
  switch (item.type) {
    case 'track':
      return <TrackForm item={item} />;
    case 'step':
      return <StepForm item={item} />;
    case 'block':
    case 'reaction':
      return <BlockForm item={item} />;
    default:
      return item satisfies never;
  }
}

function ManyForm({ ids }: { ids: readonly string[] }) {
  const t = useT();
  return (
    <>
      <header className="inspector-head">
        <div className="inspector-title">
          <h2>{t.inspector.many(ids.length)}</h2>
        </div>
      </header>
      <div className="inspector-body">
        <p>{t.inspector.manyHelp}</p>
        <div className="button-row">
          <Button icon={<Copy size={16} aria-hidden />} onClick={() => duplicateItems(ids)}>
            {t.inspector.duplicate}
          </Button>
          <Button tone="danger" icon={<Trash2 size={16} aria-hidden />} onClick={() => removeItems(ids)}>
            {t.inspector.remove}
          </Button>
        </div>
      </div>
    </>
  );
}

function CadenceForm() {
  const t = useT();
  const document = useEditor((state) => state.document);
  const clock = clockOf(document);
  return (
    <>
      <header className="inspector-head">
        <div className="inspector-title">
          <h2>{document.name}</h2>
          <span className="inspector-place">{t.cadence.about}</span>
        </div>
      </header>
      <div className="inspector-body">
        <p className="inspector-empty">{t.inspector.nothing}</p>
        <Field label={t.cadence.description}>
          {(wiring) => (
            <textarea
              {...wiring}
              className="input"
              rows={4}
              maxLength={2000}
              value={document.description}
              onChange={(event) => edit({ kind: 'describe', description: event.target.value }, { mergeKey: 'description' })}
            />
          )}
        </Field>
        <Field label={t.settings.creditor.scheduleAt} {...(clock.kind === 'daily' ? {} : { help: t.settings.creditor.scheduleOfN8n(t.says.clock(clock)) })}>
          {(wiring) => (
            <input
              {...wiring}
              type="time"
              className="input"
              value={clock.kind === 'daily' ? clock.at : ''}
              onChange={(event) =>
                /^\d\d:\d\d$/.test(event.target.value) && edit({ kind: 'describe', scheduleAt: event.target.value }, { mergeKey: 'scheduleAt' })
              }
            />
          )}
        </Field>
        <section aria-label={t.top.settings}>
          <h3 className="section-title">{t.top.settings}</h3>
          <ul className="rule-links">
            {(Object.keys(t.settings.tabs) as (keyof typeof t.settings.tabs)[]).map((tab) => (
              <li key={tab}>
                <button type="button" className="rule-link" onClick={() => openSettings(tab)}>
                  <SlidersHorizontal size={15} aria-hidden /> {t.settings.tabs[tab]}
                </button>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </>
  );
}
