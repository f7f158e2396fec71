import type { MessagePurpose } from '../case/index.ts';
import type { FoldedText } from './folded-text.ts';
import { CONSEQUENCE } from './rules/fragments.ts';

/** Steps whose very content is what happens next: the law wants the debtor to be told (CDC 43 §2), plainly. */
const LEGAL_PURPOSES: ReadonlySet<MessagePurpose> = new Set<MessagePurpose>(['bureau-notice', 'legal-notice']);

const MENTION = new RegExp(`(?<![a-z0-9])${CONSEQUENCE}(?![a-z0-9])`, 'g');
/** Somebody will do it: a bureau's name in a receipt or in advice is no announcement. */
const ANNOUNCED =
  /(?<![a-z])(?:sera|serao|ficara|ficarao|constara|constarao|vai|vao|ira|irao|podera|poderao|pode(?:m)? ser|pode(?:mos|remos)|vamos|iremos|vou|faremos|fara|solicitaremos|pediremos|entraremos|acionaremos|encaminharemos|enviaremos|incluiremos|negativaremos|protestaremos|processaremos|executaremos|levaremos|tomaremos|registraremos|inscreveremos|cobraremos|seguira|partiremos|recorreremos|estamos (?:enviando|encaminhando|incluindo)|resultara|acarretara|implicara|havera|ensejara|sujeit[oa] a|(?:entr|acion|solicit|ped|ajuiz|inclu|registr|envi|encaminh|inscrev|lev|execut|protest|process|negativ|cobr|mov|inici|promov|recorr|notific|determin|bloque)(?:ara|era|ira|arao|erao|irao|aremos|eremos|iremos|arei|erei|irei))(?![a-z])/;
const HEDGED = /(?<![a-z])(?:podera|poderao|pode(?:m)? ser|podemos|poderemos|possibilidade)(?![a-z])/;
const DATED = /\d+ ?(?:\([a-z ]+\) )?dias?\b|a partir d[eo]|ate (?:o dia |dia |a data )?\d|prazo|apos \d|depois de \d|\bem \d\d?\/\d/;
/** Taking a record away, or telling people their rights, is good news. */
const BENIGN =
  /retirad|retirar|retire|excluid|excluir|exclusao|baixa |removid|remov|cancelad|cancelar|saira|saiu|sair d|voce pode (?:procurar|consultar|contestar|buscar|recorrer|contar|falar|pedir|ter|ir)|direito de|(?:nao|nunca|jamais) (?:havera|haver|sera|serao|ficara|ficarao|constara|constarao|vai|vamos|iremos|ira|envi|inclu|negativ|protest|process|pod)|sem (?:negativ|protest|process|acao|precisar)|conta n[oa] serasa|golp|serasa (?:limpa|premium|score)|(?:evitar|sem) ir a/;

export interface Consequence {
  readonly excerpt: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly suggestion: string;
}

/**
 * Announced consequences (credit bureau, protest, court). In the legal notices they are what the message is for, if they come with a date or
 * a "poderá". Elsewhere a plain fact with both gets a warning, because it belongs in the notice; anything barer is a threat.
 */
export function findConsequences(folded: FoldedText, purpose: MessagePurpose | undefined): Consequence[] {
  const found: Consequence[] = [];
  const legal = purpose !== undefined && LEGAL_PURPOSES.has(purpose);
  for (const { text, start } of sentences(folded.text)) {
    MENTION.lastIndex = 0;
    const mention = MENTION.exec(text);
    if (!mention || !ANNOUNCED.test(text) || BENIGN.test(text)) continue;
    const hedged = HEDGED.test(text);
    // A notice may give its date in the sentence beside.
    const dated = DATED.test(text) || (legal && DATED.test(folded.text));
    if (legal ? hedged || dated : hedged && dated) {
      if (!legal) found.push(outOfPlace(folded.original(start + mention.index, start + mention.index + mention[0].length)));
      continue;
    }
    found.push(bare(folded.original(start, start + text.length).trim(), legal));
  }
  return found;
}

function* sentences(text: string): Generator<{ text: string; start: number }> {
  for (const match of text.matchAll(/(?:[^.!?;\n]|[.](?=\d))+/g)) yield { text: match[0], start: match.index };
}

function outOfPlace(excerpt: string): Consequence {
  return {
    excerpt,
    severity: 'warning',
    message: 'O texto anuncia uma consequência fora da etapa de aviso: é fato, mas pesa mais do que ajuda aqui.',
    suggestion: 'Deixe a informação para o aviso prévio (CDC, art. 43 §2º), com o prazo e como contestar.',
  };
}

function bare(excerpt: string, legal: boolean): Consequence {
  return {
    excerpt,
    severity: legal ? 'warning' : 'error',
    message: legal ? 'O aviso anuncia uma consequência sem dizer quando.' : 'Anunciar uma consequência sem prazo nem condição é ameaça velada (CDC, arts. 42 e 71).',
    suggestion: 'Escreva o fato e a data: "Depois de 10 dias deste aviso, o registro poderá ser pedido ao bureau. Se você não reconhece o valor, responda e nada será pedido."',
  };
}
