import { BaseEdge, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { useT } from '../strings/index.ts';
import type { FlowLine as FlowLineType } from './flow-elements.ts';
import { useLineTraffic, useTraffic } from './traffic.ts';

/** The way from one step to the next; thicker the more cases take it. */
export const FlowLine = memo(function FlowLine({ id, sourceX, sourceY, targetX, targetY }: EdgeProps<FlowLineType>) {
  const t = useT();
  const count = useLineTraffic(id);
  const largest = useTraffic((state) => state.largest);
  const width = count === null ? 2 : 1.5 + 9 * Math.sqrt(count / Math.max(1, largest));
  return (
    <>
      <BaseEdge
        id={id}
        path={`M ${sourceX} ${sourceY} L ${targetX} ${targetY}`}
        style={{ strokeWidth: width }}
        className={count === null ? 'flow-line' : 'flow-line has-traffic'}
      />
      {count !== null && count > 0 && (
        <text className="line-count tabular" x={(sourceX + targetX) / 2} y={sourceY - 16} textAnchor="middle">
          {count.toLocaleString(t.app.locale)}
        </text>
      )}
    </>
  );
});
