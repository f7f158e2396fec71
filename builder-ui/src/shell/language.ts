import { setLanguage, type Language } from '../strings/index.ts';

const KEY = 'regua.language';
export const LANGUAGES: readonly (readonly [language: Language, name: string])[] = [
  ['pt-BR', 'Português'],
  ['en', 'English'],
];

/** The language chosen on an earlier visit; Portuguese otherwise, since many here have their browser in English. */
export async function restoreLanguage(): Promise<void> {
  if (stored() === 'en') await setLanguage('en');
}

export async function chooseLanguage(language: Language): Promise<void> {
  await setLanguage(language);
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Storage is forbidden: it holds for this visit.
  }
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
