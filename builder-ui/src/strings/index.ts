import { create } from 'zustand';
import { ptBR, type Strings } from './pt-BR/index.ts';

export type Language = 'pt-BR' | 'en';

export const useLanguage = create<{ language: Language; strings: Strings }>()(() => ({ language: 'pt-BR', strings: ptBR }));

/** The words of the surface, for components. */
export const useT = (): Strings => useLanguage((state) => state.strings);

/** The same, outside of components. */
export const t = (): Strings => useLanguage.getState().strings;

/** English is only fetched by who asks for it. */
export async function setLanguage(language: Language): Promise<void> {
  const strings = language === 'en' ? (await import('./en/index.ts')).en : ptBR;
  useLanguage.setState({ language, strings });
  document.documentElement.lang = language;
}
