import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { runOperation } from '../shared/as-node-error.ts';
import { webhookSecretTest } from '../ReguaTrigger/webhook-secret.ts';
import { ledgerConnectionTest } from '../shared/ledger-access.ts';
import { assignPayments } from './assign.ts';
import { recordBankReturn } from './bank-return.ts';
import { recordBankStatement } from './bank-statement.ts';
import { paymentsProperties } from './description.ts';
import { recordNotices } from './notice.ts';
import { recordPayments } from './record.ts';
import { reversePayments } from './reverse.ts';
import { listUnmatched } from './unmatched.ts';

const operations = {
  record: recordPayments,
  bankReturn: recordBankReturn,
  bankStatement: recordBankStatement,
  notice: recordNotices,
  reverse: reversePayments,
  unmatched: listUnmatched,
  assign: assignPayments,
};

export class Payments implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Pagamentos',
    name: 'payments',
    icon: { light: 'file:payments.svg', dark: 'file:payments.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle:
      '={{ { record: "lançar", bankReturn: "ler retorno do banco", bankStatement: "ler extrato do banco", notice: "ler aviso de pagamento", reverse: "estornar", unmatched: "listar sem título", assign: "atribuir a um caso" }[$parameter["operation"]] }}',
    description:
      'Lança e estorna pagamentos, lê o retorno e o extrato do banco e os avisos de provedores, e mostra os que chegaram sem título para alguém os pôr no caso certo. O mesmo pagamento nunca conta duas vezes.',
    defaults: { name: 'Pagamentos' },
    inputs: [NodeConnectionTypes.Main],
    outputs:
      '={{ ({ record: ["Lançado", "Sem título ou com problema"], bankReturn: ["Lançado", "Para uma pessoa ver"], bankStatement: ["Lançado", "Para uma pessoa ver"], notice: ["Lançado", "Para consultar ou ver"], reverse: ["Estornado", "Não estornado"], unmatched: ["Sem título"], assign: ["Lançado", "Não lançado"] })[$parameter["operation"]].map((name) => ({ type: "main", displayName: name })) }}',
    usableAsTool: true,
    credentials: [
      { name: 'reguaLedger', required: false, testedBy: 'ledgerConnectionTest' },
      { name: 'reguaWebhook', required: false, testedBy: 'webhookSecretTest', displayOptions: { show: { operation: ['notice'] } } },
    ],
    properties: paymentsProperties,
  };

  methods = { credentialTest: { ledgerConnectionTest, webhookSecretTest } };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    // A debtor who talks with an agent must not be able to have a payment recorded by saying so, nor to see other people's: none of it is a tool.
    return runOperation(this, operations, 'unmatched');
  }
}
