import { describe, expect, it } from 'vitest';
import { CHANNELS, MESSAGE_PURPOSES } from '../case/index.ts';
import type { MessageOffer } from '../message/index.ts';
import { collectibleDebts, composeMessage, SAMPLE_CASE, SAMPLE_SETTINGS } from '../message/index.ts';
import { collects } from '../message/required-parts.ts';
import { chargesFor } from '../payment/index.ts';
import { defaultMessageTexts } from './default-texts.ts';

const ON = '2026-01-12';
const offers: MessageOffer[] = [{ kind: 'cash', total: 9_500, savings: 733, validUntil: '2026-01-16', installments: [], description: 'À vista' }];
const agreement = {
  id: 'a1',
  madeOn: '2026-01-02',
  debtIds: SAMPLE_CASE.debts.map(({ id }) => id),
  originalTotal: 10_000,
  total: 10_000,
  installments: [{ number: 1, dueDate: '2026-01-20', amount: 5_000 }],
  status: 'active' as const,
};

describe('the first text of a new message', () => {
  it.each(MESSAGE_PURPOSES.flatMap((purpose) => CHANNELS.map((channel) => [purpose, channel] as const)))(
    'of purpose %s may leave by %s as it is',
    (purpose, channel) => {
      const subject = purpose === 'agreement' ? { ...SAMPLE_CASE, agreements: [agreement] } : SAMPLE_CASE;
      const charges = chargesFor(collectibleDebts(subject, ON, 5), subject.debtor, SAMPLE_SETTINGS.policies, ON);
      const { findings, text } = composeMessage({
        texts: defaultMessageTexts(purpose),
        purpose,
        asksForAnswer: false,
        channel,
        subject,
        settings: SAMPLE_SETTINGS,
        charges,
        ...(purpose === 'offer' ? { offers } : {}),
        on: ON,
      });
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(text.length).toBeGreaterThan(40);
    },
  );

  it.each(MESSAGE_PURPOSES.filter((purpose) => !collects(purpose)))('of purpose %s asks for no money', (purpose) => {
    const bodies = defaultMessageTexts(purpose).map(({ body }) => body);
    for (const body of bodies) expect(body).not.toMatch(/payment\.|amount\.|em aberto/);
  });

  it('of an offer shows it, of thanks thanks, of a survey asks', () => {
    const bodyOf = (purpose: Parameters<typeof defaultMessageTexts>[0]) => defaultMessageTexts(purpose)[0]!.body;
    expect(bodyOf('offer')).toContain('{{ offer.summary }}');
    expect(bodyOf('thanks')).toMatch(/obrigado/i);
    expect(bodyOf('survey')).toContain('?');
    expect(bodyOf('agreement')).toContain('agreement.installment');
  });
});
