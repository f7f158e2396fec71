import { describe, expect, it } from 'vitest';
import { importedCase, importedDebt, importOne, AT } from '../../ledger/testing/fixtures.ts';
import { ALL_PORTFOLIOS } from '../../ledger/index.ts';
import { nodeRuns } from '../testing/node-run.ts';
import { recordBankStatement } from './bank-statement.ts';

const n8n = nodeRuns();
const ledger = () => n8n.ledger;
/** What leaves by each output for one incoming item. */
const run = async (file: string | undefined) =>
  (await n8n.run(recordBankStatement, {}, [{ json: {}, ...(file !== undefined && { file }) }])).map((items) => items.map(({ json }) => json));

const E2E = 'E60746948202603091432A1b2C3d4E5f';
const transaction = (amount: string, id: string, memo: string): string =>
  `<STMTTRN><TRNTYPE>OTHER<DTPOSTED>20260309120000[-3:BRT]<TRNAMT>${amount}<FITID>${id}<MEMO>${memo}</STMTTRN>`;
const ofx = (...transactions: readonly string[]): string =>
  ['OFXHEADER:100', '<OFX><STMTRS><BANKACCTFROM><BANKID>341<ACCTID>1-9</BANKACCTFROM><BANKTRANLIST>', ...transactions, '</BANKTRANLIST></STMTRS></OFX>'].join(
    '\n',
  );

const subject = async (caseId: string) => (await ledger().loadCases([caseId])).get(caseId)!;

describe('the bank’s statement', () => {
  it('is recorded once where it is certain, however often it comes, and the rest goes to a person with who it may be of', async () => {
    const caseId = await importOne(ledger(), importedCase({}, [importedDebt(), importedDebt({ number: 'NF-2', principal: 7_000, dueDate: '2026-03-20' })]));
    const content = ofx(
      transaction('100.00', 'a', 'PIX RECEBIDO 529.982.247-25 ANA SOUZA'),
      transaction('70.00', 'b', `PIX RECEBIDO ${E2E}`),
      transaction('33.00', 'c', 'PIX RECEBIDO CARLOS DIAS'),
      transaction('-100.00', 'd', 'PIX ENVIADO 529.982.247-25 ANA SOUZA'),
      transaction('-50.00', 'e', 'DEVOLUCAO PIX'),
      transaction('dez', 'f', 'PIX'),
    );
    const [recorded, toSee] = await run(content);
    expect(recorded).toMatchObject([
      {
        line: 3,
        entry: { amount: '100.00', date: '2026-03-09', documentMasked: '***.982.247-**' },
        reference: expect.stringMatching(/^extrato:341\/1-9:2026-03-09:10000:/),
        match: { number: 'NF-1', reasons: ['document', 'amount', 'name'] },
        caseId,
        payment: { result: 'applied', settled: false, excess: '0.00' },
      },
    ]);
    expect(toSee).toMatchObject([
      { reference: E2E, candidates: [{ caseId, number: 'NF-2', reasons: ['amount'] }], more: 0, problem: { code: 'statement.whose' } },
      { entry: { payerName: 'CARLOS DIAS' }, candidates: [] },
      { line: 7, debit: { amount: '50.00' }, problem: { code: 'statement.money-back' } },
      { line: 8, problem: { code: 'statement.to-see' } },
    ]);
    expect(JSON.stringify([recorded, toSee])).not.toMatch(/529\.?982\.?247-?25/);

    const [again, stillToSee] = await run(content);
    expect(again).toMatchObject([{ caseId, payment: { result: 'duplicate' } }]);
    expect(stillToSee).toHaveLength(4);
    // A person placed the second one, by the reference that the item carries.
    await ledger().recordPayment({ portfolio: ALL_PORTFOLIOS, reference: E2E, amount: 7_000, paidOn: '2026-03-09', at: AT, caseId });
    expect((await run(content))[0]).toHaveLength(2);
    const payments = (await subject(caseId)).debts.flatMap((debt) => debt.payments);
    expect(payments.reduce((sum, { amount }) => sum + amount, 0)).toBe(17_000);
  });

  it('is not recorded beside the same payment by another door', async () => {
    const caseId = await importOne(ledger(), importedCase({}, [importedDebt(), importedDebt({ number: 'NF-2' })]));
    await ledger().recordPayment({ portfolio: ALL_PORTFOLIOS, reference: 'retorno:341:1', amount: 10_000, paidOn: '2026-03-06', at: AT, debtNumber: 'NF-1' });
    const [recorded, toSee] = await run(ofx(transaction('100.00', 'a', 'PIX RECEBIDO 529.982.247-25')));
    expect(recorded).toEqual([]);
    expect(toSee).toMatchObject([{ candidates: [{ caseId }], problem: { message: expect.stringContaining('outro caminho') } }]);
  });

  it('pays an agreement’s instalment, and everything at once', async () => {
    const caseId = await importOne(ledger(), importedCase({}, [importedDebt(), importedDebt({ number: 'NF-2', dueDate: '2026-03-20' })]));
    const [first] = (await subject(caseId)).debts;
    const installments = [
      { number: 1, dueDate: '2026-03-09', amount: 5_500 },
      { number: 2, dueDate: '2026-04-09', amount: 5_500 },
    ];
    await ledger().saveAgreement({
      id: 'a',
      caseId,
      madeOn: '2026-03-08',
      debtIds: [first!.id],
      originalTotal: 10_000,
      total: 11_000,
      installments,
      status: 'active',
      at: AT,
    });
    expect((await run(ofx(transaction('55.00', 'a', 'PIX 52998224725'))))[0]).toMatchObject([
      { match: { kind: 'installment', number: '1' }, payment: { result: 'applied' } },
    ]);
    expect((await subject(caseId)).agreements[0]!.installments[0]).toMatchObject({ paidOn: '2026-03-09' });
    expect((await run(ofx(transaction('155.00', 'b', 'PIX 52998224725'))))[0]).toMatchObject([
      { match: { kind: 'everything' }, payment: { result: 'applied', settled: true } },
    ]);
  });

  it('says what to do when the item brings no file, or no statement', async () => {
    expect((await run(undefined))[1]).toMatchObject([{ problem: { code: 'statement.no-file' } }]);
    expect((await run('%PDF-1.7'))[1]).toMatchObject([{ line: 1, problem: { code: 'statement.to-see', message: expect.stringContaining('OFX') } }]);
  });
});
