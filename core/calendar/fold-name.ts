/** A city's name as it is compared: without accents, case, apostrophes' kinds or doubled spaces. */
export const foldName = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’´`]/g, "'").replace(/\s+/g, ' ').trim().toLowerCase();
