import type { INodeType } from 'n8n-workflow';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HumanTask } from '../../nodes/HumanTask/HumanTask.node.ts';
import { jsonOf, runInCore } from './support/coreWorkflow.ts';
import type { CoreNode } from './support/coreWorkflow.ts';
import type { Bench } from './support/journey.ts';
import { debtors, importDebtors, journey, openBench } from './support/journey.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
  vi.stubEnv('N8N_USER_FOLDER', bench.folder);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await bench.close();
});

/** The process dies here: what came before is in the ledger, what follows never ran. */
const crash: INodeType = { ...new HumanTask(), execute: () => Promise.reject(new Error('a luz acabou')) } as INodeType;

const step = (closedBy: string) => ({ id: 'd1', name: 'Aviso', day: 1, doneWhen: 'action', closedBy, provides: '', requires: '' });
const task = (node: INodeType = new HumanTask()): CoreNode => ({
  name: 'task',
  node,
  credentials: { reguaLedger: bench.credentials['reguaLedger']! },
  parameters: { blockId: 'tarefa', title: 'Ligar', instructions: '', team: 'cobrança' },
});
const messageThenTask = (today: string, last?: INodeType) =>
  runInCore([{}], [...journey(bench, { today, steps: [step('tarefa')], channels: ['sms'] }), task(last)]);
const subjectOf = async (caseId: string) => (await bench.ledger.loadCases([caseId])).get(caseId)!;
const tasks = async (caseId: string) => (await bench.ledger.tasks({ caseId })).map(({ title }) => title);

describe('a step of several blocks', () => {
  it('killed between its message and its task is taken up again: the task is opened, and the message is not sent twice', async () => {
    const [caseId] = await importDebtors(bench, debtors(1));
    await expect(messageThenTask('2026-03-10', crash)).rejects.toThrow('a luz acabou');
    expect(bench.outbox.list().messages).toHaveLength(1);
    expect((await subjectOf(caseId!)).steps).toMatchObject([{ stepId: 'd1', status: 'entered' }]);
    const outputs = await messageThenTask('2026-03-10');
    expect(jsonOf(outputs, 'send', 0)).toMatchObject([{ message: { code: 'already', channel: 'sms' } }]);
    expect(bench.outbox.list().messages).toHaveLength(1);
    expect(await tasks(caseId!)).toEqual(['Ligar']);
    expect((await subjectOf(caseId!)).steps).toMatchObject([{ stepId: 'd1', status: 'done' }]);
    // Done is done: the third run finds nothing.
    expect(await messageThenTask('2026-03-10')).not.toHaveProperty('send');
  });

  it('whose message waits for its hour after its task was opened sends it then, and opens no second task', async () => {
    const [caseId] = await importDebtors(bench, debtors(1));
    const taskThenMessage = (today: string) => {
      const [lookup, tier, router, channel, send] = journey(bench, { today, steps: [step('mensagem')], channels: ['sms'] }) as [
        CoreNode,
        CoreNode,
        CoreNode,
        CoreNode,
        CoreNode,
      ];
      return runInCore([{}], [lookup, tier, { ...router, to: ['task'] }, task(), channel, send]);
    };
    await taskThenMessage('2026-03-15');
    expect(await tasks(caseId!)).toEqual(['Ligar']);
    expect((await subjectOf(caseId!)).steps).toMatchObject([{ status: 'deferred' }]);
    await taskThenMessage('2026-03-16');
    expect(bench.outbox.list().messages).toHaveLength(1);
    expect(await tasks(caseId!)).toEqual(['Ligar']);
    expect((await subjectOf(caseId!)).steps).toMatchObject([{ status: 'done' }]);
  });

  it('made by hand, without a word about its last block, ends with the first that is done', async () => {
    const [caseId] = await importDebtors(bench, debtors(1));
    await runInCore([{}], journey(bench, { steps: [step('')], channels: ['sms'] }));
    expect((await subjectOf(caseId!)).steps).toMatchObject([{ status: 'done' }]);
  });
});
