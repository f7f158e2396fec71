import { describe, expect, test } from 'vitest';
import type { Case, Channel } from '../case/index.ts';
import { caseOf, contact, email, mobile, policies } from '../testing/case-builder.ts';
import type { ChannelDecision } from './decision.ts';
import { nextBest } from './next-best.ts';
import type { ChannelChoiceInput } from './rank-channels.ts';
import { rankChannels } from './rank-channels.ts';

const rank = (subject: Case = caseOf(), over: Partial<ChannelChoiceInput> = {}): ChannelDecision =>
  rankChannels(subject, {
    allowed: ['whatsapp', 'sms', 'email'],
    preferAnswered: true,
    settings: policies().channels,
    on: '2026-03-10',
    purpose: 'charge',
    ...over,
  });
const order = (decision: ChannelDecision): Channel[] => decision.ranking.filter(({ eligible }) => eligible).map(({ channel }) => channel);
const why = (decision: ChannelDecision, channel: Channel): string => decision.ranking.find((ranked) => ranked.channel === channel)!.reasons.join(' ');

describe('the choice of a channel', () => {
  test('follows the manager’s order when nothing else is known', () => {
    const decision = rank();
    expect(order(decision)).toEqual(['whatsapp', 'sms', 'email']);
    expect(decision.chosen).toMatchObject({ channel: 'whatsapp', contactPointId: 'celular', address: '+5511987654321', eligible: true, costCents: 35 });
    expect(decision.reasons).toEqual(['WhatsApp: é a primeira opção da etapa.']);
  });

  test('prefers what got an answer before, and says so', () => {
    const subject = caseOf({ contacts: [contact({ channel: 'email', contactPointId: 'email', status: 'answered' })] });
    const decision = rank(subject);
    expect(decision.chosen?.channel).toBe('email');
    expect(decision.reasons[0]).toContain('já respondeu por aqui (1 de 1)');
    expect(order(rank(subject, { preferAnswered: false }))).toEqual(['whatsapp', 'sms', 'email']);
  });

  test('a delivery speaks for a channel, a failure against it, the debtor’s wish for it', () => {
    const failed = caseOf({ contacts: [contact({ channel: 'whatsapp', status: 'failed' })] });
    expect(order(rank(failed))[0]).toBe('sms');
    expect(why(rank(failed), 'whatsapp')).toContain('A última tentativa falhou.');
    const arrived = caseOf({
      contacts: [
        contact({ channel: 'whatsapp', status: 'failed' }),
        contact({ id: 'c2', channel: 'whatsapp', at: '2026-03-04T13:00:00Z', status: 'delivered' }),
      ],
    });
    expect(order(rank(arrived))[0]).toBe('whatsapp');
    expect(order(rank(caseOf({ debtor: { preferredChannel: 'sms' } }), { allowed: ['email', 'whatsapp', 'sms'] }))).toEqual(['email', 'sms', 'whatsapp']);
    expect(order(rank(caseOf({ debtor: { preferredChannel: 'sms' } }), { allowed: ['email', 'sms', 'whatsapp', 'voice'] }))).toEqual([
      'sms',
      'email',
      'whatsapp',
      'voice',
    ]);
  });

  test('always says why a channel can’t be used', () => {
    const settings = policies({ channels: { sms: { provider: 'none' } } }).channels;
    expect(why(rank(caseOf(), { settings }), 'sms')).toBe('SMS: nenhum provedor foi configurado.');
    expect(why(rank(caseOf({ debtor: { contactPoints: [email()] } })), 'sms')).toBe('SMS: não há celular cadastrado.');
    expect(why(rank(caseOf({ debtor: { contactPoints: [mobile({ valid: false })] } })), 'whatsapp')).toBe('WhatsApp: o contato cadastrado é inválido.');
    expect(why(rank(caseOf({ debtor: { contactPoints: [mobile({ consent: { whatsapp: false } })] } })), 'whatsapp')).toBe(
      'WhatsApp: o devedor não autorizou este canal.',
    );
    expect(why(rank(caseOf({ debtor: { optedOut: ['sms'] } })), 'sms')).toContain('pediu para não ser contatado');
    expect(why(rank(caseOf(), { maxCostCents: 34 }), 'whatsapp')).toBe('WhatsApp: custa R$ 0,35, acima do teto de R$ 0,34 da etapa.');
    expect(order(rank(caseOf(), { maxCostCents: 35 }))).toContain('whatsapp');
    expect(why(rank(caseOf(), { allowed: ['letter'] }), 'letter')).toBe('Carta: não há endereço cadastrado.');
  });

  test('chooses nothing when nothing can be used, and lists every reason', () => {
    const decision = rank(caseOf({ debtor: { contactPoints: [] } }));
    expect(decision.chosen).toBeNull();
    expect(decision.reasons).toEqual([
      'Nenhum canal desta etapa pode ser usado com este devedor.',
      'WhatsApp: não há celular cadastrado.',
      'SMS: não há celular cadastrado.',
      'E-mail: não há e-mail cadastrado.',
    ]);
  });

  test('WhatsApp never asked about may be used; a no closes it on that number only', () => {
    expect(
      order(
        rank(caseOf({ debtor: { contactPoints: [mobile({ consent: { whatsapp: false } }), mobile({ id: 'outro', value: '+5511999990000' })] } }), {
          allowed: ['whatsapp'],
        }),
      ),
    ).toEqual(['whatsapp']);
  });

  test('of several points the one that answered, then the verified one, is taken; three failures in a row sink one', () => {
    const points = [mobile({ id: 'a', verified: false }), mobile({ id: 'b' }), mobile({ id: 'c' })];
    const chosen = (contacts: Case['contacts']): string | null | undefined =>
      rank(caseOf({ debtor: { contactPoints: points }, contacts }), { allowed: ['sms'] }).chosen?.contactPointId;
    expect(chosen([])).toBe('b');
    expect(chosen([contact({ contactPointId: 'c', status: 'answered' })])).toBe('c');
    expect(chosen([contact({ contactPointId: 'b', status: 'failed' })])).toBe('c');
    const failures = (point: string) => [1, 2, 3].map((n) => contact({ id: `${point}${n}`, contactPointId: point, status: 'failed' }));
    expect(chosen([...failures('b'), ...failures('c')])).toBe('a');
    const all = rank(caseOf({ debtor: { contactPoints: points }, contacts: points.flatMap(({ id }) => failures(id)) }), { allowed: ['sms'] });
    expect(all.chosen).toBeNull();
    expect(all.ranking[0]!.reasons).toEqual(['SMS: as últimas 3 tentativas falharam.']);
  });

  test('a notice must be in writing, and prefers a channel that proves delivery', () => {
    const decision = rank(caseOf(), { purpose: 'bureau-notice', allowed: ['voice', 'email', 'sms'] });
    expect(why(decision, 'voice')).toContain('precisa ser por escrito');
    expect(why(decision, 'sms')).toContain('Confirma a entrega');
  });

  test('a letter goes to the registered address when no contact point has one', () => {
    expect(rank(caseOf({ debtor: { address: 'Rua das Flores, 1' } }), { allowed: ['letter'] }).chosen).toMatchObject({
      channel: 'letter',
      contactPointId: null,
      address: 'Rua das Flores, 1',
    });
    expect(rank(caseOf({ debtor: { address: '  ' } }), { allowed: ['letter'] }).chosen).toBeNull();
    const point = { id: 'casa', kind: 'address', value: 'Rua B, 2', valid: true, verified: true, consent: {} } as const;
    expect(rank(caseOf({ debtor: { address: 'Rua das Flores, 1', contactPoints: [point] } }), { allowed: ['letter'] }).chosen).toMatchObject({
      contactPointId: 'casa',
      address: 'Rua B, 2',
    });
  });

  test('voice takes a landline, SMS doesn’t', () => {
    const landline = { id: 'fixo', kind: 'landline', value: '+551133334444', valid: true, verified: true, consent: {} } as const;
    const subject = caseOf({ debtor: { contactPoints: [landline] } });
    expect(rank(subject, { allowed: ['voice', 'sms'] }).chosen).toMatchObject({ channel: 'voice', contactPointId: 'fixo' });
  });

  test('on failure the next best eligible channel is tried, each once', () => {
    const decision = rank();
    expect(nextBest(decision, ['whatsapp'])?.channel).toBe('sms');
    expect(nextBest(decision, ['whatsapp', 'sms'])?.channel).toBe('email');
    expect(nextBest(decision, ['whatsapp', 'sms', 'email'])).toBeNull();
  });

  test('a channel named twice is ranked once, and scores stay between 0 and 100', () => {
    const decision = rank(caseOf({ contacts: [contact({ channel: 'sms', status: 'failed' }), contact({ id: 'x', channel: 'sms', status: 'failed' })] }), {
      allowed: ['sms', 'sms', 'email'],
    });
    expect(decision.ranking).toHaveLength(2);
    for (const { score } of decision.ranking) expect(score).toBeGreaterThanOrEqual(0);
  });
});
