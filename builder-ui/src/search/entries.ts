import type { CadenceDocument } from '../../../core/cadence/document.ts';
import { dayLabel } from '../../../core/cadence/labels.ts';
import { focusItem } from '../canvas/focus-item.ts';
import { describeBlock } from '../document/describe-block.ts';
import { redo, select, undo } from '../document/store.ts';
import { saveVersionNow } from '../document/versions.ts';
import { chooseFile } from '../files/choose-file.ts';
import { copyForN8n, downloadCadence, downloadWorkflow } from '../files/export.ts';
import { walkFindings } from '../findings/walk.ts';
import { openDialog, openSettings, showView, useView } from '../shell/view.ts';
import { t } from '../strings/index.ts';

export interface SearchEntry {
  readonly key: string;
  readonly kind: 'step' | 'block' | 'track' | 'action' | 'rule';
  readonly title: string;
  readonly detail?: string;
  /** What is searched: without accents, lower case, with the whole text of messages. */
  readonly folded: string;
  readonly run: () => void;
}

export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}

export function entriesFor(document: CadenceDocument): SearchEntry[] {
  const words = t();
  const entries: SearchEntry[] = [];
  const add = (entry: Omit<SearchEntry, 'folded'>, more = ''): void =>
    void entries.push({ ...entry, folded: fold(`${entry.title} ${entry.detail ?? ''} ${more}`) });
  const goTo = (id: string): void => {
    if (useView.getState().view === 'simulation') showView('ruler');
    requestAnimationFrame(() => focusItem(id));
  };
  for (const track of document.tracks) {
    add({ key: track.id, kind: 'track', title: track.name, run: () => select([track.id], null) });
    for (const step of track.steps) {
      add({ key: step.id, kind: 'step', title: `${dayLabel(step.day)} ${step.name}`, detail: track.name, run: () => goTo(step.id) });
      for (const block of step.blocks) {
        const { title, detail } = describeBlock(block, document, words);
        const texts =
          block.kind === 'message'
            ? block.texts.map((text) => `${text.subject ?? ''} ${text.body}`).join(' ')
            : block.kind === 'humanTask'
              ? block.instructions
              : '';
        add({ key: block.id, kind: 'block', title, detail: `${dayLabel(step.day)} · ${detail}`, run: () => goTo(block.id) }, texts);
      }
    }
  }
  const actions: readonly (readonly [title: string, run: () => void])[] = [
    [words.top.publish, () => openDialog('publish')],
    [words.top.viewRuler, () => showView('ruler')],
    [words.top.viewList, () => showView('list')],
    [words.top.viewSimulation, () => showView('simulation')],
    [words.top.templates, () => openDialog('gallery')],
    [words.history.undo, undo],
    [words.history.redo, redo],
    [words.findings.next, () => walkFindings(1)],
    [words.versions.save, () => void saveVersionNow()],
    [words.files.open, chooseFile],
    [words.files.fromN8n, () => openDialog('fromN8n')],
    [words.files.downloadCadence, downloadCadence],
    [words.files.downloadWorkflow, () => void downloadWorkflow()],
    [words.files.copyWorkflow, () => void copyForN8n()],
    [words.files.versions, () => openDialog('versions')],
    [words.files.share, () => openDialog('share')],
    [words.files.picture, () => openDialog('picture')],
    [words.top.help, () => openDialog('shortcuts')],
  ];
  for (const [title, run] of actions) add({ key: `action:${title}`, kind: 'action', title, run });
  for (const [tab, title] of Object.entries(words.settings.tabs))
    add({ key: `rule:${tab}`, kind: 'rule', title, detail: words.settings.title, run: () => openSettings(tab) });
  return entries;
}
