import { ANNOUNCEMENT_FAMILIES } from './announcement.ts';
import { DISCRIMINATION_FAMILIES } from './discrimination.ts';
import { EXPOSURE_FAMILIES } from './exposure.ts';
import type { Family } from './family.ts';
import { LEGAL_FAMILIES } from './legal.ts';
import { MENACE_FAMILIES } from './menace.ts';
import { PRIVATE_LIFE_FAMILIES } from './private-life.ts';
import { RIDICULE_FAMILIES } from './ridicule.ts';
import { URGENCY_FAMILIES } from './urgency.ts';

export const FAMILIES: readonly Family[] = [...LEGAL_FAMILIES, ...EXPOSURE_FAMILIES, ...RIDICULE_FAMILIES, ...DISCRIMINATION_FAMILIES, ...URGENCY_FAMILIES, ...MENACE_FAMILIES, ...PRIVATE_LIFE_FAMILIES, ...ANNOUNCEMENT_FAMILIES];
