import { pluralIn } from '../plural.ts';
import type { n8n as portuguese } from '../pt-BR/n8n.ts';

const plural = pluralIn('en');

export const n8n: typeof portuguese = {
  publish: {
    title: 'Publish to n8n',
    intro: 'The cadence becomes a workflow in your n8n and runs every day at the set time.',
    keyMissing: 'Paste the API key of your n8n here.',
    url: 'Address of n8n',
    key: "n8n's API key",
    keyHelp: 'In n8n: Settings, n8n API, Create an API key. The key stays on this page only.',
    keyReady: "This demonstration's key is filled in already.",
    activate: 'Switch the workflow on after publishing',
    activateHelp: 'Off, it is ready for you to test in n8n.',
    create: 'Publish',
    update: 'Update what is published',
    working: 'Publishing…',
    done: (name) => `"${name}" is in n8n.`,
    doneActive: 'The workflow is on.',
    doneInactive: 'The workflow is off, ready to be tested.',
    open: 'Open in n8n',
    outbox: 'See the outbox',
    errorsFirst: (count) => `${plural(count, 'point needs', 'points need')} fixing before publishing.`,
    showFindings: 'See what to fix',
    changedThere: 'This workflow was changed in n8n after it was last published.',
    changedHelp: "Publishing now replaces what is there. You can open n8n's version first.",
    openThere: "Open n8n's version",
    overwrite: 'Publish anyway',
    publishedAt: (when) => `Published ${when}.`,
    alternatives: 'No key? You can also:',
    errors: {
      unauthorized: 'n8n did not accept the key. See whether it was copied whole and has not expired.',
      forbidden: 'This key may not create workflows. Make another one with the workflow scopes.',
      notFound: 'n8n says that this address does not exist. See whether the public API is on.',
      offline: 'n8n could not be reached. See whether it is running and the address is right.',
      noProxy: 'This page is not connected to an n8n. Open the designer by "npx n8n-nodes-regua serve", or download the workflow and import it in n8n.',
      rejected: (detail) => `n8n refused the workflow: ${detail}`,
      server: (status) => `n8n had a problem (error ${status}). Try again in a moment.`,
      activation: (detail) =>
        `The workflow was published, but n8n did not switch it on: ${detail}. Open it in n8n, choose the credentials and switch it on there.`,
    },
  },
  fromN8n: {
    title: 'Open from n8n',
    intro: 'Choose a workflow that has nodes of Régua. What was changed there shows here.',
    load: 'Fetch workflows',
    none: 'No workflow with nodes of Régua in this n8n.',
    active: 'on',
    inactive: 'off',
  },
  live: {
    menu: 'Cases now, from n8n…',
    title: 'Cases in each step, now',
    intro: 'Shows on the ruler how many cases stand in each step at this moment, read from the ledger by the published workflow.',
    show: 'Show on the ruler',
    hide: 'Stop showing',
    publishFirst: 'Publish this cadence to n8n first.',
    notReady: 'The workflow has to be on in n8n and have the Régua trigger.',
    day: 'The last day in n8n',
    secret: 'Secret of the events',
    secretHelp: 'That of the credential "Régua: segredo do webhook" on the Régua trigger, in n8n.',
    secretWrong:
      'The trigger did not accept the secret. See in n8n whether it has the credential "Régua: segredo do webhook" and whether the secret is the same.',
    unreachable: "The workflow's webhook did not answer. See whether the workflow is on.",
  },
};
