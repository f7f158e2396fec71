import { chooseLanguage, LANGUAGES } from '../shell/language.ts';
import { useLanguage, useT } from '../strings/index.ts';

/** On the first page, where there is no menu yet. Each language is called by its own name. */
export function LanguageSwitch() {
  const t = useT();
  const current = useLanguage((state) => state.language);
  return (
    <div className="language-switch" role="group" aria-label={t.top.language}>
      {LANGUAGES.map(([language, name]) => (
        <button key={language} type="button" lang={language} aria-pressed={language === current} onClick={() => void chooseLanguage(language)}>
          {name}
        </button>
      ))}
    </div>
  );
}
