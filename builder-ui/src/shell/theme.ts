import { create } from 'zustand';

export type ThemeChoice = 'light' | 'dark' | 'system';
const KEY = 'regua.theme';

export const useTheme = create<{ choice: ThemeChoice }>()(() => ({ choice: read() }));

function read(): ThemeChoice {
  try {
    const stored = localStorage.getItem(KEY);
    return stored === 'light' || stored === 'dark' ? stored : 'system';
  } catch {
    // Storage may be forbidden (a private window, a locked-down browser): the theme then follows the system.
    return 'system';
  }
}

const systemDark = window.matchMedia('(prefers-color-scheme: dark)');
systemDark.addEventListener('change', applyTheme);

export function applyTheme(): void {
  const { choice } = useTheme.getState();
  document.documentElement.dataset['theme'] = choice === 'system' ? (systemDark.matches ? 'dark' : 'light') : choice;
}

export function chooseTheme(choice: ThemeChoice): void {
  useTheme.setState({ choice });
  applyTheme();
  try {
    localStorage.setItem(KEY, choice);
  } catch {
    // As above: it holds for this visit.
  }
}
