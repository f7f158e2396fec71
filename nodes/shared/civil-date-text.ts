import { z } from 'zod';
import { isCivilDate } from '../../core/civil-date.ts';

export const civilDateText = z.string().refine(isCivilDate, { error: 'A data precisa ser como 2026-11-21.' });
