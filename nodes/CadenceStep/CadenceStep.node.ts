import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { nodeVersion, nodeVersions } from '../../core/workflow/index.ts';
import { asNodeError } from '../shared/as-node-error.ts';
import { ledgerConnectionTest } from '../shared/ledger-access.ts';
import { chooseSteps } from './choose-steps.ts';
import { cadenceStepProperties } from './description.ts';

export class CadenceStep implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Etapa da régua',
    name: 'cadenceStep',
    icon: { light: 'file:cadenceStep.svg', dark: 'file:cadenceStep.dark.svg' },
    group: ['transform'],
    version: nodeVersions('cadenceStep'),
    defaultVersion: nodeVersion('cadenceStep'),
    subtitle: '={{ $parameter["trackName"] || ($parameter["steps"]["step"] || []).length + " etapas" }}',
    description: 'Escolhe a etapa do dia de cada caso, contando da data de vencimento do título mais antigo',
    defaults: { name: 'Etapa da régua' },
    inputs: [NodeConnectionTypes.Main],
    outputs:
      '={{ [...($parameter["steps"]["step"] || []).map((step) => ({ type: "main", displayName: (step.day < 0 ? "D" + step.day : step.day > 0 ? "D+" + step.day : "D0") + " " + (step.name || "") })), { type: "main", displayName: "Nada hoje" }, { type: "main", displayName: "Parcela do acordo" }] }}',
    usableAsTool: true,
    credentials: [{ name: 'reguaLedger', required: false, testedBy: 'ledgerConnectionTest' }],
    properties: cadenceStepProperties,
  };

  methods = { credentialTest: { ledgerConnectionTest } };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return asNodeError(this, () => chooseSteps.call(this));
  }
}
