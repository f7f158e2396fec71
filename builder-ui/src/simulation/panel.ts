import { create } from 'zustand';

export type Panel = 'ruler' | 'results' | 'person' | 'compare' | 'assumptions';

/** Which side of the simulation is looked at; apart from the runs, so that other parts can lead here without loading them. */
export const usePanel = create<{
  /** null: nothing was chosen yet. */
  readonly panel: Panel | null;
  /** Key of the version that is compared with; null = the first there is. */
  readonly comparedWith: string | null;
}>()(() => ({ panel: null, comparedWith: null }));

export const showPanel = (panel: Panel): void => usePanel.setState({ panel });

/** The key of a saved version among what can be compared with. */
export const versionKey = ({ id }: { readonly id: string }): string => `version:${id}`;
