import type { CivilDate } from '../civil-date.ts';

/** Easter Sunday of a Gregorian year (anonymous algorithm, Nature 1876; as in Meeus, Astronomical Algorithms, ch. 8). */
export function easterOf(year: number): CivilDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const leapCenturies = Math.floor(century / 4);
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - leapCenturies - moonCorrection + 15) % 30;
  const weekdayShift = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const lateMoon = Math.floor((golden + 11 * epact + 22 * weekdayShift) / 451);
  const index = epact + weekdayShift - 7 * lateMoon + 114;
  return `${year}-${String(Math.floor(index / 31)).padStart(2, '0')}-${String((index % 31) + 1).padStart(2, '0')}`;
}
