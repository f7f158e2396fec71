import { CANCELLED_THERE, CONTESTED, note } from '../shape.ts';
import type { NoticeTable } from '../shape.ts';
import { PIX_SHAPE, PIX_TEST } from './pix.ts';

/**
 * Efí's Pix follows the Banco Central. Its slips are told by a token only; who asks with it gets the whole history, and the last entry is what holds.
 * Values in cents; statuses and fields by dev.efipay.com.br/docs/api-cobrancas/notificacoes.
 */
export const EFI: NoticeTable = {
  name: 'Efí',
  of: 'da Efí',
  shapes: [
    PIX_SHAPE,
    PIX_TEST,
    {
      from: 'notice',
      has: ['notification'],
      status: [],
      always: { kind: 'needs-lookup' },
      meanings: {},
      theirId: ['notification'],
      lookup: 'https://cobrancas.api.efipay.com.br/v1/notification/{id}',
    },
    {
      from: 'lookup',
      has: ['data'],
      each: 'data',
      lastOf: 'identifiers.charge_id',
      status: ['status.current'],
      meanings: {
        paid: { kind: 'paid' },
        // Marked by hand in Efí's panel.
        settled: { kind: 'paid' },
        refunded: { kind: 'reversed' },
        contested: CONTESTED,
        canceled: CANCELLED_THERE,
        expired: { kind: 'expired' },
        ...note('new', 'waiting', 'identified', 'approved', 'unpaid', 'link', 'up_to_date', 'active', 'inactive', 'finished'),
      },
      // A carnê or a subscription is no charge: what is paid are its parcels, which have a number each.
      theirId: ['identifiers.charge_id'],
      yourReference: ['custom_id'],
      unit: 'cents',
      amount: ['value'],
      paidOn: ['received_by_bank_at', 'created_at'],
    },
  ],
};
