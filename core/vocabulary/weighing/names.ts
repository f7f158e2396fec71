import { kindOf } from './kinds.ts';
import type { Word } from './word.ts';
import { stemOf } from './stem.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** A capitalised word after these is a person's name, unless it is an insult ("Sr. Caloteiro"). */
const TITLES = words('sr sra senhor senhora dr dra dona doutor doutora prof profa professor professora ola oi caro cara prezado prezada');
/** A capitalised word after these is what a place or company is called, insult or not ("Bar do Caloteiro", "Rua da Cadeia"). */
const PLACES = words(
  'rua avenida av travessa praca alameda largo rodovia bairro vila jardim edificio residencial condominio bar padaria loja lojas pousada hotel academia clinica oficina pizzaria restaurante lanchonete escola colegio creche faculdade farmacia mercado mercearia supermercado salao barbearia atelier studio estudio pet shop pecas papelaria livraria otica cartorio banda transportes advocacia igreja',
);
/** Stand between the parts of a name. */
const LINKS = words('de da do das dos e a o');
/** What a name is weighed as: which one it is says nothing. */
export const NAME = '@';

/**
 * True when a word is part of a proper name, so that "Sr. Guerra" and "Rua da Cadeia" say nothing of war or prison: capitalised in the
 * original, and right after a title, a kind of place, or another part of the name.
 */
export function isProperName(word: string, before: readonly Word[], original: () => string): boolean {
  let at = before.length - 1;
  while (at >= 0 && before.length - at <= 2 && LINKS.has(before[at]!.text)) at -= 1;
  const cue = before[at]?.text;
  if (cue === undefined || !(cue === NAME || PLACES.has(cue) || (TITLES.has(cue) && !isHard(word)))) return false;
  return /^\p{Lu}[\p{Ll}'’]+$/u.test(original());
}

const isHard = (word: string): boolean => ['insult', 'curse', 'group'].includes(kindOf(stemOf(word)) ?? '');
