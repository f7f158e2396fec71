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
  pgo: 'pago',
  to: 'estou',
  tou: 'estou',
  ta: 'esta',
  tava: 'estava',
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
  qua: 'quarta',
  qui: 'quinta',
  sex: 'sexta',
  sab: 'sabado',
  dom: 'domingo',
  din: 'dinheiro',
  grana: 'dinheiro',
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
  reias: 'reais',
  conto: 'reais',
  contos: 'reais',
  pila: 'reais',
  pilas: 'reais',
};

/** "pg" is every form of the verb: what stands beside it says which. */
const BEFORE_TO_PAY = new Set(['vou', 'vo', 'irei', 'vamos', 'para', 'posso', 'consigo', 'quero', 'queria', 'como', 'poder', 'tenho', 'pretendo', 'conseguir']);
const AFTER_PAID = new Set(['ontem', 'anteontem']);
function paying(before: string | undefined, after: string | undefined): string {
  if (before !== undefined && BEFORE_TO_PAY.has(before)) return 'pagar';
  return before === 'ja' || (after !== undefined && AFTER_PAID.has(after)) ? 'paguei' : 'pago';
}

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
  const read = [...reply.matchAll(/\S+/g)].flatMap((match) =>
    foldWord(match[0]).map((word) => ({ word, from: match.index, to: match.index + match[0].length })),
  );
  let text = '';
  const words = read.map(({ word, from, to }, index) => {
    const at = text.length;
    text += `${word === 'pg' ? paying(read[index - 1]?.word, read[index + 1]?.word) : word} `;
    return { at, from, to };
  });
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
