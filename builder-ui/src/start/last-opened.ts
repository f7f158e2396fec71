const KEY = 'regua.last';

export function lastOpenedId(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    // Storage forbidden: each visit begins at the gallery.
    return null;
  }
}

export function rememberOpened(id: string | null): void {
  try {
    if (id === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, id);
  } catch {
    // As above.
  }
}
