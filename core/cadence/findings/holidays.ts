import { cityHolidayProblems } from '../../calendar/index.ts';
import type { CadenceDocument } from '../document.ts';
import type { Finding } from './finding.ts';

/** Municipal holidays that say nothing new; those that can't be read never get into a document. */
export function* holidayFindings({ policies }: CadenceDocument): Generator<Finding> {
  for (const { code, index, message } of cityHolidayProblems(policies.cityHolidays)) {
    yield {
      code,
      severity: 'info',
      message,
      values: {},
      where: { field: `policies.cityHolidays.${index}` },
      fix: {
        label: 'Tirar da lista',
        operation: { kind: 'setPolicies', patch: { cityHolidays: policies.cityHolidays.filter((_, other) => other !== index) } },
      },
    };
  }
}
