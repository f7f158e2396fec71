import type { MessagePurpose } from '../case/index.ts';
import type { LateEntry } from '../cadence/policies.ts';
import type { BLOCKS } from '../cadence/definitions/blocks.ts';
import type { CADENCE_FIELDS, STEP_FIELDS, TRACK_FIELDS } from '../cadence/definitions/cadence.ts';
import type { CREDITOR_FIELDS, FREQUENCY_FIELDS } from '../cadence/definitions/creditor.ts';
import type { TIERS } from '../cadence/definitions/tiers.ts';
import type { EVENTS } from '../cadence/definitions/trigger.ts';
import type { ParameterOf, ParametersOf } from './codecs/fields.ts';

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

type BlockParameters<Kind extends keyof typeof BLOCKS> = ParametersOf<(typeof BLOCKS)[Kind]['fields']> & { blockId: string };

export type DebtorLookupParameters = ParametersOf<typeof CADENCE_FIELDS> & {
  /** `due` takes today's cases; `import` writes incoming rows to the ledger; `find` looks one debtor up; `report` sums a day up; the rest answers to the LGPD. */
  operation: 'due' | 'import' | 'find' | 'export' | 'erase' | 'retention' | 'report' | 'unattributed' | 'attribute';
  portfolio: string;
  /** ISO date; empty = `REGUA_TODAY` or the clock, in America/Sao_Paulo. Any other day than the clock's is a rehearsal. */
  today: string;
  /** due */
  limit: number;
  creditor: ParametersOf<typeof CREDITOR_FIELDS>;
  frequency: ParametersOf<typeof FREQUENCY_FIELDS>;
  /** JSON text of every other policy of the document (`Policies` without `frequency`). */
  policies: string;
};

/** A tier's limits are text: empty = no condition. Amounts in reais, percentages 0–100. */
export interface LtvTierParameters {
  tiers: ParameterOf<typeof TIERS>;
}

export type CadenceStepParameters = ParametersOf<typeof TRACK_FIELDS> & {
  cadenceId: string;
  lateEntry: LateEntry;
  /** Something is said of an agreement's instalments; else the other debts' steps are not held back for it. */
  installments: boolean;
  /** As a step's `closedBy`, for the reaction to an agreement's instalment. */
  installmentClosedBy: string;
  steps: {
    step: (ParametersOf<typeof STEP_FIELDS> & {
      /** `action`: done when a Régua node of the step says so. `entered`: done when handed on (only foreign nodes follow). */
      doneWhen: 'action' | 'entered';
      /** Id of the block that ends the step; empty = any of ours does. */
      closedBy: string;
      /** What the step gives that a later one needs by law, and what it needs. */
      provides: '' | 'bureau-notice';
      requires: '' | 'bureau-notice';
      /** It needs a conversation before it. */
      formal: boolean;
    })[];
  };
};

export type ChannelChoiceParameters = BlockParameters<'channelChoice'> & {
  /** Of the message that the choice is for; the exporter derives it, so an import reads it from that message. */
  purpose: MessagePurpose;
};

/** `send` does it all; `composeOnly` composes and claims for the team's own sender; `confirm` closes such a claim. */
export type SendMessageParameters = BlockParameters<'message'> & { operation: 'send' | 'composeOnly' | 'confirm' };

export type NegotiateOfferParameters = BlockParameters<'offer'> & { operation: 'propose' | 'accept' | 'break' | 'reinstate' | 'promise' };

export type CreditBureauParameters = Omit<BlockParameters<'bureau'>, 'operation'> & { operation: 'request' | 'registered' | 'removal' | 'removed' | 'check' };

export type SmallClaimsParameters = BlockParameters<'smallClaims'> & { operation: 'prepare' | 'filed' | 'check' };

export type HumanTaskParameters = BlockParameters<'humanTask'>;

export interface ReguaTriggerParameters {
  cadenceId: string;
  /** What comes in by this door concerns this portfolio; empty = that of the cadence's newest run. */
  portfolio: string;
  /** One output per event, in this order. */
  events: ParameterOf<typeof EVENTS>;
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
