import type { CityHoliday, Place } from './holidays.ts';

/** Where a debtor is, with the municipal holidays of the cadence's policies: what every decision about days there asks. */
export function debtorPlace(debtor: Pick<Place, 'uf' | 'city'>, policies: { readonly cityHolidays: readonly CityHoliday[] }): Place {
  return { uf: debtor.uf, city: debtor.city, cityHolidays: policies.cityHolidays };
}
