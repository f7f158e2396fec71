import { memo } from 'react';
import type { RulerLayout } from './layout.ts';

/** The tracks' grounds, in flow coordinates beneath the cards. */
export const LaneBands = memo(function LaneBands({ layout }: { layout: RulerLayout }) {
  return layout.lanes.map((lane) => (
    <div key={lane.trackId} className="lane-band" style={{ top: lane.y, height: lane.height, width: layout.width, left: 0 }} />
  ));
});
