import { join } from 'node:path';
import type { CadenceSettings } from '../../core/cadence/settings.ts';
import type { Case } from '../../core/case/index.ts';
import { zip } from '../../core/documents/index.ts';
import { filingPackage } from '../../core/small-claims/index.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { manualFiling, rehearsalFiling } from '../../providers/smallclaims/index.ts';
import { chargesOf } from '../shared/case-summary.ts';
import { reguaFolder } from '../shared/ledger-folder.ts';
import type { Moment } from '../shared/today.ts';

/** The documents for the court as one ZIP, always made anew from the ledger, and put where a person finds them, save in a rehearsal. */
export async function writePackage(
  filingId: string,
  subject: Case,
  settings: CadenceSettings,
  { today: on, kind }: Moment,
  ledger: Ledger,
): Promise<{ readonly file: string | null; readonly bytes: Uint8Array }> {
  const files = await filingPackage({
    subject,
    settings,
    charges: chargesOf(subject, settings.policies, on),
    contents: await ledger.contents(subject.id),
    on,
  });
  const bytes = zip(files, on);
  const filing = kind === 'rehearsal' ? rehearsalFiling() : manualFiling({ folder: join(reguaFolder(), 'juizado') });
  const { file } = await filing.submit({ filingId, zip: bytes });
  return { file, bytes };
}
