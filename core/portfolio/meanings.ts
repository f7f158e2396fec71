/** What a title's situation, in the words of ERPs, banks and gateways, means for who collects it. */
export type StatusMeaning =
  /** Owed; amounts say how much. */
  | 'open'
  /** Owed, and some of it was paid: how much has to be said. */
  | 'partly-paid'
  | 'paid'
  | 'cancelled'
  /** Not charged any more although nobody paid: whoever decides such things looks at it. */
  | 'written-off'
  /** The client disputes it: nothing is charged meanwhile (CDC 54-G). */
  | 'contested'
  /** Somebody else has it in hand (an agreement, the lawyers, an insurer) or the person died: a cadence is not the one to speak. */
  | 'not-ours'
  | 'unknown';

/** Looked through in this order: the first whose word is in the text says what it means. Folded: no accents, lower case, one space between words. */
const MEANINGS: readonly (readonly [StatusMeaning, RegExp])[] = [
  // What came to nothing is owed again, in money as before.
  [
    'open',
    /(?:acordo|renegociacao|promessa|parcelamento) (?:quebrad|descumprid|cancelad|rompid|inadimpl|vencid)|cheque (?:devolvid|sem fundo)|quebra de acordo/,
  ],
  [
    'not-ours',
    /falecid|obito|espolio|inventario|acordo|renegociad|reparcelad|juridic|ajuizad|judicial|processo|execucao|recuperacao|falencia|seguro|suspens|bloquead|cedid|vendid/,
  ],
  ['contested', /contest|disput|chargeback|reclamad|nao reconhec|divergen/],
  ['written-off', /perda|perdid|incobrav|prejuizo|write.?off|baixad[oa]? (?:sem|por (?:devolucao|decurso|prescri))|provisionad|devedor(?:es)? duvidos/],
  ['partly-paid', /parcial|\bpartial|amortizad|em parte/],
  ['cancelled', /cancel|estornad|excluid|anulad|refund|devolvid|void|inativ|substituid/],
  ['open', /pendente|aguardando|nao (?:pag|quitad|liquidad|recebid|baixad)|pending|unpaid|awaiting/],
  [
    'paid',
    /^(?:pag[oa]s?|paid|received(?: in cash)?|confirmed|dunning received|liquidad[oa]s?|quitad[oa]s?|recebid[oa]s?|baixad[oa]s?|compensad[oa]s?|settled|completed)(?:$|[ ,;:.(/-])/,
  ],
  [
    'open',
    /\babert|a (?:receber|vencer|pagar)|vencid|vencend|atras|inadimpl|\bopen\b|overdue|registrad|emitid|emissao|ativ[oa]|protestad|negativad|normal|em dia|\bdevedor/,
  ],
];

/** Kinds of title that are money the client has with the creditor, not money owed. How something was or will be paid ("cartão de crédito") is no such kind. */
const CREDIT =
  /^(?:nota|aviso|lancamento|titulo|saldo)(?: de)? credito|^credito(?:$| (?:do|a favor|ao|de) |s$)|^devolucao|^adiantamento|^abatimento|^bonificacao|^(?:ncc|ra|ab-|nc)$|credit note|^estorno/;

/** @param text a cell of the column "situação", in any spelling */
export function statusMeaning(text: string): StatusMeaning {
  const folded = fold(text).replace(/_/g, ' ');
  return MEANINGS.find(([, pattern]) => pattern.test(folded))?.[0] ?? 'unknown';
}

/** Whether a title of this kind lessens what is owed. */
export function isCredit(kind: string): boolean {
  return CREDIT.test(fold(kind));
}

/** `0001`, `1` and `01` are one number; letters, dashes and slashes count. */
export function numberKey(number: string): string {
  return fold(number).replace(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, ''));
}

/** A row that sums others up, by the first thing it says. */
export function isTotal(first: string): boolean {
  return /^(?:sub ?total|total|soma|saldo (?:total|geral)|quantidade|qtde?|registros?|totais)(?:$|[^a-z])/.test(fold(first));
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}
