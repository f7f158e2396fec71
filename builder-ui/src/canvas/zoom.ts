import { useStore, type ReactFlowState } from '@xyflow/react';

/** Below this, words can't be read and cost paint time: cards become plain boxes. */
const FAR_BELOW = 0.42;
const isFar = (state: ReactFlowState): boolean => state.transform[2] < FAR_BELOW;

/** True when the ruler is looked at from afar; re-renders only when the threshold is crossed. */
export const useFarAway = (): boolean => useStore(isFar);
