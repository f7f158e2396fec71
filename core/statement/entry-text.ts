import { maskDocument, parseDocument } from '../identity/index.ts';

const EDGE = String.raw`(?<![\dA-Za-z*•])`;
const END = String.raw`(?![\dA-Za-z*•])`;
/** Digits alone may be glued to words, as in `CPF52998224725`. */
const WHOLE = new RegExp(
  `${EDGE}[\\dA-Z]{2}\\.[\\dA-Z]{3}\\.[\\dA-Z]{3}/[\\dA-Z]{4}-\\d{2}${END}|(?<!\\d)(?:\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}|\\d{14}|\\d{11})(?!\\d)`,
  'g',
);
/** The six digits in the middle, which Pix shows of a CPF. */
const MASKED = new RegExp(`${EDGE}[*•xX]{3}\\.?(\\d{3})\\.?(\\d{3})-?[*•xX]{2}${END}`, 'g');

/** The CPFs and CNPJs of a text: valid ones, normalised, and masked ones as `***982247**`; each once. */
export function documentsIn(text: string): readonly string[] {
  const whole = [...text.matchAll(WHOLE)].flatMap(([found]) => wholeDocument(found) ?? []);
  const masked = [...text.matchAll(MASKED)].map(([, first, second]) => `***${first}${second}**`);
  return [...new Set([...whole, ...masked])];
}

/** Banks also write a CPF on fourteen places: `00052998224725`. */
function wholeDocument(found: string): string | undefined {
  const readings = /^000\d{11}$/.test(found) ? [found, found.slice(3)] : [found];
  return readings.map((reading) => parseDocument(reading)).find(({ valid }) => valid)?.normalized;
}

/** A text that people may see: its CPFs and CNPJs masked. */
export function shownText(text: string): string {
  return text.replace(WHOLE, (found) => {
    const document = wholeDocument(found);
    return document === undefined ? found : maskDocument(document);
  });
}

/** `E`, the payer's bank, the minute, eleven characters of the bank's own. A return begins with `D` and is nobody's payment. */
const END_TO_END = /(?<![A-Za-z\d])E\d{8}20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d[A-Za-z\d]{11}(?![A-Za-z\d])/;

export function endToEndIdIn(text: string): string | undefined {
  return END_TO_END.exec(text)?.[0];
}

/** Lines of a statement that move nothing: `SALDO ANTERIOR`, `S A L D O`, `Saldo do dia`, Bradesco's `COD. LANC. 0`. */
export function isBalance(text: string): boolean {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
  return /^cod\. lanc\. 0$|^(?:s a l d o|sdo|saldos?)(?:$|[ :.]*(?:$|ant(?:erior|\.)?(?: |$)|inicial|final|atual|total|parcial|bloqueado|disponivel|em conta|em c\/c|c\/c|de abertura|d[oe] dia|dia|aplic|res aplic))/.test(
    plain,
  );
}

/** Words by which banks say that money left. */
const WENT_OUT =
  /^(?:(?:pix|ted|doc|transf\w*|pagamento|boleto)[ -]+(?:enviad|efetuad|realizad|emitid|pag)|compra|saque|tarifa|tar |pagamento d[eo]|pagto |debito|deb |iof|juros)/;

export function soundsLikeDebit(text: string): boolean {
  return WENT_OUT.test(text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim());
}

/** Money given back to somebody who had paid, or taken back from the account: `DEVOLUÇÃO PIX`, `ESTORNO`, `CHEQUE DEVOLVIDO`. */
export function isMoneyGoingBack(text: string): boolean {
  return /\b(?:devol|estorn|bloqueio med|med\b)/.test(text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase());
}

const LEAD =
  /(?:pix|ted|doc|tev|transf(?:er[eê]ncia)?|dep[oó]sito|receb(?:imento|ido|ida)?|cr[eé]dito|remetente|rem|pagador|favorecido|de|por|em conta|pelo|via|qr ?code|qrs|din[aâ]mico|est[aá]tico|e?letr[oô]nica?)\b/iu;

/** Words of banks' own, in which nobody's name stands. */
const NO_NAME = /\b(?:liq\w*|cobran\p{L}*|boletos?|t[ií]tulos?|tarifa|tar|pacote|pagamento|aplic\w*|resgate|rendimento|vendas?|cart[aã]o|cielo|stone|lote)\b/iu;

/** Who the text says paid: the first part of it that reads like a name of a person or company. Only shown, never matched by. */
export function payerNameIn(text: string): string | undefined {
  for (const part of text.split(/\s+[-–/]\s+|[|:;]|\s{2,}/)) {
    let name = part.replace(/[\d*•].*$/u, '').trim();
    let lead = 0;
    while (lead < 8) {
      const found = LEAD.exec(name);
      if (found?.index !== 0) break;
      name = name.slice(found[0].length).replace(/^[\s.\-–:]+/, '');
      lead += 1;
    }
    if (NO_NAME.test(name)) continue;
    if (/^\p{L}[\p{L}'’.& ]*\p{L}\.?$/u.test(name) && name.split(' ').filter((word) => word.length > 1).length >= 2) return name;
  }
  return undefined;
}
