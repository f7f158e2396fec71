import { pluralIn } from '../plural.ts';
import type { portfolio as portuguese } from '../pt-BR/portfolio.ts';

const plural = pluralIn('en');

export const portfolio: typeof portuguese = {
  portfolio: {
    tooLarge: 'The spreadsheet is larger than 100 MB. Split the file, or import it in n8n.',
    downloadRefused: 'Download the refused rows',
    refusedFile: 'refused-rows.csv',
    line: 'line',
    reason: 'reason',
    moreRefused: (count) => `and ${plural(count, 'row', 'rows')} more, in the file.`,
  },
};
