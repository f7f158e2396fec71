import { maskDocument } from '../identity/index.ts';
import { formatMoney } from '../money.ts';
import { numberKey } from '../portfolio/index.ts';
import { isMoneyGoingBack } from './entry-text.ts';
import type { OpenDebt } from './open-debt.ts';
import type { StatementEntry } from './statement.ts';

export type MatchReason = 'document' | 'masked-document' | 'debt-number' | 'amount' | 'name';

/** How much each says, beside the others: only for the order in which a person sees them. */
const WEIGHTS: Readonly<Record<MatchReason, number>> = { document: 16, 'debt-number': 8, 'masked-document': 6, amount: 4, name: 3 };

/** What a credit may have been paid for. */
export interface MatchCandidate {
  readonly debt: OpenDebt;
  /** The most telling first. */
  readonly reasons: readonly MatchReason[];
  /** Another credit of the same statement pays it already. */
  readonly taken?: true;
}

export type EntryMatch =
  /** Certain: `debt` is what it pays. */
  | { readonly kind: 'match'; readonly debt: OpenDebt; readonly reasons: readonly MatchReason[] }
  /** For a person, the likeliest first. */
  | { readonly kind: 'candidates'; readonly candidates: readonly MatchCandidate[]; readonly more: number; readonly why: string };

/** As many as a person reads. */
const SHOWN = 10;

/** Open debts by all that a statement may say of them. */
export class OpenDebtIndex {
  readonly byDocument: ReadonlyMap<string, readonly OpenDebt[]>;
  /** `***982247**` */
  readonly byMasked: ReadonlyMap<string, readonly OpenDebt[]>;
  readonly byNumber: ReadonlyMap<string, readonly OpenDebt[]>;
  readonly byAmount: ReadonlyMap<number, readonly OpenDebt[]>;
  readonly byFirstName: ReadonlyMap<string, readonly OpenDebt[]>;

  constructor(debts: readonly OpenDebt[]) {
    this.byDocument = grouped(debts, ({ document }) => [document]);
    this.byMasked = grouped(debts, ({ document }) => (/^\d{11}$/.test(document) ? [`***${document.slice(3, 9)}**`] : []));
    this.byNumber = grouped(debts, ({ kind, number }) => (kind === 'debt' ? [squashed(number)] : []));
    this.byAmount = grouped(debts, ({ amounts }) => amounts);
    this.byFirstName = grouped(debts, ({ name }) => wordsOf(name).slice(0, 1));
  }
}

/**
 * What a credit pays, when that is certain: one case alone is pointed to by the payer's document with an amount somebody would pay or a title's number, by
 * that number with such an amount, or by the visible digits of a CPF with the name and such an amount. Everything else is for a person: nothing is guessed.
 * @param taken what other credits of the statement pay
 */
export function matchEntry(entry: StatementEntry, index: OpenDebtIndex, taken: ReadonlySet<OpenDebt> = new Set()): EntryMatch {
  const all = candidatesFor(entry, index);
  const free = all.filter(({ debt }) => !taken.has(debt));
  const strong = free.filter(isStrong);
  const [first] = strong;
  const why = reasonForAPerson(entry, all, strong);
  if (first && why === undefined) {
    // Alike titles of one debtor: the one that fell due first, as the law imputes (Código Civil 355).
    return { kind: 'match', debt: first.debt, reasons: first.reasons };
  }
  const shown = all.map((one): MatchCandidate => (taken.has(one.debt) ? { ...one, taken: true } : one));
  return { kind: 'candidates', candidates: shown.slice(0, SHOWN), more: Math.max(0, shown.length - SHOWN), why: why ?? UNSURE };
}

const UNSURE = 'Pode ser de alguém desta lista, e falta certeza: confira, e lance o pagamento no título certo.';

function reasonForAPerson(entry: StatementEntry, all: readonly MatchCandidate[], strong: readonly MatchCandidate[]): string | undefined {
  if (isMoneyGoingBack(entry.text)) return 'O banco o chama de devolução ou estorno: confira se é um pagamento.';
  if (entry.repeats) return 'É igual a outro lançamento do extrato, até no número do banco: confira se são dois.';
  if (all.length === 0) return 'Ninguém que deve combina com este crédito.';
  const cases = new Set(strong.map(({ debt }) => debt.caseId));
  if (cases.size === 0) return all.some(isStrong) ? 'Outro crédito deste extrato já paga esta dívida: confira se foi paga duas vezes.' : UNSURE;
  if (cases.size > 1) return 'Combina com mais de uma dívida, de casos diferentes: confira de quem é.';
  const elsewhere = all.some(({ debt, reasons }) => !cases.has(debt.caseId) && reasons.includes('document'));
  if (elsewhere && !strong[0]!.reasons.includes('document')) return 'Quem pagou também deve, e o título indicado é de outra pessoa: confira de quem é.';
  return undefined;
}

function isStrong({ reasons }: MatchCandidate): boolean {
  const says = (reason: MatchReason): boolean => reasons.includes(reason);
  if (says('document')) return says('amount') || says('debt-number');
  return says('amount') && (says('debt-number') || (says('masked-document') && says('name')));
}

function candidatesFor(entry: StatementEntry, index: OpenDebtIndex): MatchCandidate[] {
  const found = new Map<OpenDebt, MatchReason[]>();
  const say = (debts: readonly OpenDebt[] | undefined, reason: MatchReason): void => {
    for (const debt of debts ?? []) {
      const reasons = found.get(debt) ?? [];
      if (!reasons.includes(reason)) found.set(debt, [...reasons, reason]);
    }
  };
  for (const document of entry.documents) {
    say(index.byDocument.get(document), 'document');
    say(index.byMasked.get(document), 'masked-document');
  }
  for (const number of numbersIn(entry.text)) say(index.byNumber.get(number), 'debt-number');
  const words = wordsOf(entry.text);
  for (const word of new Set(words)) {
    say(
      index.byFirstName.get(word)?.filter(({ name }) => sameName(name, words)),
      'name',
    );
  }
  for (const [debt] of found) if (debt.costOn?.(entry.date) === entry.amount) say([debt], 'amount');
  say(index.byAmount.get(entry.amount), 'amount');
  return (
    [...found]
      .map(([debt, reasons]): MatchCandidate => ({ debt, reasons: reasons.sort((a, b) => WEIGHTS[b] - WEIGHTS[a]) }))
      // Instalments and everything at once are known by their amount; without it the titles say who it is.
      .filter(({ debt, reasons }) => debt.kind === 'debt' || reasons.includes('amount'))
      .sort((a, b) => weightOf(b) - weightOf(a) || compare(a.debt.dueDate ?? '9', b.debt.dueDate ?? '9') || compare(a.debt.number, b.debt.number))
  );
}

const weightOf = ({ reasons }: MatchCandidate): number => reasons.reduce((sum, reason) => sum + WEIGHTS[reason], 0);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function grouped<K>(debts: readonly OpenDebt[], keysOf: (debt: OpenDebt) => readonly K[]): Map<K, OpenDebt[]> {
  const groups = new Map<K, OpenDebt[]>();
  for (const debt of debts) {
    for (const key of keysOf(debt)) {
      const group = groups.get(key);
      if (group) group.push(debt);
      else groups.set(key, [debt]);
    }
  }
  return groups;
}

/** `NF-001` and `nf 1` are one; `123/1` and `1231` are not. */
const squashed = (number: string): string => numberKey(number).replace(/[^\p{L}\d/]/gu, '');

/** Where so few digits stand alone they may be anything: an hour, a branch. */
const TELLING_DIGITS = 5;
const NUMBERED = /^(?:titulos?|tit|nf|nfe|nota|fatura|fat|boleto|duplicata|dupl|parcela|parc|pedido|contrato|matricula|ref|referente|numero|no|n)$/;

/** What of a text may be a title's number: its words, and two in a row, where banks write `NF 123` for `NF-123`. */
function numbersIn(text: string): ReadonlySet<string> {
  const words = text
    .split(/[\s,;()[\]"']+/)
    .map((word) => word.replace(/^[.:#º°]+|[.:]+$/gu, ''))
    .filter((word) => word !== '');
  const numbers = new Set<string>();
  for (const [index, word] of words.entries()) {
    const before = index === 0 ? '' : squashed(words[index - 1]!);
    const key = squashed(word);
    // `05/11` and `14:32` are no numbers of titles.
    const isTime = /^\d{1,2}[/:]\d{1,2}(?:[/:]\d{2,4})?$/.test(word);
    const telling = /\d/.test(key) && !isTime && (/\p{L}/u.test(key) ? key.length >= 3 : key.replace(/\D/g, '').length >= TELLING_DIGITS);
    if (telling || (/\d/.test(key) && NUMBERED.test(before))) numbers.add(key);
    if (before !== '' && /^\p{L}+$/u.test(before) && /\d/.test(key)) numbers.add(before + key);
  }
  return numbers;
}

const PARTICLES = new Set(['de', 'da', 'do', 'das', 'dos', 'e', 'ltda', 'me', 'mei', 'epp', 'eireli', 'sa', 'cia', 'comercio', 'servicos']);

/** Folded, without digits: banks glue the date to the name, `ANA SOUZA05/11`. */
function wordsOf(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 1 && !PARTICLES.has(word));
}

/** The first name and another one; banks cut names, so that the start of a word counts. */
function sameName(name: string, words: readonly string[]): boolean {
  const [first, ...others] = wordsOf(name);
  return words.includes(first!) && others.some((other) => words.some((word) => word === other || (word.length >= 3 && other.startsWith(word))));
}

const REASON_WORDS: Readonly<Record<MatchReason, (entry: StatementEntry, debt: OpenDebt) => string>> = {
  document: (_, { document }) => `o documento ${maskDocument(document)} está no extrato`,
  'masked-document': (_, { document }) => `os dígitos visíveis do CPF são os de ${maskDocument(document)}`,
  'debt-number': (_, { number }) => `o título ${number} está no extrato`,
  amount: ({ amount }, { kind, number }) =>
    kind === 'debt'
      ? `${formatMoney(amount)} é o que se paga pelo título ${number}`
      : kind === 'installment'
        ? `${formatMoney(amount)} é a parcela ${number} do acordo`
        : `${formatMoney(amount)} é tudo o que deve`,
  name: (_, { name }) => `o nome de ${name} está no extrato`,
};

/** Portuguese, for the person who decides. */
export function reasonsInWords(entry: StatementEntry, { debt, reasons }: Pick<MatchCandidate, 'debt' | 'reasons'>): readonly string[] {
  return reasons.map((reason) => REASON_WORDS[reason](entry, debt));
}
