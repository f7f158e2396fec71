import { copySelection, cutSelection, pasteFromEvent } from '../document/clipboard.ts';
import { redo, undo } from '../document/store.ts';
import { saveVersionNow } from '../document/versions.ts';
import { walkFindings } from '../findings/walk.ts';
import { openDialog, useView } from './view.ts';

/** Shortcuts that hold everywhere. Fields keep the browser's own undo, copy and paste. */
export function listenToShortcuts(): () => void {
  const onKey = (event: KeyboardEvent): void => {
    const command = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (command && key === 'k') {
      event.preventDefault();
      openDialog('search');
      return;
    }
    if (useView.getState().dialog !== null) return;
    if (event.key === 'F8') {
      event.preventDefault();
      walkFindings(event.shiftKey ? -1 : 1);
      return;
    }
    if (command && key === 's') {
      event.preventDefault();
      void saveVersionNow();
      return;
    }
    if (isTyping(event)) return;
    if (command && key === 'z') {
      event.preventDefault();
      if (event.shiftKey) redo();
      else undo();
    } else if (command && key === 'y') {
      event.preventDefault();
      redo();
    } else if (event.key === '?' && !command) {
      event.preventDefault();
      openDialog('shortcuts');
    }
  };
  const onCopy = (event: ClipboardEvent): void => {
    if (!isTyping(event) && useView.getState().dialog === null && !hasTextSelected()) copySelection(event);
  };
  const onCut = (event: ClipboardEvent): void => {
    if (!isTyping(event) && useView.getState().dialog === null && !hasTextSelected()) cutSelection(event);
  };
  const onPaste = (event: ClipboardEvent): void => {
    if (!isTyping(event) && useView.getState().dialog === null) pasteFromEvent(event);
  };
  window.addEventListener('keydown', onKey);
  document.addEventListener('copy', onCopy);
  document.addEventListener('cut', onCut);
  document.addEventListener('paste', onPaste);
  return () => {
    window.removeEventListener('keydown', onKey);
    document.removeEventListener('copy', onCopy);
    document.removeEventListener('cut', onCut);
    document.removeEventListener('paste', onPaste);
  };
}

/** Also inside a shadow root, where the event's target is only the host. */
function isTyping(event: Event): boolean {
  const target = event.composedPath()[0];
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target instanceof HTMLTextAreaElement ||
      target instanceof HTMLSelectElement ||
      (target instanceof HTMLInputElement && !['checkbox', 'radio', 'range', 'button'].includes(target.type)))
  );
}

const hasTextSelected = (): boolean => !(window.getSelection()?.isCollapsed ?? true);
