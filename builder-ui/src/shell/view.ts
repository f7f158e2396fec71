import { create } from 'zustand';

export type View = 'ruler' | 'list' | 'simulation';
export type DialogName =
  'gallery' | 'publish' | 'settings' | 'search' | 'shortcuts' | 'versions' | 'share' | 'picture' | 'fromN8n' | 'live' | 'importReport' | null;

interface ViewState {
  readonly view: View;
  readonly dialog: DialogName;
  /** Which tab of the rules dialog opens. */
  readonly settingsTab: string;
  readonly findingsOpen: boolean;
  /** Phone: the sheet with the details. */
  readonly inspectorOpen: boolean;
}

export const useView = create<ViewState>()(() => ({ view: 'ruler', dialog: null, settingsTab: 'creditor', findingsOpen: false, inspectorOpen: false }));

export const openDialog = (dialog: DialogName): void => useView.setState({ dialog });
export const closeDialog = (): void => useView.setState({ dialog: null });
export const openSettings = (settingsTab: string): void => useView.setState({ dialog: 'settings', settingsTab });
export const showView = (view: View): void => useView.setState({ view });
