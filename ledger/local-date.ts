import { localMoment, parseInstant, timeZoneOf } from '../core/calendar/index.ts';
import type { CivilDate } from '../core/civil-date.ts';
import { isUf } from '../core/identity/uf.ts';
import { instant } from './instants.ts';

/** The date of an instant where the debtor lives; Brasília's when the state is not known. */
export function localDateOf(at: string, place: { readonly uf: string; readonly city?: string | undefined }): CivilDate {
  return localMoment(parseInstant(instant(at)), timeZoneOf(isUf(place.uf) ? place.uf : 'DF', place.city)).date;
}
