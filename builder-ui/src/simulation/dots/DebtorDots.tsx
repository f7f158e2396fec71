import { useEffect, useMemo, useRef } from 'react';
import { layoutRuler } from '../../canvas/layout.ts';
import { useEditor } from '../../document/store.ts';
import { showPanel } from '../panel.ts';
import { followDebtor } from '../runs.ts';
import { useSimulation } from '../store.ts';
import './dots.css';
import { dotPoint, pathBetween, type Point } from './dot-paths.ts';
import { placeDots, type DotPlace } from './place-dots.ts';
import { hideDotTip, showDotTip } from './tip.ts';

const LONGEST_MS = 900;
const SHORTEST_MS = 160;
/** A walk takes as long as so many days are shown: quicker play, quicker walks, but never a jump. */
const DAYS_PER_WALK = 3;

/**
 * The followed debtors on the ruler, each standing for many. Their elements are made once and moved by hand:
 * a day that is shown renders no component, whatever the portfolio's size.
 */
export function DebtorDots() {
  const followed = useSimulation((state) => state.run?.followed);
  const document = useEditor((state) => state.document);
  const layout = useMemo(() => layoutRuler(document), [document]);
  const steps = useMemo(() => new Map(layout.steps.map((placed) => [placed.step.id, placed])), [layout]);
  const group = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const dots = new Map([...(group.current?.children ?? [])].map((dot) => [(dot as HTMLElement).dataset['case']!, dot as HTMLElement]));
    const calm = matchMedia('(prefers-reduced-motion: reduce)');
    let shown: { day: number; places: ReadonlyMap<string, DotPlace> } = { day: -1, places: new Map() };
    const draw = (): void => {
      const { run, shownDay, speed, playing } = useSimulation.getState();
      if (!run) return;
      const places = placeDots(run.followed, run.days, shownDay);
      const before = shown;
      const walks = playing && !calm.matches && shownDay === before.day + 1;
      const duration = Math.max(SHORTEST_MS, Math.min(LONGEST_MS, (DAYS_PER_WALK * 1000) / speed));
      for (const [id, place] of places) {
        const dot = dots.get(id);
        const earlier = before.places.get(id);
        if (!dot) continue;
        if (earlier?.outcome !== place.outcome) dot.dataset['outcome'] = place.outcome;
        if (earlier && samePlace(earlier, place)) continue;
        const end = dotPoint(steps, place);
        dot.hidden = end === null;
        if (!end) continue;
        dot.style.translate = at(end);
        for (const animation of dot.getAnimations()) animation.cancel();
        if (!walks || !earlier || earlier.stepId === place.stepId) continue;
        const from = earlier.stepId === null ? undefined : steps.get(earlier.stepId);
        walk(dot, pathBetween(layout, from, steps.get(place.stepId!)!, from ? dotPoint(steps, earlier) : null, end), duration);
      }
      shown = { day: shownDay, places };
    };
    draw();
    return useSimulation.subscribe((state, before) => {
      if (state.shownDay !== before.shownDay || (state.run !== before.run && before.run?.days.length === 0)) draw();
    });
  }, [followed, layout, steps]);

  if (!followed || followed.length === 0) return null;
  return (
    <div ref={group} className="dots" aria-hidden onPointerOver={tipOn} onPointerOut={hideDotTip} onClick={followClicked}>
      {followed.map(({ id }) => (
        <i key={id} className="dot" data-case={id} hidden />
      ))}
    </div>
  );
}

const samePlace = (a: DotPlace, b: DotPlace): boolean => a.stepId === b.stepId && a.slot === b.slot;
const at = ({ x, y }: Point): string => `${x}px ${y}px`;

function walk(dot: HTMLElement, path: readonly Point[], duration: number): void {
  const lengths = path.map((point, index) => (index === 0 ? 0 : Math.hypot(point.x - path[index - 1]!.x, point.y - path[index - 1]!.y)));
  const whole = Math.max(
    1,
    lengths.reduce((sum, length) => sum + length, 0),
  );
  let gone = 0;
  const frames = path.map((point, index) => ({ translate: at(point), offset: Math.min(1, (gone += lengths[index]!) / whole) }));
  dot.animate(frames, { duration, easing: 'ease-in-out' });
}

function tipOn(event: React.PointerEvent): void {
  const id = (event.target as HTMLElement).dataset['case'];
  if (id) showDotTip(id, event.clientX, event.clientY);
}

/** The pointer's way to somebody's story; by keyboard it is the search under "one person". */
function followClicked(event: React.MouseEvent): void {
  const id = (event.target as HTMLElement).dataset['case'];
  if (!id || !useSimulation.getState().run?.results) return;
  showPanel('person');
  followDebtor(id);
}
