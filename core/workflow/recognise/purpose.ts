import type { MessagePurpose } from '../../case/index.ts';
import { wordsOf } from './words.ts';

const THANKS =
  /pagamento (?:foi |esta )?(?:confirmado|recebido|aprovado|compensado|identificado)|(?:recebemos|confirmamos|identificamos) (?:o )?(?:seu )?pagamento|payment (?:has been |was )?(?:received|confirmed)|thank you for your payment|obrigad[oa] pel[oa] (?:seu )?pagamento/;
const FORMAL = /\bart(?:igo)? \d|codigo (?:de )?defesa|notificacao|notificamos|comunicamos|aviso previo|extrajudicial/;
const NOT_PAID = /\bnao\b.{0,40}pagamento|ainda nao|not (?:yet )?received|caso (?:ja )?.{0,30}pagamento|se (?:ja|voce ja) /;

/** What a message is for, by its words and its day. */
export function purposeOf(text: string, day: number): MessagePurpose {
  const words = wordsOf(text);
  if (THANKS.test(words) && !NOT_PAID.test(words)) return 'thanks';
  if (/\bpesquisa\b|\bnps\b|de 0 a 10|\bavalie\b/.test(words)) return 'survey';
  // A message that only threatens with a register or a court is no notice: it stays a charge, and its words are found.
  if (day > 0 && FORMAL.test(words)) {
    if (/negativa(?:cao|r|d[oa])|serasa|\bspc\b|\bscpc\b|protecao (?:ao )?credito|cadastro inadimplentes/.test(words)) return 'bureau-notice';
    if (/judicia|juridic|\bacao\b|protesto|cartorio|advogad|legal action/.test(words)) return 'legal-notice';
  }
  return day > 0 ? 'charge' : 'reminder';
}

/** Words that a workflow which collects has somewhere; a welcome mail and a shop's newsletter have none of them. */
export function speaksOfCollection(text: string): boolean {
  return /vencimento|\bvence|vencid|\bvencer|cobranca|inadimpl|atraso|atrasad|em aberto|boleto|fatura|mensalidade|pendencia financeira|\bdebito|\bdivida|segunda via|\bpix\b|regulariz|overdue|past due|due date|invoice|payment (?:reminder|due)|outstanding|unpaid/.test(
    wordsOf(text.slice(0, 40_000)).slice(0, 40_000),
  );
}
