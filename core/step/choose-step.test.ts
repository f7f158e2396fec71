import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Case, StepRecord } from '../case/index.ts';
import { addDays } from '../civil-date.ts';
import { caseOf, classicPlan, contact, debt, policies, step } from '../testing/case-builder.ts';
import { chooseStep } from './choose-step.ts';
import type { StepDecision, StepPlan } from './decision.ts';
import { nextActionOn } from './next-action.ts';

// The debt is due on Monday 2026-03-02; D+n is addDays(DUE, n).
const DUE = '2026-03-02';
const at = (day: number): string => addDays(DUE, day);
const done = (day: number, on = at(day), over: Partial<StepRecord> = {}): StepRecord => ({
  cadenceId: 'regua',
  stepId: `dia${day}`,
  cycle: 'd1',
  status: 'done',
  on,
  ...over,
});
const choose = (subject: Case, on: string, plan: StepPlan = classicPlan(), over = {}): StepDecision => chooseStep(subject, plan, policies(over), on);
const idOf = (decision: StepDecision): string => (decision.kind === 'run' ? decision.stepId : decision.code);
const notice = (over = {}) => contact({ stepId: 'dia30', purpose: 'bureau-notice', at: '2026-04-01T13:00:00Z', ...over });

describe('the one step that is due', () => {
  test.each([
    [-10, 'before-first-step'],
    [-3, 'dia-3'],
    [-1, 'dia-3'],
    [0, 'dia-3'],
    [1, 'dia1'],
    [6, 'dia1'],
    [7, 'dia7'],
    [14, 'dia7'],
    [15, 'dia15'],
    [30, 'dia30'],
  ])('on D%i of a case never seen before it is %s', (day, expected) => {
    expect(idOf(choose(caseOf(), at(day)))).toBe(expected);
  });

  test('it says where the case stands, in figures and words', () => {
    expect(choose(caseOf(), at(7))).toEqual({
      kind: 'run',
      stepId: 'dia7',
      stepName: 'Dia 7',
      day: 7,
      cycle: 'd1',
      daysOverdue: 7,
      passedOver: ['dia1'],
      reasons: ['7 dias de atraso do título NF-1001: etapa "Dia 7" (D+7).', 'Ficaram para trás: "Dia 1".'],
    });
    expect(choose(caseOf(), at(-1))).toMatchObject({ daysOverdue: -1, reasons: ['Falta 1 dia para o vencimento do título NF-1001: etapa "Dia -3" (D−3).'] });
    expect(choose(caseOf(), at(0))).toMatchObject({ reasons: ['Dia do vencimento do título NF-1001: etapa "Dia -3" (D−3).'] });
  });

  test('between steps it waits for the next one, and at the end for nothing', () => {
    const first = caseOf({ steps: [done(1)] });
    expect(choose(first, at(1))).toMatchObject({ kind: 'wait', code: 'between-steps', nextActionOn: at(7), cycle: 'd1', daysOverdue: 1 });
    expect(choose(caseOf(), at(-10))).toMatchObject({ code: 'before-first-step', nextActionOn: at(-3), daysOverdue: -10 });
    const last = caseOf({ steps: [done(90)] });
    expect(choose(last, at(91))).toMatchObject({ code: 'finished', nextActionOn: null });
  });

  test('a deferred step comes back; one that was skipped or done does not', () => {
    expect(idOf(choose(caseOf({ steps: [done(7, at(7), { status: 'deferred' })] }), at(9)))).toBe('dia7');
    expect(idOf(choose(caseOf({ steps: [done(7, at(7), { status: 'entered' })] }), at(9)))).toBe('dia7');
    expect(idOf(choose(caseOf({ steps: [done(7, at(7), { status: 'skipped' })] }), at(9)))).toBe('between-steps');
  });

  test('a step of foreign nodes only is executed when handed on', () => {
    const plan = classicPlan({ steps: [step(1), step(7, { doneWhen: 'entered' }), step(15)] });
    expect(idOf(choose(caseOf({ steps: [done(7, at(7), { status: 'entered' })] }), at(9), plan))).toBe('between-steps');
  });

  test('records of another cadence or another cycle count for nothing', () => {
    expect(idOf(choose(caseOf({ steps: [done(7, at(7), { cadenceId: 'outra' })] }), at(9)))).toBe('dia7');
    expect(idOf(choose(caseOf({ steps: [done(7, at(7), { cycle: 'd0' })] }), at(9)))).toBe('dia7');
  });

  test('two steps of one day run one after the other, and neither is lost', () => {
    const plan = classicPlan({ steps: [step(1), step(7, { id: 'a' }), step(7, { id: 'b' }), step(15)] });
    expect(idOf(choose(caseOf(), at(7), plan))).toBe('a');
    const afterFirst = caseOf({ steps: [done(7, at(7), { stepId: 'a' })] });
    expect(idOf(choose(afterFirst, at(8), plan))).toBe('b');
    expect(nextActionOn(caseOf(), plan, policies(), at(7))).toBe(at(8));
    const afterBoth = caseOf({ steps: [done(7, at(7), { stepId: 'a' }), done(7, at(8), { stepId: 'b' })] });
    expect(choose(afterBoth, at(8), plan)).toMatchObject({ code: 'between-steps', nextActionOn: at(15) });
  });
});

describe('every wait says why', () => {
  const agreement = { id: 'a', madeOn: at(5), debtIds: ['d1'], originalTotal: 1, total: 1, installments: [], status: 'active' } as const;
  test.each<[string, Case, string, string]>([
    [
      'agreement-in-force',
      caseOf({ agreements: [agreement] }),
      at(31),
      'Há um acordo em vigor: a régua fica parada e as parcelas seguem a cadência do acordo.',
    ],
    [
      'contested',
      caseOf({ debts: [debt({ contestedOn: at(1) })] }),
      at(31),
      'A dívida está contestada: nada é cobrado enquanto a contestação durar (CDC 54-G).',
    ],
    ['prescribed', caseOf({ debts: [debt({ dueDate: '2020-01-01' })] }), at(1), 'A dívida venceu há mais de 5 anos: prescreveu, e o contato para.'],
    ['no-open-debt', caseOf({ debts: [] }), at(1), 'Não há dívida em aberto.'],
    ['opted-out', caseOf({ debtor: { optedOut: ['all'] } }), at(1), 'O devedor pediu para não ser contatado em nenhum canal.'],
    [
      'promise-open',
      caseOf({ promises: [{ id: 'p', madeOn: at(8), dueOn: '2026-03-13', amount: 10_000, status: 'open' }] }),
      at(9),
      'O devedor prometeu pagar em 13/03/2026; a régua espera até 17/03/2026.',
    ],
    ['before-first-step', caseOf(), at(-5), 'A próxima etapa é em 27/02/2026.'],
    ['between-steps', caseOf({ steps: [done(1)] }), at(1), 'A próxima etapa é em 09/03/2026.'],
    ['finished', caseOf({ steps: [done(90)] }), at(90), 'A régua já cumpriu todas as etapas para esta dívida.'],
    ['notice-not-proven', caseOf({ steps: [done(30)] }), at(45), 'Falta o aviso prévio: sem ele não se negativa (CDC 43 §2).'],
    [
      'notice-not-proven',
      caseOf({ steps: [done(30)], contacts: [notice()] }),
      at(45),
      'A entrega do aviso prévio não está comprovada: sem a prova não se negativa (Tema 1.315). Envie por outro canal ou registre o comprovante.',
    ],
    [
      'notice-waiting',
      caseOf({ steps: [done(30)], contacts: [notice({ deliveredAt: '2026-04-10T15:00:00Z' })] }),
      at(45),
      'O aviso chegou em 10/04/2026; a negativação pode ser pedida a partir de 20/04/2026.',
    ],
  ])('%s', (code, subject, on, reason) => {
    expect(choose(subject, on)).toMatchObject({ kind: 'wait', code, reasons: [reason] });
  });

  test('a run late by law says so, with what stayed behind', () => {
    expect(choose(caseOf({ steps: [done(15)] }), at(50)).reasons).toEqual([
      '50 dias de atraso do título NF-1001: etapa "Dia 30" (D+30).',
      'O aviso de "Dia 30" é exigido por lei antes de uma etapa seguinte: vem primeiro (CDC 43 §2).',
    ]);
    expect(choose(caseOf(), at(30)).reasons).toEqual([
      '30 dias de atraso do título NF-1001: etapa "Dia 30" (D+30).',
      'Ficaram para trás: "Dia 1", "Dia 7", "Dia 15".',
    ]);
    expect(choose(caseOf(), at(1)).reasons).toEqual(['1 dia de atraso do título NF-1001: etapa "Dia 1" (D+1).']);
    expect(choose(caseOf(), at(-2)).reasons).toEqual(['Faltam 2 dias para o vencimento do título NF-1001: etapa "Dia -3" (D−3).']);
    expect(choose(caseOf(), at(0), classicPlan({ steps: [step(0)] })).reasons).toEqual(['Dia do vencimento do título NF-1001: etapa "Dia 0" (D0).']);
  });
});

describe('after an outage', () => {
  test('of ten days the latest due step runs, and the earlier ones stay behind for good', () => {
    const before = caseOf({ steps: [done(-3)] });
    const decision = choose(before, at(16));
    expect(decision).toMatchObject({ kind: 'run', stepId: 'dia15', passedOver: ['dia1', 'dia7'] });
    const after = caseOf({ steps: [done(-3), done(15, at(16))] });
    expect(choose(after, at(17))).toMatchObject({ code: 'between-steps', nextActionOn: at(30) });
  });

  test('a reminder of a day to come is not sent when that day has passed', () => {
    const plan = classicPlan({ steps: [step(-3), step(5)] });
    expect(choose(caseOf(), at(0), plan)).toMatchObject({ stepId: 'dia-3' });
    expect(choose(caseOf(), at(1), plan)).toMatchObject({ code: 'between-steps', nextActionOn: at(5) });
  });
});

describe('a due date on a weekend or holiday (Código Civil 132 §1)', () => {
  // Saturday 14/02/2026, before Carnival: payable until Wednesday 18/02.
  const carnival = caseOf({ debts: [debt({ dueDate: '2026-02-14' })] });

  test('nobody is late before the next business day is over', () => {
    expect(choose(carnival, '2026-02-15')).toMatchObject({ kind: 'run', stepId: 'dia-3' });
    const reminded = { ...carnival, steps: [done(-3, '2026-02-11')] };
    expect(choose(reminded, '2026-02-15')).toMatchObject({ code: 'between-steps', nextActionOn: '2026-02-19' });
    expect(choose(reminded, '2026-02-18')).toMatchObject({ code: 'between-steps', nextActionOn: '2026-02-19' });
    expect(choose(reminded, '2026-02-19')).toMatchObject({ kind: 'run', stepId: 'dia1', daysOverdue: 5 });
    expect(choose(reminded, '2026-02-21')).toMatchObject({ kind: 'run', stepId: 'dia7' });
  });
});

describe('the notice that the law requires', () => {
  test('is never jumped over: when the registration is due and no notice was made, the notice runs', () => {
    const late = caseOf({ steps: [done(15)] });
    const decision = choose(late, at(50));
    expect(decision).toMatchObject({ kind: 'run', stepId: 'dia30' });
    expect(decision.reasons.join(' ')).toContain('exigido por lei');
  });

  test('runs before a step between it and the registration', () => {
    const plan = classicPlan({ steps: [step(15), step(30, { provides: 'bureau-notice' }), step(35), step(45, { requires: 'bureau-notice' })] });
    expect(idOf(choose(caseOf({ steps: [done(15)] }), at(36), plan))).toBe('dia30');
    expect(idOf(choose(caseOf({ steps: [done(35)] }), at(36), plan))).toBe('dia30');
  });

  test('is left behind when nothing that needs it is still to come', () => {
    expect(choose(caseOf({ steps: [done(15)] }), at(91))).toMatchObject({ stepId: 'dia90', passedOver: ['dia30', 'dia45'] });
  });

  test('sent but not proven to have arrived blocks the registration, and is looked at again within the wait that a proof would begin', () => {
    const sent = caseOf({ steps: [done(30)], contacts: [notice({ status: 'sent' })] });
    expect(choose(sent, at(46))).toMatchObject({ kind: 'wait', code: 'notice-not-proven', nextActionOn: at(56) });
    expect(choose(sent, at(85))).toMatchObject({ code: 'notice-not-proven', nextActionOn: at(90) });
    expect(choose(sent, at(46), classicPlan(), { bureau: { noticeWaitDays: 0 } })).toMatchObject({ nextActionOn: at(47) });
    const failed = caseOf({ steps: [done(30)], contacts: [notice({ status: 'failed' })] });
    expect(choose(failed, at(46))).toMatchObject({ code: 'notice-not-proven' });
    expect(choose(caseOf({ steps: [done(30, at(30), { status: 'skipped' })] }), at(46))).toMatchObject({ code: 'notice-not-proven' });
  });

  test('delivered late makes the registration wait its days from the delivery', () => {
    const delivered = caseOf({ steps: [done(30)], contacts: [notice({ status: 'delivered', deliveredAt: '2026-04-10T15:00:00Z' })] });
    expect(choose(delivered, at(45))).toMatchObject({ code: 'notice-waiting', nextActionOn: '2026-04-20' });
    expect(choose(delivered, '2026-04-19')).toMatchObject({ code: 'notice-waiting' });
    expect(choose(delivered, '2026-04-20')).toMatchObject({ kind: 'run', stepId: 'dia45' });
  });

  test("counts the wait from the delivery's date where the debtor is", () => {
    // 02:30 UTC on 2 April is still 1 April in Acre (UTC−5) and in São Paulo (UTC−3, 23:30).
    const inAcre = caseOf({ debtor: { uf: 'AC' }, steps: [done(30)], contacts: [notice({ deliveredAt: '2026-04-02T02:30:00Z' })] });
    expect(choose(inAcre, '2026-04-16')).toMatchObject({ kind: 'run', stepId: 'dia45' });
    expect(choose(inAcre, at(45), classicPlan(), { bureau: { noticeWaitDays: 15 } })).toMatchObject({ kind: 'run' });
    expect(choose(inAcre, at(45), classicPlan(), { bureau: { noticeWaitDays: 16 } })).toMatchObject({ code: 'notice-waiting', nextActionOn: '2026-04-17' });
  });

  test('of another cycle proves nothing in this one', () => {
    const subject = caseOf({ steps: [done(30)], contacts: [notice({ cycle: 'd0', deliveredAt: '2026-04-01T13:00:00Z' })] });
    expect(choose(subject, at(50))).toMatchObject({ code: 'notice-not-proven' });
  });

  test('that failed to be delivered and whose step is not closed is tried again first', () => {
    const subject = caseOf({ steps: [done(30, at(30), { status: 'deferred' })], contacts: [notice({ status: 'failed' })] });
    expect(choose(subject, at(46))).toMatchObject({ stepId: 'dia30' });
  });

  test('does not hold back another step of the same day, nor a later one', () => {
    const plan = classicPlan({
      steps: [step(30, { provides: 'bureau-notice' }), step(45, { requires: 'bureau-notice' }), step(45, { id: 'carta' }), step(90)],
    });
    const sent = caseOf({ steps: [done(30)], contacts: [notice()] });
    expect(idOf(choose(sent, at(45), plan))).toBe('carta');
    const written = { ...sent, steps: [...sent.steps, done(45, at(45), { stepId: 'carta' })] };
    expect(choose(written, at(46), plan)).toMatchObject({ code: 'notice-not-proven' });
    expect(idOf(choose(written, at(90), plan))).toBe('dia90');
  });

  test('done on another track before the tier changed counts here', () => {
    const plan = classicPlan({ steps: [step(45, { id: 'negativar', requires: 'bureau-notice' })] });
    const subject = caseOf({ steps: [done(30)], contacts: [notice({ deliveredAt: '2026-04-01T13:00:00Z' })] });
    expect(idOf(choose(subject, at(45), plan))).toBe('negativar');
  });
});

describe('the anchor', () => {
  const two = [debt(), debt({ id: 'd2', number: 'NF-1002', dueDate: at(30) })];

  test('stays on a partial payment', () => {
    const partly = caseOf({ debts: [debt({ payments: [{ date: at(5), amount: 5_000 }] })], steps: [done(1)] });
    expect(choose(partly, at(7))).toMatchObject({ stepId: 'dia7', cycle: 'd1' });
  });

  test('that was paid gives way to the next debt, whose own days count from its own due date', () => {
    const paid = caseOf({ debts: [{ ...two[0]!, status: 'paid' }, two[1]!], steps: [done(1), done(7), done(15), done(30)] });
    expect(choose(paid, at(37))).toMatchObject({ kind: 'run', stepId: 'dia7', cycle: 'd2', daysOverdue: 7 });
    expect(choose(paid, at(20))).toMatchObject({ code: 'before-first-step', nextActionOn: at(27), cycle: 'd2' });
  });

  test('that is contested rests, and the next debt goes on; with nothing else all waits', () => {
    const contested = caseOf({ debts: [{ ...two[0]!, contestedOn: at(3) }, two[1]!], steps: [done(1)] });
    expect(choose(contested, at(31))).toMatchObject({ cycle: 'd2', stepId: 'dia1' });
    expect(choose(caseOf({ debts: [debt({ contestedOn: at(3) })] }), at(31))).toMatchObject({ code: 'contested', nextActionOn: null, cycle: null });
  });

  test('that is in an agreement rests, and a debt outside it goes on', () => {
    const agreement = { id: 'a', madeOn: at(5), debtIds: ['d1'], originalTotal: 1, total: 1, installments: [], status: 'active' } as const;
    expect(choose(caseOf({ agreements: [agreement] }), at(31))).toMatchObject({ code: 'agreement-in-force' });
    expect(choose(caseOf({ debts: two, agreements: [agreement] }), at(31))).toMatchObject({ cycle: 'd2', stepId: 'dia1' });
    expect(choose(caseOf({ agreements: [{ ...agreement, status: 'broken' }] }), at(31))).toMatchObject({ cycle: 'd1' });
  });

  test('that prescribes gives way on the day after, and alone it stops everything', () => {
    const old = debt({ dueDate: '2021-03-10' });
    expect(choose(caseOf({ debts: [old] }), '2026-03-10')).toMatchObject({ cycle: 'd1' });
    expect(choose(caseOf({ debts: [old] }), '2026-03-11')).toMatchObject({ code: 'prescribed', nextActionOn: null });
    const both = caseOf({ debts: [old, debt({ id: 'd2' })], steps: [done(90, '2026-01-01')] });
    expect(choose(both, '2026-03-01')).toMatchObject({ code: 'finished', nextActionOn: '2026-03-11' });
    expect(choose(both, '2026-03-11')).toMatchObject({ cycle: 'd2', stepId: 'dia7' });
  });
});

describe('promise, opt-out, payment', () => {
  const promise = { id: 'p', madeOn: at(8), dueOn: '2026-03-13', amount: 10_000, status: 'open' } as const;

  test('a promise silences the cadence until its date and the business days a payment takes to clear', () => {
    const subject = caseOf({ promises: [promise], steps: [done(7)] });
    // Friday 13/03 + 2 business days = Tuesday 17/03.
    expect(choose(subject, at(9))).toMatchObject({ code: 'promise-open', nextActionOn: '2026-03-18' });
    expect(choose(subject, '2026-03-17')).toMatchObject({ code: 'promise-open', nextActionOn: '2026-03-18' });
    expect(choose(subject, '2026-03-18')).toMatchObject({ kind: 'run', stepId: 'dia15' });
  });

  test('of two promises the longer one counts; a kept or broken one silences nothing', () => {
    const longer = { ...promise, id: 'q', dueOn: '2026-03-16' };
    expect(choose(caseOf({ promises: [longer, promise] }), at(9))).toMatchObject({ nextActionOn: '2026-03-19' });
    expect(choose(caseOf({ promises: [{ ...promise, status: 'broken' }] }), at(9))).toMatchObject({ kind: 'run' });
    const kept = caseOf({ promises: [{ ...promise, amount: 4_000 }], debts: [debt({ payments: [{ date: at(8), amount: 4_000 }] })] });
    expect(choose(kept, at(9))).toMatchObject({ kind: 'run' });
    const before = caseOf({ promises: [{ ...promise, amount: 4_000 }], debts: [debt({ payments: [{ date: at(7), amount: 4_000 }] })] });
    expect(choose(before, at(9))).toMatchObject({ code: 'promise-open' });
  });

  test('who opted out of everything, or of every channel, is left alone', () => {
    expect(choose(caseOf({ debtor: { optedOut: ['all'] } }), at(9))).toMatchObject({ code: 'opted-out', nextActionOn: null });
    expect(choose(caseOf({ debtor: { optedOut: ['email', 'sms', 'whatsapp', 'voice', 'letter'] } }), at(9))).toMatchObject({ code: 'opted-out' });
    expect(choose(caseOf({ debtor: { optedOut: ['email', 'sms', 'whatsapp', 'voice'] } }), at(9))).toMatchObject({ kind: 'run' });
  });

  test('who owes nothing is left alone', () => {
    expect(choose(caseOf({ debts: [debt({ status: 'paid' })] }), at(9))).toMatchObject({ code: 'no-open-debt', nextActionOn: null, daysOverdue: null });
    expect(choose(caseOf({ debts: [debt({ status: 'cancelled' })] }), at(9))).toMatchObject({ code: 'no-open-debt' });
  });
});

describe('an agreement in force', () => {
  test('brings the case back for its reminders and its breach only', () => {
    const agreement = {
      id: 'a',
      madeOn: '2026-03-10',
      debtIds: ['d1'],
      originalTotal: 10_000,
      total: 10_000,
      installments: [{ number: 1, dueDate: '2026-03-20', amount: 10_000 }],
      status: 'active',
    } as const;
    const subject = caseOf({ agreements: [agreement] });
    expect(choose(subject, '2026-03-11')).toMatchObject({ code: 'agreement-in-force', nextActionOn: '2026-03-17' });
    expect(choose(subject, '2026-03-17')).toMatchObject({
      nextActionOn: '2026-03-21',
      reasons: [expect.stringContaining('acordo em vigor'), 'A parcela 1 de R$ 100,00 (20/03/2026) vence em 3 dias.'],
    });
    expect(choose(subject, '2026-03-26')).toMatchObject({ nextActionOn: '2026-03-31' });
    expect(choose(subject, '2026-03-31')).toMatchObject({
      nextActionOn: '2026-04-01',
      reasons: [expect.anything(), expect.stringContaining('mais que os 10 dias de tolerância')],
    });
    const beside = caseOf({
      debts: [debt(), debt({ id: 'd2', dueDate: '2026-03-09' })],
      agreements: [agreement],
      steps: [done(1, '2026-03-10', { cycle: 'd2' }), done(7, '2026-03-16', { cycle: 'd2' })],
    });
    expect(choose(beside, '2026-03-16')).toMatchObject({ code: 'between-steps', nextActionOn: '2026-03-17' });
    const promised = caseOf({ ...beside, promises: [{ id: 'p', madeOn: '2026-03-12', dueOn: '2026-03-30', amount: 1_000_000, status: 'open' }] });
    expect(choose(promised, '2026-03-16')).toMatchObject({ code: 'promise-open', nextActionOn: '2026-03-17' });
  });
});

describe('a formal step', () => {
  const formal = { formal: true } as const;
  const plan = classicPlan({ steps: [step(1), step(7), step(15), step(30, formal), step(60), step(90, formal)] });
  const spoke = (day: number, over = {}) => contact({ id: `c${day}`, at: `${at(day)}T13:00:00Z`, ...over });

  test('is never the first word, however old the debt', () => {
    expect(choose(caseOf(), at(114), plan)).toMatchObject({ stepId: 'dia60' });
    expect(choose(caseOf(), at(114), { ...plan, lateEntry: 'catch-up' })).toMatchObject({ stepId: 'dia1' });
    const onlyCourt = classicPlan({ steps: [step(90, formal)] });
    expect(choose(caseOf(), at(114), onlyCourt)).toMatchObject({
      code: 'conversation-first',
      nextActionOn: at(121),
      reasons: [expect.stringMatching(/2 contatos que chegaram e 15 dias desde o primeiro. Até agora, nenhum chegou. Não há mais mensagens/)],
    });
  });

  test('waits for the days since the first contact, and what comes after it waits too', () => {
    const steps = [done(1, at(58)), done(7, at(61)), done(15, at(64))];
    const subject = caseOf({ steps, contacts: [spoke(58), spoke(61), spoke(64)] });
    expect(choose(subject, at(67), { ...plan, lateEntry: 'catch-up' })).toMatchObject({ code: 'conversation-first', nextActionOn: at(73) });
    expect(choose(subject, at(73), { ...plan, lateEntry: 'catch-up' })).toMatchObject({ stepId: 'dia30' });
    expect(choose(subject, at(73), plan)).toMatchObject({ stepId: 'dia60' });
  });

  test('counts what arrived, of this debt', () => {
    const steps = [done(1), done(7), done(15)];
    const lost = [spoke(1, { status: 'failed' }), spoke(7, { status: 'unknown' }), spoke(15, { cycle: 'd2' }), spoke(16)];
    expect(choose(caseOf({ steps, contacts: lost }), at(40), plan)).toMatchObject({ code: 'conversation-first', nextActionOn: at(60) });
    expect(choose(caseOf({ steps, contacts: [...lost, spoke(20, { status: 'read' })] }), at(40), plan)).toMatchObject({ stepId: 'dia30' });
    expect(choose(caseOf({ steps }), at(40), plan, { beforeFormal: { contacts: 0, days: 15 } })).toMatchObject({ stepId: 'dia30' });
  });

  test('rests on the same conversation as the formal step before it', () => {
    expect(choose(caseOf({ steps: [done(30)] }), at(100), plan)).toMatchObject({ stepId: 'dia90' });
  });

  test('of a second debt waits for a conversation about it: the first one’s was not about this (Kill Bill #2297)', () => {
    // Two invoices; the older one is paid, and the anchor moves to one that is already 14 days late: no state of its own may be skipped.
    const degrading = classicPlan({ lateEntry: 'catch-up', steps: [step(3), step(7), step(11, formal)] });
    const debts = [debt({ status: 'paid' }), debt({ id: 'd2', number: '2', dueDate: at(4) })];
    const first = [done(3), done(7)];
    const contacts = [spoke(3), spoke(7)];
    const on = at(18);
    expect(choose(caseOf({ debts, steps: first, contacts }), on, degrading)).toMatchObject({ stepId: 'dia3', cycle: 'd2', passedOver: [] });
    const own = (day: number, ran: number) => done(day, at(ran), { cycle: 'd2' });
    const said = (day: number) => spoke(day, { cycle: 'd2' });
    const warned = caseOf({ debts, steps: [...first, own(3, 18)], contacts: [...contacts, said(18)] });
    expect(choose(warned, at(19), degrading)).toMatchObject({ code: 'between-steps', nextActionOn: at(21) });
    const twice = caseOf({ debts, steps: [...first, own(3, 18), own(7, 21)], contacts: [...contacts, said(18), said(21)] });
    expect(choose(twice, at(24), degrading)).toMatchObject({ code: 'conversation-first', nextActionOn: at(33) });
    expect(choose(twice, at(33), degrading)).toMatchObject({ stepId: 'dia11' });
  });
});

describe('a case that is already old when first seen', () => {
  test('with catch-up begins at the first step and comes up to its day at the pace of the contact limits', () => {
    const plan = classicPlan({ lateEntry: 'catch-up', steps: [step(-3), step(1), step(2), step(15), step(16, { id: 'a' }), step(16, { id: 'b' }), step(70)] });
    expect(choose(caseOf(), at(40), plan)).toMatchObject({ stepId: 'dia1', passedOver: [] });
    const lived = [done(1, at(40))];
    const next = (steps: StepRecord[], on: string) => choose(caseOf({ steps }), on, plan);
    expect(next(lived, at(40))).toMatchObject({ code: 'between-steps', nextActionOn: at(41) });
    lived.push(done(2, at(41)));
    expect(next(lived, at(41))).toMatchObject({ nextActionOn: at(44) });
    lived.push(done(15, at(44)));
    expect(next(lived, at(44))).toMatchObject({ nextActionOn: at(45) });
    expect(next(lived, at(45))).toMatchObject({ stepId: 'a' });
    lived.push(done(16, at(45), { stepId: 'a' }), done(16, at(45), { stepId: 'b' }));
    expect(next(lived, at(46))).toMatchObject({ code: 'between-steps', nextActionOn: at(70) });
    expect(choose(caseOf({ steps: [done(1, at(40)), done(2, at(41))] }), at(42), plan, { frequency: { perDay: 1, perSevenDays: 1 } })).toMatchObject({
      nextActionOn: at(48),
    });
  });

  test('with catch-up an ordinary case is not slowed down, and after an outage runs the latest step', () => {
    const plan = classicPlan({ lateEntry: 'catch-up' });
    expect(choose(caseOf({ steps: [done(-3), done(1, at(3))] }), at(7), plan)).toMatchObject({ stepId: 'dia7' });
    expect(choose(caseOf({ steps: [done(-3)] }), at(16), plan)).toMatchObject({ stepId: 'dia15', passedOver: ['dia1', 'dia7'] });
  });

  test('enters at the latest step, or lives its cadence from the first one, by policy', () => {
    expect(choose(caseOf(), at(40))).toMatchObject({ stepId: 'dia30' });
    const plan = classicPlan({ lateEntry: 'first-step' });
    expect(choose(caseOf(), at(40), plan)).toMatchObject({ stepId: 'dia1', passedOver: [] });
  });

  test('with first-step the later steps keep their distance, not all at once', () => {
    const plan = classicPlan({ lateEntry: 'first-step' });
    const entered = caseOf({ steps: [done(1, at(40))] });
    expect(choose(entered, at(41), plan)).toMatchObject({ code: 'between-steps', nextActionOn: at(46) });
    expect(choose(entered, at(46), plan)).toMatchObject({ stepId: 'dia7' });
    const later = caseOf({ steps: [done(1, at(40)), done(7, at(46))] });
    expect(choose(later, at(47), plan)).toMatchObject({ nextActionOn: at(54) });
  });

  test('with first-step an ordinary case is not shifted by an outage', () => {
    const plan = classicPlan({ lateEntry: 'first-step' });
    const subject = caseOf({ steps: [done(-3), done(1, at(3))] });
    expect(choose(subject, at(7), plan)).toMatchObject({ stepId: 'dia7' });
    expect(choose(caseOf({ steps: [done(1, at(3))] }), at(7), plan)).toMatchObject({ stepId: 'dia7' });
    expect(choose(caseOf({ steps: [done(-3)] }), at(16), plan)).toMatchObject({ stepId: 'dia15' });
  });
});

describe('a change of track', () => {
  test('does not repeat earlier days on the new track', () => {
    const other = classicPlan({ trackId: 'vip', steps: [step(5, { id: 'vip5' }), step(10, { id: 'vip10' })] });
    const subject = caseOf({ steps: [done(7)] });
    expect(choose(subject, at(8), other)).toMatchObject({ code: 'between-steps', nextActionOn: at(10) });
    expect(choose(subject, at(10), other)).toMatchObject({ stepId: 'vip10', passedOver: [] });
    expect(choose(caseOf({ steps: [done(7, at(7), { status: 'deferred' })] }), at(8), other)).toMatchObject({ stepId: 'vip5' });
  });
});

describe('nextActionOn', () => {
  test('takes the step of today as done', () => {
    expect(nextActionOn(caseOf(), classicPlan(), policies(), at(1))).toBe(at(7));
    expect(nextActionOn(caseOf(), classicPlan(), policies(), at(90))).toBeNull();
    expect(nextActionOn(caseOf(), classicPlan(), policies(), at(-10))).toBe(at(-3));
  });

  test('after a late notice comes back for its proof', () => {
    expect(nextActionOn(caseOf({ steps: [done(15)] }), classicPlan(), policies(), at(50))).toBe(at(60));
  });

  const record = fc.record({
    cadenceId: fc.constantFrom('regua', 'outra'),
    stepId: fc.constantFrom('dia-3', 'dia1', 'dia7', 'dia15', 'dia30', 'dia45', 'dia90', 'vip'),
    cycle: fc.constantFrom('d1', 'd2'),
    status: fc.constantFrom('entered', 'done', 'deferred', 'skipped'),
    on: fc.integer({ min: -5, max: 120 }).map(at),
  } as const);
  const subjects = fc.record({
    debts: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('d1', 'd2', 'd3'),
        offset: fc.oneof(fc.integer({ min: -60, max: 60 }), fc.integer({ min: -1900, max: -1700 })),
        status: fc.constantFrom('open', 'open', 'paid', 'cancelled'),
        contested: fc.boolean(),
      }),
      { selector: ({ id }) => id, minLength: 1, maxLength: 3 },
    ),
    steps: fc.array(record, { maxLength: 6 }),
    notice: fc.option(fc.integer({ min: 25, max: 60 })),
    promiseOn: fc.option(fc.integer({ min: 0, max: 60 })),
    lateEntry: fc.constantFrom('latest-step', 'first-step', 'catch-up'),
    formal: fc.subarray([7, 30, 45, 90]),
    spoke: fc.array(fc.integer({ min: -3, max: 100 }), { maxLength: 4 }),
    today: fc.integer({ min: -30, max: 150 }),
  } as const);
  const build = (input: typeof subjects extends fc.Arbitrary<infer T> ? T : never): { subject: Case; plan: StepPlan; on: string } => ({
    subject: caseOf({
      debts: input.debts.map(({ id, offset, status, contested }) => debt({ id, dueDate: at(offset), status, ...(contested ? { contestedOn: at(0) } : {}) })),
      steps: input.steps,
      contacts: [
        ...(input.notice === null ? [] : [notice({ status: 'delivered', deliveredAt: `${at(input.notice)}T15:00:00Z` })]),
        ...input.spoke.map((day) => contact({ id: `c${day}`, at: `${at(day)}T13:00:00Z` })),
      ],
      promises: input.promiseOn === null ? [] : [{ id: 'p', madeOn: at(input.promiseOn - 3), dueOn: at(input.promiseOn), amount: 1, status: 'open' }],
    }),
    plan: classicPlan({
      lateEntry: input.lateEntry,
      steps: classicPlan().steps.map((one) => ({ ...one, ...(input.formal.includes(one.day) && { formal: true as const }) })),
    }),
    on: at(input.today),
  });

  test('is exact: with the state unchanged no date before it brings a step', () => {
    fc.assert(
      fc.property(subjects, (input) => {
        const { subject, plan, on } = build(input);
        const decision = chooseStep(subject, plan, policies(), on);
        if (decision.kind === 'run') return;
        expect(decision.nextActionOn === null || decision.nextActionOn > on).toBe(true);
        const last = decision.nextActionOn ?? addDays(on, 400);
        for (let day = addDays(on, 1); day < last && day < addDays(on, 400); day = addDays(day, 1)) {
          expect(chooseStep(subject, plan, policies(), day).kind).toBe('wait');
        }
      }),
      { numRuns: 300 },
    );
  });

  test('walking from look to look never runs a step twice in a cycle, nor two on one day, nor a registration without a proven notice', () => {
    fc.assert(
      fc.property(subjects, (input) => {
        const { plan, on, subject: start } = build(input);
        let subject = start;
        const ran = new Set(
          start.steps
            .filter(({ status, cadenceId }) => cadenceId === 'regua' && (status === 'done' || status === 'skipped'))
            .map(({ cycle, stepId }) => `${cycle}/${stepId}`),
        );
        let day: string | null = on;
        for (let looks = 0; day !== null && looks < 60; looks += 1) {
          const decision: StepDecision = chooseStep(subject, plan, policies(), day);
          const next: string | null = nextActionOn(subject, plan, policies(), day);
          if (decision.kind === 'run') {
            const key = `${decision.cycle}/${decision.stepId}`;
            expect(ran.has(key)).toBe(false);
            ran.add(key);
            if (decision.stepId === 'dia45')
              expect(
                subject.contacts.some(
                  ({ purpose, cycle, deliveredAt }) => purpose === 'bureau-notice' && cycle === decision.cycle && deliveredAt !== undefined,
                ),
              ).toBe(true);
            subject = {
              ...subject,
              steps: [...subject.steps, { cadenceId: 'regua', stepId: decision.stepId, cycle: decision.cycle, status: 'done', on: day }],
            };
          }
          expect(next === null || next > day).toBe(true);
          day = next;
        }
      }),
      { numRuns: 300 },
    );
  });
});
