import type { IDataObject } from 'n8n-workflow';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { importedDebt } from '../../ledger/testing/fixtures.ts';
import { NegotiateOffer } from '../../nodes/NegotiateOffer/NegotiateOffer.node.ts';
import { Payments } from '../../nodes/Payments/Payments.node.ts';
import { jsonOf, runInCore } from './support/coreWorkflow.ts';
import type { Bench } from './support/journey.ts';
import { debtors, importDebtors, journey, openBench, runJourney } from './support/journey.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
  vi.stubEnv('N8N_USER_FOLDER', bench.folder);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await bench.close();
});

const credentials = () => ({ reguaLedger: bench.credentials['reguaLedger']! });
const subjectOf = async (caseId: string) => (await bench.ledger.loadCases([caseId])).get(caseId)!;

async function payments(parameters: object, items: readonly IDataObject[] = [{}]): Promise<IDataObject[][]> {
  const outputs = await runInCore(items, [{ name: 'node', node: new Payments(), parameters, credentials: credentials() }]);
  return [0, 1].map((output) => jsonOf(outputs, 'node', output));
}

describe('payments by hand', () => {
  it('are recorded once, and settle what they cover', async () => {
    const [caseId] = await importDebtors(bench, debtors(1));
    const record = { operation: 'record', paymentReference: 'ted-1', amount: 102.03, on: '2026-03-10' };
    expect((await payments(record, [{ caseId }]))[0]).toMatchObject([{ caseId, payment: { result: 'applied', settled: true, excess: '0.00' } }]);
    expect((await payments(record, [{ caseId }]))[0]).toMatchObject([{ payment: { result: 'duplicate' } }]);
    expect((await subjectOf(caseId!)).debts).toMatchObject([{ status: 'paid', payments: [{ amount: 10_203 }] }]);
  });

  it('without a debt are listed masked, and placed in the case a person names', async () => {
    const [caseId] = await importDebtors(bench, debtors(1));
    const lost = { operation: 'record', paymentReference: 'ted-9', amount: 60, on: '2026-03-10', document: '529.982.247-25' };
    expect((await payments(lost))[1]).toMatchObject([{ payment: { result: 'unmatched', reason: expect.stringContaining('Nenhum título') as string } }]);
    const [listed] = await payments({ operation: 'unmatched' });
    expect(listed).toMatchObject([{ reference: 'ted-9', amount: '60.00', paidOn: '2026-03-10', documentMasked: '***.982.247-**' }]);
    expect(JSON.stringify(listed)).not.toContain('52998224725');
    const assign = { operation: 'assign', paymentReference: '={{ $json.reference }}', debtNumber: 'NF-1000' };
    expect((await payments(assign, listed))[0]).toMatchObject([{ caseId, payment: { result: 'applied', settled: false } }]);
    expect((await payments({ operation: 'unmatched' }))[0]).toEqual([]);
    expect((await payments({ operation: 'unmatched', all: true }))[0]).toHaveLength(1);
    expect((await payments({ operation: 'assign', paymentReference: 'nada', debtNumber: 'NF-1000' }))[1]).toMatchObject([
      { problem: { code: 'ledger.unmatched-unknown' } },
    ]);
  });
});

describe('a payment that goes back', () => {
  it('reopens the debt in the same cycle: what was sent is not sent again, and the next step comes on its day', async () => {
    const [caseId] = await importDebtors(bench, debtors(1));
    await runJourney(bench, { today: '2026-03-10' });
    await payments({ operation: 'record', paymentReference: 'pix-1', amount: 102.1, on: '2026-03-11', caseId });
    await runJourney(bench, { today: '2026-03-12' });
    expect(bench.outbox.list().messages).toHaveLength(1);
    const reverse = { operation: 'reverse', paymentReference: 'pix-1', reversalKind: 'med', on: '2026-03-13' };
    expect((await payments(reverse))[0]).toMatchObject([
      { caseId, reversal: { result: 'reversed', reference: 'estorno:pix-1', amount: '102.10', why: 'devolução do Pix (MED)' } },
    ]);
    expect((await payments(reverse))[0]).toMatchObject([{ reversal: { result: 'duplicate' } }]);
    expect((await subjectOf(caseId!)).debts).toMatchObject([{ status: 'open', payments: [] }]);
    const outputs = await runJourney(bench, { today: '2026-03-13' });
    expect(jsonOf(outputs, 'step', 2)).toMatchObject([{ wait: { code: 'between-steps', nextActionOn: '2026-03-16' } }]);
    await runJourney(bench, { today: '2026-03-16' });
    expect((await subjectOf(caseId!)).contacts.map(({ stepId }) => stepId)).toEqual(['d1', 'd7']);
  });

  it('that nobody knows leaves by the second output with the reason', async () => {
    expect((await payments({ operation: 'reverse', paymentReference: 'nunca-visto' }))[1]).toMatchObject([
      { reversal: { result: 'not-found', reason: expect.stringContaining('Não encontrei o pagamento') as string } },
    ]);
  });
});

describe('a payment of what the message asked for', () => {
  it('settles the debt the day after, though the charges grew overnight', async () => {
    const exact = { payment: { toleranceCents: 0 } };
    const [caseId] = await importDebtors(bench, debtors(1));
    await runJourney(bench, { today: '2026-03-10', policies: exact });
    const [contact] = (await subjectOf(caseId!)).contacts;
    expect(contact!.asked).toMatchObject([{ total: 10_203 }]);
    await payments({ operation: 'record', paymentReference: 'pix-1', amount: 102.03, on: '2026-03-11', caseId });
    expect((await subjectOf(caseId!)).debts).toMatchObject([
      { status: 'paid', waivers: [{ amount: 4, reason: 'Foi pago o valor pedido na mensagem de 10/03/2026' }] },
    ]);
  });
});

describe('two agreements in force', () => {
  const policies = {
    offers: [{ id: 'padrao', name: 'Padrão', discount: { fine: 100, interest: 100 }, maxInstallments: 2, minInstallmentCents: 1000, validityDays: 5 }],
  };
  const steps = [{ id: 'hoje', name: 'Hoje', day: 1, doneWhen: 'action', provides: '', requires: '' }];
  const BODY =
    'Olá, {{ debtor.firstName }}! Acordo de {{ agreement.total }}: parcela {{ agreement.installment.number }} de {{ agreement.installment.amount }}.';
  const send = { purpose: 'agreement', texts: { text: [{ channel: 'any', body: BODY }] } };
  const day = (today: string) =>
    runInCore(
      [{}],
      journey(bench, { today, policies, steps, channels: ['sms'], send }).map((node) =>
        node.name === 'step' ? { ...node, to: [null, null, 'channel'] } : node,
      ),
    );
  const negotiate = async (parameters: object, items: readonly IDataObject[]) => {
    const outputs = await runInCore(items, [{ name: 'node', node: new NegotiateOffer(), parameters, credentials: credentials() }]);
    return [0, 1].map((output) => jsonOf(outputs, 'node', output));
  };
  const cases = async (today: string) => jsonOf(await runInCore([{}], journey(bench, { today, policies, steps }).slice(0, 1)), 'lookup', 0);

  it('over different debts are each reminded of, one a day, with their own values', async () => {
    const [caseId] = await importDebtors(bench, debtors(1));
    const accept = { operation: 'accept', installments: 2, policyId: 'padrao' };
    await negotiate(accept, await cases('2026-03-10'));
    await bench.ledger.importCases([{ ...debtors(1)[0]!, debts: [importedDebt({ number: 'NF-2000', principal: 20_000, dueDate: '2026-03-10' })] }], {
      portfolio: 'principal',
      on: '2026-03-11',
      at: '2026-03-11T12:00:00Z',
    });
    const [second] = await negotiate(accept, await cases('2026-03-11'));
    expect(second).toMatchObject([{ agreement: { status: 'active', total: '204.07' } }]);
    // Nothing is left to agree on.
    expect((await negotiate(accept, second!))[1]).toMatchObject([{ why: [expect.any(String), 'Já há um acordo em vigor sobre estas dívidas.'] }]);
    // Their first instalments fall due on the 16th: three days before is the 13th.
    expect((await subjectOf(caseId!)).agreements.map(({ installments }) => installments[0]!.dueDate)).toEqual(['2026-03-16', '2026-03-16']);
    const first = await day('2026-03-13');
    expect(jsonOf(first, 'step', 2)).toHaveLength(1);
    await day('2026-03-14');
    await day('2026-03-16');
    const texts = bench.outbox.list().messages.map(({ text }) => /Acordo de R\$ [\d,]+: parcela 1 de R\$ [\d,]+/.exec(text)![0]);
    expect(texts.sort()).toEqual(['Acordo de R$ 102,03: parcela 1 de R$ 51,01', 'Acordo de R$ 204,07: parcela 1 de R$ 102,03']);
    const items = [{ caseId: caseId!, cadenceId: 'regua', today: '2026-03-16', now: '2026-03-16T14:00:00Z', why: [] }];
    expect((await negotiate({ operation: 'reinstate' }, items))[1]).toMatchObject([{ problem: { code: 'agreement.which' } }]);
    const { id } = (await subjectOf(caseId!)).agreements[1]!;
    expect((await negotiate({ operation: 'reinstate', agreementId: id }, items))[0]).toMatchObject([
      { agreement: { id, status: 'broken' }, debt: { count: 1 } },
    ]);
  });
});
