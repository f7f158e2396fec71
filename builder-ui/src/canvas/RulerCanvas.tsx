import {
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useReactFlow,
  useStoreApi,
  ViewportPortal,
  MiniMap,
  type CoordinateExtent,
  type EdgeTypes,
  type NodeTypes,
  type OnSelectionChangeParams,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import './canvas.css';
import { useCallback, useEffect, useMemo, useRef, type ReactNode } from 'react';
import { select, useEditor } from '../document/store.ts';
import { useT } from '../strings/index.ts';
import { CanvasTools } from './CanvasTools.tsx';
import { DayNote } from './DayNote.tsx';
import { CellHighlight } from './CellHighlight.tsx';
import { EmptyHint } from './EmptyHint.tsx';
import { registerSurface, type DragPayload, type DropTarget } from './drag.ts';
import { FlowLine } from './FlowLine.tsx';
import { flowLines, stepNodes, type FlowLine as FlowLineEdge, type StepNode } from './flow-elements.ts';
import { registerReveal } from './focus-item.ts';
import { CARD_WIDTH, FIRST_GAP, LAST_GAP } from './geometry.ts';
import { handleCanvasKey } from './keyboard.ts';
import { LaneHeads } from './LaneHeads.tsx';
import { LaneBands } from './LaneBands.tsx';
import { dayAfter, dayAt, insertionIndex, laneAt, layoutRuler, type RulerLayout } from './layout.ts';
import { RulerStrip } from './RulerStrip.tsx';
import { StepCard } from './StepCard.tsx';

const nodeTypes: NodeTypes = { step: StepCard };
const edgeTypes: EdgeTypes = { line: FlowLine };
const PRO_OPTIONS = { hideAttribution: true };
const SMALLEST_ZOOM = 0.12;
const LARGEST_ZOOM = 1.6;
const READABLE_ZOOM = 0.86;
const MARGIN = 600;

/** The ruler to work on. `children` are drawn over it in its own coordinates. */
export default function RulerCanvas({ children }: { children?: ReactNode }) {
  return (
    <ReactFlowProvider>
      <Ruler overlay={children} />
    </ReactFlowProvider>
  );
}

function Ruler({ overlay }: { overlay: ReactNode }) {
  const t = useT();
  const document = useEditor((state) => state.document);
  const layout = useMemo(() => layoutRuler(document), [document]);
  const layoutRef = useRef(layout);
  layoutRef.current = layout;
  const { nodes, edges } = useFlowElements(layout);
  const wrapper = useRef<HTMLDivElement>(null);
  const flow = useReactFlow();
  const store = useStoreApi();

  // Overlays follow the viewport by one transform each: panning renders no component and restyles no card.
  useEffect(() => {
    let shownZoom = 0;
    const write = ([x, y, zoom]: readonly [number, number, number]): void => {
      for (const overlay of wrapper.current?.querySelectorAll<HTMLElement>('[data-follows]') ?? []) {
        overlay.style.transform = overlay.dataset['follows'] === 'x' ? `translateX(${x}px)` : `translateY(${y}px)`;
        if (zoom !== shownZoom) overlay.style.setProperty('--vz', String(zoom));
      }
      shownZoom = zoom;
    };
    write(store.getState().transform);
    return store.subscribe((state, before) => {
      if (state.transform !== before.transform) write(state.transform);
    });
  }, [store]);

  useEffect(() => {
    const locate = (clientX: number, clientY: number, payload: DragPayload): DropTarget | null => {
      const box = wrapper.current?.getBoundingClientRect();
      if (!box || clientX < box.left || clientX > box.right || clientY < box.top || clientY > box.bottom) return null;
      return targetAt(layoutRef.current, flow.screenToFlowPosition({ x: clientX, y: clientY }), payload);
    };
    registerSurface(wrapper.current, locate, (dx, dy) => void store.getState().panBy({ x: dx, y: dy }));
    return () =>
      registerSurface(
        null,
        () => null,
        () => {},
      );
  }, [flow, store]);

  const show = useCallback(
    (smallest: number, largest: number) => {
      const box = wrapper.current?.getBoundingClientRect();
      if (!box) return;
      const { width, height, steps } = layoutRef.current;
      const left = Math.min(FIRST_GAP, ...steps.map((step) => step.x));
      const used = width - left - LAST_GAP + CARD_WIDTH;
      const whole = Math.min((box.width - 64) / used, (box.height - 130) / height);
      const zoom = Math.min(largest, Math.max(smallest, whole));
      const x = used * zoom < box.width - 64 ? (box.width - used * zoom) / 2 - left * zoom : 32 - left * zoom;
      void flow.setViewport({ x, y: 78, zoom });
    },
    [flow],
  );
  const showWhole = useCallback(() => show(SMALLEST_ZOOM, 1), [show]);

  // A newly opened cadence is shown from its beginning, at a size that can be read.
  const documentId = document.id;
  useEffect(() => show(READABLE_ZOOM, 1), [documentId, show]);

  useEffect(() => registerReveal((id) => revealStep(id, layoutRef.current, wrapper.current, flow)), [flow]);

  // However far one pans, something of the cadence stays in sight.
  const extent = useMemo(
    (): CoordinateExtent => [
      [-MARGIN, -MARGIN / 2],
      [layout.width + MARGIN, layout.height + MARGIN],
    ],
    [layout.width, layout.height],
  );

  const labels = useMemo(
    () => ({
      'node.a11yDescription.default': '',
      'node.a11yDescription.keyboardDisabled': '',
      'edge.a11yDescription.default': '',
      'minimap.ariaLabel': t.canvas.minimap,
    }),
    [t],
  );
  const onPaneClick = useCallback(() => select([], useEditor.getState().current), []);
  const onSelectionChange = useCallback(({ nodes: picked }: OnSelectionChangeParams) => {
    if (picked.length > 0) select(picked.map((node) => node.id));
  }, []);

  return (
    <div className="canvas" ref={wrapper} onKeyDown={handleCanvasKey} role="group" aria-label={t.canvas.label} aria-describedby="canvas-help" tabIndex={0}>
      <p id="canvas-help" className="visually-hidden">
        {t.canvas.help}
      </p>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onlyRenderVisibleElements
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionKeyCode="Shift"
        selectionMode={SelectionMode.Partial}
        multiSelectionKeyCode={null}
        panOnScroll
        zoomOnDoubleClick={false}
        minZoom={SMALLEST_ZOOM}
        maxZoom={LARGEST_ZOOM}
        translateExtent={extent}
        onPaneClick={onPaneClick}
        onSelectionChange={onSelectionChange}
        ariaLabelConfig={labels}
        proOptions={PRO_OPTIONS}
      >
        <ViewportPortal>
          <LaneBands layout={layout} />
          <CellHighlight layout={layout} />
          {overlay}
        </ViewportPortal>
        <MiniMap
          className="minimap"
          pannable
          zoomable
          ariaLabel={t.canvas.minimap}
          nodeBorderRadius={12}
          nodeColor="var(--accent-line)"
          maskColor="color-mix(in oklch, var(--paper) 70%, transparent)"
          bgColor="var(--surface)"
        />
      </ReactFlow>
      <LaneHeads layout={layout} />
      <RulerStrip layout={layout} />
      <EmptyHint />
      <DayNote />
      <CanvasTools onFit={showWhole} />
    </div>
  );
}

function useFlowElements(layout: RulerLayout): { nodes: StepNode[]; edges: FlowLineEdge[] } {
  const document = useEditor((state) => state.document);
  const earlierNodes = useRef<Map<string, StepNode>>(new Map());
  const earlierEdges = useRef<Map<string, FlowLineEdge>>(new Map());
  return useMemo(() => {
    const nextDays = new Map(
      document.tracks.flatMap((track) => track.steps.map((step, index) => [step.id, dayAfter(step.day, track.steps[index + 1]?.day)] as const)),
    );
    earlierNodes.current = stepNodes(layout, nextDays, earlierNodes.current);
    earlierEdges.current = flowLines(document, earlierEdges.current);
    return { nodes: [...earlierNodes.current.values()], edges: [...earlierEdges.current.values()] };
  }, [document, layout]);
}

function targetAt(layout: RulerLayout, point: { x: number; y: number }, payload: DragPayload): DropTarget | null {
  const lane = laneAt(layout, point.y);
  if (!lane) return null;
  const day = dayAt(layout, point.x, lane.trackId);
  const placed = layout.steps.find((step) => step.trackId === lane.trackId && step.step.day === day);
  const stepId = placed?.step.id ?? null;
  return { trackId: lane.trackId, day, stepId, index: placed && payload.type !== 'steps' ? insertionIndex(placed, point.y) : 0 };
}

function revealStep(id: string, layout: RulerLayout, element: HTMLElement | null, flow: ReturnType<typeof useReactFlow>): void {
  const placed = layout.steps.find(({ step }) => step.id === id || step.blocks.some((block) => block.id === id));
  const box = element?.getBoundingClientRect();
  if (!placed || !box) return;
  const { x, y, zoom } = flow.getViewport();
  const left = placed.x * zoom + x;
  const top = placed.y * zoom + y;
  const right = left + CARD_WIDTH * zoom;
  const bottom = top + placed.height * zoom;
  const dx = left < 24 ? 48 - left : right > box.width - 24 ? box.width - 72 - right : 0;
  const dy = top < 90 ? 110 - top : bottom > box.height - 24 ? Math.max(box.height - 40 - bottom, 110 - top) : 0;
  if (dx !== 0 || dy !== 0) void flow.setViewport({ x: x + dx, y: y + dy, zoom });
}
