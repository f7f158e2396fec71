import { create } from 'zustand';
import type { CivilDate } from '../../../core/civil-date.ts';

/** A due date to read the ruler with: shows on which calendar days the steps would fall. `null` = only D-3, D+1 … */
export const useExampleDueDate = create<{ dueDate: CivilDate | null }>()(() => ({ dueDate: null }));
