import { create } from 'zustand';

/** The steps and tracks that are pointed at, by mouse or keyboard, from a sentence or from the ruler. */
const useHighlight = create<{ readonly about: readonly string[] }>()(() => ({ about: [] }));

const NOTHING: readonly string[] = [];

export const pointAt = (about: readonly string[]): void => useHighlight.setState({ about });
export const pointAway = (): void => useHighlight.setState({ about: NOTHING });

/** True while one of these is pointed at. */
export const usePointedAt = (ids: readonly string[]): boolean => useHighlight((state) => ids.some((id) => state.about.includes(id)));
