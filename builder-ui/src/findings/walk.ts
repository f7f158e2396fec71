import type { Finding } from '../../../core/cadence/findings/finding.ts';
import { focusItem, revealItem } from '../canvas/focus-item.ts';
import { itemOf } from '../document/items.ts';
import { currentDocument, edit, select } from '../document/store.ts';
import { announce } from '../parts/announcer.ts';
import { showToast } from '../parts/toasts.ts';
import { openSettings, useView } from '../shell/view.ts';
import { t } from '../strings/index.ts';
import { useFindings } from './marks.ts';

let position = -1;

/** One key leads from finding to finding: opens the list, goes to the place and reads it out. */
export function walkFindings(delta: 1 | -1): void {
  const { findings } = useFindings.getState();
  if (findings.length === 0) {
    announce(t().findings.none);
    useView.setState({ findingsOpen: true });
    return;
  }
  position = (position + delta + findings.length) % findings.length;
  useView.setState({ findingsOpen: true });
  const finding = findings[position]!;
  announce(t().findings.nth(position + 1, findings.length, t().says.finding(finding)));
  showFinding(finding, { stayInList: true });
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-finding="${position}"]`)?.focus());
}

/** Leads to where the finding is: a card on the ruler, or a page of the rules. */
export function showFinding({ where }: Finding, options: { stayInList?: boolean } = {}): void {
  const id = where.blockId ?? where.stepId ?? where.trackId;
  const item = itemOf(currentDocument(), id);
  if (item) {
    if (item.type === 'reaction') {
      if (!options.stayInList) openSettings('events');
      else select([item.id]);
    } else if (options.stayInList || item.type === 'track') {
      select([item.id], item.type === 'track' ? null : item.id);
      if (item.type !== 'track') revealItem(item.id);
    } else focusItem(item.id);
    return;
  }
  if (!options.stayInList) openSettings(tabOf(where));
}

function tabOf(where: Finding['where']): string {
  if (where.tierId !== undefined) return 'tiers';
  if (where.event !== undefined) return 'events';
  const field = where.field ?? '';
  if (field.startsWith('creditor')) return 'creditor';
  if (field.startsWith('tiers')) return 'tiers';
  if (field.includes('windows')) return 'hours';
  if (field.includes('offers')) return 'offers';
  if (field.includes('contract')) return 'charges';
  if (field.includes('bureau') || field.includes('smallClaims')) return 'formal';
  if (field.includes('vocabulary')) return 'words';
  if (field.includes('frequency') || field.includes('channels')) return 'limits';
  return 'creditor';
}

export function applyFix(finding: Finding): void {
  if (!finding.fix) return;
  const name = t().says.fix(finding, currentDocument());
  if (edit(finding.fix.operation, { silent: true })) showToast({ text: t().findings.fixed(name), tone: 'good' });
}
