import { join } from 'node:path';
import type { IExecuteFunctions } from 'n8n-workflow';
import type { EvolutionSettings, GatewaySettings, SmtpSettings } from '../../providers/messaging/index.ts';
import { evolutionProvider, gatewayProvider, manualProvider, smtpProvider } from '../../providers/messaging/index.ts';
import { reguaFolder } from '../shared/ledger-folder.ts';
import type { ProviderFactory } from './delivery/provider-set.ts';

const MISSING = (label: string): string => `falta a credencial "${label}" neste nó`;

/** Makes the providers from this node's credentials; one that is missing is a reason, not a failure of the whole node. */
export function providersFromCredentials(context: IExecuteFunctions): ProviderFactory {
  const attached = context.getNode().credentials ?? {};
  return async (name) => {
    switch (name) {
      case 'smtp':
        return attached['reguaSmtp'] ? smtpProvider(await context.getCredentials<SmtpSettings>('reguaSmtp')) : MISSING('Régua: e-mail (SMTP)');
      case 'gateway':
        return attached['reguaGateway']
          ? gatewayProvider(await context.getCredentials<GatewaySettings>('reguaGateway'))
          : MISSING('Régua: gateway de mensagens');
      case 'evolution':
        return attached['reguaEvolution']
          ? evolutionProvider(await context.getCredentials<EvolutionSettings>('reguaEvolution'))
          : MISSING('Régua: WhatsApp (Evolution API)');
      case 'manual':
        return manualProvider({ folder: join(reguaFolder(), 'cartas') });
    }
  };
}
