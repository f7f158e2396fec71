import { TEAMS } from '../../core/case/index.ts';
import { describe, expect, test } from 'vitest';
import type { Ledger } from '../ledger.ts';
import { ANA, AT, claimFor, importedCase, importedDebt, importedPoint, importOne, ON, PORTFOLIO, portfolioOf, IMPORT, runWith } from '../testing/fixtures.ts';
import { ALL_PORTFOLIOS } from '../portfolio-scope.ts';

export function historySuite(ledger: () => Ledger): void {
  const subject = async (caseId: string) => (await ledger().loadCases([caseId])).get(caseId)!;
  const kinds = async (caseId: string) => (await ledger().events(caseId)).map((event) => event.kind);
  const step = (caseId: string, status: 'entered' | 'done' | 'deferred' | 'skipped', more: object = {}) =>
    ledger().recordSteps([{ caseId, cadenceId: 'classica', stepId: 'd1', cycle: 'debt-1', status, on: ON, at: AT, ...more }]);

  describe('steps', () => {
    test('a record moves from entered to what became of it', async () => {
      const caseId = await importOne(ledger());
      await step(caseId, 'entered');
      await step(caseId, 'deferred', { reason: 'domingo' });
      expect((await subject(caseId)).steps).toEqual([{ cadenceId: 'classica', stepId: 'd1', cycle: 'debt-1', status: 'deferred', on: ON, reason: 'domingo' }]);
      await step(caseId, 'entered', { on: '2026-03-11' });
      await step(caseId, 'done', { on: '2026-03-11' });
      expect((await subject(caseId)).steps).toEqual([{ cadenceId: 'classica', stepId: 'd1', cycle: 'debt-1', status: 'done', on: '2026-03-11' }]);
    });

    test('what was done stays done, whatever another block of the step reports', async () => {
      const caseId = await importOne(ledger());
      await step(caseId, 'done');
      for (const status of ['entered', 'deferred', 'skipped'] as const) await step(caseId, status);
      expect((await subject(caseId)).steps).toMatchObject([{ status: 'done' }]);
      expect((await kinds(caseId)).filter((kind) => kind.startsWith('step.'))).toEqual(['step.done', 'step.entered', 'step.deferred', 'step.skipped']);
    });

    test('one list may hold several records of one step', async () => {
      const caseId = await importOne(ledger());
      const base = { caseId, cadenceId: 'classica', stepId: 'd1', cycle: 'debt-1', on: ON, at: AT };
      await ledger().recordSteps([
        { ...base, status: 'entered' },
        { ...base, status: 'done' },
        { ...base, status: 'skipped' },
        { ...base, cycle: 'debt-2', status: 'entered' },
      ]);
      expect((await subject(caseId)).steps.map((record) => [record.cycle, record.status]).sort()).toEqual([
        ['debt-1', 'done'],
        ['debt-2', 'entered'],
      ]);
    });

    test('cases that owe are counted by the last step they entered', async () => {
      const ids = (await ledger().importCases(portfolioOf(4), IMPORT)).map((outcome) => outcome.caseId);
      const base = { cadenceId: 'classica', cycle: 'x', status: 'done' as const, on: ON };
      await ledger().recordSteps(ids.map((caseId) => ({ ...base, caseId, stepId: 'd1', at: '2026-03-01T12:00:00Z' })));
      await ledger().recordSteps([ids[0]!, ids[3]!].map((caseId) => ({ ...base, caseId, stepId: 'd7', at: AT })));
      await ledger().recordPayment({ portfolio: ALL_PORTFOLIOS, reference: 'pix', amount: 1_000_000, paidOn: ON, at: AT, caseId: ids[3]! });
      expect(await ledger().stepCounts('classica')).toEqual([
        { stepId: 'd1', cases: 2 },
        { stepId: 'd7', cases: 1 },
      ]);
    });
  });

  describe('runs', () => {
    test('a run keeps the settings it ran under, and starting it again changes nothing', async () => {
      const run = runWith();
      await ledger().startRun(run);
      await ledger().startRun({ ...run, on: '2026-12-31' });
      expect(await ledger().getRun('run-1')).toEqual(run);
      expect(await ledger().getRun('nenhuma')).toBeUndefined();
      await ledger().startRun(runWith({ id: 'run-2', startedAt: '2026-03-11T12:00:00.000Z' }));
      expect((await ledger().latestRun('classica'))?.id).toBe('run-2');
      expect(await ledger().latestRun('outra')).toBeUndefined();
    });

    test('the report of a day says what was sent, what it cost, who was left in peace and why', async () => {
      await ledger().startRun(runWith());
      const ids = (await ledger().importCases(portfolioOf(4), IMPORT)).map((outcome) => outcome.caseId);
      const results = await ledger().claim(ids.slice(0, 3).map((caseId) => claimFor(caseId, { runId: 'run-1' })));
      await ledger().recordOutcomes(
        results.slice(0, 2).map((result) => ({ contactId: result.kind === 'claimed' ? result.contactId : '', status: 'sent', at: AT })),
      );
      const refusal = { runId: 'run-1', cadenceId: 'classica', stepId: 'd1', cycle: 'x', on: ON, at: AT };
      await ledger().recordRefusals([
        { ...refusal, caseId: ids[3]!, code: 'opted-out', reason: 'Pediu para não receber' },
        { ...refusal, caseId: ids[2]!, code: 'holiday', reason: 'Feriado', deferredUntil: '2026-03-11' },
        { ...refusal, caseId: ids[1]!, code: 'holiday', reason: 'Feriado', deferredUntil: '2026-03-11' },
      ]);
      await ledger().recordPayment({ portfolio: ALL_PORTFOLIOS, reference: 'perdido', amount: 500, paidOn: ON, at: AT, debtNumber: 'nenhum' });
      await ledger().openTask({
        caseId: ids[0]!,
        kind: 'hand-off',
        title: 'Ligar',
        instructions: '',
        team: TEAMS.collection,
        dueOn: '2026-03-09',
        createdAt: AT,
        key: 'k',
      });
      expect(await ledger().dayReport({ portfolio: PORTFOLIO, on: ON })).toEqual({
        portfolio: PORTFOLIO,
        on: ON,
        runs: 1,
        contacts: [
          { channel: 'whatsapp', status: 'claimed', count: 1, costCents: 35 },
          { channel: 'whatsapp', status: 'sent', count: 2, costCents: 70 },
        ],
        // The other two were refused once and reached by another block or run of the day.
        leftInPeace: [{ code: 'opted-out', reason: 'Pediu para não receber', cases: 1 }],
        openTasks: [{ kind: 'hand-off', count: 1, overdue: 1 }],
        unmatchedPayments: { count: 1, amount: 500 },
        unattributedEvents: 0,
      });
      expect((await kinds(ids[3]!)).at(-1)).toBe('contact.refused');
      expect((await kinds(ids[2]!)).at(-1)).toBe('contact.deferred');
      expect(await ledger().dayReport({ portfolio: PORTFOLIO, on: '2026-03-11' })).toMatchObject({ runs: 0, contacts: [], leftInPeace: [] });
      expect(await ledger().dayReport({ portfolio: 'outra', on: ON })).toMatchObject({ runs: 0, contacts: [], leftInPeace: [], openTasks: [] });
    });

    test('who waits for a promise is among those left in peace, and who waits for the next step is not', async () => {
      await ledger().startRun(runWith());
      const ids = (await ledger().importCases(portfolioOf(3), IMPORT)).map((outcome) => outcome.caseId);
      const promised = { code: 'promise-open', reason: 'Prometeu pagar em 12/03/2026.', on: ON };
      await ledger().settle({
        looks: [
          { caseId: ids[0]!, nextActionOn: '2026-03-13', wait: promised },
          { caseId: ids[1]!, nextActionOn: '2026-03-12', wait: { code: 'between-steps', reason: 'A próxima etapa é em 12/03/2026.', on: ON } },
          { caseId: ids[2]!, nextActionOn: '2026-03-13', wait: promised },
        ],
      });
      await ledger().claim([claimFor(ids[2]!, { runId: 'run-1' })]);
      expect((await ledger().dayReport({ portfolio: PORTFOLIO, on: ON })).leftInPeace).toEqual([
        { code: 'promise-open', reason: 'Prometeu pagar em 12/03/2026.', cases: 1 },
      ]);
    });

    test('why somebody was left in peace of late is found with the case, waits and refusals together, the newest first', async () => {
      const [first] = await ledger().importCases(portfolioOf(1), IMPORT);
      const caseId = first!.caseId;
      const refusal = { caseId, cadenceId: 'classica', stepId: 'd1', cycle: 'x' };
      await ledger().recordRefusals(
        Array.from({ length: 6 }, (_, day) => ({
          ...refusal,
          on: `2026-03-0${day + 1}`,
          at: `2026-03-0${day + 1}T12:00:00.000Z`,
          code: 'holiday',
          reason: `Feriado ${day + 1}`,
        })),
      );
      await ledger().recordRefusals([
        { ...refusal, on: '2026-03-08', at: '2026-03-08T12:00:00.000Z', code: 'hours', reason: 'Fora do horário', deferredUntil: '2026-03-09' },
      ]);
      await ledger().settle({ looks: [{ caseId, nextActionOn: '2026-03-13', wait: { code: 'promise-open', reason: 'Prometeu.', on: ON } }] });
      const [found] = await ledger().findCases({ portfolio: PORTFOLIO, caseId });
      expect(found).toMatchObject({
        nextActionOn: '2026-03-13',
        leftInPeace: [
          { on: ON, code: 'promise-open', reason: 'Prometeu.', until: '2026-03-13' },
          { on: '2026-03-08', code: 'hours', reason: 'Fora do horário', until: '2026-03-09' },
          { on: '2026-03-06', reason: 'Feriado 6' },
          { on: '2026-03-05' },
          { on: '2026-03-04' },
        ],
      });
      expect(found!.leftInPeace).toHaveLength(5);
    });
  });

  describe('tasks', () => {
    test('one key is one task, however often it is opened; a done one stays done', async () => {
      const caseId = await importOne(ledger());
      const task = {
        caseId,
        kind: 'hand-off' as const,
        title: 'Ligar',
        instructions: 'Ligue para Ana.',
        team: TEAMS.collection,
        dueOn: ON,
        createdAt: AT,
        key: 'k',
      };
      const [first, second] = await Promise.all([ledger().openTask(task), ledger().openTask(task)]);
      expect([first!.created, second!.created].sort()).toEqual([false, true]);
      expect(first!.task).toEqual({ ...task, id: expect.any(String), status: 'open' });
      await ledger().completeTask(first!.task.id, AT);
      await ledger().completeTask(first!.task.id, AT);
      expect(await ledger().tasks({ status: 'open' })).toEqual([]);
      expect(await ledger().tasks({ caseId })).toMatchObject([{ status: 'done' }]);
      expect((await kinds(caseId)).filter((kind) => kind === 'task.done')).toHaveLength(1);
      expect((await ledger().openTask(task)).task.status).toBe('done');
      await expect(ledger().completeTask('nenhuma', AT)).rejects.toMatchObject({ code: 'ledger.task-unknown' });
    });
  });

  describe('what the debtor says', () => {
    test('a reply answers the last message of its channel', async () => {
      const caseId = await importOne(ledger());
      const [older, newer] = await ledger().claim([claimFor(caseId, { blockId: '1', at: '2026-03-09T12:00:00Z' }), claimFor(caseId, { blockId: '2' })]);
      await ledger().recordOutcomes(
        [older, newer].map((result) => ({ contactId: result?.kind === 'claimed' ? result.contactId : '', status: 'sent', at: AT })),
      );
      await ledger().recordReply({ caseId, channel: 'whatsapp', text: 'Pago amanhã', at: '2026-03-10T15:00:00Z' });
      await ledger().recordReply({ caseId, channel: 'sms', text: 'Oi', at: '2026-03-10T15:00:00Z' });
      expect((await subject(caseId)).contacts.map((contact) => [contact.status, contact.answeredAt])).toEqual([
        ['sent', undefined],
        ['answered', '2026-03-10T15:00:00.000Z'],
      ]);
      expect((await ledger().events(caseId)).filter((event) => event.kind === 'reply.received').map((event) => event.data)).toMatchObject([
        { personal: { text: 'Pago amanhã' } },
        { channel: 'sms' },
      ]);
    });

    test('an opt-out is remembered once for each channel', async () => {
      const caseId = await importOne(ledger());
      for (const channel of ['sms', 'all', 'sms'] as const) await ledger().recordOptOut({ caseId, channel, at: AT });
      expect((await subject(caseId)).debtor.optedOut).toEqual(['sms', 'all']);
    });

    test('a contest marks the open debts from its first day until it is resolved', async () => {
      const caseId = await importOne(ledger(), importedCase({}, [importedDebt({ number: 'A' }), importedDebt({ number: 'B', status: 'paid' })]));
      await ledger().recordDispute({ caseId, on: '2026-03-08', at: AT, text: 'Não comprei isto' });
      await ledger().recordDispute({ caseId, on: ON, at: AT });
      expect((await subject(caseId)).debts.map((debt) => debt.contestedOn)).toEqual(['2026-03-08', undefined]);
      await ledger().recordDispute({ caseId, on: ON, at: AT, resolved: true });
      expect((await subject(caseId)).debts.map((debt) => debt.contestedOn)).toEqual([undefined, undefined]);
    });

    test('the reason for falling behind and the survey are recorded', async () => {
      const caseId = await importOne(ledger());
      await ledger().recordDefaultReason({ caseId, reason: 'unemployment', at: AT });
      await ledger().recordSurvey({ caseId, score: 9, comment: 'Bom atendimento', at: AT });
      expect((await subject(caseId)).debtor.defaultReason).toBe('unemployment');
      expect((await ledger().events(caseId)).at(-1)).toMatchObject({ kind: 'survey.answered', data: { score: 9 } });
    });
  });

  describe('formal steps and contact points', () => {
    test('bureau entries, filings, promises and agreements are saved and saved again', async () => {
      const caseId = await importOne(ledger());
      const entry = { id: 'neg-1', provider: 'manual', debtIds: ['x'], amount: 10_000, status: 'requested' as const, requestedOn: ON };
      const filing = { id: 'acao-1', preparedOn: ON, amount: 10_000, status: 'prepared' as const };
      const promise = { id: 'p-1', madeOn: ON, dueOn: '2026-03-15', amount: 500, status: 'open' as const };
      await ledger().saveBureauEntry({ ...entry, caseId, at: AT });
      await ledger().saveFiling({ ...filing, caseId, at: AT });
      await ledger().savePromise({ ...promise, caseId, at: AT });
      await ledger().saveBureauEntry({ ...entry, status: 'registered', registeredOn: '2026-03-12', caseId, at: AT });
      await ledger().saveFiling({ ...filing, status: 'filed', filedOn: '2026-03-20', docket: '1', caseId, at: AT });
      await ledger().savePromise({ ...promise, status: 'broken', caseId, at: AT });
      expect(await subject(caseId)).toMatchObject({
        bureauEntries: [{ ...entry, status: 'registered', registeredOn: '2026-03-12' }],
        filings: [{ ...filing, status: 'filed', filedOn: '2026-03-20', docket: '1' }],
        promises: [{ ...promise, status: 'broken' }],
      });
      expect((await kinds(caseId)).slice(-6)).toEqual([
        'bureau.requested',
        'filing.prepared',
        'promise.made',
        'bureau.registered',
        'filing.filed',
        'promise.broken',
      ]);
    });

    test('one value is one contact point, whatever its id', async () => {
      const caseId = await importOne(ledger());
      await ledger().saveContactPoint({ ...importedPoint({ verified: false }), id: 'novo', caseId, at: AT });
      await ledger().saveContactPoint({ ...importedPoint({ kind: 'email', value: 'ana@exemplo.example' }), id: 'email-1', caseId, at: AT });
      expect((await subject(caseId)).debtor.contactPoints.map((point) => [point.value, point.verified])).toEqual([
        ['+5511987654321', false],
        ['ana@exemplo.example', true],
      ]);
      expect((await ledger().findCases({ portfolio: PORTFOLIO, email: 'ana@exemplo.example' })).map(({ subject }) => subject.id)).toEqual([caseId]);
      expect((await ledger().findCases({ portfolio: PORTFOLIO, phone: '+5511987654321' })).map(({ subject }) => subject.id)).toEqual([caseId]);
      expect(await ledger().findCases({ portfolio: ALL_PORTFOLIOS, phone: '+5511900000000' })).toEqual([]);
      expect(await ledger().findCases({ portfolio: ALL_PORTFOLIOS })).toEqual([]);
    });

    test('a tier is set on many cases at once', async () => {
      const ids = (await ledger().importCases(portfolioOf(3), IMPORT)).map((outcome) => outcome.caseId);
      await ledger().setTiers(ids.map((caseId, index) => ({ caseId, tierId: index === 0 ? 'ouro' : 'prata' })));
      expect(await ledger().loadCases([...ids, ids[0]!, 'nenhum'])).toHaveLength(3);
    });
  });

  describe('claims that never left', () => {
    test('are taken back, so that the same channel may be used', async () => {
      const caseId = await importOne(ledger());
      const [claimed] = await ledger().claim([claimFor(caseId)]);
      const contactId = claimed?.kind === 'claimed' ? claimed.contactId : '';
      await ledger().releaseClaims([{ contactId, at: AT, error: 'sem conexão' }]);
      expect((await subject(caseId)).contacts).toEqual([]);
      expect((await ledger().claim([claimFor(caseId)]))[0]?.kind).toBe('claimed');
      expect(await kinds(caseId)).toContain('contact.released');
    });

    test('one with an outcome is not taken back', async () => {
      const caseId = await importOne(ledger());
      const [claimed] = await ledger().claim([claimFor(caseId)]);
      const contactId = claimed?.kind === 'claimed' ? claimed.contactId : '';
      await ledger().recordOutcomes([{ contactId, status: 'sent', at: AT }]);
      await ledger().releaseClaims([{ contactId, at: AT, error: 'sem conexão' }]);
      expect((await subject(caseId)).contacts).toMatchObject([{ status: 'sent' }]);
    });
  });

  describe("the debtor's data", () => {
    const full = async () => {
      const caseId = await importOne(
        ledger(),
        importedCase({ city: 'Campinas', address: 'Rua das Flores, 10' }, [
          importedDebt({ number: 'NF-SEGREDO', description: 'Aparelho de surdez', paymentCode: 'pix-segredo' }),
        ]),
      );
      const [claimed] = await ledger().claim([claimFor(caseId, { content: { subject: 'Ana, sua fatura', text: 'Olá, Ana Souza' } })]);
      await ledger().recordOutcomes([
        {
          contactId: claimed?.kind === 'claimed' ? claimed.contactId : '',
          status: 'failed',
          at: AT,
          error: 'número +5511987654321 inválido',
          providerMessageId: 'wamid.5511987654321',
        },
      ]);
      await ledger().recordReply({ caseId, channel: 'whatsapp', text: 'Sou Ana Souza e estou sem emprego', at: AT });
      await ledger().recordDispute({ caseId, on: ON, at: AT, text: 'Ana não deve' });
      await ledger().recordSurvey({ caseId, score: 3, comment: 'Ana ficou triste', at: AT });
      await ledger().recordDefaultReason({ caseId, reason: 'illness', at: AT });
      await ledger().openTask({
        caseId,
        kind: 'hand-off',
        title: 'Ligar para Ana Souza',
        instructions: 'CPF 529.982.247-25',
        team: TEAMS.collection,
        dueOn: ON,
        createdAt: AT,
        key: 'k',
      });
      await ledger().saveFiling({ id: 'acao-1', caseId, preparedOn: ON, amount: 1, status: 'filed', filedOn: ON, docket: '0001234-56.2026.8.26.0114', at: AT });
      await ledger().recordPayment({ portfolio: ALL_PORTFOLIOS, reference: 'pix-1', amount: 100, paidOn: ON, at: AT, caseId });
      return caseId;
    };
    const SECRETS = /Ana|52998224725|529\.982|Flores|Campinas|5511987654321|SEGREDO|segredo|surdez|illness|emprego|0001234/;

    test('everything about one document is handed out', async () => {
      await full();
      const exported = JSON.stringify(await ledger().exportDebtor('529.982.247-25', ALL_PORTFOLIOS));
      for (const piece of [
        'Ana Souza',
        ANA,
        '+5511987654321',
        'Olá, Ana Souza',
        'estou sem emprego',
        'Ana ficou triste',
        'Ligar para Ana Souza',
        '0001234-56',
        'pix-1',
        'illness',
      ])
        expect(exported).toContain(piece);
      expect(await ledger().exportDebtor('000', ALL_PORTFOLIOS)).toBeUndefined();
    });

    test('erasure leaves figures and no person', async () => {
      const caseId = await full();
      const other = await importOne(ledger(), importedCase({ document: '11144477735', name: 'Bruno' }));
      const before = await ledger().events(caseId);
      expect(await ledger().eraseDebtor('529.982.247-25', ALL_PORTFOLIOS, AT)).toBe(1);
      const found = await subject(caseId);
      const everything = JSON.stringify([found, await ledger().contents(caseId), await ledger().events(caseId), await ledger().tasks({ caseId })]);
      expect(everything).not.toMatch(SECRETS);
      expect(found.debtor).toMatchObject({ name: 'Titular apagado', uf: 'SP', optedOut: ['all'] });
      expect(found.debts[0]).toMatchObject({ principal: 10_000, payments: [{ amount: 100 }] });
      expect((await ledger().events(caseId)).map(({ id, at, kind }) => [id, at, kind])).toEqual([
        ...before.map(({ id, at, kind }) => [id, at, kind]),
        [expect.any(Number), AT, 'debtor.erased'],
      ]);
      expect(await ledger().exportDebtor(ANA, ALL_PORTFOLIOS)).toBeUndefined();
      expect(await ledger().takeDue({ portfolio: PORTFOLIO, on: '2099-01-01', now: AT, limit: 10, leaseMs: 1, owner: 'x' })).toMatchObject([{ id: other }]);
      expect(await ledger().eraseDebtor(ANA, ALL_PORTFOLIOS, AT)).toBe(0);
      expect(await ledger().recordPayment({ portfolio: ALL_PORTFOLIOS, reference: 'pix-1', amount: 100, paidOn: ON, at: AT, caseId })).toEqual({
        kind: 'duplicate',
        caseId,
      });
    });

    test('erasure takes what a provider said about an address that nobody answered from', async () => {
      const caseId = await importOne(ledger());
      const [claimed] = await ledger().claim([claimFor(caseId)]);
      const contactId = claimed?.kind === 'claimed' ? claimed.contactId : '';
      await ledger().recordOutcomes([
        { contactId, status: 'failed', at: AT, error: 'número +5511987654321 inválido', providerMessageId: 'wamid.5511987654321' },
      ]);
      const told = async () => JSON.stringify([await ledger().contents(caseId), await ledger().events(caseId)]);
      expect(await told()).toContain('número +5511987654321 inválido');
      await ledger().eraseDebtor(ANA, PORTFOLIO, AT);
      expect(await told()).not.toContain('5511987654321');
      expect((await subject(caseId)).contacts).toMatchObject([{ id: contactId, status: 'failed' }]);
    });
  });
}
