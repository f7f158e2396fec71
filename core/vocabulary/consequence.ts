import type { MessagePurpose } from '../case/index.ts';
import type { TextFinding } from '../message/composed.ts';
import type { FoldedText } from './folded-text.ts';

/** Steps whose very content is what happens next: the law wants the debtor to be told (CDC 43 §2), plainly. */
const LEGAL_PURPOSES: ReadonlySet<MessagePurpose> = new Set<MessagePurpose>(['bureau-notice', 'legal-notice']);

/** What may lawfully follow when nobody pays, and what courts do. */
const MENTION =
  /(?<![a-z0-9])(?:negativ(?:ad[oa]s?|acao|ar|aremos|amos|e)|serasa|spc|scpc|cadastros? (?:de|dos) (?:inadimplentes?|devedores|restricao|restricoes|protecao ao credito|mau pagadores|maus pagadores)|cadastros? restritivos?|orgaos? restritivos?|(?:orgaos?|servicos?|bureaus?|biros?) de (?:protecao ao |restricao ao |restricao de )?credito|protest(?:o|ad[oa]s?|ar|aremos|amos)|cartorio|(?:acao|acoes|via|vias|cobranca|medidas?|processo|execucao|esfera|instancia|meios?) judicia(?:l|is)|judicialmente|juizado|(?:na|a|para a|pela|acionar a) justica|tribunal|forum|process(?:ad[oa]|ar|aremos|amos) (?:voce|judicialmente)|(?:ser|sera) processad[oa]|penhora\w*|oficial de justica|advogad[oa]s?|(?:departamento|setor|nosso) juridico|acionad[oa] (?:na justica|judicialmente)|restricao no (?:seu )?(?:cpf|nome))(?![a-z0-9])/;
/** Somebody will do it: a bureau's name in a receipt or in advice is no announcement. */
const ANNOUNCED =
  /(?<![a-z])(?:sera|serao|ficara|ficarao|constara|constarao|vai|vao|ira|irao|podera|poderao|pode(?:m)? ser|pode(?:mos|remos)|vamos|iremos|vou|faremos|fara|solicitaremos|pediremos|entraremos|acionaremos|encaminharemos|enviaremos|incluiremos|negativaremos|protestaremos|processaremos|executaremos|levaremos|tomaremos|registraremos|inscreveremos|cobraremos|seguira|partiremos|recorreremos|estamos (?:enviando|encaminhando|incluindo)|resultara|acarretara|implicara|havera|ensejara|sujeit[oa] a|(?:entr|acion|solicit|ped|ajuiz|inclu|registr|envi|encaminh|inscrev|lev|execut|protest|process|negativ|cobr|mov|inici|promov|recorr|notific|determin|bloque)(?:ara|era|ira|arao|erao|irao|aremos|eremos|iremos|arei|erei|irei))(?![a-z])/;
const HEDGED = /(?<![a-z])(?:podera|poderao|pode(?:m)? ser|podemos|poderemos|possibilidade)(?![a-z])/;
const DATED = /\d+ ?(?:\([a-z ]+\) )?dias?\b|a partir d[eo]|ate (?:o dia |dia |a data )?\d|prazo|apos \d|depois de \d|\bem \d\d?\/\d/;
/** Taking a record away, or telling people their rights, is good news. */
const BENIGN =
  /retirad|retirar|retire|excluid|excluir|exclusao|baixa |removid|remov|cancelad|cancelar|saira|saiu|sair d|voce pode (?:procurar|consultar|contestar|buscar|recorrer|contar|falar|pedir|ter|ir)|direito de|(?:nao|nunca|jamais) (?:havera|haver|sera|serao|ficara|ficarao|constara|constarao|vai|vamos|iremos|ira|envi|inclu|negativ|protest|process|pod)|sem (?:negativ|protest|process|acao|precisar)|conta n[oa] serasa|golp|serasa (?:limpa|premium|score)|(?:evitar|sem) ir a/;

/** True when a message of this purpose may say what happens next without being asked why. */
export const isNotice = (purpose: MessagePurpose | undefined): boolean => purpose !== undefined && LEGAL_PURPOSES.has(purpose);

/** What the law wants a notice to say, in the words of a fact: `poderá ser incluído no cadastro da Serasa`. Only a notice may. */
export const LAWFUL_ANNOUNCEMENT = new RegExp(
  `(?<![a-z])(?:sera|serao|podera|poderao|podera ser|poderao ser|pode ser|podem ser) (?:incluid|inscrit|registrad|anotad|comunicad|informad|protestad|apresentad|levad|enviad|encaminhad|propost|pedid|solicitad|ajuizad)[oa]s?(?: [a-z0-9]+){0,5} ${MENTION.source}`,
  'g',
);

/**
 * Announced consequences (credit bureau, protest, court), a warning each: in a legal notice when they come with neither a date nor a
 * "poderá", elsewhere because they belong in the notice. Whether they are said as a threat is weighed, not looked up.
 */
export function* findConsequences(folded: FoldedText, purpose: MessagePurpose | undefined): Generator<TextFinding> {
  const notice = isNotice(purpose);
  // A notice may give its date in the sentence beside.
  const datedNotice = notice && DATED.test(folded.text);
  for (const sentence of folded.text.matchAll(/(?:[^.!?;\n]|[.](?=\d))+/g)) {
    const [text] = sentence;
    const mention = MENTION.exec(text);
    if (!mention || !ANNOUNCED.test(text) || BENIGN.test(text)) continue;
    if (notice && (datedNotice || HEDGED.test(text))) continue;
    const start = sentence.index + mention.index;
    yield {
      code: 'threat',
      severity: 'warning',
      excerpt: folded.original(start, start + mention[0].length),
      message: notice
        ? 'O aviso anuncia uma consequência sem dizer quando.'
        : 'O texto anuncia uma consequência fora da etapa de aviso: é fato, mas pesa mais do que ajuda aqui.',
      suggestion: notice
        ? 'Escreva o fato e a data: "Depois de 10 dias deste aviso, o registro poderá ser pedido. Se você não reconhece o valor, responda e nada será pedido."'
        : 'Deixe a informação para o aviso prévio (CDC, art. 43 §2º), com o prazo e como contestar.',
    };
  }
}
