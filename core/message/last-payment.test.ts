import { expect, test } from 'vitest';
import { caseOf, debt } from '../testing/case-builder.ts';
import { SAMPLE_SETTINGS, sampleCharges } from './sample-case.ts';
import { messageValues } from './values.ts';

test('one payment that went to two debts is thanked for as one sum', () => {
  const payment = { date: '2026-03-20', reference: 'pix-1' };
  const subject = caseOf({
    debts: [
      debt({
        status: 'paid',
        payments: [
          { date: '2026-03-10', amount: 500, reference: 'pix-0' },
          { ...payment, amount: 9_700 },
        ],
      }),
      debt({ id: 'd2', payments: [{ ...payment, amount: 300 }] }),
    ],
  });
  const values = messageValues({ subject, settings: SAMPLE_SETTINGS, charges: sampleCharges(subject, '2026-03-20'), channel: 'sms', on: '2026-03-20' });
  expect(values['lastPayment']).toEqual({ amount: 'R$ 100,00', date: '20/03/2026' });
});

test('who paid too much reads what they paid, and how much of it comes back', () => {
  const subject = caseOf({ debts: [debt({ status: 'paid', payments: [{ date: '2026-03-20', amount: 10_320, reference: 'pix-1' }] })] });
  const received = { amount: 90_000, excess: 79_680 };
  const values = messageValues({
    subject,
    settings: SAMPLE_SETTINGS,
    charges: sampleCharges(subject, '2026-03-20'),
    channel: 'sms',
    on: '2026-03-20',
    received,
  });
  expect(values['lastPayment']).toEqual({ amount: 'R$ 900,00', excess: 'R$ 796,80', date: '20/03/2026' });
});
