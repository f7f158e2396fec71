import { describe, expect, test } from 'vitest';
import { cadenceSchema } from '../../core/cadence/document.ts';
import type { Case } from '../../core/case/index.ts';
import { daysBetween } from '../../core/civil-date.ts';
import { caseOf, debt, mobile } from '../../core/testing/case-builder.ts';
import { classicCadence } from './cadence.ts';
import { World } from './world.ts';

// One debt of R$ 100,00 due on Monday 02/03/2026, in São Paulo, unless a story says otherwise.
const worldOf = (subject: Case = caseOf(), from = '2026-02-20'): World => new World(classicCadence, subject, from);
const sent = (world: World): string[] => world.story().filter((line) => !line.endsWith('frequency') && !line.endsWith('hours'));

describe('a debtor who never answers', () => {
  test('lives the whole cadence, each step on its day or the first contact day after it', () => {
    const world = worldOf().days('2026-02-20', '2026-08-31');
    // D-3 is Friday 27/02. D+15 Tuesday 17/03. D+30 Wednesday 01/04. D+45 Thursday 16/04. D+90 Sunday 31/05: no contact is made, so it runs.
    expect(world.story()).toEqual([
      '2026-02-27 lembrete email',
      '2026-03-03 aviso sms',
      '2026-03-09 formal email',
      '2026-03-17 proposta sms',
      '2026-04-01 notificacao sms',
      '2026-04-16 negativacao eligible',
      '2026-05-31 juizado eligible',
    ]);
    expect(world.decision).toMatchObject({ code: 'finished' });
  });

  test('is told what is owed on the day, charges included', () => {
    const world = worldOf().days('2026-02-20', '2026-03-12');
    expect(world.log.map(({ text }) => /R\$ [\d.]+,\d\d/.exec(text!)![0])).toEqual(['R$ 100,00', 'R$ 102,03', 'R$ 102,23']);
  });
});

describe('pays mid-cadence', () => {
  test('is thanked and never charged again', () => {
    const world = worldOf().days('2026-02-20', '2026-03-10');
    world.pay('2026-03-11', 'd1');
    world.days('2026-03-11', '2026-08-31');
    expect(world.story()).toEqual(['2026-02-27 lembrete email', '2026-03-03 aviso sms', '2026-03-09 formal email', '2026-03-11 event-payment sms']);
    expect(world.decision).toMatchObject({ code: 'no-open-debt', nextActionOn: null });
  });

  test('a payment between the choice and the send stops the message at the guard', () => {
    const world = worldOf().days('2026-02-20', '2026-03-08');
    world.subject = { ...world.subject, debts: [{ ...world.subject.debts[0]!, status: 'paid' }] };
    world.days('2026-03-09', '2026-03-20');
    expect(world.story()).toEqual(['2026-02-27 lembrete email', '2026-03-03 aviso sms']);
  });
});

describe('a payment that the bank takes back', () => {
  test('puts the debt where it was: the cycle goes on, and nothing that was said is said again', () => {
    const world = worldOf().days('2026-02-20', '2026-03-10');
    world.pay('2026-03-11', 'd1');
    world.days('2026-03-11', '2026-03-24');
    world.reversePayments('2026-03-25', 'd1');
    world.days('2026-03-25', '2026-04-02');
    expect(sent(world)).toEqual([
      '2026-02-27 lembrete email',
      '2026-03-03 aviso sms',
      '2026-03-09 formal email',
      '2026-03-11 event-payment sms',
      '2026-03-25 proposta sms',
      '2026-04-01 notificacao sms',
    ]);
  });
});

describe('partial payment', () => {
  test('keeps the anchor and the days; the next message asks for what is left', () => {
    const world = worldOf().days('2026-02-20', '2026-03-04');
    world.pay('2026-03-05', 'd1', 6_000);
    world.days('2026-03-05', '2026-03-20');
    expect(sent(world)).toEqual([
      '2026-02-27 lembrete email',
      '2026-03-03 aviso sms',
      '2026-03-05 event-payment sms',
      '2026-03-09 formal email',
      '2026-03-17 proposta sms',
    ]);
    // 60,00 pays 0,10 of interest, 2,00 of fine and 57,90 of principal: 42,10 is left, and 4 days later 0,06 more.
    expect(world.log.at(-2)!.text).toContain('R$ 42,16');
    expect(world.decision).toMatchObject({ cycle: 'd1' });
  });
});

describe('the anchor changes', () => {
  test('to the next debt, which lives its own days from its own due date', () => {
    const world = worldOf(caseOf({ debts: [debt(), debt({ id: 'd2', number: 'NF-1002', dueDate: '2026-03-23' })] })).days('2026-02-20', '2026-03-17');
    world.pay('2026-03-18', 'd1');
    world.days('2026-03-18', '2026-04-10');
    // D-3 of the second debt is Friday 20/03; the cap of three in seven days is not met.
    expect(sent(world).slice(3)).toEqual([
      '2026-03-17 proposta sms',
      '2026-03-18 event-payment sms',
      '2026-03-20 lembrete email',
      '2026-03-24 aviso sms',
      '2026-03-30 formal email',
      '2026-04-07 proposta sms',
    ]);
  });
});

describe('an outage of ten days', () => {
  test('is followed by the latest due step, one, and never by three at once', () => {
    const world = worldOf().days('2026-02-20', '2026-03-07').days('2026-03-18', '2026-04-02');
    expect(world.story()).toEqual(['2026-02-27 lembrete email', '2026-03-03 aviso sms', '2026-03-18 proposta sms', '2026-04-01 notificacao sms']);
  });

  test('over the notice: the notice runs late, and the registration waits its ten days from then', () => {
    const world = worldOf().days('2026-02-20', '2026-03-28').days('2026-04-17', '2026-05-20');
    expect(world.story().slice(4)).toEqual(['2026-04-17 notificacao sms', '2026-04-27 negativacao eligible']);
  });
});

describe('opt-out', () => {
  test('ends everything, thanks included', () => {
    const world = worldOf().days('2026-02-20', '2026-03-04');
    world.optOut('2026-03-05');
    world.days('2026-03-05', '2026-04-30');
    world.pay('2026-05-04', 'd1');
    expect(world.story()).toEqual(['2026-02-27 lembrete email', '2026-03-03 aviso sms', '2026-05-04 event-payment no-channel']);
  });
});

describe('contested', () => {
  test('rests while the contest stands, and goes on at the latest step after it', () => {
    const world = worldOf().days('2026-02-20', '2026-03-04');
    world.contest('2026-03-05', 'd1');
    world.days('2026-03-05', '2026-03-25');
    expect(world.decision).toMatchObject({ code: 'contested', nextActionOn: null });
    world.resolveContest('2026-03-26', 'd1');
    world.days('2026-03-26', '2026-04-02');
    expect(world.story().slice(2)).toEqual(['2026-03-26 proposta sms', '2026-04-01 notificacao sms']);
  });

  test('blocks the registration of a debt whose notice was already proven', () => {
    const world = worldOf().days('2026-02-20', '2026-04-10');
    world.contest('2026-04-14', 'd1');
    world.days('2026-04-14', '2026-06-30');
    expect(world.story().filter((line) => line.includes('negativacao'))).toEqual([]);
  });
});

describe('a promise to pay', () => {
  test('kept: silence until it is paid, then thanks', () => {
    const world = worldOf().days('2026-02-20', '2026-03-05');
    world.promise('2026-03-06', '2026-03-12');
    world.days('2026-03-06', '2026-03-11');
    world.pay('2026-03-12', 'd1');
    world.days('2026-03-12', '2026-06-30');
    expect(world.story().slice(2)).toEqual(['2026-03-12 event-payment sms']);
  });

  test('broken: the step that fell due meanwhile runs once the payment could have cleared', () => {
    const world = worldOf().days('2026-02-20', '2026-03-05');
    world.promise('2026-03-06', '2026-03-12');
    world.days('2026-03-06', '2026-03-31');
    // Thursday 12/03 + 2 business days = Monday 16/03; on Tuesday 17/03 the latest due step is already D+15.
    expect(world.story().slice(2)).toEqual(['2026-03-17 proposta sms']);
  });
});

describe('an agreement', () => {
  test('broken: the breach on its day, and the debt back in the cadence the same day, net of what was paid', () => {
    const world = worldOf().days('2026-02-20', '2026-03-17');
    const offer = world.offers('2026-03-18').find(({ installments }) => installments.length === 3)!;
    expect(offer.installments.map(({ dueDate, amount }) => [dueDate, amount])).toEqual([
      ['2026-03-23', 3_417],
      ['2026-04-23', 3_417],
      ['2026-05-25', 3_419],
    ]);
    const agreement = world.accept('2026-03-18', offer);
    world.days('2026-03-18', '2026-03-22');
    world.payInstallment('2026-03-23', agreement.id, 1);
    world.days('2026-03-23', '2026-05-04');
    // 34,17 on 23/03 (21 days: 0,70 of interest, 2,00 of fine) leaves 68,53; 42 days more are 0,96.
    expect(world.story().slice(4)).toEqual(['2026-03-23 event-payment sms', '2026-05-04 acordo quebrado', '2026-05-04 notificacao sms']);
    expect(world.log.at(-1)!.text).toContain('R$ 69,49');
    world.days('2026-05-05', '2026-05-31');
    expect(world.story().slice(7)).toEqual(['2026-05-14 negativacao eligible', '2026-05-31 juizado eligible']);
  });

  test('with a reaction to its instalments: each message says which, how much and until when, once', () => {
    const body =
      'Olá, {{ debtor.firstName }}! Parcela {{ agreement.installment.number }}: {{ agreement.installment.amount }} até {{ agreement.installment.dueDate }}.';
    const reminding = cadenceSchema.parse({
      ...classicCadence,
      events: { ...classicCadence.events, installment: [{ id: 'parcela', kind: 'message', purpose: 'agreement', channel: 'sms', texts: [{ body }] }] },
    });
    const world = new World(reminding, caseOf(), '2026-02-20').days('2026-02-20', '2026-03-17');
    const agreement = world.accept(
      '2026-03-18',
      world.offers('2026-03-18').find(({ installments }) => installments.length === 3)!,
    );
    world.days('2026-03-18', '2026-03-22');
    world.payInstallment('2026-03-23', agreement.id, 1);
    world.days('2026-03-23', '2026-05-03');
    const messages = world.log.filter(({ what, text }) => what.startsWith('parcela') && text !== undefined);
    expect(messages.map(({ on, what }) => `${on} ${what}`)).toEqual([
      '2026-03-20 parcela-1-antes-3 sms',
      '2026-04-20 parcela-2-antes-3 sms',
      '2026-04-24 parcela-2-depois-1 sms',
      '2026-04-28 parcela-2-depois-5 sms',
    ]);
    expect(messages.map(({ text }) => /Parcela \d: R\$ [\d,]+ até [\d/]+/.exec(text!)![0])).toEqual([
      'Parcela 1: R$ 34,17 até 23/03/2026',
      'Parcela 2: R$ 34,17 até 23/04/2026',
      'Parcela 2: R$ 34,17 até 23/04/2026',
      'Parcela 2: R$ 34,17 até 23/04/2026',
    ]);
    expect(world.decision).toMatchObject({ code: 'agreement-in-force' });
  });

  test('kept: no step of the cadence ever comes', () => {
    const world = worldOf().days('2026-02-20', '2026-03-17');
    const agreement = world.accept(
      '2026-03-18',
      world.offers('2026-03-18').find(({ installments }) => installments.length === 2)!,
    );
    for (const { number, dueDate } of agreement.installments) world.payInstallment(dueDate, agreement.id, number);
    world.days('2026-05-01', '2026-08-01');
    expect(world.story().slice(4)).toEqual(['2026-03-23 event-payment sms', '2026-04-23 event-payment sms']);
  });
});

describe('a notice that is not delivered', () => {
  test('is never followed by a registration, however long one waits; what needs no notice goes on', () => {
    const world = worldOf().days('2026-02-20', '2026-03-31');
    world.delivery = 'silent';
    world.days('2026-04-01', '2026-07-31');
    expect(world.story().slice(4)).toEqual(['2026-04-01 notificacao sms', '2026-05-31 juizado eligible']);
    expect(world.subject.bureauEntries).toEqual([]);
  });

  test('and whose receipt comes late makes the registration count from the receipt', () => {
    const world = worldOf().days('2026-02-20', '2026-03-31');
    world.delivery = 'silent';
    world.days('2026-04-01', '2026-04-19');
    expect(world.decision).toMatchObject({ code: 'notice-not-proven' });
    world.receipt('2026-04-20', 'notificacao');
    world.days('2026-04-20', '2026-05-15');
    expect(world.story().slice(5)).toEqual(['2026-04-30 negativacao eligible']);
  });
});

describe('a receipt that nobody announces', () => {
  test('is seen in time all the same: the registration comes exactly when its wait is over', () => {
    const world = worldOf().days('2026-02-20', '2026-03-31');
    world.delivery = 'silent';
    world.days('2026-04-01', '2026-04-19');
    world.subject = {
      ...world.subject,
      contacts: world.subject.contacts.map((contact) => (contact.stepId === 'notificacao' ? { ...contact, deliveredAt: '2026-04-20T15:00:00Z' } : contact)),
    };
    world.days('2026-04-20', '2026-05-15');
    expect(world.story().slice(5)).toEqual(['2026-04-30 negativacao eligible']);
  });
});

describe('the removal clock across Carnival', () => {
  const registered = (): World => {
    const world = worldOf(caseOf({ debts: [debt({ dueDate: '2025-12-15' })] }), '2025-12-01').days('2025-12-01', '2026-02-06');
    world.confirmEntry('2026-02-06', 'registered');
    // Friday before Carnival.
    world.pay('2026-02-13', 'd1');
    return world;
  };

  test('the removal is asked for the same day, and the alarm rings two business days before the deadline, which Carnival moved to 24/02', () => {
    const world = registered().days('2026-02-13', '2026-02-24');
    expect(world.story().filter((line) => line.includes('retirada'))).toEqual(['2026-02-13 retirada pedida', '2026-02-20 retirada urgente']);
    expect(world.removals('2026-02-24')).toEqual(['alarm']);
    expect(world.removals('2026-02-25')).toEqual(['overdue']);
  });

  test('asked for and confirmed in time it never rings', () => {
    const world = registered();
    world.days('2026-02-13', '2026-02-19');
    world.confirmEntry('2026-02-19', 'removed');
    world.days('2026-02-20', '2026-03-31');
    expect(world.story().filter((line) => line.includes('retirada'))).toEqual(['2026-02-13 retirada pedida']);
  });
});

describe('a message offers a price', () => {
  // D+15 is 17/03: R$ 102,50 are owed, and the policy takes fine and interest off for five days, to Monday 23/03.
  const offering = cadenceSchema.parse(
    JSON.parse(
      JSON.stringify(classicCadence).replace(
        /("id":"proposta-msg".*?"body":")[^"]*/,
        '$1Por {{ offer.cash.total }} ou {{ offer.installments.summary }}, até {{ offer.validUntil }}.',
      ),
    ),
  );
  const told = () => new World(offering, caseOf(), '2026-02-20').days('2026-02-20', '2026-03-18');

  test('which is what is owed: paid within its date, nothing is left, and the debtor is thanked', () => {
    const world = told();
    expect(world.log.at(-1)!.text).toContain('Por R$ 100,00 ou ');
    world.pay('2026-03-23', 'd1', 10_000);
    world.days('2026-03-24', '2026-06-30');
    expect(world.subject.debts[0]).toMatchObject({ status: 'paid', waivers: [{ reason: expect.stringContaining('proposta de R$ 100,00') as string }] });
    expect(sent(world).at(-1)).toMatch(/obrigado|thanks|event-payment/);
  });

  test('and a day late it is a part of what is owed', () => {
    const world = told();
    world.pay('2026-03-24', 'd1', 10_000);
    expect(world.subject.debts[0]).toMatchObject({ status: 'open', payments: [{ amount: 10_000 }] });
  });

  test('or a plan, which its first instalment starts: the cadence rests and the instalments follow', () => {
    const world = told();
    const plan = world.subject.contacts.at(-1)!.offered!.find(({ kind }) => kind === 'installments')!;
    world.pay('2026-03-20', 'd1', plan.installments[0]!.amount);
    world.days('2026-03-21', '2026-04-10');
    expect(world.subject.agreements).toMatchObject([
      { status: 'active', installments: expect.arrayContaining([expect.objectContaining({ paidOn: '2026-03-20' })]) },
    ]);
    expect(world.decision).toMatchObject({ code: 'agreement-in-force' });
  });
});

describe('prescription arrives', () => {
  test('and all contact stops the day after', () => {
    const world = worldOf(caseOf({ debts: [debt({ dueDate: '2021-03-10' })] }), '2026-03-09').days('2026-03-09', '2026-04-30');
    // Five years late when first seen: the first words, on the last days they may be said, and nothing formal.
    expect(world.story()).toEqual(['2026-03-09 aviso sms']);
    const late = worldOf(caseOf({ debts: [debt({ dueDate: '2021-03-10' })] }), '2026-03-11').days('2026-03-11', '2026-04-30');
    expect(late.story()).toEqual([]);
    expect(late.decision).toMatchObject({ code: 'prescribed', nextActionOn: null });
  });

  test('for the oldest of two debts: the younger one becomes the anchor', () => {
    const world = worldOf(caseOf({ debts: [debt({ dueDate: '2021-03-10' }), debt({ id: 'd2', dueDate: '2026-03-09' })] }), '2026-03-09').days(
      '2026-03-09',
      '2026-03-20',
    );
    expect(world.story()).toEqual(['2026-03-09 aviso sms', '2026-03-11 aviso sms', '2026-03-16 formal email']);
    // The message no longer speaks of the prescribed R$ 100,00.
    expect(world.log[1]!.text).toContain('R$ 102,07');
  });
});

describe('a debtor in Acre at 23:30', () => {
  test('is not woken: the message leaves after nine in their own morning', () => {
    const world = worldOf(caseOf({ debtor: { uf: 'AC' } }), '2026-03-02');
    // A run at 01:30 in São Paulo on 04/03 is 23:30 of 03/03 in Acre.
    world.tick('2026-03-04T04:30:00Z');
    expect(world.story()).toEqual(['2026-03-04 aviso hours']);
    world.tick('2026-03-04T12:00:00Z');
    expect(world.subject.contacts).toEqual([]);
    world.tick('2026-03-04T14:00:00Z');
    expect(world.story()).toEqual(['2026-03-04 aviso hours', '2026-03-04 aviso hours', '2026-03-04 aviso sms']);
    expect(world.subject.contacts[0]).toMatchObject({ localDate: '2026-03-04' });
  });
});

describe('the same debtor with five debts', () => {
  const five = (): World =>
    worldOf(
      caseOf({
        debts: ['2026-03-02', '2026-03-04', '2026-03-06', '2026-03-09', '2026-03-11'].map((dueDate, index) =>
          debt({ id: `d${index + 1}`, number: `NF-100${index + 1}`, dueDate }),
        ),
      }),
    );

  test('gets one message for all of them, not five', () => {
    const world = five().days('2026-02-20', '2026-03-31');
    expect(world.story()).toEqual(['2026-02-27 lembrete email', '2026-03-03 aviso sms', '2026-03-09 formal email', '2026-03-17 proposta sms']);
    const dates = world.subject.contacts.map(({ localDate }) => localDate);
    expect(new Set(dates).size).toBe(dates.length);
  });

  test('even when they are paid one by one, the caps hold over all of them', () => {
    const world = five().days('2026-02-20', '2026-03-11');
    for (const [index, on] of ['2026-03-12', '2026-03-13', '2026-03-16', '2026-03-17'].entries()) {
      world.pay(on, `d${index + 1}`);
      world.days(on, on);
    }
    world.days('2026-03-18', '2026-04-20');
    const dates = world.subject.contacts.map(({ localDate }) => localDate);
    const charged = world.subject.contacts.filter(({ purpose }) => purpose !== 'thanks').map(({ localDate }) => localDate);
    expect(new Set(charged).size).toBe(charged.length);
    for (const day of dates) expect(dates.filter((other) => daysBetween(other, day) >= 0 && daysBetween(other, day) < 7).length).toBeLessThanOrEqual(3);
    expect(world.decision).toMatchObject({ cycle: 'd5' });
  });

  test('and none of them is lost: with the last one paid the case is done', () => {
    const world = five().days('2026-02-20', '2026-03-11');
    for (const id of ['d1', 'd2', 'd3', 'd4', 'd5']) world.pay('2026-03-12', id);
    world.days('2026-03-12', '2026-05-01');
    expect(world.decision).toMatchObject({ code: 'no-open-debt' });
  });
});

describe('a Saturday before Carnival', () => {
  test('nobody is called late while the bank is closed', () => {
    const world = worldOf(caseOf({ debts: [debt({ dueDate: '2026-02-14' })], debtor: { contactPoints: [mobile()] } }), '2026-02-12').days(
      '2026-02-12',
      '2026-02-20',
    );
    expect(world.story()).toEqual(['2026-02-12 lembrete no-channel', '2026-02-19 aviso sms']);
  });
});
