/** How people shorten words when they write on a telephone, by whole words. */
const SHORT: Readonly<Record<string, string>> = {
  vc: 'voce',
  vcs: 'voces',
  ce: 'voce',
  n: 'nao',
  nn: 'nao',
  naum: 'nao',
  num: 'nao',
  q: 'que',
  oq: 'o que',
  pq: 'porque',
  tb: 'tambem',
  tbm: 'tambem',
  hj: 'hoje',
  amnh: 'amanha',
  amn: 'amanha',
  dps: 'depois',
  qdo: 'quando',
  qnd: 'quando',
  qto: 'quanto',
  qnto: 'quanto',
  pgto: 'pagamento',
  pagto: 'pagamento',
  pgt: 'pagamento',
  pg: 'paguei',
  pgo: 'pago',
  to: 'estou',
  tou: 'estou',
  tô: 'estou',
  ta: 'esta',
  tava: 'estava',
  tive: 'tive',
  pra: 'para',
  pro: 'para o',
  p: 'para',
  msg: 'mensagem',
  msgs: 'mensagens',
  obg: 'obrigado',
  obgd: 'obrigado',
  obrigadu: 'obrigado',
  vlw: 'valeu',
  blz: 'beleza',
  blza: 'beleza',
  bele: 'beleza',
  fds: 'fim de semana',
  seg: 'segunda',
  ter: 'terca',
  qua: 'quarta',
  qui: 'quinta',
  sex: 'sexta',
  sab: 'sabado',
  dom: 'domingo',
  din: 'dinheiro',
  grana: 'dinheiro',
  num_: 'numero',
  tel: 'telefone',
  cel: 'celular',
  fone: 'telefone',
  zap: 'whatsapp',
  ngm: 'ninguem',
  mto: 'muito',
  mt: 'muito',
  agr: 'agora',
  kd: 'cade',
  cmg: 'comigo',
  ctg: 'contigo',
  td: 'tudo',
  mes: 'mes',
  reias: 'reais',
  conto: 'reais',
  contos: 'reais',
  pila: 'reais',
  pilas: 'reais',
  mil: 'mil',
};

/** A reply as it is compared, and how to find its words in what was written. */
export interface FoldedReply {
  readonly text: string;
  /** The words of the reply itself behind a part of `text`, from its first character to the one after its last. */
  readonly original: (from: number, to: number) => string;
}

/**
 * No accents, lower case, telephone's short forms written out, letters repeated for effect once, one space between words. Digits keep `/`, `,` and `.`
 * between them, and a question keeps its mark.
 */
export function foldReply(reply: string): FoldedReply {
  let text = '';
  const words: { readonly at: number; readonly from: number; readonly to: number }[] = [];
  for (const match of reply.matchAll(/\S+/g)) {
    for (const word of foldWord(match[0])) {
      words.push({ at: text.length, from: match.index, to: match.index + match[0].length });
      text += `${word} `;
    }
  }
  const original = (from: number, to: number): string => {
    const touched = words.filter(({ at }, index) => at < to && (words[index + 1]?.at ?? Infinity) > from);
    return touched.length === 0 ? '' : reply.slice(touched[0]!.from, touched.at(-1)!.to);
  };
  return { text: text.trimEnd(), original };
}

function foldWord(word: string): string[] {
  return word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/(\p{L})\1{2,}/gu, '$1')
    .replace(/(\d)[ªº]/gu, '$1a')
    .replace(/r\$/g, 'r$ ')
    .replace(/[^a-z0-9$?/,.%: ]+/g, ' ')
    .replace(/(?<!\d)[/,.:]|[/,.:](?!\d)/g, ' ')
    .replace(/\?/g, ' ? ')
    .split(/\s+/)
    .filter((part) => part !== '')
    .flatMap((part) => (Object.hasOwn(SHORT, part) ? SHORT[part]!.split(' ') : [part]));
}
