import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { idSchema } from '../../core/cadence/blocks.ts';
import { ReguaError } from '../../core/errors.ts';
import { ledgerOf } from '../shared/ledger-access.ts';
import { Outputs } from '../shared/outputs.ts';
import { requirePortfolio } from '../shared/portfolio-field.ts';
import { readParameters } from '../shared/parameters.ts';
import { momentOf } from '../shared/today.ts';

const defaults = { portfolio: '', toCadenceId: '' };

/** Once an execution. @throws ReguaError `settings.cadence-id`, `portfolio.unknown`, `portfolio.other-creditor`; then nothing has changed */
export async function handOver(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const parameters = readParameters(this, defaults)(0);
  const portfolio = requirePortfolio(parameters.portfolio);
  const cadenceId = idSchema.safeParse(parameters.toCadenceId.trim());
  if (!cadenceId.success)
    throw new ReguaError('settings.cadence-id', 'Escreva o código da régua que passa a trabalhar a carteira: letras, números, hífen ou sublinhado.', {
      field: 'toCadenceId',
    });
  const ledger = await ledgerOf(this);
  const { cadenceName, creditor } = await ledger.handOverPortfolio({ portfolio, cadenceId: cadenceId.data, at: momentOf(undefined).now });
  const outputs = new Outputs(1);
  outputs.push(
    0,
    {
      portfolio,
      cadenceId: cadenceId.data,
      creditor: creditor.name,
      why: [
        `A carteira "${portfolio}" passou à régua "${cadenceName}". As etapas dela começam pela que ainda faz sentido; o que já foi enviado conta nos limites de contato.`,
      ],
    },
    0,
  );
  return outputs.data;
}
