import { dayLabel } from '../../../core/cadence/labels.ts';
import { useT } from '../strings/index.ts';
import { useDrag } from './drag.ts';
import { CARD_WIDTH, LANE_TOP } from './geometry.ts';
import { insertionY, landingOf, type RulerLayout } from './layout.ts';

/** Where what is being dragged would land: a cell of the ruler, or a line between two blocks. */
export function CellHighlight({ layout }: { layout: RulerLayout }) {
  const t = useT();
  const target = useDrag((state) => state.target);
  const payload = useDrag((state) => state.payload);
  if (!target || !payload) return null;
  const lane = layout.lanes.find((candidate) => candidate.trackId === target.trackId);
  if (!lane) return null;
  const placed = layout.steps.find((step) => step.step.id === target.stepId);
  if (placed && payload.type !== 'steps') {
    return <div className="insert-line" style={{ transform: at(placed.x, insertionY(placed, target.index)), width: CARD_WIDTH }} />;
  }
  const { x, room } = landingOf(layout, target.trackId, target.day);
  const narrow = room < CARD_WIDTH;
  return (
    <div
      className={`cell-highlight ${narrow ? 'is-narrow' : ''}`}
      style={{
        transform: at(narrow ? x : x - CARD_WIDTH / 2, lane.y + LANE_TOP - 10),
        width: narrow ? 0 : CARD_WIDTH,
        height: lane.height - LANE_TOP,
      }}
    >
      <b>{dayLabel(target.day)}</b>
      <span>{placed ? t.canvas.joins(placed.step.name) : t.canvas.newStepHere}</span>
    </div>
  );
}

/** By transform, on a layer of its own: moving it paints nothing beneath it anew. */
const at = (x: number, y: number): string => `translate(${x}px, ${y}px)`;
