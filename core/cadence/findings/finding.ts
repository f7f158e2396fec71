import type { Channel } from '../../case/index.ts';
import type { VocabularyCode } from '../../vocabulary/index.ts';
import type { Block } from '../blocks.ts';
import type { EventKind } from '../document.ts';
import type { CadenceOperation } from '../operations/index.ts';

/** The place a finding is about, as ids of the document. */
export interface FindingPlace {
  readonly trackId?: string;
  readonly stepId?: string;
  readonly blockId?: string;
  readonly event?: EventKind;
  readonly tierId?: string;
  /** Path inside the document or block, such as `creditor.address` or `texts.0.body`. */
  readonly field?: string;
}

export type Severity = 'error' | 'warning' | 'info';

/** What the sentence of each code is made of, for who writes it in another language. */
export interface FindingValues {
  'creditor.missing': { readonly field: 'name' | 'document' | 'address' };
  'creditor.invalid-document': NoValues;
  'creditor.no-person': NoValues;
  'creditor.no-payment': NoValues;
  'portfolio.missing': NoValues;
  /** `creditor` may be empty. */
  'portfolio.shared': { readonly portfolio: string; readonly cadence: string; readonly creditor: string };
  'tier.no-default': NoValues;
  'tier.unreachable': { readonly tier: string; readonly before: string };
  'tier.no-track': { readonly tier: string };
  'track.unknown-tier': { readonly track: string };
  'track.unreachable': { readonly track: string };
  'track.empty': { readonly track: string };
  'step.empty': { readonly step: string; readonly day: number };
  'step.past-prescription': { readonly day: number; readonly years: number };
  'legal.before-due': { readonly day: number };
  'legal.before-conversation': { readonly day: number; readonly contacts: number; readonly days: number };
  'bureau.no-notice': { readonly day: number };
  'bureau.wait-too-short': { readonly noticeDay: number; readonly day: number; readonly waitDays: number };
  'small-claims.ineligible-creditor': NoValues;
  'frequency.same-day': { readonly day: number; readonly messages: number; readonly limit: number };
  'frequency.seven-days': { readonly day: number; readonly limit: number };
  'channel-choice.unused': NoValues;
  'channel.no-provider': { readonly channel: Channel };
  'message.no-channel': NoValues;
  'message.no-text': { readonly channel: Channel };
  'message.no-subject': { readonly channel: Channel };
  'message.empty': NoValues;
  'message.offer-untold': NoValues;
  'message.thanks-ask': NoValues;
  'message.survey-asks-nothing': NoValues;
  'message.charges-who-left': NoValues;
  'offer.untold': NoValues;
  'offer.unknown-policy': NoValues;
  'block.disabled': { readonly block: Block };
  'part.disabled': { readonly part: 'trigger' | 'schedule' | 'lookup' | 'tier' | 'removal' | 'track'; readonly track: string };
  'foreign.text': { readonly node: string; readonly code: VocabularyCode; readonly excerpt: string };
  'secret.in-parameter': { readonly node: string; readonly path: string };
}
type NoValues = Readonly<Record<never, never>>;

/** `error` keeps a cadence from being published; `warning` asks to be read; `info` is good to know. */
interface Found {
  readonly severity: Severity;
  /** One sentence in Portuguese. */
  readonly message: string;
  readonly where: FindingPlace;
  readonly fix?: { readonly label: string; readonly operation: CadenceOperation };
}

/** A finding of the cadence as a whole: its code says what its values are. */
export type CadenceFinding = { [Code in keyof FindingValues]: Found & { readonly code: Code; readonly values: FindingValues[Code] } }[keyof FindingValues];

/** What another check found in a text, in contract terms or in a file: the code is that check's own. */
export interface PassedOnFinding extends Found {
  readonly code: string;
  readonly values: {
    /** The words it is about. */
    readonly excerpt?: string;
  };
}

export type Finding = CadenceFinding | PassedOnFinding;

export type Check = (document: import('../document.ts').CadenceDocument) => Iterable<Finding>;
