import type { Channel, DefaultReason, MessagePurpose } from '../case/index.ts';
import type { EventKind } from '../cadence/document.ts';
import type { CREDITOR_KINDS } from '../cadence/policies.ts';

/**
 * Parameters of each Régua node in n8n: the contract between `toWorkflow`/`fromWorkflow` and the nodes' descriptions.
 * Amounts are reais as numbers here, because n8n's form shows them; documents hold cents.
 * `blockId` empty means a node that was added by hand in n8n: the n8n node id stands in for it.
 */
export const NODE_PACKAGE = 'n8n-nodes-regua';
export const NODE_TYPES = {
  debtorLookup: `${NODE_PACKAGE}.debtorLookup`,
  ltvTier: `${NODE_PACKAGE}.ltvTier`,
  cadenceStep: `${NODE_PACKAGE}.cadenceStep`,
  channelChoice: `${NODE_PACKAGE}.channelChoice`,
  sendMessage: `${NODE_PACKAGE}.sendMessage`,
  negotiateOffer: `${NODE_PACKAGE}.negotiateOffer`,
  creditBureau: `${NODE_PACKAGE}.creditBureau`,
  smallClaims: `${NODE_PACKAGE}.smallClaims`,
  humanTask: `${NODE_PACKAGE}.humanTask`,
  reguaTrigger: `${NODE_PACKAGE}.reguaTrigger`,
} as const;
export type NodeKind = keyof typeof NODE_TYPES;

/** True for the type of any node of ours. */
export const isOwn = (type: string): boolean => type.startsWith(`${NODE_PACKAGE}.`);

export interface DebtorLookupParameters {
  /** `due` takes today's cases; `import` writes incoming rows to the ledger; `find` looks one debtor up; `report` sums a day up; the rest answers to the LGPD. */
  operation: 'due' | 'import' | 'find' | 'export' | 'erase' | 'retention' | 'report';
  portfolio: string;
  /** ISO date; empty = `REGUA_TODAY` or the clock, in America/Sao_Paulo. */
  today: string;
  /** due */
  limit: number;
  cadenceId: string;
  cadenceName: string;
  cadenceDescription: string;
  creditor: {
    name: string;
    document: string;
    address: string;
    city: string;
    uf: string;
    kind: (typeof CREDITOR_KINDS)[number];
    phone: string;
    whatsapp: string;
    email: string;
    paymentUrl: string;
    pixKey: string;
  };
  frequency: { perDay: number; perSevenDays: number };
  /** JSON text of every other policy of the document (`Policies` without `frequency`). */
  policies: string;
}

export interface LtvTierParameters {
  tiers: {
    tier: {
      id: string;
      name: string;
      description: string;
      /** Empty text = no condition. Amounts in reais, percentages 0–100. */
      minLifetimeValue: string;
      maxLifetimeValue: string;
      maxDebtToLifetimePercent: string;
      minPunctualityPercent: string;
      minRelationshipMonths: string;
      minDebt: string;
      maxDebt: string;
    }[];
  };
}

export interface CadenceStepParameters {
  cadenceId: string;
  trackId: string;
  trackName: string;
  lateEntry: 'latest-step' | 'first-step';
  /** The same for the reaction to an agreement's instalment. */
  installmentClosedBy: string;
  steps: {
    step: {
      id: string;
      name: string;
      day: number;
      /** `action`: done when a Régua node of the step says so. `entered`: done when handed on (only foreign nodes follow). */
      doneWhen: 'action' | 'entered';
      /** Id of the block that ends the step; empty = any of ours does. */
      closedBy: string;
      /** What the step gives that a later one needs by law, and what it needs. */
      provides: '' | 'bureau-notice';
      requires: '' | 'bureau-notice';
    }[];
  };
}

export interface ChannelChoiceParameters {
  blockId: string;
  channels: Channel[];
  /** Reais; 0 = no ceiling. */
  maxCost: number;
  preferAnswered: boolean;
  /** Of the message that the choice is for; the exporter derives it, so an import reads it from that message. */
  purpose: MessagePurpose;
}

export interface SendMessageParameters {
  /** `send` does it all; `composeOnly` composes and claims for the team's own sender; `confirm` closes such a claim. */
  operation: 'send' | 'composeOnly' | 'confirm';
  blockId: string;
  purpose: MessagePurpose;
  channel: Channel | 'chosen';
  texts: { text: { channel: Channel | 'any'; tierId: string; defaultReason: DefaultReason | ''; subject: string; body: string }[] };
  asksForAnswer: boolean;
  aiWording: boolean;
}

export interface NegotiateOfferParameters {
  operation: 'propose' | 'accept' | 'break' | 'reinstate' | 'promise';
  blockId: string;
  policyId: string;
}

export interface CreditBureauParameters {
  operation: 'request' | 'registered' | 'removal' | 'removed' | 'check';
  blockId: string;
  provider: 'manual';
}

export interface SmallClaimsParameters {
  operation: 'prepare' | 'filed' | 'check';
  blockId: string;
  provider: 'manual';
}

export interface HumanTaskParameters {
  blockId: string;
  title: string;
  instructions: string;
  team: string;
  dueInBusinessDays: number;
}

export interface ReguaTriggerParameters {
  cadenceId: string;
  /** One output per event, in this order. */
  events: EventKind[];
}

export interface NodeParameters {
  debtorLookup: DebtorLookupParameters;
  ltvTier: LtvTierParameters;
  cadenceStep: CadenceStepParameters;
  channelChoice: ChannelChoiceParameters;
  sendMessage: SendMessageParameters;
  negotiateOffer: NegotiateOfferParameters;
  creditBureau: CreditBureauParameters;
  smallClaims: SmallClaimsParameters;
  humanTask: HumanTaskParameters;
  reguaTrigger: ReguaTriggerParameters;
}
