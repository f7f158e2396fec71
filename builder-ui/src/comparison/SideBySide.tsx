import { useMemo, useState } from 'react';
import { dayLabel } from '../../../core/cadence/labels.ts';
import type { CadenceDocument, Track } from '../../../core/cadence/document.ts';
import { waitRoom } from '../canvas/geometry.ts';
import { DueLine } from '../parts/DueLine.tsx';
import { Switch } from '../parts/Field.tsx';
import { useT } from '../strings/index.ts';
import type { AlignedVersions, ComparedTrack, DayRow } from './align-versions.ts';
import { ComparedStepCard, type Side } from './ComparedStepCard.tsx';
import { usePointedAt } from './highlight.ts';

export interface NamedVersion {
  readonly name: string;
  readonly document: CadenceDocument;
}

/** Two rulers back to back: one wooden day axis between them, the steps of each version on its own side. On a phone one above the other, day by day. */
export function SideBySide({ aligned, before, after }: { aligned: AlignedVersions; before: NamedVersion; after: NamedVersion }) {
  const t = useT();
  const [onlyChanges, setOnlyChanges] = useState(false);
  const sentencesOf = useMemo(() => {
    const byId = new Map<string, number[]>();
    for (const [index, { about }] of aligned.sentences.entries()) for (const id of about) byId.set(id, [...(byId.get(id) ?? []), index]);
    return byId;
  }, [aligned]);
  const tracks = onlyChanges ? aligned.tracks.flatMap(withChanges) : aligned.tracks;
  return (
    <section className="vs" aria-label={t.comparison.rulers}>
      <header className="vs-top">
        <h2 className="vs-version">{before.name}</h2>
        <h2 className="vs-version is-after">{after.name}</h2>
      </header>
      {aligned.sentences.length > 0 && <Switch label={t.comparison.onlyChanges} checked={onlyChanges} onChange={setOnlyChanges} />}
      {tracks.length === 0 && <p className="note">{t.comparison.noStepChanged}</p>}
      {tracks.map((track) => (
        <TrackRows key={track.key} track={track} before={before} after={after} sentencesOf={sentencesOf} />
      ))}
    </section>
  );
}

const NONE: readonly number[] = [];

function TrackRows({
  track,
  before,
  after,
  sentencesOf,
}: {
  track: ComparedTrack;
  before: NamedVersion;
  after: NamedVersion;
  sentencesOf: ReadonlyMap<string, readonly number[]>;
}) {
  const t = useT();
  const cards = (side: Side, row: DayRow) => {
    const version = side === 'before' ? before : after;
    return (
      <div className={`vs-side is-${side}`} data-version={version.name}>
        {row[side].map((compared) => (
          <ComparedStepCard
            key={compared.step.id}
            compared={compared}
            side={side}
            document={version.document}
            versionName={version.name}
            sentences={sentencesOf.get(compared.step.id) ?? NONE}
          />
        ))}
      </div>
    );
  };
  return (
    <section className="vs-track" aria-label={t.comparison.track((track.after ?? track.before)!.name)}>
      <header className="vs-track-head">
        <TrackName track={track.before} />
        <TrackName track={track.after} />
      </header>
      <ol className="vs-days">
        {track.rows.map((row) => (
          <li key={row.day} className="vs-day" style={{ paddingTop: 10 + waitRoom(row.missing) }}>
            {row.due && <DueLine />}
            <p className="vs-tick">{dayLabel(row.day)}</p>
            {cards('before', row)}
            {cards('after', row)}
          </li>
        ))}
        {track.dueAtEnd && (
          <li className="vs-day">
            <DueLine />
          </li>
        )}
      </ol>
    </section>
  );
}

function TrackName({ track }: { track: Track | null }) {
  const t = useT();
  const pointed = usePointedAt(track ? [track.id] : []);
  return <h3 className={`vs-track-name ${pointed ? 'is-pointed' : ''} ${track ? '' : 'is-missing'}`}>{track?.name ?? t.comparison.noTrackHere}</h3>;
}

function withChanges(track: ComparedTrack): ComparedTrack[] {
  const rows = track.rows.filter((row) => [...row.before, ...row.after].some(({ changes }) => changes.length > 0));
  return rows.length > 0 ? [{ ...track, rows: rows.map((row, index) => ({ ...row, due: dueBefore(rows, index) })) }] : [];
}

const dueBefore = (rows: readonly DayRow[], index: number): boolean => rows[index]!.day >= 0 && (rows[index - 1]?.day ?? -1) < 0;
