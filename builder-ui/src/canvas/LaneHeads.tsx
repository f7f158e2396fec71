import { memo } from 'react';
import { select, useEditor } from '../document/store.ts';
import { useFindingMark } from '../findings/marks.ts';
import { useT } from '../strings/index.ts';
import type { Lane, RulerLayout } from './layout.ts';

/** The tracks' names, which stay at the left edge while the ruler moves beneath them. */
export const LaneHeads = memo(function LaneHeads({ layout }: { layout: RulerLayout }) {
  return (
    <div className="lane-heads">
      <div data-follows="y">
        {layout.lanes.map((lane) => (
          <LaneHead key={lane.trackId} lane={lane} />
        ))}
      </div>
    </div>
  );
});

const LaneHead = memo(function LaneHead({ lane }: { lane: Lane }) {
  const t = useT();
  const track = useEditor((state) => state.document.tracks.find((candidate) => candidate.id === lane.trackId));
  const tiers = useEditor((state) => state.document.tiers);
  const selected = useEditor((state) => state.selected.includes(lane.trackId));
  const mark = useFindingMark(lane.trackId);
  if (!track) return null;
  const names = track.tierIds.flatMap((id) => tiers.find((tier) => tier.id === id)?.name ?? []);
  return (
    <button
      type="button"
      className={`lane-head ${selected ? 'is-selected' : ''}`}
      style={{ '--y': lane.y } as React.CSSProperties}
      data-track={track.id}
      aria-pressed={selected}
      onClick={selectTrack}
    >
      <span className="visually-hidden">{t.inspector.track} </span>
      <b>{track.name}</b>
      <span>{names.length > 0 ? names.join(' · ') : t.canvas.noTier}</span>
      {mark && <span className={`mark mark-${mark.severity}`} aria-hidden />}
    </button>
  );
});

function selectTrack(event: React.MouseEvent<HTMLButtonElement>): void {
  select([event.currentTarget.dataset['track']!], null);
}
