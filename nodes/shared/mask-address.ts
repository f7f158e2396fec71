import type { Channel } from '../../core/case/index.ts';
import { maskEmail, maskPhone } from '../../core/identity/index.ts';

/** Where a message goes, as it may be shown in n8n's execution record. */
export function maskAddress(channel: Channel, address: string): string {
  if (channel === 'email') return maskEmail(address);
  if (channel === 'letter') return `${address.slice(0, 12)}…`;
  return maskPhone(address);
}
