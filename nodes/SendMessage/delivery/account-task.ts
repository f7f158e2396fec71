import type { RunSetting, TaskToOpen } from '../../../core/run/index.ts';
import { providerTask } from '../../../core/run/index.ts';
import type { ProviderName } from './provider-set.ts';

const LABELS: Readonly<Record<ProviderName, string>> = {
  smtp: 'servidor de e-mail',
  gateway: 'gateway de mensagens',
  evolution: 'WhatsApp (Evolution API)',
  manual: 'envio de cartas',
  none: 'provedor',
};

/** What a person has to mend before this provider sends again. */
export const accountTask = (name: ProviderName, error: string, { subject, cadence, on, now }: RunSetting): TaskToOpen<'provider'> =>
  providerTask(`${name}:${now}`, LABELS[name], error, subject.debtor, cadence.policies, on);
