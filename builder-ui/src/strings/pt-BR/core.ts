import type { Finding } from '../../../../core/cadence/findings/finding.ts';
import { clockWords } from '../../../../core/cadence/clock-words.ts';
import { PORTUGUESE_DIFFERENCES } from '../../../../core/cadence/compare/words.ts';
import type { CadenceDocument } from '../../../../core/cadence/document.ts';
import { BLOCK_LABELS, EVENT_LABELS, PURPOSE_LABELS } from '../../../../core/cadence/labels.ts';
import { describeOperation } from '../../../../core/cadence/operations/describe.ts';
import { CHANNEL_LABELS } from '../../../../core/case/channel.ts';
import type { ReguaError } from '../../../../core/errors.ts';
import { portugueseMergeWords } from '../../../../core/merge/words.ts';
import type { TextFinding } from '../../../../core/message/composed.ts';

/** What the core names and says. The core speaks Portuguese, so that here its own words pass through; another language writes them from the codes. */
export const core = {
  labels: { channels: CHANNEL_LABELS, blocks: BLOCK_LABELS, purposes: PURPOSE_LABELS, events: EVENT_LABELS },
  says: {
    operation: describeOperation,
    finding: (finding: Finding): string => finding.message,
    fix: (finding: Finding, _document: CadenceDocument): string => finding.fix?.label ?? '',
    textFinding: (finding: TextFinding): { readonly message: string; readonly suggestion: string } => ({
      message: finding.message,
      suggestion: finding.suggestion ?? '',
    }),
    refusal: (error: ReguaError): string => error.message,
    /** Of two versions; as sentences. */
    differences: PORTUGUESE_DIFFERENCES,
    /** Of the designer's cadence and n8n's; as sentences with both sides. */
    merge: portugueseMergeWords({ mine: 'aqui', theirs: 'no n8n' }),
    /** When a cadence runs. */
    clock: clockWords,
    /** A problem or a note of an imported file. */
    importNote: (_code: string, message: string, _values?: Readonly<Record<string, string | number>>): string => message,
  },
};
