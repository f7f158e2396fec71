import type { Channel } from '../case/index.ts';
import type { CadenceDocument, Step } from '../cadence/document.ts';
import { placedBlocks } from '../cadence/document.ts';
import type { Policies } from '../cadence/policies.ts';
import { channelsOf } from '../cadence/message-channels.ts';
import type { N8nNode } from './n8n-workflow.ts';
import { isOwn, type NodeKind } from './parameters.ts';

export type CredentialType = 'reguaLedger' | 'reguaSmtp' | 'reguaGateway' | 'reguaEvolution' | 'reguaWebhook';
export interface CredentialReference {
  readonly id: string;
  readonly name: string;
}
export type CredentialReferences = Readonly<Partial<Record<CredentialType, CredentialReference>>>;

const CREDENTIAL_OF_PROVIDER: Partial<Record<Policies['channels'][Channel]['provider'], CredentialType>> = {
  smtp: 'reguaSmtp',
  gateway: 'reguaGateway',
  evolution: 'reguaEvolution',
};

/**
 * The credentials of a node that nobody gave any: of each type it needs, the one that most of its neighbours use, else one that exists
 * where it goes. `{}` when there is none to name.
 */
export function credentialsFor(
  document: CadenceDocument,
  kind: NodeKind,
  part: string,
  neighbours: ReadonlyMap<string, CredentialReference>,
  available: CredentialReferences = {},
): { credentials?: Record<string, CredentialReference> } {
  const needed: CredentialType[] = ['reguaLedger'];
  if (kind === 'reguaTrigger') needed.push('reguaWebhook');
  if (kind === 'sendMessage') {
    for (const channel of messageChannels(document, part)) {
      const type = CREDENTIAL_OF_PROVIDER[document.policies.channels[channel].provider];
      if (type && !needed.includes(type)) needed.push(type);
    }
  }
  const named = needed.flatMap((type) => {
    const reference = neighbours.get(type) ?? available[type];
    return reference ? [[type, { id: reference.id, name: reference.name }] as const] : [];
  });
  return named.length === 0 ? {} : { credentials: Object.fromEntries(named) };
}

/** The credential that most nodes use, by its type; of two used alike, the one met first. Nodes of other packages don't count. */
export function usedCredentials(nodes: Iterable<Pick<N8nNode, 'type'> & { readonly [key: string]: unknown }>): Map<string, CredentialReference> {
  const votes = new Map<string, Map<string, { reference: CredentialReference; count: number }>>();
  for (const node of nodes) {
    if (!isOwn(node.type) || typeof node['credentials'] !== 'object' || node['credentials'] === null) continue;
    for (const [type, reference] of Object.entries(node['credentials'])) {
      if (!isReference(reference)) continue;
      const byId = votes.get(type) ?? new Map<string, { reference: CredentialReference; count: number }>();
      votes.set(type, byId.set(reference.id, { reference, count: (byId.get(reference.id)?.count ?? 0) + 1 }));
    }
  }
  return new Map([...votes].map(([type, byId]) => [type, [...byId.values()].reduce((most, one) => (one.count > most.count ? one : most)).reference]));
}

function isReference(value: unknown): value is CredentialReference {
  const { id, name } = (typeof value === 'object' && value !== null ? value : {}) as { id?: unknown; name?: unknown };
  return typeof id === 'string' && id !== '' && typeof name === 'string';
}

function messageChannels(document: CadenceDocument, blockId: string): readonly Channel[] {
  for (const place of placedBlocks(document)) {
    if (place.block.id !== blockId) continue;
    const blocks: Step['blocks'] = place.step?.blocks ?? document.events[place.event!];
    return channelsOf(blocks, place.index);
  }
  return [];
}
