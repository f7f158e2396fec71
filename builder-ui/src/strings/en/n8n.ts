import { pluralIn } from '../plural.ts';
import type { n8n as portuguese } from '../pt-BR/n8n.ts';

const plural = pluralIn('en');

/** The first few by name; the rest as a number. */
const some = (names: readonly string[]): string => {
  const shown = names.slice(0, 4).map((name) => `"${name}"`);
  return names.length > 4 ? `${shown.join(', ')} and ${names.length - 4} more` : shown.join(', ');
};

/** n8n's settings of a workflow, by the name its API gives them. */
const SETTINGS: Readonly<Record<string, string>> = {
  timezone: 'time zone',
  executionTimeout: 'longest time of a run',
  errorWorkflow: 'workflow called on errors',
  saveDataErrorExecution: 'keeping runs with errors',
  saveDataSuccessExecution: 'keeping runs without errors',
  saveManualExecutions: 'keeping runs by hand',
  saveExecutionProgress: 'keeping the progress',
  callerPolicy: 'who may call this workflow',
  callerIds: 'workflows that may call this one',
};

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
    review: 'See what changes in n8n',
    reading: 'Reading what is in n8n…',
    goes: 'What will change in n8n',
    goesNothing: 'Nothing: n8n has everything that is here.',
    comes: 'What changed in n8n and comes along to here',
    unread: 'What is in n8n and cannot be read here stays there as it is',
    conflicts: 'Changed here and in n8n: choose which counts',
    conflictHelp: 'Nothing is sent before you have decided each one.',
    here: 'From here',
    there: 'From n8n',
    undecided: (count) => `${plural(count, 'decision is', 'decisions are')} missing before publishing.`,
    resultErrors: (count) => `With what comes from n8n, ${plural(count, 'point needs', 'points need')} fixing before publishing.`,
    movedNow: 'Somebody saved the workflow in n8n just now. Nothing was sent; see once more what changes.',
    gone: "This cadence's workflow is no longer in n8n: it was deleted, archived or left without nodes of Régua.",
    goneHelp: 'Publishing makes a new workflow there, with what is known of the earlier one.',
    again: 'Publish again',
    merged: 'Bring the changes from n8n',
    secretName: (cadence) => `Régua: secret of ${cadence}`,
    secretTitle: 'Secret of the events',
    secretHelp:
      'Payments, replies and deliveries come into the cadence only when whoever sends them shows this secret. Keep it now, in a safe place: it is not shown again. Whoever connects your system to n8n puts the secret into the Authorization header of each request.',
    copySecret: 'Copy the secret',
    secretCopied: 'Secret copied.',
    secretCopyFailed: 'Could not copy. Select the secret and copy it by hand.',
    inN8n: {
      credentials: (nodes) => `Credentials were chosen or changed in ${some(nodes)}.`,
      renamed: (nodes) => `${plural(nodes.length, 'node was renamed', 'nodes were renamed')}: ${some(nodes)}.`,
      moved: (count) => `${plural(count, 'node moved', 'nodes moved')} on the canvas.`,
      adjusted: (nodes) => `Settings that exist in n8n only changed in ${some(nodes)}.`,
      added: (nodes) => `${plural(nodes.length, 'foreign node came in', 'foreign nodes came in')}: ${some(nodes)}.`,
      removed: (nodes) => `${plural(nodes.length, 'node went out', 'nodes went out')}: ${some(nodes)}.`,
      connections: 'Connections between nodes changed.',
      settings: (keys) => `Settings of the workflow changed: ${keys.map((key) => (Object.hasOwn(SETTINGS, key) ? SETTINGS[key] : key)).join(', ')}.`,
    },
    publishedAt: (when) => `Published on ${when}.`,
    alternatives: 'No key? You can also:',
    errors: {
      unauthorized: 'n8n did not accept the key. See whether it was copied whole and has not expired.',
      forbidden: 'This key may not create workflows. Make another one with the workflow scopes.',
      notFound: 'n8n says that this address does not exist. See whether the public API is on.',
      offline: 'n8n could not be reached. See whether it is running and the address is right.',
      noProxy: 'This page is not connected to an n8n. Open the designer by "npx n8n-nodes-regua serve", or download the workflow and import it in n8n.',
      rejected: (detail) => `n8n refused the workflow: ${detail}`,
      server: (status) => `n8n had a problem (error ${status}). Try again in a moment.`,
      secret: (detail) =>
        `n8n did not allow the credential with the secret of the events to be made${detail === '' ? '' : ` (${detail})`}. The workflow was published without being switched on. Use a key with the scope credential:create, or make a credential "Régua: segredo do webhook" in n8n, choose it in the trigger node and switch the workflow on.`,
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
