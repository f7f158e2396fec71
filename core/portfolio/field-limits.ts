import type { TextKind } from '../limits.ts';
import { TEXT_LIMITS } from '../limits.ts';
import type { PortfolioField } from './fields.ts';

/** What is not named here is a word. */
const KINDS: Readonly<Partial<Record<PortfolioField, TextKind>>> = {
  name: 'name',
  customerCode: 'reference',
  debtNumber: 'reference',
  description: 'description',
  paymentCode: 'paymentCode',
  email: 'contacts',
  otherEmail: 'contacts',
  mobile: 'contacts',
  whatsapp: 'contacts',
  phone: 'contacts',
  otherPhone: 'contacts',
  street: 'line',
  complement: 'line',
  district: 'line',
  city: 'line',
};

/** The longest text that a cell of this field may hold. */
export const limitOf = (field: PortfolioField): number => TEXT_LIMITS[KINDS[field] ?? 'word'];
