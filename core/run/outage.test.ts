import { describe, expect, it } from 'vitest';
import { cadenceSchema } from '../cadence/document.ts';
import { settingsOf } from '../cadence/settings.ts';
import type { Channel } from '../case/index.ts';
import { caseOf, debt, debtor, mobile } from '../testing/case-builder.ts';
import type { Fault, Handed, MessageEnd } from './message.ts';
import { messageBlock } from './message.ts';

const email = { id: 'email', kind: 'email' as const, value: 'ana@exemplo.example', valid: true, verified: true, consent: {} };
const address = { id: 'casa', kind: 'address' as const, value: 'Rua A, 1, São Paulo - SP', valid: true, verified: true, consent: {} };

/** A message to who can be reached by SMS (9 cents), e-mail (1), WhatsApp (35) and letter (450), in the order given; each channel answers as it is told to. */
function send(
  order: readonly Channel[],
  answers: Partial<Record<Channel, Fault>>,
  outage: object = {},
): { readonly asked: Channel[]; readonly end: MessageEnd } {
  const document = cadenceSchema.parse({
    schemaVersion: 2,
    id: 'regua',
    name: 'Clássica',
    creditor: { name: 'Loja', document: '11222333000181', address: 'Rua B, 2', city: 'São Paulo', uf: 'SP', phone: '+551133334444' },
    policies: { outage },
    tiers: [{ id: 'todos', name: 'Todos' }],
    tracks: [{ id: 'unica', name: 'Única' }],
  });
  const subject = caseOf({
    debtor: debtor({ contactPoints: [mobile({ consent: { whatsapp: true, sms: true } }), email, address] }),
    debts: [debt({ dueDate: '2026-03-02' })],
  });
  const block = messageBlock(
    {
      subject,
      cadence: settingsOf(document),
      place: { cadenceId: 'regua', trackId: 'unica', stepId: 'd1', cycle: 'd1' },
      carried: { channels: order },
      on: '2026-03-10',
      now: '2026-03-10T14:00:00Z',
    },
    {
      blockId: 'mensagem',
      purpose: 'charge',
      channel: 'chosen',
      texts: [{ channel: 'any', subject: 'Seu título', body: 'Olá, {{ debtor.firstName }}. Podemos ajudar?' }],
      asksForAnswer: false,
    },
  );
  const asked: Channel[] = [];
  for (let next = block.next(); ;) {
    if (next.done) return { asked, end: next.value };
    const { channel } = next.value.candidate;
    asked.push(channel);
    const fault = answers[channel];
    const handed: Handed = fault ? { kind: 'refused', fault, error: 'não respondeu' } : { kind: 'accepted', contactId: 'c', status: 'sent' };
    next = block.next(handed);
  }
}

describe('a provider that is down', () => {
  it('costs nothing: a dearer channel waits for the day’s next run, with the reason', () => {
    const { asked, end } = send(['sms', 'whatsapp', 'letter'], { sms: 'provider' });
    expect(asked).toEqual(['sms']);
    expect(end).toMatchObject({ outcome: 'failed', ending: { kind: 'deferred', until: '2026-03-10' }, notDone: { code: 'provider-unreachable' } });
    expect(end.trail).toEqual([
      'SMS: não respondeu',
      'WhatsApp: custa R$ 0,35, e no lugar de SMS, que não respondeu, esta régua paga até R$ 0,09: espera a próxima rodada.',
      'Carta: não toma o lugar de SMS, que não respondeu: espera a próxima rodada.',
    ]);
  });

  it('is stood in for by what costs no more, or by what the cadence allows', () => {
    expect(send(['sms', 'whatsapp', 'email'], { sms: 'account' })).toMatchObject({ asked: ['sms', 'email'], end: { outcome: 'sent' } });
    expect(send(['sms', 'whatsapp'], { sms: 'provider' }, { extraCents: 26 })).toMatchObject({ asked: ['sms', 'whatsapp'], end: { outcome: 'sent' } });
    expect(send(['sms', 'letter'], { sms: 'provider' }, { extraCents: 10_000 }).asked).toEqual(['sms']);
    expect(send(['sms', 'letter'], { sms: 'provider' }, { extraCents: 10_000, letter: true }).asked).toEqual(['sms', 'letter']);
  });

  it('is another thing than a number that is wrong: then the next way is taken, whatever it costs', () => {
    expect(send(['sms', 'whatsapp', 'letter'], { sms: 'person', whatsapp: 'person' })).toMatchObject({
      asked: ['sms', 'whatsapp', 'letter'],
      end: { outcome: 'sent' },
    });
  });
});
