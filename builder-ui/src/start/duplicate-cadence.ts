import { creditorSchema } from '../../../core/cadence/policies.ts';
import { currentDocument } from '../document/store.ts';
import { showToast } from '../parts/toasts.ts';
import { openSettings } from '../shell/view.ts';
import { t } from '../strings/index.ts';
import { openCadence, withOwnId } from './open-cadence.ts';

/** The same steps and texts for another creditor: own id, own portfolio, and nobody's name on the letters until it is written. */
export async function duplicateCadence(): Promise<void> {
  const copy = withOwnId({ ...currentDocument(), creditor: creditorSchema.parse({}) });
  await openCadence(copy);
  openSettings('creditor');
  showToast({ text: t().ownPortfolio.duplicated(copy.portfolio), tone: 'info' });
}
