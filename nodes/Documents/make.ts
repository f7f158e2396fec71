import type { IBinaryKeyData, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Paper } from '../../ledger/index.ts';
import { bureauFileOf, courtPackageOf, lettersOf } from '../../ledger/index.ts';
import { forEachCase } from '../shared/for-each-case.ts';
import { ledgerOf } from '../shared/ledger-access.ts';
import { Outputs } from '../shared/outputs.ts';
import { readParameters } from '../shared/parameters.ts';
import { requirePortfolio } from '../shared/portfolio-field.ts';
import { momentOf } from '../shared/today.ts';

/** Each letter of a case that waits for the post. */
export async function letters(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  return forEachCase(this, { defaults: { caseId: '' }, outputs: 3, failureOutput: 2 }, async ({ subject, ledger }) =>
    outcomeOf(this, await lettersOf(ledger, subject.id), 'Nenhuma carta deste caso espera o correio.'),
  );
}

export async function courtPackages(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  return forEachCase(this, { defaults: { caseId: '' }, outputs: 3, failureOutput: 2 }, async ({ subject, moment, ledger }) => {
    const paper = await courtPackageOf(ledger, subject.id, moment.today);
    return outcomeOf(this, paper ? [paper] : [], 'Nenhuma ação deste caso espera ser protocolada.');
  });
}

/** One file for the portfolio. The incoming items only start it. */
export async function bureauFile(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const { portfolio } = readParameters(this, { portfolio: '' })(0);
  const paper = await bureauFileOf(await ledgerOf(this), requirePortfolio(portfolio), momentOf(undefined).today);
  const outputs = new Outputs(3);
  const { output, add, why = [], binary } = await outcomeOf(this, paper ? [paper] : [], 'Não há nada a pedir ao órgão nesta carteira.');
  outputs.push(output, { ...add, why }, 0, binary);
  return outputs.data;
}

/** The files beside the item, under `documento`, `documento2`…, and their names on it. */
async function outcomeOf(context: IExecuteFunctions, papers: readonly Paper[], nothing: string) {
  if (papers.length === 0) return { output: 1, add: {}, why: [nothing] };
  const binary: IBinaryKeyData = {};
  for (const [index, { bytes, fileName, mimeType }] of papers.entries())
    binary[index === 0 ? 'documento' : `documento${index + 1}`] = await context.helpers.prepareBinaryData(Buffer.from(bytes), fileName, mimeType);
  return { output: 0, add: { documents: papers.map(({ fileName }) => fileName) }, binary };
}
