import { maskDocument } from '../identity/index.ts';
import { centsToDecimal } from '../money.ts';
import { shownText } from './entry-text.ts';
import type { MatchCandidate } from './match-entry.ts';
import { reasonsInWords } from './match-entry.ts';
import type { StatementEntry } from './statement.ts';

/** An entry as scripts and n8n exchange it: money as "1234.56", what is not said as null, CPFs masked. */
export function statementEntryJson({ line, id, account, date, amount, text, documents, endToEndId, payerName }: StatementEntry) {
  return {
    line,
    id: shownText(id),
    account,
    date,
    amount: centsToDecimal(amount),
    text: shownText(text),
    documentMasked:
      documents.map((document) => (document.includes('*') ? document.replace(/^\*{3}(...)(...)\*\*$/, '***.$1.$2-**') : maskDocument(document)))[0] ?? null,
    endToEndId: endToEndId ?? null,
    payerName: payerName ?? null,
  };
}

export function matchCandidateJson(entry: StatementEntry, candidate: MatchCandidate) {
  const { debt, reasons, taken } = candidate;
  const { caseId, kind, debtId, number, dueDate, document, name } = debt;
  return {
    caseId,
    kind,
    debtId: debtId ?? null,
    number,
    dueDate: dueDate ?? null,
    name,
    documentMasked: maskDocument(document),
    reasons,
    why: `${[...reasonsInWords(entry, candidate), ...(taken ? ['outro crédito deste extrato já o paga'] : [])].join('; ')}.`,
  };
}
