import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SendMessage } from '../../nodes/SendMessage/SendMessage.node.ts';
import { jsonOf, runInCore } from './support/coreWorkflow.ts';
import type { Bench } from './support/journey.ts';
import { debtors, importDebtors, journey, openBench, runJourney } from './support/journey.ts';
import { lettersOf } from '../../ledger/index.ts';
import { ALL_PORTFOLIOS } from '../../ledger/portfolio-scope.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(async () => {
  vi.useRealTimers();
  await bench.close();
});

const messagesOf = (outputs: Awaited<ReturnType<typeof runJourney>>, output: number) =>
  jsonOf(outputs, 'send', output).map(({ message }) => message as Record<string, unknown>);

describe('a day of the cadence in n8n’s engine', () => {
  it('sends each due debtor one message and writes down what left', async () => {
    const [first] = await importDebtors(bench, debtors(5));
    const outputs = await runJourney(bench);
    expect(outputs['send']!.map((output) => output.length)).toEqual([5, 0, 0]);
    expect(outputs['tier']!.map((output) => output.length)).toEqual([0, 5, 0]);
    const { messages } = bench.outbox.list();
    expect(messages.map(({ to }) => to).sort()).toEqual(['+5511900000001', '+5511900000002', '+5511900000003', '+5511900000004', '+5511900000005']);
    expect(messages[0]!.text).toContain('Pessoa');
    const subject = (await bench.ledger.loadCases([first!])).get(first!)!;
    expect(subject.contacts).toMatchObject([{ status: 'sent', channel: 'sms', stepId: 'd1', blockId: 'mensagem', localDate: '2026-03-10' }]);
    expect(subject.steps).toMatchObject([{ stepId: 'd1', status: 'done', on: '2026-03-10' }]);
  });

  it('sends nothing when it is run again on the same day, and goes on with the next step on its day', async () => {
    await importDebtors(bench, debtors(3));
    await runJourney(bench);
    const again = await runJourney(bench);
    expect(again['lookup']!.map((output) => output.length)).toEqual([0, 0, 0]);
    expect(bench.outbox.list().messages).toHaveLength(3);
    const later = await runJourney(bench, { today: '2026-03-16' });
    expect(later['step']!.map((output) => output.length)).toEqual([0, 3, 0, 0]);
    expect(bench.outbox.list().messages).toHaveLength(6);
  });

  it('ties every item on every output to the item it came from', async () => {
    await importDebtors(bench, debtors(4));
    const outputs = await runJourney(bench);
    for (const name of ['tier', 'step', 'channel', 'send']) {
      for (const output of outputs[name]!)
        expect(output.map(({ pairedItem }) => (pairedItem as { item: number }).item)).toEqual(output.map((_, index) => index));
    }
  });

  it('shows decisions in Portuguese, documents masked, and no key that makes n8n run all items again', async () => {
    await importDebtors(bench, debtors(1));
    const [item] = jsonOf(await runJourney(bench), 'send', 0);
    expect(item).toMatchObject({
      debtor: { documentMasked: expect.stringContaining('***') as string },
      debt: { principal: '100.00', total: '102.03' },
      tier: { id: 'all' },
      step: { id: 'd1', nextActionOn: '2026-03-16' },
    });
    expect(item!['why']).toEqual(expect.arrayContaining([expect.stringContaining('etapa "Aviso"')]));
    expect(JSON.stringify(item)).not.toMatch(/"error"|00000000001|\+5511900000001/);
  });

  it('tries the next best channel when the provider refuses for good', async () => {
    const [first] = await importDebtors(bench, debtors(1));
    bench.outbox.order({ kind: 'refuse', door: 'gateway', status: 422, times: 1 });
    const outputs = await runJourney(bench);
    expect(messagesOf(outputs, 0)).toMatchObject([{ status: 'sent', channel: 'email', attempts: [expect.stringMatching(/^SMS: o provedor respondeu 422/)] }]);
    const subject = (await bench.ledger.loadCases([first!])).get(first!)!;
    expect(subject.contacts.map(({ channel, status }) => `${channel} ${status}`)).toEqual(['sms failed', 'email sent']);
  });

  it('takes a message whose answer was lost for in doubt: a person’s task, and never again', async () => {
    const [first] = await importDebtors(bench, debtors(1));
    bench.outbox.order({ kind: 'lose-answer', door: 'smtp', times: 1 });
    const outputs = await runJourney(bench, { channels: ['email'] });
    expect(messagesOf(outputs, 2)).toMatchObject([{ status: 'unknown', channel: 'email' }]);
    expect(await bench.ledger.tasks({ status: 'open', caseId: first! })).toMatchObject([{ kind: 'reconcile' }]);
    await runJourney(bench, { channels: ['email'] });
    await runJourney(bench, { channels: ['email'], today: '2026-03-11' });
    expect(bench.outbox.list().messages).toHaveLength(1);
  });

  it('asks a gateway that can tell what became of a message before it asks a person', async () => {
    const [first] = await importDebtors(bench, debtors(1));
    bench.outbox.order({ kind: 'lose-answer', door: 'gateway', times: 1 });
    expect(messagesOf(await runJourney(bench), 0)).toMatchObject([{ status: 'sent', channel: 'sms' }]);
    expect(await bench.ledger.tasks({ status: 'open', caseId: first! })).toEqual([]);
    expect(bench.outbox.list().messages).toHaveLength(1);
  });

  it('leaves a message for later when no provider can be reached, and sends it on the same channel once one is there', async () => {
    const [first] = await importDebtors(bench, debtors(1));
    bench.outbox.order({ kind: 'refuse', door: 'gateway', status: 503, times: 1 });
    const outputs = await runJourney(bench, { channels: ['sms'] });
    expect(messagesOf(outputs, 2)).toMatchObject([{ status: 'failed', channel: 'sms' }]);
    const again = await runJourney(bench, { channels: ['sms'] });
    expect(messagesOf(again, 0)).toMatchObject([{ status: 'sent', channel: 'sms' }]);
    expect((await bench.ledger.loadCases([first!])).get(first!)!.contacts).toHaveLength(1);
  });

  it('waits no longer than it was told for an answer', async () => {
    await importDebtors(bench, debtors(1));
    bench.outbox.order({ kind: 'hang', door: 'smtp', times: 1 });
    const outputs = await runJourney(bench, { channels: ['email'], send: { timeoutSeconds: 1 } });
    expect(messagesOf(outputs, 2)).toMatchObject([{ status: 'unknown' }]);
  });

  it('keeps a message back on a Sunday, says so, and sends it on Monday', async () => {
    await importDebtors(bench, debtors(1));
    const sunday = await runJourney(bench, { today: '2026-03-15' });
    expect(messagesOf(sunday, 1)).toMatchObject([{ status: 'not-sent', code: 'hours', deferredUntil: '2026-03-16' }]);
    expect(bench.outbox.list().messages).toHaveLength(0);
    await runJourney(bench, { today: '2026-03-16' });
    expect(bench.outbox.list().messages).toHaveLength(1);
  });

  it('sends nothing to who paid between the choice of the step and the sending', async () => {
    const [first] = await importDebtors(bench, debtors(2));
    const nodes = journey(bench);
    const upToChannel = await runInCore([{}], nodes.slice(0, 4));
    await bench.ledger.recordPayment({
      portfolio: ALL_PORTFOLIOS,
      reference: 'pix-1',
      amount: 10_203,
      paidOn: '2026-03-10',
      at: '2026-03-10T13:00:00Z',
      caseId: first!,
    });
    const outputs = await runInCore(jsonOf(upToChannel, 'channel', 0), nodes.slice(4));
    expect(messagesOf(outputs, 1)).toMatchObject([{ status: 'not-sent', code: 'paid' }]);
    expect(messagesOf(outputs, 0)).toHaveLength(1);
  });

  it('loses no item over one that is broken', async () => {
    await importDebtors(bench, debtors(2));
    const nodes = journey(bench);
    const upToChannel = await runInCore([{}], nodes.slice(0, 4));
    const [one, two] = jsonOf(upToChannel, 'channel', 0);
    const outputs = await runInCore([one!, { foreign: true }, { ...two!, caseId: 'nobody' }, { ...two!, step: 'text' }, two!], nodes.slice(4));
    expect(outputs['send']!.map((output) => output.length)).toEqual([2, 0, 3]);
    expect(
      jsonOf(outputs, 'send', 2)
        .map(({ problem }) => (problem as { code: string }).code)
        .sort(),
    ).toEqual(['case.missing', 'item.broken', 'item.not-a-case']);
  });

  it('reads an expression for each item', async () => {
    await importDebtors(bench, debtors(2));
    await runJourney(bench, { send: { channel: '={{ $json.debtor.name.includes("0") ? "email" : "sms" }}' } });
    expect(
      bench.outbox
        .list()
        .messages.map(({ channel }) => channel)
        .sort(),
    ).toEqual(['email', 'sms']);
  });

  it('tells in Portuguese which setting is broken', async () => {
    await importDebtors(bench, debtors(1));
    await expect(runJourney(bench, { policies: { contract: { finePercent: 'dois' } } })).rejects.toThrow(/Demais políticas.*policies\.contract\.finePercent/);
  });

  it('composes for the team’s own sender, and closes the step when it says what happened', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-10T14:00:00Z') });
    const [first] = await importDebtors(bench, debtors(1));
    const composed = await runJourney(bench, { send: { operation: 'composeOnly' } });
    const [item] = jsonOf(composed, 'send', 0);
    expect(item!['message']).toMatchObject({ status: 'composed', to: '+5511900000001', channel: 'sms' });
    expect(bench.outbox.list().messages).toHaveLength(0);
    const confirmed = await runInCore(
      [item!],
      [
        {
          name: 'confirm',
          node: new SendMessage(),
          credentials: bench.credentials,
          parameters: { operation: 'confirm', confirmStatus: 'delivered', providerMessageId: 'abc' },
        },
      ],
    );
    expect(confirmed['confirm']!.map((output) => output.length)).toEqual([1, 0, 0]);
    const subject = (await bench.ledger.loadCases([first!])).get(first!)!;
    expect(subject.contacts).toMatchObject([{ status: 'delivered' }]);
    expect(subject.steps).toMatchObject([{ stepId: 'd1', status: 'done' }]);
  });

  it('prints a letter for a person to post, and opens the task', async () => {
    const [first] = await importDebtors(bench, debtors(1, { contactPoints: [], address: 'Rua das Acácias, 7, São Paulo' }));
    const outputs = await runJourney(bench, { channels: ['letter'] });
    expect(messagesOf(outputs, 0)).toMatchObject([{ status: 'prepared', channel: 'letter' }]);
    const [task] = await bench.ledger.tasks({ caseId: first! });
    expect(task).toMatchObject({ kind: 'letter' });
    // Nothing of it lies anywhere: it is made of the ledger when somebody opens it, and is the same each time.
    const printed = async () => (await lettersOf(bench.ledger, first!)).map(({ bytes }) => Buffer.from(bytes).toString('latin1'));
    const [page] = await printed();
    expect(page).toMatch(/^%PDF/);
    expect(await printed()).toEqual([page]);
    await bench.ledger.eraseDebtor('00000000001', 'principal', '2026-03-10T15:00:00Z');
    expect(await printed()).toEqual([]);
  });

  it('gives parallel runs different cases, and a person who tries the node again the same ones', async () => {
    await importDebtors(bench, debtors(3));
    const real = new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/Sao_Paulo' }).format();
    const [lookup] = journey(bench, { today: real });
    const take = async (mode: 'manual' | 'trigger') => (await runInCore([{}], [lookup!], mode))['lookup']![0]!.length;
    expect([await take('manual'), await take('manual'), await take('trigger'), await take('trigger')]).toEqual([3, 3, 3, 0]);
  });
});
