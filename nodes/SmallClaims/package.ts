import { join } from 'node:path';
import type { CadenceSettings } from '../../core/cadence/settings.ts';
import type { Case } from '../../core/case/index.ts';
import type { CivilDate } from '../../core/civil-date.ts';
import { zip } from '../../core/documents/index.ts';
import { filingPackage } from '../../core/small-claims/index.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { manualFiling } from '../../providers/smallclaims/index.ts';
import { chargesOf } from '../shared/case-summary.ts';
import { reguaFolder } from '../shared/ledger-folder.ts';

/** The documents for the court as one ZIP, always made anew from the ledger, and put where a person finds them. */
export async function writePackage(
  filingId: string,
  subject: Case,
  settings: CadenceSettings,
  on: CivilDate,
  ledger: Ledger,
): Promise<{ readonly file: string; readonly bytes: Uint8Array }> {
  const files = await filingPackage({
    subject,
    settings,
    charges: chargesOf(subject, settings.policies, on),
    contents: await ledger.contents(subject.id),
    on,
  });
  const bytes = zip(files, on);
  const { file } = await manualFiling({ folder: join(reguaFolder(), 'juizado') }).submit({ filingId, zip: bytes });
  return { file, bytes };
}
