import { z } from 'zod';
import { isCivilDate } from '../civil-date.ts';
import { UFS } from '../identity/uf.ts';

/** City holidays as the user supplies them: `on` is `MM-DD` (every year) or `YYYY-MM-DD`. */
export const cityHolidaysSchema = z.array(
  z.strictObject({
    uf: z.enum(UFS),
    city: z.string().min(1).max(100),
    on: z.string().refine((on) => isCivilDate(on.length === 5 ? `2024-${on}` : on), 'Escreva a data como 01-25 (todo ano) ou 2026-01-25.'),
    name: z.string().min(1).max(100),
  }),
);
