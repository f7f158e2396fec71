import { appendFile, mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
// papaparse: quoting as spreadsheets expect it, already used to read portfolios.
import Papa from 'papaparse';
import { centsToDecimal } from '../../../core/money.ts';
import { formatCivilDate } from '../../../core/civil-date.ts';
import type { BureauLine, BureauProvider } from '../bureau-provider.ts';

export interface ManualBureauSettings {
  /** Where the batch files are put. */
  readonly folder: string;
  /** Names the batch: one file per execution, so that two executions never write into one file. */
  readonly batch: string;
}

const COLUMNS = [
  'Operação',
  'Código',
  'CNPJ/CPF do credor',
  'Credor',
  'CPF/CNPJ do devedor',
  'Devedor',
  'Endereço',
  'Cidade',
  'UF',
  'Título',
  'Vencimento',
  'Valor',
];

/** For bureaus by contract, whose layouts are not public: a spreadsheet of the batch for a person to send by the bureau's own page. */
export function manualBureau(settings: ManualBureauSettings): BureauProvider {
  const file = join(settings.folder, `negativacao-${settings.batch.replace(/[^A-Za-z0-9_-]/g, '_')}.csv`);
  return {
    async submit(lines) {
      await mkdir(settings.folder, { recursive: true, mode: 0o700 });
      const exists = await stat(file).then(
        () => true,
        () => false,
      );
      const rows = Papa.unparse([...(exists ? [] : [COLUMNS]), ...lines.map(columnsOf)], { delimiter: ';', newline: '\r\n', escapeFormulae: true });
      // The mark at the beginning is what makes Excel read accents right.
      await appendFile(file, `${exists ? '' : '\ufeff'}${rows}\r\n`, { mode: 0o600 });
      return { file };
    },
  };
}

function columnsOf(line: BureauLine): string[] {
  return [
    line.action === 'include' ? 'INCLUIR' : 'RETIRAR',
    line.entryId,
    line.creditorDocument,
    line.creditorName,
    line.debtorDocument,
    line.debtorName,
    line.address,
    line.city,
    line.uf,
    line.debtNumber,
    formatCivilDate(line.dueDate),
    centsToDecimal(line.amount).replace('.', ','),
  ];
}
