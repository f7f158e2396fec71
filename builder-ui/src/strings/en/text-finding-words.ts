import type { TextFinding } from '../../../../core/message/composed.ts';
import type { VocabularyCode } from '../../../../core/vocabulary/index.ts';

const VOCABULARY: Readonly<Record<VocabularyCode, string>> = {
  coercion: 'This pushes the person.',
  ridicule: 'This humiliates the person (CDC, art. 42).',
  'false-urgency': 'This is urgency that does not exist.',
  threat: 'This reads as a threat (CDC, art. 42).',
  exposure: 'This exposes the debt to others (CDC, art. 42).',
  legalese: 'This is lawyers’ language that few understand.',
  discrimination: 'This discriminates.',
  shouting: 'Capitals and exclamation marks read as shouting.',
  custom: 'Your company decided not to use this.',
};

const TEXTS: Readonly<Record<string, string>> = {
  ...VOCABULARY,
  'message.empty': 'The text is empty.',
  'message.no-text': 'There is no text for this channel.',
  'message.template-error': 'A field or condition is not closed or not written right.',
  'message.unknown-variable': 'There is no such field.',
  'message.missing-value': 'This field is empty for this client.',
  'message.placeholder': 'This looks like a blank to fill in and would go to the client as it is.',
  'message.sms-segments': 'This text takes several SMS; each one is charged.',
  'message.sms-accents': 'With accents each SMS holds 70 characters instead of 160.',
  'message.no-creditor': 'The message does not say who is writing.',
  'message.no-creditor-identification': "The company's name, address or document is missing (CDC, art. 42-A).",
  'message.no-payment': 'The message does not say how to pay.',
  'message.no-person': 'The message does not say how to reach a person.',
  'message.not-for-channel': 'This is too long for this channel.',
};

/** Replacements are Portuguese words for a Portuguese text and stay; advice that is a sentence is left out in favour of the reason. */
export function textFindingWords(finding: TextFinding): { message: string; suggestion: string } {
  const advice = finding.suggestion ?? '';
  return { message: TEXTS[finding.code] ?? 'Read this part of the text again.', suggestion: advice.endsWith('.') || advice.endsWith('?') ? '' : advice };
}
