import type { CivilDate } from '../civil-date.ts';
import { formatCivilDate } from '../civil-date.ts';

/** Said wherever a person looks at what was done for a day that is not the clock's. */
export function rehearsalNote(on: CivilDate): string {
  return `Ensaio: a data pedida (${formatCivilDate(on)}) não é a de hoje; nada saiu e nada foi gravado.`;
}

/** The same above a day's report, whose figures are real ones. */
export function rehearsalReportNote(on: CivilDate): string {
  return `Ensaio: a data pedida (${formatCivilDate(on)}) não é a de hoje. Este relatório conta só o que aconteceu de verdade nesse dia; ensaios não entram.`;
}

/** Something really happened on a day on which this n8n only rehearses. */
export function rehearsalEventNote(on: CivilDate): string {
  return `Ensaio: a data pedida (${formatCivilDate(on)}) não é a de hoje. O evento foi gravado com a data de hoje; o que o fluxo faz com ele não sai nem é gravado.`;
}
