import type { IDataObject } from 'n8n-workflow';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { importedDebt } from '../../ledger/testing/fixtures.ts';
import { NegotiateOffer } from '../../nodes/NegotiateOffer/NegotiateOffer.node.ts';
import type { Outputs } from './support/coreWorkflow.ts';
import { jsonOf, runInCore } from './support/coreWorkflow.ts';
import type { Bench } from './support/journey.ts';
import { debtors, importDebtors, journey, openBench } from './support/journey.ts';
import { ALL_PORTFOLIOS } from '../../ledger/portfolio-scope.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
  vi.stubEnv('N8N_USER_FOLDER', bench.folder);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await bench.close();
});

const policies = {
  offers: [{ id: 'padrao', name: 'Padrão', discount: { fine: 100, interest: 100 }, maxInstallments: 3, minInstallmentCents: 1000, validityDays: 5 }],
};
const steps = [{ id: 'hoje', name: 'Hoje', day: 1, doneWhen: 'action', provides: '', requires: '' }];
const BODY =
  'Olá, {{ debtor.firstName }}! Parcela {{ agreement.installment.number }}: {{ agreement.installment.amount }} até {{ agreement.installment.dueDate }}.';

/** The day's run; the message follows the output of the instalments alone, or nothing does. */
function day(today: string, connected = true): Promise<Outputs> {
  const send = { purpose: 'agreement', texts: { text: [{ channel: 'any', body: BODY }] } };
  const nodes = journey(bench, { today, policies, steps, channels: ['sms'], send }).map((node) =>
    node.name === 'step' ? { ...node, to: [null, null, connected ? 'channel' : null] } : node,
  );
  return runInCore([{}], nodes);
}

/** One debtor with an agreement in three instalments made on 10/03/2026. */
async function agreed() {
  const [caseId] = await importDebtors(bench, debtors(1));
  const first = await day('2026-03-10');
  const items: IDataObject[] = first['step']!.flat().map(({ json }) => json);
  const credentials = { reguaLedger: bench.credentials['reguaLedger']! };
  const parameters = { operation: 'accept', installments: 3, policyId: 'padrao' };
  await runInCore(items, [{ name: 'accept', node: new NegotiateOffer(), parameters, credentials }]);
  return { caseId: caseId!, agreement: (await subjectOf(caseId!)).agreements[0]! };
}

const subjectOf = async (caseId: string) => (await bench.ledger.loadCases([caseId])).get(caseId)!;

describe('an agreement in force', () => {
  it('is reminded of an instalment by the last output, with its number, value and day, once', async () => {
    const { caseId, agreement } = await agreed();
    const [first, second] = agreement.installments;
    await bench.ledger.recordPayment({
      portfolio: ALL_PORTFOLIOS,
      reference: 'p1',
      amount: first!.amount,
      paidOn: first!.dueDate,
      at: `${first!.dueDate}T12:00:00Z`,
      caseId,
    });
    const near = second!.dueDate.replace(/\d\d$/, (dd) => String(Number(dd) - 3).padStart(2, '0'));
    const outputs = await day(near);
    const [item] = jsonOf(outputs, 'step', 2);
    expect(item).toMatchObject({
      event: { kind: 'installment', id: `${agreement.id}:2:parcela-2-antes-3`, installment: 2 },
      step: { id: 'parcela-2-antes-3', cycle: agreement.id, day: -3 },
    });
    const [sent] = jsonOf(outputs, 'send', 0);
    const [year, month, dd] = second!.dueDate.split('-');
    expect((sent!['message'] as { text: string }).text).toContain(
      `Parcela 2: R$ ${(second!.amount / 100).toFixed(2).replace('.', ',')} até ${dd}/${month}/${year}.`,
    );
    const again = await day(near);
    expect([jsonOf(again, 'step', 2), jsonOf(again, 'send', 0)]).toEqual([[], []]);
    const subject = await subjectOf(caseId);
    expect(subject.contacts).toHaveLength(1);
    expect(subject.steps.filter(({ cycle }) => cycle === agreement.id)).toMatchObject([{ stepId: 'parcela-2-antes-3', status: 'done' }]);
  });

  it('is spoken of before the step of another debt, which has its turn the day after', async () => {
    const { caseId, agreement } = await agreed();
    const dueDate = agreement.installments[0]!.dueDate;
    const late = (days: number): string => new Date(Date.parse(dueDate) + days * 86_400_000).toISOString().slice(0, 10);
    const [again] = debtors(1);
    await importDebtors(bench, [{ ...again!, debts: [...again!.debts, importedDebt({ number: 'NF-2000', dueDate })] }]);
    const today = await day(late(1));
    expect([jsonOf(today, 'step', 0).length, jsonOf(today, 'step', 2).length]).toEqual([0, 1]);
    const tomorrow = await day(late(2));
    expect([jsonOf(tomorrow, 'step', 0).length, jsonOf(tomorrow, 'step', 2).length]).toEqual([1, 0]);
    expect((await subjectOf(caseId)).contacts).toHaveLength(1);
  });

  it('is brought up again when the next reminder is due, though nothing follows the output', async () => {
    const { agreement } = await agreed();
    const [first] = agreement.installments;
    const late = (days: number): string => new Date(Date.parse(first!.dueDate) + days * 86_400_000).toISOString().slice(0, 10);
    const seen: Record<string, unknown> = {};
    for (let days = 1; days <= 6; days++) for (const item of jsonOf(await day(late(days), false), 'step', 2)) seen[days] = (item['step'] as { id: string }).id;
    expect(seen).toEqual({ 1: 'parcela-1-depois-1', 5: 'parcela-1-depois-5' });
  });
});
