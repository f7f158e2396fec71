import { describe, expect, test } from 'vitest';
import type { ContactStatus } from '../../core/case/index.ts';
import type { ClaimResult, Ledger, Receipt } from '../ledger.ts';
import { AT, claimFor, IMPORT, importedCase, importOne, PORTFOLIO, portfolioOf } from '../testing/fixtures.ts';

const idOf = (result: ClaimResult | undefined): string => {
  if (result?.kind !== 'claimed') throw new Error(`expected a claim, got ${JSON.stringify(result)}`);
  return result.contactId;
};

export function claimSuite(ledger: () => Ledger, another: () => Promise<Ledger>): void {
  const claimOne = async (...args: Parameters<typeof claimFor>) => (await ledger().claim([claimFor(...args)]))[0];
  const receive = async (receipt: Receipt, portfolio = PORTFOLIO) => (await ledger().recordReceipts({ portfolio, receipts: [receipt] }))[0];
  const report = (contactId: string, status: ContactStatus, more: object = {}) => ledger().recordOutcomes([{ contactId, status, at: AT, ...more }]);

  describe('claim', () => {
    test('a block is claimed once; the second caller sees what became of it', async () => {
      const caseId = await importOne(ledger());
      const contactId = idOf(await claimOne(caseId));
      await report(contactId, 'sent', { providerMessageId: 'wamid.1' });
      expect(await claimOne(caseId)).toMatchObject({ kind: 'already', contact: { id: contactId, status: 'sent', channel: 'whatsapp' } });
    });

    test('a receipt by a message id that a provider gave twice is about the newer message', async () => {
      const caseId = await importOne(ledger());
      const older = idOf(await claimOne(caseId, { stepId: 'd1', at: '2026-03-10T12:00:00.000Z' }));
      const newer = idOf(await claimOne(caseId, { stepId: 'd7', at: '2026-03-10T15:00:00.000Z' }));
      for (const contactId of [older, newer]) await report(contactId, 'sent', { providerMessageId: 'repetido' });
      expect(await receive({ providerMessageId: 'repetido', status: 'read', at: '2026-03-10T16:00:00.000Z' })).toMatchObject({ id: newer, status: 'read' });
    });

    test('one list may hold the same claim twice: the first wins', async () => {
      const caseId = await importOne(ledger());
      const results = await ledger().claim([claimFor(caseId), claimFor(caseId, { channel: 'sms' }), claimFor(caseId, { blockId: 'outro' })]);
      expect(results.map((result) => result.kind)).toEqual(['claimed', 'already', 'claimed']);
    });

    test('a new cycle, step, block or cadence is a claim of its own', async () => {
      const caseId = await importOne(ledger());
      for (const change of [{}, { cycle: 'debt-2' }, { stepId: 'd7' }, { blockId: 'b' }, { cadenceId: 'outra' }])
        expect((await claimOne(caseId, change))?.kind).toBe('claimed');
    });

    test.each<ContactStatus>(['claimed', 'composed', 'sent', 'delivered', 'read', 'answered', 'unknown'])(
      'an attempt that is %s closes every channel',
      async (status) => {
        const caseId = await importOne(ledger());
        const contactId = idOf(await claimOne(caseId));
        await report(contactId, status);
        expect((await claimOne(caseId, { channel: 'sms' }))?.kind).toBe('already');
      },
    );

    test('after a failure the next channel may be claimed, the same one never', async () => {
      const caseId = await importOne(ledger());
      const whatsapp = idOf(await claimOne(caseId));
      await report(whatsapp, 'failed', { error: 'número inexistente' });
      expect(await claimOne(caseId)).toMatchObject({ kind: 'already', contact: { id: whatsapp, status: 'failed' } });
      const sms = idOf(await claimOne(caseId, { channel: 'sms' }));
      expect(await claimOne(caseId, { channel: 'email' })).toMatchObject({ kind: 'already', contact: { id: sms } });
      await report(sms, 'failed');
      expect((await claimOne(caseId, { channel: 'email' }))?.kind).toBe('claimed');
      expect((await ledger().loadCases([caseId])).get(caseId)!.contacts.map((contact) => [contact.channel, contact.status])).toEqual([
        ['whatsapp', 'failed'],
        ['sms', 'failed'],
        ['email', 'claimed'],
      ]);
    });

    test('caps hold inside one list, over days, and over other portfolios of the same document', async () => {
      const caseId = await importOne(ledger());
      const [sibling] = await ledger().importCases([importedCase()], { ...IMPORT, portfolio: 'outra' });
      const caps = { perDay: 1, perSevenDays: 3 };
      const kinds = async (...changes: Parameters<typeof claimFor>[1][]) =>
        (await ledger().claim(changes.map((change) => claimFor(caseId, { caps, ...change })))).map((result) => result.kind);
      expect(await kinds({ blockId: '1' }, { blockId: '2' }, { blockId: '3', caseId: sibling!.caseId })).toEqual(['claimed', 'capped', 'capped']);
      expect(await kinds({ blockId: '4', localDate: '2026-03-11' })).toEqual(['claimed']);
      expect(await kinds({ blockId: '5', localDate: '2026-03-12', caseId: sibling!.caseId })).toEqual(['claimed']);
      expect(await kinds({ blockId: '6', localDate: '2026-03-16' })).toEqual(['capped']);
      expect(await kinds({ blockId: '7', localDate: '2026-03-17' })).toEqual(['claimed']);
    });

    test('a failed attempt reached nobody, so it leaves room under the caps', async () => {
      const caseId = await importOne(ledger());
      const caps = { perDay: 1, perSevenDays: 1 };
      await report(idOf(await claimOne(caseId, { caps })), 'failed');
      expect((await claimOne(caseId, { caps, channel: 'sms' }))?.kind).toBe('claimed');
    });

    test('an unknown case is refused and nothing of the list is claimed', async () => {
      const caseId = await importOne(ledger());
      await expect(ledger().claim([claimFor(caseId), claimFor('nenhum')])).rejects.toMatchObject({ code: 'ledger.case-unknown' });
      expect((await claimOne(caseId))?.kind).toBe('claimed');
    });

    test('of many claims at the same moment exactly one wins each block', async () => {
      const outcomes = await ledger().importCases(portfolioOf(20), IMPORT);
      const twins = [ledger(), await another(), await another(), await another()];
      const claims = outcomes.map((outcome) => claimFor(outcome.caseId, { caps: { perDay: 1, perSevenDays: 3 } }));
      const results = (await Promise.all(twins.map((twin, index) => twin.claim(index % 2 === 0 ? claims : claims.toReversed())))).flat();
      expect(results.filter((result) => result.kind === 'claimed')).toHaveLength(20);
      expect(results.filter((result) => result.kind === 'already')).toHaveLength(60);
    });

    test('what was written is kept for the evidence file', async () => {
      const caseId = await importOne(ledger());
      const contactId = idOf(await claimOne(caseId, { channel: 'email', content: { subject: 'Sua fatura', text: 'Olá' } }));
      await report(contactId, 'sent', { providerMessageId: '<1@exemplo.example>' });
      expect(await ledger().contents(caseId)).toEqual([
        { contact: expect.objectContaining({ id: contactId, status: 'sent' }), subject: 'Sua fatura', text: 'Olá', providerMessageId: '<1@exemplo.example>' },
      ]);
    });
  });

  describe('outcomes and receipts', () => {
    test('a receipt moves a contact forward, never back, and proves the delivery once', async () => {
      const caseId = await importOne(ledger());
      const contactId = idOf(await claimOne(caseId));
      await report(contactId, 'sent', { providerMessageId: 'm1' });
      await receive({ providerMessageId: 'm1', status: 'read', at: '2026-03-10T13:00:00Z' });
      expect(await receive({ providerMessageId: 'm1', status: 'delivered', at: '2026-03-10T14:00:00Z' })).toMatchObject({
        id: contactId,
        status: 'read',
        deliveredAt: '2026-03-10T13:00:00.000Z',
      });
      expect(await receive({ contactId, status: 'failed', at: AT })).toMatchObject({ status: 'read' });
      expect((await ledger().events(caseId)).map((event) => event.kind).filter((kind) => kind.startsWith('contact.'))).toEqual([
        'contact.claimed',
        'contact.sent',
        'contact.read',
      ]);
    });

    test('a message may still bounce after it was sent', async () => {
      const caseId = await importOne(ledger());
      const contactId = idOf(await claimOne(caseId));
      await report(contactId, 'sent', { providerMessageId: 'm1' });
      await receive({ providerMessageId: 'm1', status: 'failed', at: AT, error: 'caixa cheia' });
      expect(await ledger().contents(caseId)).toMatchObject([{ contact: { status: 'failed' }, error: 'caixa cheia' }]);
    });

    test('a receipt that overtakes the outcome is kept and applied', async () => {
      const caseId = await importOne(ledger());
      const contactId = idOf(await claimOne(caseId));
      expect(await receive({ providerMessageId: 'm1', status: 'delivered', at: '2026-03-10T12:00:01Z' })).toBeUndefined();
      await report(contactId, 'sent', { providerMessageId: 'm1' });
      expect((await ledger().loadCases([caseId])).get(caseId)!.contacts).toMatchObject([{ status: 'delivered', deliveredAt: '2026-03-10T12:00:01.000Z' }]);
    });

    test('an outcome for a contact nobody claimed is an error', async () => {
      await expect(report('nenhum', 'sent')).rejects.toMatchObject({ code: 'ledger.contact-unknown' });
    });

    test('a claim without outcome becomes unknown, asks a person, is never claimed again, and a receipt settles it', async () => {
      const caseId = await importOne(ledger());
      const contactId = idOf(await claimOne(caseId));
      expect(await ledger().reconcileStale(AT, '2026-03-10T13:00:00Z')).toBe(0);
      expect(await ledger().reconcileStale('2026-03-10T12:30:00Z', '2026-03-10T13:00:00Z')).toBe(1);
      expect(await ledger().reconcileStale('2026-03-10T12:30:00Z', '2026-03-10T13:00:00Z')).toBe(0);
      expect(await ledger().tasks({ status: 'open', caseId })).toMatchObject([{ kind: 'reconcile', key: `reconcile:${contactId}`, dueOn: '2026-03-11' }]);
      expect(await claimOne(caseId, { channel: 'sms' })).toMatchObject({ kind: 'already', contact: { status: 'unknown' } });
      expect(await receive({ contactId, status: 'delivered', at: AT })).toMatchObject({ status: 'delivered' });
    });

    test('a person who found that it never left lets the next channel be tried', async () => {
      const caseId = await importOne(ledger());
      const contactId = idOf(await claimOne(caseId));
      await ledger().reconcileStale('2026-03-10T12:30:00Z', AT);
      await report(contactId, 'failed', { error: 'não consta no provedor' });
      expect((await claimOne(caseId, { channel: 'sms' }))?.kind).toBe('claimed');
    });
  });
}
