import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contactOpening } from '../calendar/index.ts';
import type { Case, Contact, ContactStatus } from '../case/index.ts';
import { CHANNELS, MESSAGE_PURPOSES } from '../case/index.ts';
import { addDays, daysBetween, fromDayNumber, toDayNumber } from '../civil-date.ts';
import { caseOf, contact, debt, email, mobile, policies } from '../testing/case-builder.ts';
import type { GuardDecision } from './decision.ts';
import type { GuardInput } from './guard.ts';
import { guard } from './guard.ts';

// Tuesday 10/03/2026, 10:00 in São Paulo.
const NOW = '2026-03-10T13:00:00Z';
const TODAY = '2026-03-10';
const plain = { text: 'Olá, Ana.', findings: [] };
const ask = (over: Partial<GuardInput> = {}): GuardDecision =>
  guard({ subject: caseOf(), channel: 'sms', contactPoint: mobile(), message: plain, purpose: 'charge', policies: policies(), now: NOW, on: TODAY, ...over });
const codeOf = (decision: GuardDecision): string => (decision.allowed ? 'allowed' : decision.code);
const agreement = { id: 'a', madeOn: TODAY, debtIds: ['d1'], originalTotal: 1, total: 1, installments: [], status: 'active' } as const;

describe('the guard', () => {
  test('lets an ordinary message out', () => {
    expect(ask()).toEqual({ allowed: true, reason: 'Tudo certo: pode ser enviado agora.' });
  });

  test('asks in order: the first refusal is the answer', () => {
    const contacted = [contact({ at: NOW })];
    const closed = { optedOut: ['all'] as const };
    const bad = { text: 'R$ 10,00', findings: [{ code: 'threat', severity: 'error', excerpt: 'x', message: 'É ameaça.' }] } as const;
    const night = '2026-03-11T02:00:00Z';
    const everything = { contactPoint: mobile({ verified: false }), message: bad, now: night };
    const code = (subject: Case, over: Partial<GuardInput> = {}): string => codeOf(ask({ ...everything, subject, ...over }));
    expect(code(caseOf({ debts: [debt({ status: 'paid' })], debtor: closed, contacts: contacted }))).toBe('paid');
    expect(code(caseOf({ agreements: [agreement], debtor: closed, contacts: contacted }))).toBe('agreement');
    expect(code(caseOf({ debts: [debt({ contestedOn: TODAY, dueDate: '2020-01-01' })], debtor: closed, contacts: contacted }))).toBe('contested');
    expect(code(caseOf({ debts: [debt({ dueDate: '2020-01-01' })], debtor: closed, contacts: contacted }))).toBe('prescribed');
    expect(code(caseOf({ debtor: closed, contacts: contacted }))).toBe('opted-out');
    expect(code(caseOf({ contacts: contacted }))).toBe('hours');
    expect(code(caseOf({ contacts: contacted }), { now: NOW })).toBe('frequency');
    expect(code(caseOf(), { now: NOW })).toBe('vocabulary');
    expect(code(caseOf(), { now: NOW, message: { text: 'R$ 10,00', findings: [] } })).toBe('unverified-contact');
    expect(code(caseOf(), { now: NOW, message: { text: 'R$ 10,00', findings: [] }, contactPoint: mobile() })).toBe('allowed');
  });

  test.each<[string, Partial<GuardInput>, string]>([
    ['paid', { subject: caseOf({ debts: [debt({ status: 'paid' })] }) }, 'Não há dívida em aberto: já foi paga ou cancelada.'],
    ['agreement', { subject: caseOf({ agreements: [agreement] }) }, 'Há um acordo em vigor: enquanto ele é cumprido, a dívida não é cobrada.'],
    [
      'contested',
      { subject: caseOf({ debts: [debt({ contestedOn: TODAY })] }) },
      'A dívida está contestada: nada é cobrado enquanto a contestação durar (CDC 54-G).',
    ],
    ['prescribed', { subject: caseOf({ debts: [debt({ dueDate: '2020-01-01' })] }) }, 'A dívida prescreveu (mais de 5 anos do vencimento): o contato para.'],
    ['paid', { subject: caseOf({ debts: [] }), purpose: 'agreement' }, 'Não há acordo nem dívida em aberto.'],
    ['opted-out', { subject: caseOf({ debtor: { optedOut: ['all'] } }) }, 'O devedor pediu para não ser contatado.'],
    ['opted-out', { contactPoint: mobile({ consent: { sms: false } }) }, 'O devedor não autorizou SMS neste contato.'],
    [
      'frequency',
      { subject: caseOf({ contacts: [contact({ at: NOW })] }) },
      'O devedor já foi contatado 1 vez hoje (limite de 1 por dia); fica para 11/03/2026.',
    ],
    [
      'unverified-contact',
      { contactPoint: mobile({ verified: false }), message: { text: 'Ana Souza, são R$ 10,00', findings: [] } },
      'O contato não foi confirmado como sendo do devedor, e o texto mostra nome completo, valor.',
    ],
  ])('%s: says why in so many words', (code, over, reason) => {
    expect(ask(over)).toMatchObject({ allowed: false, code, reason });
  });

  test('every refusal says why in Portuguese', () => {
    for (const decision of [
      ask({ subject: caseOf({ debts: [debt({ status: 'paid' })] }) }),
      ask({ subject: caseOf({ agreements: [agreement] }) }),
      ask({ subject: caseOf({ debtor: { optedOut: ['sms'] } }) }),
      ask({ now: '2026-03-15T13:00:00Z' }),
    ]) {
      expect(decision.allowed).toBe(false);
      expect(decision.reason).toMatch(/^[A-ZÁÉÍÓÚ].{15,}/);
    }
  });
});

describe('paid, agreement, contested, prescribed', () => {
  test('a payment after the message was written stops it', () => {
    expect(ask({ subject: caseOf({ debts: [debt({ status: 'paid' })] }) })).toMatchObject({ code: 'paid' });
    expect(ask({ subject: caseOf({ debts: [debt({ status: 'cancelled' })] }) })).toMatchObject({ code: 'paid' });
  });

  test('a debt beside the one that is agreed, contested or prescribed may be charged', () => {
    for (const first of [debt({ contestedOn: TODAY }), debt({ dueDate: '2020-01-01' }), debt({ status: 'paid' })]) {
      expect(ask({ subject: caseOf({ debts: [first, debt({ id: 'd2' })] }) }).allowed).toBe(true);
    }
    expect(ask({ subject: caseOf({ debts: [debt(), debt({ id: 'd2' })], agreements: [agreement] }) }).allowed).toBe(true);
  });

  test('thanks and surveys are not charges and may go to who has paid', () => {
    const paid = caseOf({ debts: [debt({ status: 'paid' })] });
    for (const purpose of ['thanks', 'survey', 'other'] as const) expect(ask({ subject: paid, purpose }).allowed).toBe(true);
    for (const purpose of ['reminder', 'charge', 'formal', 'offer', 'bureau-notice', 'legal-notice'] as const)
      expect(ask({ subject: paid, purpose })).toMatchObject({ code: 'paid' });
  });

  test("an agreement's reminder may go while the agreement stands, and not when there is nothing left", () => {
    expect(ask({ subject: caseOf({ agreements: [agreement] }), purpose: 'agreement' }).allowed).toBe(true);
    expect(
      ask({ subject: caseOf({ debts: [debt({ status: 'paid' })], agreements: [{ ...agreement, status: 'completed' }] }), purpose: 'agreement' }).allowed,
    ).toBe(true);
    expect(ask({ purpose: 'agreement' }).allowed).toBe(true);
    expect(ask({ subject: caseOf({ debts: [debt({ status: 'paid' })] }), purpose: 'agreement' })).toMatchObject({ code: 'paid' });
  });

  test('at prescription everything stops except thanks', () => {
    const old = caseOf({ debts: [debt({ dueDate: '2021-03-09' })] });
    for (const purpose of ['reminder', 'survey', 'other'] as const) expect(ask({ subject: old, purpose })).toMatchObject({ code: 'prescribed' });
    expect(ask({ subject: old, purpose: 'thanks' }).allowed).toBe(true);
    const besideAgreed = caseOf({ debts: [debt({ id: 'old', dueDate: '2021-03-09' }), debt()], agreements: [agreement] });
    const besideContested = caseOf({ debts: [debt({ id: 'old', dueDate: '2021-03-09' }), debt({ contestedOn: TODAY })] });
    for (const subject of [besideAgreed, besideContested]) expect(ask({ subject, purpose: 'other' }).allowed).toBe(true);
    expect(ask({ subject: caseOf({ debts: [debt({ dueDate: '2021-03-10' })] }) }).allowed).toBe(true);
  });
});

describe('opt-out and consent', () => {
  test('closes the channel that was named, all of them, or the one point', () => {
    expect(ask({ subject: caseOf({ debtor: { optedOut: ['sms'] } }) })).toMatchObject({
      code: 'opted-out',
      reason: 'O devedor pediu para não ser contatado por SMS.',
    });
    expect(ask({ subject: caseOf({ debtor: { optedOut: ['email'] } }) }).allowed).toBe(true);
    expect(ask({ channel: 'whatsapp', contactPoint: mobile({ consent: { whatsapp: false } }) })).toMatchObject({ code: 'opted-out' });
    expect(ask({ channel: 'sms', contactPoint: mobile({ consent: { whatsapp: false } }) }).allowed).toBe(true);
  });
});

describe('hours in the debtor’s place', () => {
  test('a debtor in Acre at 23:30 is left to sleep until nine in their own morning', () => {
    // 04:30 UTC on Wednesday the 11th is 23:30 of Tuesday the 10th in Acre.
    expect(ask({ subject: caseOf({ debtor: { uf: 'AC' } }), now: '2026-03-11T04:30:00Z' })).toMatchObject({
      code: 'hours',
      deferredUntil: { instant: '2026-03-11T14:00:00Z', date: '2026-03-11' },
    });
  });

  test('Friday night is deferred to Monday, and over Carnival to Ash Wednesday', () => {
    expect(ask({ now: '2026-03-13T23:30:00Z' })).toMatchObject({ code: 'hours', deferredUntil: { date: '2026-03-16' } });
    expect(ask({ now: '2026-02-13T23:30:00Z', on: '2026-02-13' })).toMatchObject({ code: 'hours', deferredUntil: { date: '2026-02-18' } });
  });

  test('a deferral lands on a day with room: full days after the opening are jumped over', () => {
    const contacts = [contact({ id: 'x', at: '2026-03-16T13:00:00Z', status: 'claimed' }), contact({ id: 'y', at: '2026-03-17T13:00:00Z', status: 'claimed' })];
    expect(ask({ subject: caseOf({ contacts }), now: '2026-03-13T23:30:00Z' })).toMatchObject({
      code: 'hours',
      deferredUntil: { instant: '2026-03-18T12:00:00Z', date: '2026-03-18' },
    });
  });
});

describe('frequency', () => {
  test('lets the thanks for a payment follow the message that brought it, and no charge follow the thanks', () => {
    const thanked = on([TODAY], { purpose: 'thanks' });
    expect(ask({ subject: on([TODAY]), purpose: 'thanks' }).allowed).toBe(true);
    expect(ask({ subject: on([TODAY]), purpose: 'thanks', now: '2026-03-15T13:00:00Z' })).toMatchObject({
      code: 'hours',
      deferredUntil: { date: '2026-03-16' },
    });
    expect(ask({ subject: thanked, purpose: 'charge' })).toMatchObject({ code: 'frequency' });
    expect(ask({ subject: on(['2026-03-08', '2026-03-09', TODAY]), purpose: 'thanks' })).toMatchObject({ code: 'frequency' });
  });

  const on = (dates: readonly string[], over: Partial<Contact> = {}): Case =>
    caseOf({ contacts: dates.map((date, index) => contact({ id: `c${index}`, at: `${date}T13:00:00Z`, ...over })) });

  test('one a day, over all debts, cadences and channels', () => {
    expect(ask({ subject: on([TODAY], { channel: 'email', cadenceId: 'outra', cycle: 'd9', purpose: 'thanks' }) })).toMatchObject({
      code: 'frequency',
      deferredUntil: { instant: '2026-03-11T12:00:00Z', date: '2026-03-11' },
    });
    expect(ask({ subject: on(['2026-03-09']) }).allowed).toBe(true);
  });

  test('three in seven days; the fourth waits until the first is seven days old', () => {
    const subject = on(['2026-03-05', '2026-03-06', '2026-03-09']);
    expect(ask({ subject })).toMatchObject({
      code: 'frequency',
      reason: 'O devedor já foi contatado 3 vezes em sete dias (limite de 3); fica para 12/03/2026.',
      deferredUntil: { date: '2026-03-12' },
    });
    expect(ask({ subject, now: '2026-03-12T13:00:00Z', on: '2026-03-12' }).allowed).toBe(true);
    expect(ask({ subject: on(['2026-03-03', '2026-03-06', '2026-03-09']) }).allowed).toBe(true);
  });

  test('the limits are the creditor’s to set', () => {
    const generous = policies({ frequency: { perDay: 2, perSevenDays: 2 } });
    expect(ask({ subject: on([TODAY]), policies: generous }).allowed).toBe(true);
    expect(ask({ subject: on([TODAY, TODAY]), policies: generous })).toMatchObject({ code: 'frequency', deferredUntil: { date: '2026-03-17' } });
  });

  test.each<[ContactStatus, boolean]>([
    ['claimed', true],
    ['composed', true],
    ['sent', true],
    ['delivered', true],
    ['read', true],
    ['answered', true],
    ['unknown', true],
    ['failed', false],
  ])('an attempt that is %s counts: %s', (status, counts) => {
    expect(ask({ subject: on([TODAY], { status }) }).allowed).toBe(!counts);
  });

  test('a failure that a receipt contradicts counts', () => {
    expect(ask({ subject: on([TODAY], { status: 'failed', deliveredAt: NOW }) })).toMatchObject({ code: 'frequency' });
    expect(ask({ subject: on([TODAY], { status: 'failed', answeredAt: NOW }) })).toMatchObject({ code: 'frequency' });
  });
});

describe('vocabulary and personal data', () => {
  test('a finding of severity error stops the text, a warning does not', () => {
    const finding = { code: 'threat', excerpt: 'x', message: 'Soa como ameaça.' };
    expect(ask({ message: { text: '', findings: [{ ...finding, severity: 'warning' }] } }).allowed).toBe(true);
    expect(
      ask({
        message: {
          text: '',
          findings: [
            { ...finding, severity: 'warning' },
            { ...finding, severity: 'error' },
          ],
        },
      }),
    ).toMatchObject({ code: 'vocabulary', reason: 'O texto não pode sair: Soa como ameaça.' });
  });

  test.each([
    ['valor', 'Seu boleto de R$ 102,33 venceu.'],
    ['nome completo', 'Falo com ANA SOUZA?'],
    ['CPF ou CNPJ', 'CPF 529.982.247-25'],
    ['CPF ou CNPJ', 'CPF ***.982.247-**'],
    ['número do título', 'Título nf-1001 em aberto'],
  ])('an unverified contact is not shown %s', (what, text) => {
    const decision = ask({ contactPoint: mobile({ verified: false }), message: { text, findings: [] } });
    expect(decision).toMatchObject({ allowed: false, code: 'unverified-contact' });
    expect(decision.reason).toContain(what);
    expect(decision.reason).not.toContain('982');
    expect(ask({ message: { text, findings: [] } }).allowed).toBe(true);
  });

  test('the first name alone may be asked for', () => {
    expect(ask({ contactPoint: mobile({ verified: false }), message: { text: 'Olá, falo com a Ana?', findings: [] } }).allowed).toBe(true);
  });

  test('subject and HTML are read too, and a letter to the registered address is fine', () => {
    const unverified = email({ verified: false });
    expect(ask({ channel: 'email', contactPoint: unverified, message: { ...plain, subject: 'R$ 10,00 em aberto' } })).toMatchObject({
      code: 'unverified-contact',
    });
    expect(ask({ channel: 'email', contactPoint: unverified, message: { ...plain, html: '<td>R$ 10,00</td>' } })).toMatchObject({ code: 'unverified-contact' });
    expect(ask({ channel: 'letter', contactPoint: null, message: { text: 'R$ 10,00', findings: [] } }).allowed).toBe(true);
    expect(ask({ channel: 'sms', contactPoint: null, message: { text: 'R$ 10,00', findings: [] } })).toMatchObject({ code: 'unverified-contact' });
    const address = { id: 'casa', kind: 'address', value: 'Rua B, 2', valid: true, verified: false, consent: {} } as const;
    expect(ask({ channel: 'letter', contactPoint: address, message: { text: 'R$ 10,00', findings: [] } })).toMatchObject({ code: 'unverified-contact' });
    expect(ask({ message: null, contactPoint: mobile({ verified: false }) }).allowed).toBe(true);
  });
});

describe('laws', () => {
  const instants = fc
    .integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) })
    .map((ms) => new Date(Math.floor(ms / 60_000) * 60_000).toISOString().replace('.000Z', 'Z'));
  const ufs = fc.constantFrom('AC', 'AL', 'AM', 'BA', 'MG', 'MT', 'PE', 'RJ', 'RS', 'SP');
  const statuses = fc.constantFrom<ContactStatus>('claimed', 'sent', 'delivered', 'failed', 'unknown');
  const histories = fc.array(fc.record({ offset: fc.integer({ min: -12, max: 8 }), status: statuses, channel: fc.constantFrom(...CHANNELS) }), {
    maxLength: 14,
  });
  const historyAround = (now: string, history: readonly { offset: number; status: ContactStatus; channel: Contact['channel'] }[]): Contact[] =>
    history.map(({ offset, ...over }, index) =>
      contact({ id: `h${index}`, at: `${addDays(now.slice(0, 10), offset)}T15:00:00Z`, localDate: addDays(now.slice(0, 10), offset), ...over }),
    );

  test('nothing ever leaves outside the contact window, whatever the instant and state; what is deferred may leave then', () => {
    fc.assert(
      fc.property(instants, ufs, fc.constantFrom(...CHANNELS), fc.constantFrom(...MESSAGE_PURPOSES), histories, (now, uf, channel, purpose, history) => {
        const subject = caseOf({ debtor: { uf }, contacts: historyAround(now, history) });
        const input = { subject, channel, contactPoint: mobile(), message: plain, purpose, policies: policies(), now, on: now.slice(0, 10) } as const;
        const decision = guard(input);
        const open = (instant: string): boolean => contactOpening(instant, { uf, channel, windows: policies().windows }).allowed;
        if (decision.allowed) expect(open(now)).toBe(true);
        else if (decision.deferredUntil) {
          expect(open(decision.deferredUntil.instant)).toBe(true);
          expect(Date.parse(decision.deferredUntil.instant)).toBeGreaterThan(Date.parse(now));
          expect(guard({ ...input, now: decision.deferredUntil.instant, on: decision.deferredUntil.date }).allowed).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('the caps are never exceeded, whatever came before', () => {
    const caps = fc.record({ perDay: fc.integer({ min: 1, max: 3 }), perSevenDays: fc.integer({ min: 1, max: 6 }) });
    fc.assert(
      fc.property(histories, caps, fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 25 }), (history, frequency, hours) => {
        const rules = policies({ frequency });
        let subject = caseOf({ contacts: historyAround(NOW, history).filter(({ status }) => status === 'failed') });
        for (const [index, hour] of hours.entries()) {
          const now = new Date(Date.parse(NOW) + hour * 3_600_000).toISOString().replace('.000Z', 'Z');
          const decision = guard({
            subject,
            channel: 'sms',
            contactPoint: mobile(),
            message: plain,
            purpose: 'charge',
            policies: rules,
            now,
            on: now.slice(0, 10),
          });
          if (!decision.allowed) continue;
          subject = {
            ...subject,
            contacts: [...subject.contacts, contact({ id: `n${index}`, at: now, localDate: contactOpening(now, { uf: 'SP' }).localDate })],
          };
        }
        const days = subject.contacts.filter(({ status }) => status !== 'failed').map(({ localDate }) => localDate);
        for (const day of days) {
          expect(days.filter((other) => other === day).length).toBeLessThanOrEqual(frequency.perDay);
          expect(days.filter((other) => daysBetween(other, day) >= 0 && daysBetween(other, day) < 7).length).toBeLessThanOrEqual(frequency.perSevenDays);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('a frequency deferral is to the first day with room and an open window, and no earlier day would do', () => {
    fc.assert(
      fc.property(histories, ufs, (history, uf) => {
        const subject = caseOf({ debtor: { uf }, contacts: historyAround(NOW, history) });
        const decision = ask({ subject, now: '2026-03-10T15:00:00Z' });
        if (decision.allowed || decision.code !== 'frequency') return;
        for (let day = toDayNumber(TODAY) + 1; fromDayNumber(day) < decision.deferredUntil!.date; day += 1) {
          expect(ask({ subject, now: `${fromDayNumber(day)}T15:00:00Z`, on: fromDayNumber(day) }).allowed).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });
});
