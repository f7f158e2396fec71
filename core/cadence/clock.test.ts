import { describe, expect, it } from 'vitest';
import { toWorkflow, fromWorkflow, type N8nWorkflow } from '../workflow/index.ts';
import { findTemplate } from '../../templates/index.ts';
import { clockWords } from './clock-words.ts';
import { applyOperation, clockOf, compareCadences, type CadenceDocument } from './index.ts';

const classic = findTemplate('classica')!.document;
/** The classic cadence after somebody set its clock in n8n. */
const run = (interval: Record<string, unknown>[]): CadenceDocument => {
  const workflow = JSON.parse(JSON.stringify(toWorkflow(classic))) as N8nWorkflow;
  workflow.nodes.find((node) => node.id === 'schedule')!.parameters = { rule: { interval } };
  return fromWorkflow(workflow).document;
};
const cron = (expression: string): CadenceDocument => run([{ field: 'cronExpression', expression }]);
const words = (document: CadenceDocument): string => clockWords(clockOf(document));

describe('the clock of a cadence', () => {
  it('set in the designer runs every day', () => expect(words(classic)).toBe('todo dia às 09:00'));

  it.each([
    ['30 8 * * 1-5', 'de segunda a sexta às 08:30'],
    ['0 30 8 * * MON-FRI', 'de segunda a sexta às 08:30'],
    ['15 7,13 * * *', 'todo dia às 07:15 e às 13:15'],
    ['0 10 * * 1,3', 'segunda e quarta às 10:00'],
    ['0 10 * * 7', 'domingo às 10:00'],
    ['0 9 1 * *', 'pelo relógio do n8n: 0 9 1 * *'],
    ['*/10 * * * *', 'pelo relógio do n8n: */10 * * * *'],
    ['0 25 * * *', 'pelo relógio do n8n: 0 25 * * *'],
    ['nada disso', 'pelo relógio do n8n: nada disso'],
  ])('set in n8n as cron %s is told as "%s"', (expression, told) => expect(words(cron(expression))).toBe(told));

  it.each<[Record<string, unknown>[], string]>([
    [[{ field: 'weeks', triggerAtDay: [5, 1], triggerAtHour: 8, triggerAtMinute: 5 }], 'segunda e sexta às 08:05'],
    [[{ triggerAtHour: 8 }, { triggerAtHour: 15 }], 'todo dia às 08:00 e às 15:00'],
    [[{ field: 'hours', hoursInterval: 2 }], 'pelo relógio do n8n: hours, hoursInterval 2'],
    [[], 'pelo relógio do n8n'],
  ])('set in n8n by its form is told too: %j', (interval, told) => expect(words(run(interval))).toBe(told));

  it('goes back to n8n as it was set there, with a note on the canvas that says so', () => {
    const workflow = toWorkflow(cron('30 8 * * 1-5'));
    expect(workflow.nodes.find((node) => node.id === 'schedule')!.parameters).toEqual({
      rule: { interval: [{ field: 'cronExpression', expression: '30 8 * * 1-5' }] },
    });
    expect(workflow.nodes.find((node) => node.id === 'note:start')!.parameters['content']).toContain('De segunda a sexta às 08:30 a Régua busca');
    expect(JSON.stringify(workflow)).not.toContain('às 09:00');
  });

  it('gives way to a time that is chosen in the designer', () => {
    const document = applyOperation(cron('30 8 * * 1-5'), { kind: 'describe', scheduleAt: '10:30' });
    expect(clockOf(document)).toEqual({ kind: 'daily', at: '10:30' });
    expect(document.n8n).toEqual(classic.n8n);
    expect(toWorkflow(document).nodes.find((node) => node.id === 'schedule')!.parameters).toMatchObject({ rule: { interval: [{ triggerAtHour: 10 }, {}] } });
  });

  it('is told as it is when versions are compared', () => {
    expect(compareCadences(classic, cron('30 8 * * 1-5')).map(({ sentence }) => sentence)).toEqual([
      'A rodada era todo dia às 09:00 e passou a ser de segunda a sexta às 08:30.',
    ]);
  });
});
