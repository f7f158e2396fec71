import { create } from 'zustand';
import type { Case } from '../../../core/case/index.ts';

/**
 * Whom previews and the simulation are shown for: made-up people, the sample portfolio, or the user's own file.
 * It lives in this page's memory only and never leaves the browser.
 */
export const usePortfolio = create<{ source: 'people' | 'sample' | 'file'; name: string; cases: readonly Case[]; shownId: string | null }>()(() => ({
  source: 'people',
  name: '',
  cases: [],
  shownId: null,
}));
