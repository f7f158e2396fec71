/** What a form of a verb can be, as far as refusing a wording needs it. */
export type VerbForm = 'inf' | 'me' | 'fut' | 'part' | 'ger' | 'imp' | 'they';

const THEMES = { ar: { part: 'ad', subjunctive: 'e', present: 'a', past: ['ei', 'ou', 'aram'] }, er: { part: 'id', subjunctive: 'a', present: 'e', past: ['i', 'eu', 'eram'] }, ir: { part: 'id', subjunctive: 'a', present: 'e', past: ['i', 'iu', 'iram'] } } as const;

/**
 * The forms of a regular verb without accents: `me` is first person (present, past, future), `they` third person present or past, `fut` third
 * person future, `imp` orders. Spelling changes (ligar → ligue, marcar → marque) are made; irregular verbs belong in the lexicon as words.
 */
export function conjugate(infinitive: string): readonly (readonly [word: string, form: VerbForm])[] {
  const theme = infinitive.slice(-2) as keyof typeof THEMES;
  const stem = infinitive.slice(0, -2);
  const { part, subjunctive, present, past } = THEMES[theme];
  const vowel = theme[0]!;
  const soft = theme === 'ar' ? stem.replace(/c$/, 'qu').replace(/g$/, 'gu') : stem.replace(/gu$/, 'g').replace(/g$/, 'j');
  const forms: [string, VerbForm][] = [];
  const add = (form: VerbForm, ...words: string[]) => forms.push(...words.map((word): [string, VerbForm] => [word, form]));
  add('inf', infinitive, `${infinitive}mos`, `${infinitive}em`);
  add('me', `${stem}o`, `${stem}${vowel}mos`, `${infinitive}ei`, `${infinitive}emos`, theme === 'ar' ? `${soft}ei` : `${stem}${past[0]}`);
  add('fut', `${infinitive}a`, `${infinitive}ao`, `${infinitive}ia`, `${infinitive}iam`);
  add('part', ...['o', 'a', 'os', 'as'].map((end) => `${stem}${part}${end}`));
  add('ger', `${stem}${vowel}ndo`);
  add('imp', `${soft}${subjunctive}`, `${soft}${subjunctive}m`, `${soft}${subjunctive}mos`);
  add('they', `${stem}${present}`, `${stem}${present}m`, `${stem}${past[1]}`, `${stem}${past[2]}`);
  return forms;
}
