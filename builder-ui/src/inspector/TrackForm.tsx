import { TRACK_FIELDS } from '../../../core/cadence/definitions/cadence.ts';
import { ChevronDown, ChevronUp, Split, Trash2 } from 'lucide-react';
import type { Item } from '../document/items.ts';
import { edit, select, undo, useEditor } from '../document/store.ts';
import { Button, IconButton } from '../parts/Button.tsx';
import { Field } from '../parts/Field.tsx';
import { showToast } from '../parts/toasts.ts';
import { useT } from '../strings/index.ts';

export function TrackForm({ item }: { item: Extract<Item, { type: 'track' }> }) {
  const t = useT();
  const document = useEditor((state) => state.document);
  const { track } = item;
  const index = document.tracks.findIndex((candidate) => candidate.id === track.id);
  const toggleTier = (tierId: string): void => {
    const tierIds = track.tierIds.includes(tierId) ? track.tierIds.filter((id) => id !== tierId) : [...track.tierIds, tierId];
    edit({ kind: 'updateTrack', trackId: track.id, patch: { tierIds } });
  };
  const remove = (): void => {
    if (!edit({ kind: 'removeTrack', trackId: track.id })) return;
    select([]);
    showToast({ text: t.edits.removed(track.name), tone: 'info', action: { label: t.history.undo, run: undo } });
  };
  return (
    <>
      <header className="inspector-head">
        <div className="inspector-title">
          <h2>{track.name}</h2>
          <span className="inspector-place">{t.inspector.track}</span>
        </div>
        <IconButton
          label={t.inspector.moveTrackUp}
          disabled={index === 0}
          icon={<ChevronUp size={17} aria-hidden />}
          onClick={() => edit({ kind: 'moveTrack', trackId: track.id, index: index - 1 })}
        />
        <IconButton
          label={t.inspector.moveTrackDown}
          disabled={index === document.tracks.length - 1}
          icon={<ChevronDown size={17} aria-hidden />}
          onClick={() => edit({ kind: 'moveTrack', trackId: track.id, index: index + 1 })}
        />
        <IconButton label={t.inspector.removeTrack} icon={<Trash2 size={17} aria-hidden />} onClick={remove} />
      </header>
      <div className="inspector-body">
        <Field label={t.inspector.trackName}>
          {(wiring) => (
            <input
              {...wiring}
              className="input"
              maxLength={TRACK_FIELDS.name.maxLength}
              value={track.name}
              onChange={(event) =>
                event.target.value && edit({ kind: 'updateTrack', trackId: track.id, patch: { name: event.target.value } }, { mergeKey: `${track.id}:name` })
              }
            />
          )}
        </Field>
        <fieldset className="check-list">
          <legend>{t.inspector.trackTiers}</legend>
          <p className="field-help">{t.inspector.trackTiersHelp}</p>
          {document.tiers.map((tier) => (
            <label key={tier.id}>
              <input type="checkbox" checked={track.tierIds.includes(tier.id)} onChange={() => toggleTier(tier.id)} />
              <span>{tier.name}</span>
            </label>
          ))}
        </fieldset>
        <div>
          <Button
            small
            icon={<Split size={15} aria-hidden />}
            onClick={() => edit({ kind: 'splitTrack', trackId: track.id, name: t.inspector.splitName(track.name), tierIds: track.tierIds.slice(1) })}
          >
            {t.inspector.splitTrack}
          </Button>
          <p className="field-help">{t.inspector.splitHelp}</p>
        </div>
      </div>
    </>
  );
}
