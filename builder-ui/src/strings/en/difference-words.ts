import type { Block } from '../../../../core/cadence/blocks.ts';
import type { DifferenceWords, WhereBlock } from '../../../../core/cadence/compare/index.ts';
import { dayLabel } from '../../../../core/cadence/labels.ts';
import type { Channel } from '../../../../core/case/channel.ts';
import { formatMoney } from '../../../../core/money.ts';
import { fields } from './fields.ts';
import { clockWords } from './clock-words.ts';
import { labels } from './labels.ts';

const inTrack = (track: string | undefined): string => (track === undefined ? '' : ` on the track ${track}`);
const placeName = ({ step, event }: WhereBlock): string => (step ? dayLabel(step.day) : `On "${labels.events[event!]}"`);
const channelName = (channel: Channel | 'chosen'): string => (channel === 'chosen' ? 'the chosen channel' : labels.channels[channel]);
const list = (channels: readonly Channel[]): string => channels.map((channel) => labels.channels[channel]).join(', ');
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function nameOf(block: Block): string {
  if (block.kind === 'message') return `the message "${labels.purposes[block.purpose]}"`;
  if (block.kind === 'humanTask') return `the task "${block.title}"`;
  if (block.kind === 'custom') return `the node "${block.label}"`;
  return `"${labels.blocks[block.kind]}"`;
}

export const differences: DifferenceWords = {
  renamed: (name) => `The cadence is now called ${name}.`,
  description: 'The description changed.',
  schedule: (before, after) => `It ran ${clockWords(before)} and now runs ${clockWords(after)}.`,
  creditor: "The company's data changed.",
  portfolio: (before, after) => `The portfolio went from ${before || 'none'} to ${after || 'none'}.`,
  policies: {
    contract: 'The rules of late fee, interest and correction changed.',
    windows: 'The contact hours changed.',
    cityHolidays: 'The city holidays changed.',
    vocabulary: 'The list of words changed.',
    channels: 'Who sends on each channel, or the cost, changed.',
    offers: 'The offer policies changed.',
    agreement: 'The rules of agreements changed.',
    payment: 'The rest that is let go after a payment changed.',
    promise: 'The rules of promises to pay changed.',
    lateEntry: 'How cases enter that arrive late already changed.',
    outage: 'What takes the place of a channel whose provider is down changed.',
    beforeFormal: 'The conversation before a formal step changed.',
    prescription: 'The limitation period changed.',
    bureau: 'The rules of the credit bureau changed.',
    smallClaims: 'The rules of the small claims court changed.',
  },
  frequency: (before, after) =>
    `The contact limit went from ${before.perDay} a day and ${before.perSevenDays} in seven days to ${after.perDay} a day and ${after.perSevenDays} in seven days.`,
  tierAdded: (name) => `New client tier: ${name}.`,
  tierRenamed: (before, after) => `The tier ${before} is now called ${after}.`,
  tierRule: (name) => `The conditions of the tier ${name} changed.`,
  tierRemoved: (name) => `The tier ${name} was deleted.`,
  tierOrder: 'The order of the tiers changed.',
  nobody: 'nobody',
  trackAdded: (name) => `New track: ${name}.`,
  trackRenamed: (before, after) => `The track ${before} is now called ${after}.`,
  trackServes: (name, before, after) => `The track ${name} served ${before} and now serves ${after}.`,
  trackRemoved: (name) => `The track ${name} was deleted.`,
  stepAdded: (step, track) => `New step on ${dayLabel(step.day)}: ${step.name}${inTrack(track)}.`,
  stepMoved: (step, fromDay) => `The step ${step.name} moved from ${dayLabel(fromDay)} to ${dayLabel(step.day)}.`,
  stepChangedTrack: (step, from, to) => `The step ${step.name} moved from the track ${from} to ${to}.`,
  stepRenamed: (step, before) => `${dayLabel(step.day)}: the step ${before} is now called ${step.name}.`,
  stepRemoved: (step, track) => `The step ${step.name} (${dayLabel(step.day)})${inTrack(track)} was deleted.`,
  blockAdded: (place, block) => `${placeName(place)}: ${nameOf(block)} came in.`,
  blockMoved: (block, from, to) => `${capital(nameOf(block))} moved from ${placeName(from)} to ${placeName(to)}.`,
  blockRemoved: (place, block) => `${placeName(place)}: ${nameOf(block)} went out.`,
  blockBecame: (place, before, after) => `${placeName(place)}: ${nameOf(before)} became ${nameOf(after)}.`,
  switched: (block) => `${nameOf(block)} ${block.disabled ? 'no longer happens (switched off in n8n)' : 'happens again (switched on in n8n)'}`,
  blockChanged: (block) => `${nameOf(block)} changed`,
  fields: fields.fields,
  clauses: {
    message: {
      channel: (before, after) => `the message moved from ${channelName(before)} to ${channelName(after)}`,
      purpose: (before, after) => `the message went from ${labels.purposes[before]} to ${labels.purposes[after]}`,
      texts: (_before, _after, block) => `the text of ${nameOf(block)} changed`,
      asksForAnswer: (_before, asks) => (asks ? 'the message now asks for an answer' : 'the message no longer asks for an answer'),
      aiWording: (_before, on) => (on ? 'wording by AI was switched on' : 'wording by AI was switched off'),
    },
    channelChoice: {
      channels: (before, after) => `the channels went from ${list(before)} to ${list(after)}`,
      maxCostCents: (_before, cents) => (cents === undefined ? 'the cost ceiling went' : `the cost ceiling became ${formatMoney(cents)}`),
      preferAnswered: (_before, prefers) =>
        prefers ? 'now prefers the channel on which the client answers' : 'no longer prefers the channel on which the client answers',
    },
  },
  fieldChanged: (block, label, before, after) =>
    `${nameOf(block)} changed: ${label}${before === undefined || after === undefined ? '' : `, from ${before} to ${after}`}`,
  yes: 'yes',
  no: 'no',
  nothing: 'nothing',
  at: (place, clause) => `${placeName(place)}: ${clause}.`,
  block: nameOf,
  place: placeName,
};
