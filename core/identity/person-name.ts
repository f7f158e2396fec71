/** A name as a table has it, and what of it is not a name. */
export interface ReadName {
  readonly name: string;
  /** Why nobody may be written to by this name, in Portuguese. */
  readonly refusal?: string;
  /** What was changed, in Portuguese. */
  readonly note?: string;
}

const DECEASED = /\b(?:falecid[oa]|f[ao]leceu|[óo]bito)\b|^esp[óo]lio\b/iu;
const NOBODY =
  /^(?:consumidor(?:\s+final)?|cliente(?:\s+(?:padr[ãa]o|balc[ãa]o|avulso|diversos?|gen[ée]rico))?|n[ãa]o\s+(?:informado|identificado)|diversos|teste|sem\s+nome|a\s+definir)$/iu;
/** A client's code before the name, as `4711 - MARIA`, or after it, as `MARIA (4711)`. */
const CODE_BEFORE = /^\s*(?:#?\d[\d./]*\s*[-–—:|]\s*|\(\d+\)\s*|\[\d+\]\s*)(?=\p{L})/u;
/** A code with nothing between it and the name: only a person has none in the name itself (`123 Milhas`). */
const BARE_CODE_BEFORE = /^\s*\d{3,}\s+(?=\p{L})/u;
const CODE_AFTER = /\s*(?:[-–—|]\s*\d{3,}|[([]\s*(?:c[óo]d(?:igo)?\.?\s*)?\d+\s*[)\]])\s*$/iu;

/**
 * `4711 - MARIA SOUZA` → `MARIA SOUZA`; `SOUZA, MARIA` → `MARIA SOUZA`. Never throws.
 * @param kind whose name it is: a company's is not turned around (`Souza, Lima e Associados`), nor does it lose a number it begins with (`1001 Festas`)
 */
export function readName(text: string, kind: 'person' | 'company' = 'person'): ReadName {
  const given = text.replace(/\s+/g, ' ').trim();
  if (DECEASED.test(given))
    return { name: given, refusal: 'O nome diz que a pessoa faleceu. Nenhuma régua fala com a família: trate o caso com uma pessoa, pelo espólio.' };
  if (NOBODY.test(given)) return { name: given, refusal: `"${given}" não é o nome de uma pessoa: preencha o cadastro com o nome de quem deve.` };
  const person = kind === 'person';
  const uncoded = given.replace(CODE_BEFORE, '');
  const plain = (person ? uncoded.replace(BARE_CODE_BEFORE, '') : uncoded).replace(CODE_AFTER, '').trim();
  const turned = person ? /^([\p{L}'’ -]+), ([\p{L}'’ -]+)$/u.exec(plain) : null;
  const name = turned && !/\b(?:ltda|s\.?a\.?|me|epp|eireli|cia)\b/iu.test(plain) ? `${turned[2]!} ${turned[1]!}` : plain;
  return name === given || name === '' ? { name: given } : { name, note: `O nome veio como "${given}"; fiquei com "${name}".` };
}

const TITLES = new Set([
  'sr',
  'sra',
  'srta',
  'dr',
  'dra',
  'prof',
  'profa',
  'eng',
  'enga',
  'adv',
  'dona',
  'seu',
  'd',
  'pe',
  'pr',
  'ir',
  'exmo',
  'exma',
  'ilmo',
  'ilma',
  'doutor',
  'doutora',
  'senhor',
  'senhora',
]);

/** What one calls a person by: the first word that is neither a title nor a code nor an initial. `Dra. Ana Lima` → `Ana`. */
export function firstNameOf(name: string): string {
  const words = readName(name)
    .name.split(' ')
    .filter((word) => word !== '');
  const isTitle = (word: string): boolean =>
    TITLES.has(
      word
        .toLowerCase()
        .normalize('NFD')
        .replace(/\p{M}|[.ªº]|\(a\)/gu, ''),
    );
  const called = words.filter((word, index) => !(isTitle(word) && index < words.length - 1) && /\p{L}/u.test(word));
  return called.find((word) => word.replace(/[^\p{L}]/gu, '').length > 1) ?? called[0] ?? name;
}
