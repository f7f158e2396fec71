import { describe, expect, test } from 'vitest';
import type { ImportedCase } from '../../core/portfolio/index.ts';
import type { EventToKeep, Ledger } from '../ledger.ts';
import { ALL_PORTFOLIOS } from '../portfolio-scope.ts';
import { ANA, AT, claimFor, IMPORT, importedCase, importedDebt, importedPoint, importOne, ON, PORTFOLIO, runWith } from '../testing/fixtures.ts';

const BRUNO = '11144477735';
const PHONE = '+5511987654321';
const STORE = '11222333000181';
const SCHOOL = '11444777000161';

/** What comes through one portfolio's door, seen from both sides of it. */
export function doorsSuite(ledger: () => Ledger): void {
  const into = async (portfolio: string, change: Partial<ImportedCase['debtor']> = {}, number = 'NF-1'): Promise<string> =>
    (await ledger().importCases([importedCase(change, [importedDebt({ number })])], { ...IMPORT, portfolio }))[0]!.caseId;
  const runOf = (portfolio: string, creditor: string) => {
    const run = runWith({ id: `run-${portfolio}`, portfolio, cadenceId: `regua-${portfolio}` });
    return ledger().startRun({ ...run, settings: { ...run.settings, creditor: { ...run.settings.creditor, document: creditor } } });
  };
  const subject = async (caseId: string) => (await ledger().loadCases([caseId])).get(caseId)!;
  const consentOf = async (caseId: string) => (await subject(caseId)).debtor.contactPoints.find(({ value }) => value === PHONE)!.consent;
  const keep = (change: Partial<EventToKeep> = {}) =>
    ledger().keepEvent({
      portfolio: PORTFOLIO,
      door: 'classica',
      key: 'e1',
      kind: 'reply',
      at: AT,
      reason: 'Ninguém com este telefone.',
      body: { event: 'reply', channel: 'whatsapp', text: 'SAIR', phone: PHONE },
      subject: { by: 'phone', value: PHONE },
      stops: 'whatsapp',
      ...change,
    });

  describe('one person at two creditors', () => {
    test('is found through a door as that creditor’s debtor, by whatever is given', async () => {
      const atStore = await into('loja');
      const atSchool = await into('escola');
      for (const query of [{ document: '529.982.247-25' }, { phone: PHONE }, { debtNumber: 'NF-1' }, { debtNumber: 'NF-1', document: ANA }]) {
        const found = async (portfolio: string) => (await ledger().findCases({ portfolio, ...query })).map((one) => [one.portfolio, one.subject.id]);
        expect(await found('loja')).toEqual([['loja', atStore]]);
        expect(await found('escola')).toEqual([['escola', atSchool]]);
        expect(await found('outra')).toEqual([]);
      }
      expect(await ledger().findCases({ portfolio: 'loja', caseId: atSchool })).toEqual([]);
      expect((await ledger().findCases({ portfolio: ALL_PORTFOLIOS, document: ANA })).map(({ portfolio }) => portfolio).sort()).toEqual(['escola', 'loja']);
    });

    test('pays the creditor whose bank tells of it; another bank may count alike', async () => {
      const atStore = await into('loja');
      const atSchool = await into('escola');
      const pay = (portfolio: string) =>
        ledger().recordPayment({ portfolio, reference: 'pix-1', amount: 500, paidOn: ON, at: AT, debtNumber: 'NF-1', document: ANA });
      expect(await pay('loja')).toMatchObject({ kind: 'applied', caseId: atStore });
      expect((await subject(atSchool)).debts[0]!.payments).toEqual([]);
      expect(await pay('escola')).toMatchObject({ kind: 'applied', caseId: atSchool });
      expect(await pay('loja')).toEqual({ kind: 'duplicate', caseId: atStore });
      const debtId = (await subject(atSchool)).debts[0]!.id;
      const elsewhere = { portfolio: 'loja', amount: 500, paidOn: ON, at: AT };
      expect(await ledger().recordPayment({ ...elsewhere, reference: 'p2', debtId })).toMatchObject({ kind: 'unmatched' });
      expect(await ledger().recordPayment({ ...elsewhere, reference: 'p3', caseId: atSchool })).toMatchObject({ kind: 'unmatched' });

      const back = (portfolio: string) =>
        ledger().reversePayment({ portfolio, reference: 'r1', paymentReference: 'pix-1', reversalKind: 'refund', on: ON, at: AT });
      expect(await back('outra')).toMatchObject({ kind: 'not-found' });
      expect(await back('escola')).toMatchObject({ kind: 'reversed', caseId: atSchool });
      expect((await subject(atStore)).debts[0]!.payments).toHaveLength(1);
      expect(await back('loja')).toMatchObject({ kind: 'reversed', caseId: atStore });
    });

    test('money without a title waits in the list of whose door it came by, and is placed there', async () => {
      const atStore = await into('loja');
      const atSchool = await into('escola');
      for (const portfolio of ['loja', 'escola'])
        await ledger().recordPayment({ portfolio, reference: 'pix-1', amount: 500, paidOn: ON, at: AT, debtNumber: 'NF-9' });
      const waiting = async (portfolio: string) => (await ledger().unmatchedPayments({ portfolio })).map((one) => [one.portfolio, one.reference]);
      expect(await waiting('loja')).toEqual([['loja', 'pix-1']]);
      expect((await ledger().dayReport({ portfolio: 'loja', on: ON })).unmatchedPayments).toEqual({ count: 1, amount: 500 });
      await expect(ledger().assignPayment({ portfolio: ALL_PORTFOLIOS, reference: 'pix-1', caseId: atStore, at: AT })).rejects.toMatchObject({
        code: 'ledger.unmatched-which',
        message: expect.stringContaining('"escola", "loja"') as string,
      });
      expect(await ledger().assignPayment({ portfolio: 'loja', reference: 'pix-1', caseId: atSchool, at: AT })).toMatchObject({ kind: 'unmatched' });
      expect(await ledger().assignPayment({ portfolio: 'loja', reference: 'pix-1', caseId: atStore, at: AT })).toMatchObject({
        kind: 'applied',
        caseId: atStore,
      });
      expect(await waiting('loja')).toEqual([]);
      expect(await waiting('escola')).toEqual([['escola', 'pix-1']]);
    });

    test('a receipt is believed about the portfolio’s own messages only, also one that comes early', async () => {
      const atStore = await into('loja');
      const claim = async (stepId: string) => {
        const [claimed] = await ledger().claim([claimFor(atStore, { stepId })]);
        if (claimed?.kind !== 'claimed') throw new Error('a first claim is granted');
        return claimed.contactId;
      };
      const contactId = await claim('d1');
      await ledger().recordOutcomes([{ contactId, status: 'sent', at: AT, providerMessageId: 'm1' }]);
      const status = async () => (await subject(atStore)).contacts.map((contact) => contact.status);
      const foreign = {
        portfolio: 'escola',
        receipts: [
          { contactId, status: 'read', at: AT },
          { providerMessageId: 'm1', status: 'read', at: AT },
          { providerMessageId: 'm2', status: 'read', at: AT },
        ],
      } as const;
      expect(await ledger().recordReceipts(foreign)).toEqual([undefined, undefined, undefined]);
      const second = await claim('d2');
      await ledger().recordOutcomes([{ contactId: second, status: 'sent', at: AT, providerMessageId: 'm2' }]);
      expect(await status()).toEqual(['sent', 'sent']);
      expect(await ledger().recordReceipts({ ...foreign, portfolio: 'loja' })).toMatchObject([
        { id: contactId },
        { id: contactId },
        { id: second, caseId: atStore },
      ]);
      expect(await status()).toEqual(['read', 'read']);
    });

    test('is shown and erased per portfolio, and the other stays as it was', async () => {
      // Money that came before the person was known waits with the document.
      for (const portfolio of ['loja', 'escola'])
        await ledger().recordPayment({ portfolio, reference: 'perdido', amount: 500, paidOn: ON, at: AT, document: ANA, debtNumber: 'NF-77' });
      const atStore = await into('loja');
      const atSchool = await into('escola');
      expect(await ledger().portfoliosOf('529.982.247-25')).toEqual([
        { portfolio: 'escola', openDebts: 1 },
        { portfolio: 'loja', openDebts: 1 },
      ]);
      expect(await ledger().exportDebtor(ANA, 'loja')).toMatchObject({
        portfolios: ['loja'],
        cases: [{ portfolio: 'loja', id: atStore }],
        unmatchedPayments: [{ portfolio: 'loja' }],
      });
      expect(await ledger().exportDebtor(ANA, ALL_PORTFOLIOS)).toMatchObject({ portfolios: ['escola', 'loja'] });
      expect(await ledger().eraseDebtor(ANA, 'loja', AT)).toBe(1);
      expect((await subject(atStore)).debtor.name).toBe('Titular apagado');
      expect((await subject(atSchool)).debtor).toMatchObject({ name: 'Ana Souza', document: ANA });
      const documents = (await ledger().unmatchedPayments({ portfolio: ALL_PORTFOLIOS, status: 'all' })).map(({ portfolio, document }) => [
        portfolio,
        document,
      ]);
      expect(documents).toEqual([
        ['loja', undefined],
        ['escola', ANA],
      ]);
    });
  });

  describe('a telephone that two debtors have', () => {
    const both = async () => {
      const ana = await into('loja');
      const bruno = await into('loja', { name: 'Bruno', document: BRUNO }, 'NF-2');
      return { ana, bruno };
    };

    test('is said by the import, once per person', async () => {
      const ana = importedCase();
      const bruno = importedCase({ document: BRUNO }, [importedDebt({ number: 'NF-2' })]);
      const [, second] = await ledger().importCases([ana, bruno], { ...IMPORT, portfolio: 'loja' });
      expect(second!.sharedContacts).toEqual([{ value: PHONE, others: 1 }]);
      const [again] = await ledger().importCases([ana], { ...IMPORT, portfolio: 'outra-da-loja' });
      expect(again!.sharedContacts).toEqual([{ value: PHONE, others: 1 }]);
      await runOf('loja', STORE);
      await runOf('outra-da-loja', SCHOOL);
      const [alone] = await ledger().importCases([ana], { ...IMPORT, portfolio: 'outra-da-loja' });
      expect(alone!.sharedContacts).toEqual([]);
    });

    test('is silent for everybody of the creditor once one asks it, whoever comes later, and goes on at another creditor', async () => {
      const { ana, bruno } = await both();
      const atSchool = await into('escola', { document: BRUNO });
      await runOf('loja', STORE);
      await runOf('escola', SCHOOL);
      await ledger().silenceContactPoint({ portfolio: 'loja', value: PHONE, channel: 'whatsapp', at: AT });
      expect([await consentOf(ana), await consentOf(bruno), await consentOf(atSchool)]).toEqual([{ whatsapp: false }, { whatsapp: false }, {}]);
      const carla = await into('loja', { document: '12345678909' }, 'NF-3');
      expect(await consentOf(carla)).toEqual({ whatsapp: false });
      await ledger().silenceContactPoint({ portfolio: 'loja', value: PHONE, channel: 'all', at: AT });
      expect(await consentOf(bruno)).toEqual({ whatsapp: false, sms: false, voice: false });
      expect((await ledger().events(bruno)).filter(({ kind }) => kind === 'contact-point.silenced')).toHaveLength(2);
    });

    test('an answer from it is nobody’s: it is kept once, a task that names nobody asks who it was, and what a person says ends it', async () => {
      const { ana, bruno } = await both();
      await ledger().claim([claimFor(bruno, { at: AT })]);
      const event = { portfolio: 'loja', body: { event: 'reply', channel: 'whatsapp', text: 'Pago sexta' }, candidates: [ana, bruno] } as const;
      for (let times = 0; times < 2; times += 1) await keep({ ...event, reason: 'De dois clientes.' });
      const [kept, ...more] = await ledger().unattributedEvents({ portfolio: 'loja' });
      expect(more).toEqual([]);
      expect(kept).toMatchObject({ portfolio: 'loja', door: 'classica', kind: 'reply', reason: 'De dois clientes.', body: { text: 'Pago sexta' } });
      expect(await ledger().unattributedEvents({ portfolio: 'escola' })).toEqual([]);
      const [task, ...others] = await ledger().tasks({ status: 'open' });
      expect(others).toEqual([]);
      expect(task).toMatchObject({ caseId: bruno, kind: 'attribution', title: expect.stringContaining('WhatsApp') as string });
      expect(JSON.stringify(task)).not.toMatch(/Ana|Bruno|sexta|87654321/);
      expect((await ledger().dayReport({ portfolio: 'loja', on: ON })).unattributedEvents).toBe(1);

      await ledger().resolveEvent({ id: kept!.id, caseId: ana, at: AT });
      expect(await ledger().unattributedEvents({ portfolio: 'loja' })).toEqual([]);
      expect(await ledger().unattributedEvents({ portfolio: 'loja', status: 'all' })).toMatchObject([{ caseId: ana, resolvedAt: AT }]);
      expect(await ledger().tasks({ status: 'open' })).toEqual([]);
      await expect(ledger().resolveEvent({ id: 'nenhum', at: AT })).rejects.toMatchObject({ code: 'ledger.event-unknown' });
    });
  });

  describe('what came from somebody unknown', () => {
    test('a SAIR is kept, and holds from the moment an import brings the number', async () => {
      await keep();
      await importOne(ledger(), importedCase({ document: BRUNO, contactPoints: [importedPoint({ value: '+5511900000000' })] }));
      expect(await ledger().unattributedEvents({ portfolio: PORTFOLIO })).toHaveLength(1);
      const caseId = await importOne(ledger());
      const { debtor } = await subject(caseId);
      expect(debtor.optedOut).toEqual(['whatsapp']);
      expect(debtor.contactPoints[0]!.consent).toEqual({ whatsapp: false });
      expect((await ledger().events(caseId)).map(({ kind }) => kind)).toContain('reply.received');
      expect(await ledger().unattributedEvents({ portfolio: PORTFOLIO })).toEqual([]);
      expect(await ledger().unattributedEvents({ portfolio: PORTFOLIO, status: 'all' })).toMatchObject([{ caseId }]);
    });

    test('so it does when the number is added to somebody known, and when a document is named', async () => {
      await keep({ kind: 'optOut', stops: 'all', body: { event: 'optOut', channel: 'all' } });
      await keep({ key: 'e2', kind: 'dispute', body: { event: 'dispute', text: 'Não comprei' }, subject: { by: 'document', value: '111.444.777-35' } });
      const ana = await importOne(ledger(), importedCase({ contactPoints: [] }));
      await ledger().saveContactPoint({ ...importedPoint(), id: 'novo', caseId: ana, at: AT });
      expect((await subject(ana)).debtor).toMatchObject({ optedOut: ['all'], contactPoints: [{ consent: { sms: false, whatsapp: false, voice: false } }] });
      const bruno = await importOne(ledger(), importedCase({ document: BRUNO, contactPoints: [] }, [importedDebt({ number: 'NF-2' })]));
      expect((await subject(bruno)).debts[0]!.contestedOn).toBe(ON);
      expect(await ledger().unattributedEvents({ portfolio: PORTFOLIO })).toEqual([]);
    });

    test('that turns out to be two people silences the telephone and nobody’s person', async () => {
      await keep();
      const pair = [importedCase(), importedCase({ document: BRUNO }, [importedDebt({ number: 'NF-2' })])];
      const [ana, bruno] = (await ledger().importCases(pair, IMPORT)).map(({ caseId }) => caseId);
      for (const caseId of [ana!, bruno!])
        expect((await subject(caseId)).debtor).toMatchObject({ optedOut: [], contactPoints: [{ consent: { whatsapp: false } }] });
      expect(await ledger().unattributedEvents({ portfolio: PORTFOLIO })).toHaveLength(1);
    });

    test('stays with its portfolio; before the cadence behind the door has run it counts for the one it runs over', async () => {
      await keep({ portfolio: 'escola' });
      await keep({ portfolio: '', door: 'regua-loja' });
      const here = await into('outra');
      expect((await subject(here)).debtor.optedOut).toEqual([]);
      await runOf('loja', STORE);
      expect(await ledger().unattributedEvents({ portfolio: 'loja' })).toHaveLength(1);
      const atStore = await into('loja');
      expect((await subject(atStore)).debtor.optedOut).toEqual(['whatsapp']);
    });

    test('goes with the erasure of whom it is about, and with the term of keeping', async () => {
      const ana = await importOne(ledger());
      await importOne(ledger(), importedCase({ document: BRUNO, contactPoints: [] }, [importedDebt({ number: 'NF-2' })]));
      await keep({ key: 'doc', kind: 'promise', body: { document: ANA }, subject: { by: 'document', value: ANA } });
      await keep({ key: 'fone', kind: 'promise', body: { phone: PHONE } });
      await keep({ key: 'outro', kind: 'promise', body: { document: BRUNO }, subject: { by: 'document', value: BRUNO } });
      await ledger().recordPayment({
        portfolio: PORTFOLIO,
        reference: 'sem-titulo',
        amount: 100,
        paidOn: ON,
        at: AT,
        caseId: 'nenhum',
        document: '00000000191',
      });
      await ledger().eraseDebtor(ANA, PORTFOLIO, AT);
      const bodies = (await ledger().unattributedEvents({ portfolio: PORTFOLIO })).map(({ body }) => body);
      expect(bodies).toEqual([{ erased: true }, { erased: true }, { document: BRUNO }]);
      expect((await ledger().unmatchedPayments({ portfolio: PORTFOLIO }))[0]!.document).toBe('00000000191');
      expect((await subject(ana)).debtor.name).toBe('Titular apagado');
      await ledger().eraseInactive(ON, '2031-03-15T12:00:00.000Z');
      expect(await ledger().unattributedEvents({ portfolio: PORTFOLIO })).toHaveLength(3);
      await ledger().eraseInactive('2026-03-11', '2031-03-15T12:00:00.000Z');
      expect(await ledger().unattributedEvents({ portfolio: PORTFOLIO, status: 'all' })).toEqual([]);
    });

    test('goes with whichever portfolio erases the person, when its door had none yet', async () => {
      await importOne(ledger());
      const document = { kind: 'promise', body: { document: ANA }, subject: { by: 'document', value: ANA } } as const;
      await keep({ ...document, portfolio: '', door: 'ainda-sem-rodada' });
      await keep({ ...document, portfolio: 'escola', door: 'regua-escola' });
      await ledger().eraseDebtor(ANA, PORTFOLIO, AT);
      const kept = (await ledger().unattributedEvents({ portfolio: ALL_PORTFOLIOS })).map(({ portfolio, body }) => [portfolio, body]);
      expect(new Map(kept as [string, object][])).toEqual(
        new Map<string, object>([
          ['', { erased: true }],
          ['escola', { document: ANA }],
        ]),
      );
    });

    test('a receipt that came early by a door without a portfolio counts for the message it is about', async () => {
      const caseId = await importOne(ledger());
      await ledger().recordReceipts({ portfolio: '', receipts: [{ providerMessageId: 'm1', status: 'read', at: AT }] });
      const [claimed] = await ledger().claim([claimFor(caseId)]);
      if (claimed?.kind !== 'claimed') throw new Error('a first claim is granted');
      await ledger().recordOutcomes([{ contactId: claimed.contactId, status: 'sent', at: AT, providerMessageId: 'm1' }]);
      expect((await subject(caseId)).contacts).toMatchObject([{ status: 'read' }]);
    });

    test('a receipt nobody waits for is gone after thirty days', async () => {
      const caseId = await importOne(ledger());
      const receipt = (providerMessageId: string, at: string) => ({ portfolio: PORTFOLIO, receipts: [{ providerMessageId, status: 'read', at } as const] });
      await ledger().recordReceipts(receipt('velho', '2026-02-01T12:00:00Z'));
      await ledger().recordReceipts(receipt('novo', '2026-03-01T12:00:00Z'));
      await ledger().recordReceipts(receipt('hoje', '2026-03-10T12:00:00Z'));
      const statusAfter = async (stepId: string, providerMessageId: string) => {
        const [claimed] = await ledger().claim([claimFor(caseId, { stepId })]);
        if (claimed?.kind !== 'claimed') throw new Error('a first claim is granted');
        await ledger().recordOutcomes([{ contactId: claimed.contactId, status: 'sent', at: AT, providerMessageId }]);
        return (await subject(caseId)).contacts.find(({ id }) => id === claimed.contactId)!.status;
      };
      expect(await statusAfter('d1', 'novo')).toBe('read');
      expect(await statusAfter('d2', 'velho')).toBe('sent');
    });
  });

  describe('a table that changes how a known debtor is reached', () => {
    const theirs = importedPoint({ kind: 'email', value: 'outro@exemplo.example' });
    const point = async (caseId: string) => (await subject(caseId)).debtor.contactPoints.find(({ value }) => value === theirs.value);

    test('is shown and held until it is accepted, however often it comes', async () => {
      const caseId = await importOne(ledger(), importedCase({ address: 'Rua A, 1' }));
      const changed = importedCase({ address: 'Rua B, 2', contactPoints: [importedPoint(), theirs] });
      for (let times = 0; times < 2; times += 1) {
        const [outcome] = await ledger().importCases([changed], IMPORT);
        expect(outcome!.contactChanges).toEqual([{ kind: 'email', value: theirs.value }]);
        expect(await point(caseId)).toMatchObject({ verified: false });
        expect((await subject(caseId)).debtor.address).toBe('Rua A, 1');
      }
      const [accepted] = await ledger().importCases([changed], { ...IMPORT, contactChanges: 'accept' });
      expect(accepted!.contactChanges).toEqual([]);
      expect(await point(caseId)).toMatchObject({ verified: true });
      expect((await subject(caseId)).debtor.address).toBe('Rua B, 2');
      const [again] = await ledger().importCases([changed], IMPORT);
      expect(again).toMatchObject({ debtor: 'unchanged', contactChanges: [] });
      expect(await point(caseId)).toMatchObject({ verified: true });
    });

    test('a new debtor’s own are taken as the table says, over several of its rows', async () => {
      const first = importedCase({ contactPoints: [importedPoint()] });
      const second = importedCase({ contactPoints: [theirs] }, [importedDebt({ number: 'NF-2' })]);
      const outcomes = await ledger().importCases([first, second], IMPORT);
      expect(outcomes.map(({ contactChanges }) => contactChanges)).toEqual([[], []]);
      expect(await point(outcomes[0]!.caseId)).toMatchObject({ verified: true });
    });
  });
}
