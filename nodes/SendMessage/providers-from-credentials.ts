import type { IExecuteFunctions } from 'n8n-workflow';
import type { EvolutionSettings, GatewaySettings, MessageProvider, SmtpSettings } from '../../providers/messaging/index.ts';
import { evolutionProvider, gatewayProvider, isLoopback, manualProvider, rehearsalProvider, smtpProvider } from '../../providers/messaging/index.ts';
import type { MomentKind } from '../shared/today.ts';
import type { ProviderFactory } from './delivery/provider-set.ts';

/** What every sender's credential has beside its own fields: it ends on this machine, in a box where nobody but the tester reads. */
interface Marked {
  readonly outbox?: boolean;
}

/**
 * Makes the providers from this node's credentials; one that is missing or may not send on such a day is a reason, not a failure of the
 * whole node. A rehearsal's providers are none of them, whatever the credential says.
 */
export function providersFromCredentials(context: IExecuteFunctions, kind: MomentKind): ProviderFactory {
  const attached = context.getNode().credentials ?? {};
  async function sender<S extends object>(
    type: string,
    label: string,
    serverOf: (settings: S) => string,
    make: (settings: S) => MessageProvider,
  ): Promise<MessageProvider | string> {
    if (!attached[type]) return `falta a credencial "${label}" neste nó`;
    if (kind === 'rehearsal') return rehearsalProvider();
    const settings = await context.getCredentials<S & Marked>(type);
    return whyNot(label, settings, serverOf(settings), kind) ?? make(settings);
  }
  return async (name) => {
    switch (name) {
      case 'smtp':
        return sender<SmtpSettings>('reguaSmtp', 'Régua: e-mail (SMTP)', ({ host }) => host, smtpProvider);
      case 'gateway':
        return sender<GatewaySettings>('reguaGateway', 'Régua: gateway de mensagens', ({ baseUrl }) => baseUrl, gatewayProvider);
      case 'evolution':
        return sender<EvolutionSettings>('reguaEvolution', 'Régua: WhatsApp (Evolution API)', ({ baseUrl }) => baseUrl, evolutionProvider);
      case 'manual':
        return kind === 'rehearsal' ? rehearsalProvider() : manualProvider();
    }
  };
}

/** Why this sender may not send, if it may not: the mark promises that nobody is reached, and only what has it sends in a demonstration. */
function whyNot(label: string, { outbox }: Marked, server: string, kind: MomentKind): string | undefined {
  if (outbox && !isLoopback(server)) {
    return `a credencial "${label}" está marcada como caixa de saída de ensaio, mas o endereço dela não é desta máquina; nada saiu. Desmarque-a para enviar de verdade, ou use localhost`;
  }
  if (!outbox && kind === 'demonstration') {
    return `ensaio: a data pedida não é a de hoje, e a credencial "${label}" não está marcada como caixa de saída de ensaio; nada saiu`;
  }
  return undefined;
}
