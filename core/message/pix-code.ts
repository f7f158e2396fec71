import type { Creditor } from '../cadence/policies.ts';
import { buildPixBrCode } from '../identity/index.ts';
import type { Cents } from '../money.ts';

/**
 * Copia e cola for what a case owes today, from the creditor's own key; undefined when the creditor has no usable key. The case's id goes along
 * as txid (letters and digits, 25 at most), so that the payment is recognised.
 */
export function pixCodeFor(creditor: Pick<Creditor, 'pixKey' | 'name' | 'city' | 'uf'>, caseId: string, amount: Cents): string | undefined {
  if (creditor.pixKey === '' || creditor.name === '' || amount <= 0) return undefined;
  const txid = caseId.replace(/[^A-Za-z0-9]/g, '').slice(0, 25);
  try {
    return buildPixBrCode({
      key: creditor.pixKey,
      amount,
      merchantName: creditor.name,
      merchantCity: creditor.city || creditor.uf,
      txid: txid === '' ? undefined : txid,
    });
  } catch {
    // A wrong key is a finding of the cadence; a message goes out with its other ways to pay.
    return undefined;
  }
}
