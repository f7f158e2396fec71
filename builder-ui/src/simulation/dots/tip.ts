import { create } from 'zustand';

/** Which dot the pointer is on, and where on the screen. */
export const useDotTip = create<{ readonly caseId: string | null; readonly x: number; readonly y: number }>()(() => ({ caseId: null, x: 0, y: 0 }));

export const showDotTip = (caseId: string, x: number, y: number): void => useDotTip.setState({ caseId, x, y });
export const hideDotTip = (): void => useDotTip.setState({ caseId: null });
