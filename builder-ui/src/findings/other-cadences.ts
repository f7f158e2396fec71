import type { CadenceDocument } from '../../../core/cadence/document.ts';
import { readCadence } from '../../../core/cadence/parse.ts';
import { listDrafts } from '../document/storage.ts';

/** Reading every draft costs; which others there are can only matter anew when this cadence is another or names another portfolio. */
let asked: { readonly key: string; readonly others: Promise<readonly CadenceDocument[]> } | undefined;

/** The other cadences of this browser; none when it keeps none. */
export function otherCadences({ id, portfolio }: CadenceDocument): Promise<readonly CadenceDocument[]> {
  const key = `${id} ${portfolio}`;
  if (asked?.key !== key) asked = { key, others: readOthers(id) };
  return asked.others;
}

async function readOthers(id: string): Promise<readonly CadenceDocument[]> {
  try {
    return (await listDrafts()).flatMap(({ document }) => {
      const read = readCadence(document);
      return read.ok && read.document.id !== id ? [read.document] : [];
    });
  } catch {
    // Without storage there are no drafts to be in one another's way.
    return [];
  }
}
