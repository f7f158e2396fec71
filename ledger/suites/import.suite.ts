import { describe, expect, test } from 'vitest';
import type { Ledger } from '../ledger.ts';
import { ANA, AT, IMPORT, importedCase, importedDebt, importedPoint, importOne, ON, PORTFOLIO } from '../testing/fixtures.ts';
import { ALL_PORTFOLIOS } from '../portfolio-scope.ts';

const LATER = { portfolio: PORTFOLIO, on: '2026-03-20', at: '2026-03-20T12:00:00Z' };

export function importSuite(ledger: () => Ledger): void {
  const dueOn = async (on: string) =>
    (await ledger().takeDue({ portfolio: PORTFOLIO, on, now: AT, limit: 10, leaseMs: 1, owner: 'teste' })).map((found) => found.id);

  describe('import', () => {
    test('a debtor arrives whole and is due on the import date', async () => {
      const imported = importedCase(
        {
          city: 'Campinas',
          address: 'Rua A, 1',
          preferredChannel: 'email',
          customerSince: '2020-01-05',
          contactPoints: [importedPoint({ consent: { whatsapp: true } })],
        },
        [
          importedDebt({
            description: 'Mensalidade',
            issuedOn: '2026-02-01',
            paymentCode: 'pix',
            payments: [{ date: '2026-03-05', amount: 1000, reference: 'erp-1' }],
          }),
        ],
      );
      const [outcome] = await ledger().importCases([imported], IMPORT);
      expect(outcome).toMatchObject({ debtor: 'created', debtsCreated: 1, debtsUpdated: 0 });
      const found = (await ledger().loadCases([outcome!.caseId])).get(outcome!.caseId)!;
      expect(found.debtor).toMatchObject({
        ...imported.debtor,
        contactPoints: [{ ...imported.debtor.contactPoints[0], id: expect.any(String) }],
        optedOut: [],
      });
      expect(found.debts).toEqual([{ ...imported.debts[0], id: expect.any(String) }]);
      expect(found.debtor).not.toHaveProperty('defaultReason');
      expect(await dueOn('2026-03-09')).toEqual([]);
      expect(await dueOn(ON)).toEqual([found.id]);
    });

    test('several rows of one document are one case with several debts', async () => {
      const outcomes = await ledger().importCases(
        [
          importedCase({}, [importedDebt({ number: 'A' })]),
          importedCase({ document: '529.982.247-25' }, [importedDebt({ number: 'B', dueDate: '2026-01-02' })]),
        ],
        IMPORT,
      );
      expect(outcomes[0]!.caseId).toBe(outcomes[1]!.caseId);
      const found = (await ledger().findCases({ portfolio: PORTFOLIO, document: '529.982.247-25' }))[0]?.subject;
      expect(found?.debts.map((debt) => debt.number)).toEqual(['B', 'A']);
    });

    test('the same document in another portfolio is another case', async () => {
      const first = await importOne(ledger());
      const [second] = await ledger().importCases([importedCase()], { ...IMPORT, portfolio: 'outra' });
      expect(second).toMatchObject({ debtor: 'created' });
      expect(second!.caseId).not.toBe(first);
    });

    test('importing the same table again changes nothing and wakes nobody', async () => {
      const table = [importedCase({}, [importedDebt({ payments: [{ date: '2026-03-05', amount: 1000 }] })])];
      const caseId = await importOne(ledger(), table[0]);
      await ledger().schedule([{ caseId, nextActionOn: '2026-04-01' }]);
      const before = await ledger().events(caseId);
      expect(await ledger().importCases(table, LATER)).toEqual([
        { caseId, debtor: 'unchanged', debtsCreated: 0, debtsUpdated: 0, contactChanges: [], sharedContacts: [] },
      ]);
      expect(await ledger().events(caseId)).toEqual(before);
      expect(await dueOn('2026-03-31')).toEqual([]);
    });

    test('a changed amount, a new debt and a new telephone update the case and make it due', async () => {
      const caseId = await importOne(ledger());
      await ledger().schedule([{ caseId, nextActionOn: '2026-04-01' }]);
      const [outcome] = await ledger().importCases(
        [
          importedCase({ contactPoints: [importedPoint(), importedPoint({ value: '+5511911112222' })] }, [
            importedDebt({ principal: 12_000, dueDate: '2026-03-03' }),
            importedDebt({ number: 'NF-2' }),
          ]),
        ],
        LATER,
      );
      expect(outcome).toEqual({
        caseId,
        debtor: 'updated',
        debtsCreated: 1,
        debtsUpdated: 1,
        contactChanges: [{ kind: 'mobile', value: '+5511911112222' }],
        sharedContacts: [],
      });
      const found = (await ledger().findCases({ portfolio: PORTFOLIO, debtNumber: 'NF-2' }))[0]?.subject;
      expect(found?.debts.map(({ number, principal, dueDate }) => [number, principal, dueDate])).toEqual([
        ['NF-2', 10_000, '2026-03-02'],
        ['NF-1', 12_000, '2026-03-03'],
      ]);
      expect(found?.debtor.contactPoints).toHaveLength(2);
      expect(await dueOn('2026-03-20')).toEqual([caseId]);
    });

    test('a title whose number comes with other zeros than before is the same title', async () => {
      await importOne(ledger(), importedCase({}, [importedDebt({ number: '0001', principal: 45_000 })]));
      await ledger().importCases([importedCase({}, [importedDebt({ number: '1', principal: 45_000 })])], LATER);
      await ledger().importCases([importedCase({}, [importedDebt({ number: '01', principal: 45_000, dueDate: '2026-04-02' })])], LATER);
      const [found] = await ledger().findCases({ portfolio: PORTFOLIO, document: ANA });
      expect(found!.subject.debts.map(({ number, dueDate }) => [number, dueDate])).toEqual([
        ['0001', '2026-03-02'],
        ['01', '2026-04-02'],
      ]);
    });

    test('open titles are listed, and closed for a while or for good; what is not open any more stays as it is', async () => {
      const caseId = await importOne(
        ledger(),
        importedCase({}, [importedDebt({ number: 'A' }), importedDebt({ number: 'B' }), importedDebt({ number: 'C', status: 'paid' })]),
      );
      await ledger().importCases([importedCase({ document: '11144477735' }, [importedDebt({ number: 'D' })])], { ...IMPORT, portfolio: 'outra' });
      const open = await ledger().openTitles({ portfolio: PORTFOLIO });
      expect(open.map(({ number, document, principal }) => [number, document, principal])).toEqual([
        ['A', ANA, 10_000],
        ['B', ANA, 10_000],
      ]);
      expect(await ledger().openTitles({ portfolio: PORTFOLIO, documents: ['11144477735'] })).toEqual([]);
      expect(await ledger().openTitles({ portfolio: PORTFOLIO, documents: ['529.982.247-25'] })).toEqual(open);
      await ledger().schedule([{ caseId, nextActionOn: '2026-04-01' }]);
      const close = (index: number, as: 'paid' | 'cancelled') =>
        ledger().closeTitles({ titles: [{ ...open[index]!, because: 'Saiu da lista.' }], as, on: '2026-03-20', at: LATER.at });
      expect([await close(0, 'cancelled'), await close(1, 'paid'), await close(1, 'cancelled')]).toEqual([1, 1, 0]);
      expect(await ledger().openTitles({ portfolio: PORTFOLIO })).toEqual([]);
      expect(await dueOn('2026-03-20')).toEqual([caseId]);
      expect((await ledger().events(caseId)).filter(({ kind }) => kind === 'debt.updated')).toMatchObject([
        { data: { status: 'cancelled', because: 'Saiu da lista.' } },
        { data: { status: 'paid', because: 'Saiu da lista.' } },
      ]);
      const table = importedCase({}, [importedDebt({ number: 'A' }), importedDebt({ number: 'B' })]);
      await ledger().importCases([table], LATER);
      expect((await ledger().openTitles({ portfolio: PORTFOLIO })).map(({ number }) => number)).toEqual(['A']);
    });

    test('a title in an agreement is none that a table could close: its instalments stand for it, until the agreement breaks', async () => {
      const caseId = await importOne(ledger(), importedCase({}, [importedDebt({ number: 'A' }), importedDebt({ number: 'B' })]));
      const [a] = (await ledger().loadCases([caseId])).get(caseId)!.debts;
      const agreement = { id: 'acordo', caseId, madeOn: ON, originalTotal: 10_000, total: 10_000, status: 'active' as const, at: AT };
      const installments = [{ number: 1, dueDate: '2026-04-10', amount: 10_000 }];
      await ledger().saveAgreement({ ...agreement, debtIds: [a!.id], installments });
      expect((await ledger().openTitles({ portfolio: PORTFOLIO })).map(({ number }) => number)).toEqual(['B']);
      const other = await importOne(ledger(), importedCase({ document: '11144477735' }, [importedDebt({ number: 'C' })]));
      await ledger().saveAgreement({ ...agreement, id: 'tudo', caseId: other, debtIds: [], installments });
      expect((await ledger().openTitles({ portfolio: PORTFOLIO })).map(({ number }) => number)).toEqual(['B']);
      await ledger().breakAgreement({ caseId, agreementId: 'acordo', on: '2026-04-20', at: LATER.at });
      expect((await ledger().openTitles({ portfolio: PORTFOLIO })).map(({ number }) => number).sort()).toEqual(['A', 'B']);
    });

    test('who owes nothing is known and left in peace', async () => {
      await importOne(ledger(), importedCase({}, [importedDebt({ status: 'paid' })]));
      expect(await dueOn('2099-01-01')).toEqual([]);
      expect(await ledger().findCases({ portfolio: ALL_PORTFOLIOS, document: ANA })).toHaveLength(1);
    });

    test('a payment of the table is applied once, and settles the debt when it covers the charges', async () => {
      const caseId = await importOne(ledger());
      const paid = importedCase({}, [importedDebt({ payments: [{ date: '2026-03-12', amount: 10_233 }] })]);
      await ledger().importCases([paid], LATER);
      await ledger().importCases([paid], LATER);
      const [debt] = (await ledger().loadCases([caseId])).get(caseId)!.debts;
      expect(debt).toMatchObject({ status: 'paid', payments: [{ date: '2026-03-12', amount: 10_233 }] });
      expect(debt!.payments).toHaveLength(1);
    });

    test('the total paid of an ERP adds only what is new, also after the bank reported first', async () => {
      const caseId = await importOne(ledger());
      await ledger().recordPayment({ portfolio: ALL_PORTFOLIOS, reference: 'pix-1', amount: 3000, paidOn: '2026-03-11', at: AT, caseId });
      await ledger().importCases([importedCase({}, [importedDebt({ payments: [{ date: '2026-03-13', amount: 3000 }] })])], LATER);
      await ledger().importCases([importedCase({}, [importedDebt({ payments: [{ date: '2026-03-18', amount: 5000 }] })])], LATER);
      const [debt] = (await ledger().loadCases([caseId])).get(caseId)!.debts;
      expect(debt!.payments.map(({ date, amount }) => [date, amount])).toEqual([
        ['2026-03-11', 3000],
        ['2026-03-18', 2000],
      ]);
    });

    test('a smaller amount on another date is a payment of its own', async () => {
      const caseId = await importOne(ledger(), importedCase({}, [importedDebt({ payments: [{ date: '2026-03-05', amount: 5000 }] })]));
      await ledger().importCases([importedCase({}, [importedDebt({ payments: [{ date: '2026-03-15', amount: 1000 }] })])], LATER);
      const [debt] = (await ledger().loadCases([caseId])).get(caseId)!.debts;
      expect(debt!.payments.map((payment) => payment.amount)).toEqual([5000, 1000]);
    });

    test('an older table neither reopens a paid debt nor undoes a "no" nor revives a dead telephone', async () => {
      const caseId = await importOne(ledger());
      const [point] = (await ledger().loadCases([caseId])).get(caseId)!.debtor.contactPoints;
      await ledger().saveContactPoint({ ...point!, caseId, valid: false, consent: { whatsapp: false }, at: AT });
      await ledger().recordPayment({ portfolio: ALL_PORTFOLIOS, reference: 'pix-1', amount: 20_000, paidOn: ON, at: AT, debtNumber: 'NF-1' });
      await ledger().importCases([importedCase({ lifetimeValue: 0, contactPoints: [importedPoint({ consent: { whatsapp: true, sms: true } })] })], LATER);
      const found = (await ledger().loadCases([caseId])).get(caseId)!;
      expect(found.debts[0]!.status).toBe('paid');
      expect(found.debtor.contactPoints).toEqual([{ ...point, valid: false, consent: { whatsapp: false, sms: true } }]);
      expect(found.debtor.lifetimeValue).toBe(1_000_000);
    });

    test('one bad debtor takes the whole list back', async () => {
      await expect(ledger().importCases([importedCase(), importedCase({ document: ' ' })], IMPORT)).rejects.toMatchObject({ code: 'ledger.document-missing' });
      expect(await ledger().findCases({ portfolio: ALL_PORTFOLIOS, document: ANA })).toEqual([]);
    });

    test('text that a database would refuse is stored without its broken characters', async () => {
      const caseId = await importOne(ledger(), importedCase({ name: 'Ana\0 \ud83d' }));
      expect((await ledger().loadCases([caseId])).get(caseId)!.debtor.name).toBe('Ana \ufffd');
    });
  });
}
