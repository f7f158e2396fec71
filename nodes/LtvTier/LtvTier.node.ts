import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { nodeVersion, nodeVersions } from '../../core/workflow/index.ts';
import { asNodeError } from '../shared/as-node-error.ts';
import { ledgerConnectionTest } from '../shared/ledger-access.ts';
import { assignTiers } from './assign-tiers.ts';
import { ltvTierProperties } from './description.ts';

export class LtvTier implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Faixa do cliente',
    name: 'ltvTier',
    icon: { light: 'file:ltvTier.svg', dark: 'file:ltvTier.dark.svg' },
    group: ['transform'],
    version: nodeVersions('ltvTier'),
    defaultVersion: nodeVersion('ltvTier'),
    subtitle: '={{ ($parameter["tiers"]["tier"] || []).map((tier) => tier.name).join(" · ") }}',
    description: 'Separa os casos por faixa: quanto o cliente já comprou, quanto deve, se paga em dia e há quanto tempo é cliente',
    defaults: { name: 'Faixa do cliente' },
    inputs: [NodeConnectionTypes.Main],
    outputs:
      '={{ [...($parameter["tiers"]["tier"] || []).map((tier) => ({ type: "main", displayName: tier.name || "Faixa" })), { type: "main", displayName: "Com problema" }] }}',
    usableAsTool: true,
    credentials: [{ name: 'reguaLedger', required: false, testedBy: 'ledgerConnectionTest' }],
    properties: ltvTierProperties,
  };

  methods = { credentialTest: { ledgerConnectionTest } };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return asNodeError(this, () => assignTiers.call(this));
  }
}
