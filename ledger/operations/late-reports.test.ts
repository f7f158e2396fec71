import { describe, expect, it } from 'vitest';
import { advance } from './advance-contact.ts';
import type { Row } from '../schema/database.ts';

const row = (change: Partial<Row<'contacts'>>): Row<'contacts'> =>
  ({ status: 'sent', delivered_at: null, answered_at: null, provider_message_id: 'm1', error: null, ...change }) as Row<'contacts'>;

describe('a report that comes late', () => {
  it('of a failure changes nothing of a contact that was delivered', () => {
    const delivered = row({ status: 'delivered', delivered_at: '2026-03-10T13:00:00Z' });
    expect(advance(delivered, { status: 'failed', at: '2026-03-10T14:00:00Z', error: 'número inexistente' })).toBe(delivered);
  });

  it('keeps the error that is already told', () => {
    const failed = row({ status: 'failed', error: 'número inexistente' });
    expect(advance(failed, { status: 'sent', at: '2026-03-10T14:00:00Z' }).error).toBe('número inexistente');
  });

  it('of a failure is taken while nothing else is known', () => {
    expect(advance(row({}), { status: 'failed', at: '2026-03-10T14:00:00Z', error: 'caixa cheia' })).toMatchObject({
      status: 'failed',
      error: 'caixa cheia',
      delivered_at: null,
    });
  });
});
