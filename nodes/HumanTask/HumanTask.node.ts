import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { nodeVersion, nodeVersions } from '../../core/workflow/index.ts';
import { asNodeError } from '../shared/as-node-error.ts';
import { ledgerConnectionTest } from '../shared/ledger-access.ts';
import { humanTaskProperties } from './description.ts';
import { openTasks } from './open-tasks.ts';

export class HumanTask implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Tarefa para uma pessoa',
    name: 'humanTask',
    icon: { light: 'file:humanTask.svg', dark: 'file:humanTask.dark.svg' },
    group: ['output'],
    version: nodeVersions('humanTask'),
    defaultVersion: nodeVersion('humanTask'),
    subtitle: '={{ $parameter["title"] }}',
    description: 'Passa o caso a uma pessoa da equipe, com prazo em dias úteis. A mesma tarefa nunca é aberta duas vezes.',
    defaults: { name: 'Tarefa para uma pessoa' },
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
    outputNames: ['Tarefa aberta', 'Falhou'],
    usableAsTool: true,
    credentials: [{ name: 'reguaLedger', required: false, testedBy: 'ledgerConnectionTest' }],
    properties: humanTaskProperties,
  };

  methods = { credentialTest: { ledgerConnectionTest } };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return asNodeError(this, () => openTasks.call(this), { asTool: true });
  }
}
