import type { Channel } from '../case/index.ts';
import type { CadenceDocument, Step } from '../cadence/document.ts';
import { placedBlocks } from '../cadence/document.ts';
import type { Policies } from '../cadence/policies.ts';
import { channelsOf } from '../cadence/message-channels.ts';
import type { NodeKind } from './parameters.ts';

export type CredentialType = 'reguaLedger' | 'reguaSmtp' | 'reguaGateway' | 'reguaEvolution';
export type CredentialReferences = Readonly<Partial<Record<CredentialType, { readonly id: string; readonly name: string }>>>;

const CREDENTIAL_OF_PROVIDER: Partial<Record<Policies['channels'][Channel]['provider'], CredentialType>> = {
  smtp: 'reguaSmtp',
  gateway: 'reguaGateway',
  evolution: 'reguaEvolution',
};

/** The credentials a node needs, out of those that exist where it goes; `{}` when there is none to name. */
export function credentialsFor(
  document: CadenceDocument,
  kind: NodeKind,
  part: string,
  available: CredentialReferences = {},
): { credentials?: Record<string, { id: string; name: string }> } {
  const needed: CredentialType[] = ['reguaLedger'];
  if (kind === 'sendMessage') {
    for (const channel of messageChannels(document, part)) {
      const type = CREDENTIAL_OF_PROVIDER[document.policies.channels[channel].provider];
      if (type && !needed.includes(type)) needed.push(type);
    }
  }
  const named = needed.flatMap((type) => (available[type] ? [[type, { id: available[type].id, name: available[type].name }] as const] : []));
  return named.length === 0 ? {} : { credentials: Object.fromEntries(named) };
}

function messageChannels(document: CadenceDocument, blockId: string): readonly Channel[] {
  for (const place of placedBlocks(document)) {
    if (place.block.id !== blockId) continue;
    const blocks: Step['blocks'] = place.step?.blocks ?? document.events[place.event!];
    return channelsOf(blocks, place.index);
  }
  return [];
}
