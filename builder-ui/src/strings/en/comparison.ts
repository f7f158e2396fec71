import { pluralIn } from '../plural.ts';
import type { comparison as portuguese } from '../pt-BR/comparison.ts';

const plural = pluralIn('en');

export const comparison: typeof portuguese = {
  comparison: {
    with: 'Compare with',
    asOpened: 'As it was when opened',
    template: (name) => `Template ${name}`,
    noVersions: 'Keep a version before a big change: later you see both side by side.',
    thisOne: 'The cadence now',
    rulers: 'The two cadences, side by side',
    track: (name) => `Track ${name}`,
    noTrackHere: 'Does not have this track',
    onlyChanges: 'Show only what changed',
    noStepChanged: 'No step changed. The differences are in the rules.',
    whatChanged: 'What changed',
    nothingChanged: 'Nothing: both are the same.',
    kinds: { added: 'new', removed: 'removed', moved: 'another day', changed: 'changed' },
    blockKinds: { added: ', new block', removed: ', removed block', moved: ', block that moved', changed: ', block that changed' },
    otherTrack: 'another track',
    wentTo: (day) => `moved to ${day}`,
    cameFrom: (day) => `came from ${day}`,
    run: 'Simulate both',
    runAgain: 'Simulate both again',
    running: 'Simulating both…',
    before: 'Simulate to see what each would bring with the same clients and the same luck.',
    results: 'What each would bring',
    setup: (clients, days, seed) => `${plural(clients, 'client', 'clients')}, ${plural(days, 'day', 'days')}, seed ${seed}: the same for both.`,
    finished: 'Comparison ready.',
    outcome: 'What it comes to',
    figures: 'See the figures',
    measures: {
      difference: 'More than without contact',
      recovered: 'Recovered',
      settled: 'Clients who paid everything',
      contacts: 'Contacts',
      cost: 'Cost of contacts',
      costPerReal: 'Cost of each R$ 1 recovered',
      forgiven: 'Forgiven in agreements that were kept',
      work: 'The team’s work',
    },
    groups: { outcome: 'Outcome', channels: 'Contacts by channel', refusals: 'Contacts that were held back' },
    difference: 'Difference',
    hours: (amount) => `${amount} h`,
    differs: { more: (amount) => `${amount} more`, less: (amount) => `${amount} less`, same: () => 'the same' },
    cents: (amount) => `${amount} centavos`,
    verdict: { better: 'Better:', worse: 'Worse:' },
    verdicts: {
      recovered: (way, amount) =>
        ({ more: `The cadence now recovers ${amount} more.`, less: `The cadence now recovers ${amount} less.`, same: 'Both recover the same amount.' })[way],
      settled: (way, amount, one) =>
        ({
          more: one ? '1 more client settles everything.' : `${amount} more clients settle everything.`,
          less: one ? '1 client fewer settles everything.' : `${amount} fewer clients settle everything.`,
          same: 'As many clients settle everything.',
        })[way],
      contacts: (way, amount, one) =>
        ({
          more: `People get ${amount} more ${one ? 'contact' : 'contacts'}.`,
          less: `People get ${amount} fewer ${one ? 'contact' : 'contacts'}.`,
          same: 'People get as many contacts.',
        })[way],
      cost: (way, amount) =>
        ({ more: `The contacts cost ${amount} more.`, less: `The contacts cost ${amount} less.`, same: 'The contacts cost the same.' })[way],
      costPerReal: (way, amount) =>
        ({ more: `Each real recovered costs ${amount} more.`, less: `Each real recovered costs ${amount} less.`, same: 'Each real recovered costs the same.' })[
          way
        ],
    },
    luck: 'A small difference may be luck alone. Change the seed and simulate again: if it stays, it is the cadence.',
    open: 'See side by side',
  },
};
