import { describe, expect, test } from 'vitest';
import { blockSchema } from '../cadence/blocks.ts';
import type { Block } from '../cadence/blocks.ts';
import { cadenceSchema } from '../cadence/document.ts';
import { closesStep, plannedStep, planOf } from './plan-of.ts';

const block = (kind: string, over: object = {}): Block => blockSchema.parse({ id: kind, kind, ...over });
const message = (purpose: string): Block => block('message', { purpose, texts: [{ body: 'Olá' }] });
const BLOCKS: Record<string, Block> = {
  message: message('charge'),
  bureau: block('bureau', { action: 'request' }),
  smallClaims: block('smallClaims'),
  humanTask: block('humanTask', { title: 'Ligar' }),
  channelChoice: block('channelChoice', { channels: ['sms'] }),
  offer: block('offer', { policyId: 'p' }),
  custom: block('custom', { label: 'Slack', node: {} }),
};
const stepOf = (...blocks: Block[]) => ({ id: 's', name: 'S', day: 5, blocks });

describe('a track as the choice of a step sees it', () => {
  test.each([
    ['message', true],
    ['bureau', true],
    ['smallClaims', true],
    ['humanTask', true],
    ['channelChoice', false],
    ['offer', false],
    ['custom', false],
  ])('a block %s closes its step: %s', (kind, closes) => {
    expect(closesStep(BLOCKS[kind]!)).toBe(closes);
    expect(plannedStep(stepOf(BLOCKS[kind]!)).doneWhen).toBe(closes ? 'action' : 'entered');
  });

  test('an empty step is done when it is entered, a mixed one when its action says so', () => {
    expect(plannedStep(stepOf())).toEqual({ id: 's', name: 'S', day: 5, doneWhen: 'entered' });
    expect(plannedStep(stepOf(BLOCKS['custom']!, BLOCKS['message']!)).doneWhen).toBe('action');
  });

  test('of several blocks that could end the step the last one does, whatever prepares or follows', () => {
    expect(plannedStep(stepOf(BLOCKS['channelChoice']!, BLOCKS['message']!, BLOCKS['humanTask']!, BLOCKS['custom']!))).toMatchObject({ closedBy: 'humanTask' });
    expect(plannedStep(stepOf(BLOCKS['humanTask']!, BLOCKS['offer']!, BLOCKS['message']!))).toMatchObject({ closedBy: 'message' });
    expect(plannedStep(stepOf(BLOCKS['channelChoice']!, BLOCKS['message']!))).not.toHaveProperty('closedBy');
  });

  test('a notice is what a registration needs; a removal needs none, and no other message gives one', () => {
    expect(plannedStep(stepOf(message('bureau-notice')))).toMatchObject({ provides: 'bureau-notice' });
    expect(plannedStep(stepOf(message('legal-notice')))).not.toHaveProperty('provides');
    expect(plannedStep(stepOf(BLOCKS['channelChoice']!, message('bureau-notice')))).toMatchObject({ provides: 'bureau-notice' });
    expect(plannedStep(stepOf(BLOCKS['bureau']!))).toMatchObject({ requires: 'bureau-notice' });
    expect(plannedStep(stepOf(block('bureau', { action: 'removal' })))).not.toHaveProperty('requires');
    expect(plannedStep(stepOf(BLOCKS['humanTask']!, BLOCKS['bureau']!))).toMatchObject({ requires: 'bureau-notice' });
  });

  test('steps come in order of day, those of one day as they were', () => {
    const document = cadenceSchema.parse({
      schemaVersion: 2,
      id: 'regua',
      name: 'R',
      policies: { lateEntry: 'first-step' },
      tiers: [{ id: 't', name: 'T' }],
      tracks: [
        {
          id: 'a',
          name: 'A',
          steps: [
            { id: 'late', name: 'L', day: 9 },
            { id: 'first', name: 'F', day: 3 },
            { id: 'second', name: 'S', day: 3 },
            { id: 'early', name: 'E', day: -3 },
          ],
        },
      ],
    });
    const plan = planOf(document, document.tracks[0]!);
    expect(plan).toMatchObject({ cadenceId: 'regua', trackId: 'a', lateEntry: 'first-step' });
    expect(plan.steps.map(({ id }) => id)).toEqual(['early', 'first', 'second', 'late']);
    expect(document.tracks[0]!.steps[0]!.id).toBe('late');
  });
});
