import type { CivilDate } from '../civil-date.ts';

const MONTHS = ['janeiro', 'fevereiro', 'março', 'abril', 'maio', 'junho', 'julho', 'agosto', 'setembro', 'outubro', 'novembro', 'dezembro'];

/** A date as letters and petitions bear it: `1º de abril de 2026`. */
export function longDate(date: CivilDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day === 1 ? '1º' : day!} de ${MONTHS[month! - 1]!} de ${year!}`;
}
