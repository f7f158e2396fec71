import { CANCELLED_THERE, note } from '../shape.ts';
import type { NoticeTable } from '../shape.ts';

/**
 * developers.cora.com.br: a post without a body and without a signature; all of it stands in the headers, and who it is about has to be asked for. The answer's
 * fields follow the invoice of the API v2, in cents.
 */
export const CORA: NoticeTable = {
  name: 'Cora',
  of: 'da Cora',
  shapes: [
    {
      from: 'notice',
      has: ['@webhook-event-type'],
      status: ['@webhook-event-type'],
      meanings: {
        'invoice.paid': { kind: 'needs-lookup' },
        'invoice.canceled': { kind: 'needs-lookup' },
        ...note('invoice.created', 'invoice.drafted', 'invoice.overdue'),
      },
      event: ['@webhook-event-id'],
      theirId: ['@webhook-resource-id'],
      lookup: 'https://matls-clients.api.cora.com.br/v2/invoices/{id}',
    },
    {
      from: 'lookup',
      has: ['id', 'status'],
      status: ['status'],
      meanings: {
        PAID: { kind: 'paid' },
        CANCELLED: CANCELLED_THERE,
        ...note('DRAFT', 'INITIATED', 'RECURRENCE_DRAFT', 'OPEN', 'LATE', 'IN_PAYMENT'),
      },
      theirId: ['id'],
      yourReference: ['code'],
      unit: 'cents',
      amount: ['total_paid'],
      paidOn: ['occurrence_date'],
    },
  ],
};
