/** Sizes on the ruler, in flow units (pixels at zoom 1). Nodes carry them, so React Flow never has to measure. */
export const CARD_WIDTH = 220;
export const CARD_HEAD = 46;
export const BLOCK_HEIGHT = 54;
export const BLOCK_GAP = 4;
export const CARD_FOOT = 34;
export const CARD_PAD = 6;
/** Room for the track's name above its cards, and air below them. */
export const LANE_TOP = 54;
export const LANE_BOTTOM = 26;
export const LANE_MIN = 190;
export const LANE_GAP = 18;
/** Between neighbouring cards of one track: enough for the line's "+". */
export const CARD_GAP = 52;
/** Between the marks of two days whose cards stand in different tracks and may overlap. */
export const MARK_GAP = 92;
export const FIRST_GAP = 190;
export const LAST_GAP = 300;
/** Days that can still be reached before the first and after the last mark. */
export const DAYS_BEFORE = 15;
export const DAYS_AFTER = 60;
/** This close to a mark, a drop means that mark's day. */
export const SNAP = 26;
/** Where the line between cards runs, from the card's top. */
export const LINE_Y = CARD_HEAD / 2;

export function cardHeight(blocks: number): number {
  return CARD_HEAD + CARD_PAD + blocks * (BLOCK_HEIGHT + BLOCK_GAP) + CARD_FOOT;
}

/** A longer wait takes more room, but slowly: the ruler is compressed. */
export function waitRoom(missingDays: number): number {
  return missingDays === 0 ? 0 : 10 * Math.log2(1 + missingDays);
}
