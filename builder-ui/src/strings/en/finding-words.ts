import type { CadenceDocument } from '../../../../core/cadence/document.ts';
import type { Finding, FindingValues } from '../../../../core/cadence/findings/finding.ts';
import { dayLabel } from '../../../../core/cadence/labels.ts';
import type { CadenceOperation } from '../../../../core/cadence/operations/operation.ts';
import { describeOperation } from './describe-operation.ts';
import { labels } from './labels.ts';
import { textFindingWords } from './text-finding-words.ts';

const CREDITOR_FIELDS = { name: "the company's name", document: "the company's CPF or CNPJ", address: "the company's address" };

const PARTS_OFF: { readonly [Part in FindingValues['part.disabled']['part']]: (track: string) => string } = {
  trigger: () => 'The trigger of events is switched off in n8n: no payment, answer or wish to be left alone reaches the cadence.',
  schedule: () => "The cadence's clock is switched off in n8n: it does not run by itself.",
  lookup: () => "The node of today's cases is switched off in n8n: the cadence fetches nobody.",
  tier: () => 'The node of client tiers is switched off in n8n: all clients would enter the first tier.',
  removal: () => 'The removal of registrations is switched off in n8n: who paid would stay registered.',
  track: (track) => `The track ${track} is switched off in n8n: all its cases would enter the first step, every day.`,
};

/** One sentence for each code, out of its values: a code without a sentence does not compile. */
const FINDINGS: { readonly [Code in keyof FindingValues]: (values: FindingValues[Code]) => string } = {
  'creditor.missing': ({ field }) => `Missing: ${CREDITOR_FIELDS[field]}. Every collection document has to show it (CDC, art. 42-A).`,
  'creditor.invalid-document': () => "The company's CPF or CNPJ is not valid.",
  'creditor.no-person': () => 'Say how the client reaches a person: telephone, WhatsApp or e-mail.',
  'creditor.no-payment': () => 'Say how the client pays: a payment link or a Pix key.',
  'portfolio.missing': () => 'Give the portfolio a name: it is the group of clients that this cadence works, and only this one.',
  'portfolio.shared': ({ portfolio, cadence, creditor }) =>
    `The cadence ${cadence}${creditor === '' ? '' : `, of ${creditor},`} uses the same portfolio, "${portfolio}". Only one of the two will run: give each cadence its own.`,
  'tier.no-default': () => 'Some clients fall into no tier. Leave the last one without conditions, to take all the others.',
  'tier.unreachable': ({ tier, before }) => `Nobody reaches the tier ${tier}: ${before} comes before it and takes everyone.`,
  'tier.no-track': ({ tier }) => `The tier ${tier} has no track: those clients would receive nothing.`,
  'track.unknown-tier': ({ track }) => `The track ${track} serves a tier that no longer exists.`,
  'track.unreachable': ({ track }) => `Nobody reaches the track ${track}: no client tier leads to it.`,
  'track.empty': ({ track }) => `The track ${track} has no steps yet.`,
  'step.empty': ({ step, day }) => `The step ${step} (${dayLabel(day)}) does nothing.`,
  'step.past-prescription': ({ day, years }) => `${dayLabel(day)} lies beyond the limitation period (${years} years): nothing can be collected there.`,
  'legal.before-due': ({ day }) => `On ${dayLabel(day)} the debt is not yet due: formal measures come after the due date.`,
  'legal.before-conversation': ({ day, contacts, days }) =>
    `The formal step on ${dayLabel(day)} wants ${contacts} contacts and ${days} days of conversation before it, and this track has less: it would wait.`,
  'bureau.no-notice': ({ day }) =>
    `The registration on ${dayLabel(day)} has no notice before it (CDC, art. 43 §2). Without a proven notice nothing is registered.`,
  'bureau.wait-too-short': ({ noticeDay, day, waitDays }) =>
    `Between the notice (${dayLabel(noticeDay)}) and the registration (${dayLabel(day)}) there are fewer than ${waitDays} days: the registration would wait.`,
  'small-claims.ineligible-creditor': () =>
    'Only natural persons, MEI, ME and EPP may sue in the small claims court (Lei 9.099/95, art. 8º). For this company, hand the case to a lawyer.',
  'frequency.same-day': ({ day, messages, limit }) =>
    `On ${dayLabel(day)} there are ${messages} messages and the limit is ${limit} a day: what exceeds it would be put off.`,
  'frequency.seven-days': ({ day, limit }) =>
    `Up to ${dayLabel(day)} there are more than ${limit} contacts in seven days: those beyond the limit would be put off.`,
  'channel-choice.unused': () => 'The channel is chosen, but no message after it uses the choice.',
  'channel.no-provider': ({ channel }) => `Nobody sends by ${labels.channels[channel]} yet. Choose who does in the rules, or take this channel out.`,
  'message.no-channel': () => 'The message waits for a chosen channel, but nothing before it chooses one.',
  'message.no-text': ({ channel }) => `This message has no text for ${labels.channels[channel]}.`,
  'message.no-subject': ({ channel }) => `The subject for ${labels.channels[channel]} is missing.`,
  'message.empty': () => 'The message has no text.',
  'message.offer-untold': () => 'The message invites to an agreement and does not show the offer: put {{ offer.summary }} into the text.',
  'message.thanks-ask': () => 'The thanks ask for money. Say thank you; what is still owed has a message of its own.',
  'message.survey-asks-nothing': () => 'The survey asks nothing: ask for a grade from 0 to 10.',
  'message.charges-who-left': () => 'Who asked not to be written to would be charged for it. Only a confirmation fits here.',
  'offer.untold': () => 'The offer is worked out and nobody is told: put a message after it.',
  'offer.unknown-policy': () => 'The offer has no offer policy: choose one in the rules.',
  'block.disabled': ({ block }) =>
    `"${block.kind === 'custom' ? block.label : labels.blocks[block.kind]}" is switched off in n8n: cases pass through it and nothing happens there.`,
  'part.disabled': ({ part, track }) => PARTS_OFF[part](track),
  'foreign.text': ({ node, code, excerpt }) =>
    `The node "${node}" sends a text that Régua would not send: "${excerpt}". ${textFindingWords({ code, severity: 'warning', excerpt, message: '' }).message}`,
  'secret.in-parameter': ({ node, path }) => `The node "${node}" keeps a password or key in ${path}. Move it to an n8n credential.`,
};

const CHARGES: Readonly<Record<string, string>> = {
  'charges.consumer-fine': 'The late fee exceeds the limit of 2% for consumers (CDC, art. 52 §1).',
  'charges.high-fine': 'The late fee is high and a judge may reduce it (Código Civil, art. 413). Check the contract.',
  'charges.high-interest': 'The interest exceeds the monthly ceiling. Lower it, or change the ceiling if your contract allows.',
  'charges.discount-everything': 'The discount for early payment leaves nothing of the debt. Check the percentage.',
};

export function findingWords(finding: Finding): string {
  const known = FINDINGS[finding.code as keyof FindingValues] as ((values: Finding['values']) => string) | undefined;
  if (known) return known(finding.values);
  const charges = CHARGES[finding.code];
  if (charges) return charges;
  const excerpt = 'excerpt' in finding.values ? (finding.values.excerpt ?? '') : '';
  const { message, suggestion } = textFindingWords({
    code: finding.code.replace(/^vocabulary\./, ''),
    severity: finding.severity,
    excerpt,
    message: finding.message,
  });
  return [excerpt && `"${excerpt}":`, message, suggestion].filter(Boolean).join(' ');
}

const FIXES: { readonly [Code in keyof FindingValues]?: string } = {
  'portfolio.missing': 'Give it its own portfolio',
  'portfolio.shared': 'Give it its own portfolio',
  'block.disabled': 'Switch it on again',
  'part.disabled': 'Switch it on again',
  'tier.no-default': 'Let the last tier take all the others',
  'tier.no-track': 'Put it on the first track',
  'track.unknown-tier': 'Take the missing tier out',
  'small-claims.ineligible-creditor': 'Make it a task for the legal team',
  'offer.untold': 'Put a message with the offer after it',
  'offer.unknown-policy': 'Use the first policy',
  'message.no-channel': 'Put a channel choice before it',
  'channel-choice.unused': 'Take the channel choice out',
};

/** The fix by name, or as the edit that it is. */
export function fixWords(finding: Finding, document: CadenceDocument): string {
  if (!finding.fix) return '';
  return FIXES[finding.code as keyof FindingValues] ?? describeOperation(lastOf(finding.fix.operation), document);
}

/** Of several edits at once, the one that they are for comes last. */
function lastOf(operation: CadenceOperation): CadenceOperation {
  return operation.kind === 'batch' && operation.operations.length > 0 ? lastOf(operation.operations.at(-1)!) : operation;
}
