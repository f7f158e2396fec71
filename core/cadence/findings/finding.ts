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

/** `error` keeps a cadence from being published; `warning` asks to be read; `info` is good to know. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  /** One sentence in Portuguese. */
  readonly message: string;
  readonly where: FindingPlace;
  readonly fix?: { readonly label: string; readonly operation: CadenceOperation };
}

export type Check = (document: import('../document.ts').CadenceDocument) => Iterable<Finding>;
