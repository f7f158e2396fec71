import { pluralIn } from '../plural.ts';
import type { ruler as portuguese } from '../pt-BR/ruler.ts';

const plural = pluralIn('en');

export const ruler: typeof portuguese = {
  cadence: { about: 'The cadence', description: 'What this cadence is for' },
  canvas: {
    label: 'Collection ruler',
    help: 'Arrows walk between steps and blocks, Alt and arrows move, Enter edits, plus adds, Delete removes.',
    dueDate: 'due date',
    block: 'block',
    stepLabel: (day, name, blocks) => `${day}, ${name}, ${blocks === 0 ? 'no blocks' : plural(blocks, 'block', 'blocks')}`,
    addBlockTo: (step) => `Add block to ${step}`,
    addStepAfter: (step, day) => `Add step after ${step}, on ${day}`,
    addStepOn: (day) => `Add step on ${day}`,
    addFirst: 'Add the first step',
    addTrack: 'New track',
    cases: (count) => (count === 1 ? 'case' : 'cases'),
    trackNumber: (number) => `Track ${number}`,
    newStep: 'New step',
    newStepHere: 'new step here',
    joins: (step) => `joins ${step}`,
    dropOnRuler: 'drop on the ruler',
    dayTaken: (day) => `There is a step on ${day} already. Put blocks into it.`,
    noTier: 'no client tier',
    exampleDueDate: 'Show dates for a debt due on',
    minimap: 'Map of the ruler',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fit: 'See all',
    weekdays: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
    closedDay: 'no contact',
    emptyTitle: 'Your ruler begins here',
    emptyHelp: 'Drag a block to the day on which you want to talk to the client, or begin with a template.',
  },
  outline: {
    title: 'Cadence as a list',
    empty: 'No steps yet.',
    addStep: 'New step',
    earlier: 'A day earlier',
    later: 'A day later',
    edit: 'Edit',
    stepsOf: (track) => `Steps of the track ${track}`,
  },
};
