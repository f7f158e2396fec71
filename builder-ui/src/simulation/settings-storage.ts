import type { Settings } from './settings.ts';
import { FIELDS, putAssumption, readAssumption, tierField } from './assumptions/fields.ts';

const KEY = 'regua.simulation';

/** The numbers of the last visit over the usual ones; whatever is not a number within its bounds is left out. */
export function readSettings(usual: Settings): Settings {
  try {
    return settingsFrom(JSON.parse(localStorage.getItem(KEY) ?? 'null') as unknown, usual);
  } catch {
    // Forbidden or damaged storage: the usual numbers.
    return usual;
  }
}

export function keepSettings(settings: Settings): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // As above: they hold for this visit.
  }
}

/** @param stored anything that was once written, or somebody else wrote */
export function settingsFrom(stored: unknown, usual: Settings): Settings {
  if (typeof stored !== 'object' || stored === null) return usual;
  const { debtors, days, seed, assumptions } = stored as Partial<Settings>;
  const whole = (value: unknown, min: number, max: number, otherwise: number): number =>
    typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max ? value : otherwise;
  let kept = usual.assumptions;
  if (typeof assumptions === 'object' && assumptions !== null) {
    const tiers = Object.keys(typeof assumptions.tiers === 'object' ? (assumptions.tiers ?? {}) : {});
    for (const { path, max } of [...Object.values(FIELDS).flat(), ...tiers.map(tierField)]) {
      const value = readAssumption(assumptions, path);
      if (value !== undefined && value >= 0 && value <= max) kept = putAssumption(kept, path, value);
    }
  }
  return {
    debtors: whole(debtors, 1, 100_000, usual.debtors),
    days: whole(days, 1, 720, usual.days),
    seed: whole(seed, 0, 999_999, usual.seed),
    assumptions: kept,
  };
}
