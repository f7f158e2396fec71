import type { NoticeProvider } from '../notice.ts';
import type { NoticeTable } from '../shape.ts';
import { ASAAS } from './asaas.ts';
import { CORA } from './cora.ts';
import { EFI } from './efi.ts';
import { INTER } from './inter.ts';
import { IUGU } from './iugu.ts';
import { MERCADO_PAGO } from './mercadopago.ts';
import { PAGARME } from './pagarme.ts';
import { PIX } from './pix.ts';
import { WOOVI } from './woovi.ts';

export const NOTICE_TABLES: Readonly<Record<NoticeProvider, NoticeTable>> = {
  asaas: ASAAS,
  cora: CORA,
  efi: EFI,
  inter: INTER,
  iugu: IUGU,
  mercadopago: MERCADO_PAGO,
  pagarme: PAGARME,
  pix: PIX,
  woovi: WOOVI,
};
