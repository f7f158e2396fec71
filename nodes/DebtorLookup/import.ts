import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { maskDocument } from '../../core/identity/index.ts';
import { centsToDecimal } from '../../core/money.ts';
import { readRows } from '../../core/portfolio/index.ts';
import { ledgerOf } from '../shared/ledger-access.ts';
import { Outputs } from '../shared/outputs.ts';
import { readParameters } from '../shared/parameters.ts';
import { momentOf } from '../shared/today.ts';

const defaults = { portfolio: 'principal', today: '', columns: {} as { column?: readonly { header?: string; field?: string }[] } };

/** Writes rows, one per título, to the ledger as cases; what cannot be read leaves by the second output with every reason. */
export async function importPortfolio(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const parameters = readParameters(this, defaults)(0);
  const { today, now } = momentOf(parameters.today);
  const rows = this.getInputData().map(({ json }) => json);
  const { cases, invalid } = readRows(rows);
  const ledger = await ledgerOf(this);
  const outcomes = await ledger.importCases(
    cases,
    { portfolio: parameters.portfolio, on: today, at: now },
  );
  const outputs = new Outputs(2);
  for (const [index, outcome] of outcomes.entries()) {
    const { debtor, debts } = cases[index]!;
    outputs.push(
      0,
      {
        ...outcome,
        debtorName: debtor.name,
        documentMasked: maskDocument(debtor.document),
        debts: debts.length,
        principal: centsToDecimal(debts.reduce((sum, debt) => sum + debt.principal, 0)),
      },
      0,
    );
  }
  for (const { row, reasons } of invalid) outputs.push(1, { row, reasons, source: rows[row] ?? null }, row);
  return outputs.data;
}
