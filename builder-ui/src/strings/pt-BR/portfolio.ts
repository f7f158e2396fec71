import { pluralIn } from '../plural.ts';

const plural = pluralIn('pt-BR');

/** Reading the user's own spreadsheet. */
export const portfolio = {
  portfolio: {
    tooLarge: 'A planilha passa de 100 MB. Divida o arquivo, ou importe pelo n8n.',
    downloadRefused: 'Baixar as linhas recusadas',
    refusedFile: 'linhas-recusadas.csv',
    line: 'linha',
    reason: 'motivo',
    moreRefused: (count: number) => `e mais ${plural(count, 'linha', 'linhas')}, no arquivo.`,
  },
};
