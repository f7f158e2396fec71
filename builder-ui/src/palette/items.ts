import type { PaletteItem } from '../canvas/drag.ts';
import type { Strings } from '../strings/pt-BR/index.ts';

export type PaletteGroup = 'talk' | 'solve' | 'formal';

/** What can be put on the ruler, in the order in which a cadence usually grows firmer. */
export const PALETTE: readonly { readonly group: PaletteGroup; readonly item: PaletteItem; readonly describe: keyof Strings['palette']['describe'] }[] = [
  { group: 'talk', item: { kind: 'message', purpose: 'reminder' }, describe: 'reminder' },
  { group: 'talk', item: { kind: 'message', purpose: 'charge' }, describe: 'charge' },
  { group: 'talk', item: { kind: 'message', purpose: 'formal' }, describe: 'formal' },
  { group: 'talk', item: { kind: 'message', purpose: 'thanks' }, describe: 'thanks' },
  { group: 'talk', item: { kind: 'channelChoice' }, describe: 'channelChoice' },
  { group: 'solve', item: { kind: 'offer' }, describe: 'offerBlock' },
  { group: 'solve', item: { kind: 'message', purpose: 'offer' }, describe: 'offer' },
  { group: 'solve', item: { kind: 'humanTask' }, describe: 'humanTask' },
  { group: 'formal', item: { kind: 'message', purpose: 'bureau-notice' }, describe: 'bureau-notice' },
  { group: 'formal', item: { kind: 'bureau' }, describe: 'bureau' },
  { group: 'formal', item: { kind: 'message', purpose: 'legal-notice' }, describe: 'legal-notice' },
  { group: 'formal', item: { kind: 'smallClaims' }, describe: 'smallClaims' },
  { group: 'formal', item: { kind: 'step' }, describe: 'step' },
];
