import type { Word } from './word.ts';

/** Words of greeting, announcing, thanking and closing: a clause of nothing else neither wrongs nor excuses. */
const COURTESY: ReadonlySet<string> = new Set(
  (
    'ola oi opa alo bom boa bons boas dia dias tarde noite tudo bem prezado prezada prezados caro cara caros estimado estimada querido querida senhor senhora seu dona cliente amigo amiga @ ' +
    'informamos informo informar comunicamos comunico comunicar avisamos aviso avisar lembramos lembro lembrar esclarecemos esclarecer ressaltamos ressaltar registramos notificamos reiteramos cumpre cabe serve servimos ' +
    'gostariamos gostaria queremos quero precisamos vimos venho viemos vem por meio desta deste mensagem presente contato de te lhe nos sobre que ' +
    'agradecemos agradeco agradecer agradecidos obrigado obrigada obrigados grato grata gratos compreensao atencao colaboracao cooperacao contamos conto com sua seu a o e as os ja desde antecipadamente pela pelo ' +
    'disposicao ficamos fico estamos estou qualquer duvida atenciosamente cordialmente abraco abracos saudacoes respeito todo toda carinho gentileza favor educadamente ' +
    'sentimos sinto muito lamentamos lamento infelizmente desculpe desculpem desculpa perdao mas porem pena entender entendemos esperamos espero esteja estejam aqui da do setor financeiro equipe departamento falamos falo em nome conforme conversado combinado $ ?'
  ).split(' '),
);
/** After these the announcement is over and what is announced begins. */
const HANDS_OVER: ReadonlySet<string> = new Set(['que', 'mas', 'porem']);
/** Begin a condition, which takes nothing back of what follows from it. */
const CONDITIONS: ReadonlySet<string> = new Set(['caso', 'sem']);
/** Fewer words are no statement. */
const LEAST = 3;

/**
 * A sentence without what courtesy puts before and after its statement, nor its condition: a threat is no gentler behind "informamos que",
 * before "agradecemos a compreensão" or after "caso não haja pagamento". The sentence itself when nothing is left over or nothing goes.
 */
export function withoutCourtesy(sentence: readonly Word[]): readonly Word[] {
  const last = sentence.length - 1;
  const clauses = [...sentence.keys()].filter((at) => at > 0 && at < last && sentence[at]!.opens);
  let from = 0;
  for (let at = 0; at < last;) {
    const word = sentence[at]!.text;
    if (CONDITIONS.has(word) && (at === from || sentence[at]!.opens)) {
      const next = clauses.find((clause) => clause > at);
      if (next === undefined) break;
      from = at = next;
    } else if (COURTESY.has(word)) {
      at += 1;
      if (HANDS_OVER.has(word) || sentence[at]!.opens) from = at;
    } else break;
  }
  let to = last;
  for (let at = last - 1; at > from && COURTESY.has(sentence[at]!.text); at--) if (sentence[at]!.opens) to = at;
  return to - from < LEAST || (from === 0 && to === last) ? sentence : [...sentence.slice(from, to), sentence[last]!];
}
