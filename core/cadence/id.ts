import { z } from 'zod';

/** Ids are stable through edits and export: letters, digits, `-` and `_`. */
export const idSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
