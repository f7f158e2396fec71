import { TEAMS } from '../../core/case/index.ts';
import { describe, expect, test } from 'vitest';
import type { Case } from '../../core/case/index.ts';
import { bureauFileOf, lettersOf } from '../paper.ts';
import type { ClaimInput, ClaimResult, HumanTask, Ledger, Settled } from '../ledger.ts';
import { AT, claimFor, importedCase, importedPoint, importOne, ON, PORTFOLIO, runWith } from '../testing/fixtures.ts';

const idOf = (result: ClaimResult | undefined): string => {
  if (result?.kind !== 'claimed') throw new Error(`expected a claim, got ${JSON.stringify(result)}`);
  return result.contactId;
};
const step = (caseId: string): NonNullable<Settled['steps']>[number] => ({
  caseId,
  cadenceId: 'classica',
  trackId: 'unica',
  stepId: 'd1',
  cycle: 'debt-1',
  status: 'done',
  on: ON,
  at: AT,
});
const task = (caseId: string, key = 'k'): Omit<HumanTask, 'id' | 'status'> => ({
  caseId,
  kind: 'hand-off',
  title: 'Ligar',
  instructions: '',
  team: TEAMS.collection,
  dueOn: ON,
  createdAt: AT,
  key,
});

/** What a run does to the ledger: it claims what it has just decided, and writes together what came of it. */
export function runSuite(ledger: () => Ledger): void {
  const subjectOf = async (caseId: string): Promise<Case> => (await ledger().loadCases([caseId])).get(caseId)!;

  describe('what came of some cases', () => {
    test('is written together, and is found so', async () => {
      const caseId = await importOne(ledger());
      const contactId = idOf((await ledger().claim([claimFor(caseId)]))[0]);
      const [opened] = await ledger().settle({
        outcomes: [{ contactId, status: 'sent', at: AT, providerMessageId: 'm-1' }],
        tasks: [task(caseId)],
        steps: [step(caseId)],
        looks: [{ caseId, nextActionOn: '2026-03-17' }],
      });
      expect(opened).toMatchObject({ created: true, task: { title: 'Ligar' } });
      const subject = await subjectOf(caseId);
      expect(subject.contacts[0]).toMatchObject({ status: 'sent' });
      expect(subject.steps).toMatchObject([{ stepId: 'd1', status: 'done' }]);
      expect((await ledger().findCases({ portfolio: PORTFOLIO, caseId }))[0]).toMatchObject({ nextActionOn: '2026-03-17' });
    });

    test('is written whole or not at all', async () => {
      const caseId = await importOne(ledger());
      const contactId = idOf((await ledger().claim([claimFor(caseId)]))[0]);
      const wrong = ledger().settle({ outcomes: [{ contactId, status: 'sent', at: AT }], tasks: [task(caseId)], steps: [step('nenhum')] });
      await expect(wrong).rejects.toMatchObject({ code: 'ledger.case-unknown' });
      const subject = await subjectOf(caseId);
      expect([subject.contacts[0]!.status, subject.steps]).toEqual(['claimed', []]);
      expect(await ledger().tasks({ caseId })).toEqual([]);
    });

    test('opens a task once by its key, and asks nothing of the ledger when there is nothing', async () => {
      const caseId = await importOne(ledger());
      await ledger().settle({ tasks: [task(caseId)] });
      const [again, other] = await ledger().settle({ tasks: [task(caseId), task(caseId, 'outra')] });
      expect([again!.created, other!.created]).toEqual([false, true]);
      expect(await ledger().settle({})).toEqual([]);
    });

    test('a claim that is given back leaves the step to be done, on any channel', async () => {
      const caseId = await importOne(ledger());
      const contactId = idOf((await ledger().claim([claimFor(caseId)]))[0]);
      await ledger().settle({ releases: [{ contactId, at: AT, error: 'sem conexão' }] }, { durable: false });
      await ledger().sync();
      expect((await subjectOf(caseId)).contacts).toEqual([]);
      expect((await ledger().claim([claimFor(caseId)]))[0]!.kind).toBe('claimed');
    });
  });

  describe('a claim that is decided as it is made', () => {
    test('sees what was recorded before it, and is asked of the cases as they stand then', async () => {
      const caseId = await importOne(ledger());
      await ledger().loadCases([caseId]);
      await ledger().recordOptOut({ caseId, channel: 'all', at: AT });
      const seen: (readonly string[])[] = [];
      const decide = (cases: ReadonlyMap<string, Case>): ClaimInput[] => {
        const subject = cases.get(caseId)!;
        seen.push(subject.debtor.optedOut);
        return subject.debtor.optedOut.length > 0 ? [] : [claimFor(caseId)];
      };
      expect(await ledger().claimNow([caseId], decide)).toEqual([]);
      expect(seen).toEqual([['all']]);
    });

    test('is one of two that decide at once', async () => {
      const caseId = await importOne(ledger());
      const claim = () => ledger().claimNow([caseId], () => [claimFor(caseId)]);
      const kinds = (await Promise.all([claim(), claim(), claim()])).map(([result]) => result!.kind);
      expect(kinds.sort()).toEqual(['already', 'already', 'claimed']);
    });

    test('names a case that is not there', async () => {
      await expect(ledger().claimNow(['nenhum'], () => [])).rejects.toMatchObject({ code: 'ledger.case-unknown' });
      expect(await ledger().claimNow([], () => [])).toEqual([]);
    });
  });

  describe('what a person found out about a message', () => {
    const doubtful = async (): Promise<{ caseId: string; contactId: string }> => {
      const caseId = await importOne(ledger());
      const contactId = idOf((await ledger().claim([claimFor(caseId)]))[0]);
      await ledger().settle({
        outcomes: [{ contactId, status: 'unknown', at: AT, error: 'sem resposta' }],
        steps: [step(caseId)],
        looks: [{ caseId, nextActionOn: '2026-04-01' }],
      });
      return { caseId, contactId };
    };

    test('that it left is kept', async () => {
      const { caseId, contactId } = await doubtful();
      expect(await ledger().confirmContact({ contactId, status: 'delivered', on: ON, at: AT })).toEqual({ caseId, blockId: 'mensagem' });
      expect((await subjectOf(caseId)).contacts[0]).toMatchObject({ status: 'delivered' });
    });

    test('that it did not gives it back: the step is open again, and due', async () => {
      const { caseId, contactId } = await doubtful();
      await ledger().confirmContact({ contactId, status: 'failed', on: '2026-03-11', at: AT, error: 'não saiu' });
      const subject = await subjectOf(caseId);
      expect(subject.steps.filter(({ status }) => status === 'done')).toEqual([]);
      expect((await ledger().findCases({ portfolio: PORTFOLIO, caseId }))[0]).toMatchObject({ nextActionOn: '2026-03-11' });
      expect((await ledger().claim([claimFor(caseId)]))[0]!.kind).toBe('claimed');
    });

    test('of a message that nobody knows is refused', async () => {
      await expect(ledger().confirmContact({ contactId: 'nenhum', status: 'sent', on: ON, at: AT })).rejects.toMatchObject({ code: 'ledger.contact-unknown' });
    });
  });

  describe('a case that was read a moment ago', () => {
    test.each<[string, (caseId: string) => Promise<unknown>, (subject: Case) => unknown]>([
      [
        'a payment',
        (caseId) => ledger().recordPayment({ portfolio: PORTFOLIO, reference: 'p', amount: 500, paidOn: ON, at: AT, caseId }),
        (one) => one.debts[0]!.payments.length,
      ],
      ['an opt-out', (caseId) => ledger().recordOptOut({ caseId, channel: 'all', at: AT }), (one) => one.debtor.optedOut.length],
      ['a dispute', (caseId) => ledger().recordDispute({ caseId, on: ON, at: AT }), (one) => one.debts[0]!.contestedOn !== undefined],
      ['a claim', (caseId) => ledger().claim([claimFor(caseId)]), (one) => one.contacts.length],
      ['a step', (caseId) => ledger().settle({ steps: [step(caseId)] }), (one) => one.steps.length],
      ['a tier', (caseId) => ledger().setTiers([{ caseId, tierId: 'ouro' }]), (one) => one.tierId],
      [
        'an import',
        () => ledger().importCases([importedCase({ contactPoints: [importedPoint({ value: '+5511900001111' })] })], { portfolio: PORTFOLIO, on: ON, at: AT }),
        (one) => one.debtor.contactPoints.length,
      ],
    ])('is read again after %s', async (_, change, seen) => {
      const caseId = await importOne(ledger());
      const before = seen(await subjectOf(caseId));
      await change(caseId);
      expect(seen(await subjectOf(caseId))).not.toEqual(before);
    });

    test('shows what the same person’s other case was told', async () => {
      const caseId = await importOne(ledger());
      const [other] = await ledger().importCases([importedCase()], { portfolio: 'outra', on: ON, at: AT });
      expect((await subjectOf(caseId)).contactsElsewhere ?? []).toEqual([]);
      await ledger().claim([claimFor(other!.caseId)]);
      expect((await subjectOf(caseId)).contactsElsewhere).toHaveLength(1);
    });
  });

  describe('paper', () => {
    test('a letter waits to be printed, and none once its reader asked for no more', async () => {
      await ledger().startRun(runWith());
      const caseId = await importOne(ledger(), importedCase({ address: 'Rua das Flores, 10, Campinas - SP' }));
      const contactId = idOf((await ledger().claim([claimFor(caseId, { channel: 'letter', content: { subject: 'Sua fatura', text: 'Olá, Ana.' } })]))[0]);
      await ledger().recordOutcomes([{ contactId, status: 'composed', at: AT }]);
      const [letter] = await lettersOf(ledger(), caseId);
      expect(letter).toMatchObject({ fileName: `carta-${contactId}.pdf`, mimeType: 'application/pdf' });
      expect(new TextDecoder('latin1').decode(letter!.bytes.slice(0, 5))).toBe('%PDF-');
      await ledger().recordOptOut({ caseId, channel: 'letter', at: AT });
      expect(await lettersOf(ledger(), caseId)).toEqual([]);
    });

    test('the bureau’s sheet has what is still to be asked for, and nothing else', async () => {
      await ledger().startRun(runWith());
      const caseId = await importOne(ledger());
      expect(await bureauFileOf(ledger(), PORTFOLIO, ON)).toBeUndefined();
      const [debt] = (await subjectOf(caseId)).debts;
      const entry = { id: 'e-1', provider: 'manual', debtIds: [debt!.id], amount: debt!.principal, status: 'requested' as const, requestedOn: ON };
      await ledger().settle({ steps: [step(caseId)], entries: [{ ...entry, caseId, at: AT }] });
      const sheet = new TextDecoder().decode((await bureauFileOf(ledger(), PORTFOLIO, ON))!.bytes);
      expect(sheet.split('\r\n')[1]).toMatch(/^INCLUIR;e-1;.*;NF-1;/);
      await ledger().saveBureauEntry({ ...entry, status: 'registered', registeredOn: ON, caseId, at: AT });
      expect(await bureauFileOf(ledger(), PORTFOLIO, ON)).toBeUndefined();
    });
  });
}
