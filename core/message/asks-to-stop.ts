/** The whole reply is a word that stops, courtesies aside. */
const STOP =
  /^(?:(?:eu |por favor |favor |pf |quero |queria |gostaria de |desejo |pode |podem |preciso )*)(?:sair|sai|parar|para|pare|parem|stop|unsubscribe|cancelar|cancela|cancele|cancelem|descadastrar|descadastra|descadastre|descadastro|remover|remova|remove|bloquear|excluir|exclua|chega)(?: (?:por favor|pf|pfv|obrigad[oa]|daqui|da lista|dessa lista|desta lista|do grupo|meu numero|meu contato|meu telefone|isso|ja|agora|tudo|com isso|de mensagens|o envio|as mensagens))*$/;

/** Sending, calling and writing as one asks for it or forbids it; "não me mandaram o boleto" tells of the past and asks for nothing. */
const WRITE =
  '(?:mand|envi|lig|cham|escrev|contat|procur|perturb|incomod|cobr|pentelh|torr|avis)(?:a|e|o|am|em|ar|er|ue|uem|ando|endo|ues|es|as|arem|erem)|encher?(?: o saco)?|enche(?: o saco)?';
const MESSAGES = '(?:mensage(?:m|ns)|msgs?|contatos?|ligac(?:ao|oes)|emails?|e mails?|sms|cobrancas?|avisos?|lembretes?)';
const LIST = '(?:lista|listas|cadastro|base|sistema|banco de dados|mailing|grupo)';
const MINE = '(?:(?:o |a )?(?:meu|minha) (?:numero|nome|contato|telefone|celular|email|e mail|whatsapp|zap|cadastro))';
const REMOVE =
  '(?:tira|tire|tirem|tirar|remova|remove|removam|remover|exclua|exclui|excluam|excluir|apaga|apague|apaguem|apagar|descadastr(?:a|e|em|ar)|retir(?:a|e|em|ar))';

/** In as many words: no more of it, stop doing it, take me off the list, leave me alone. */
const NO_MORE = new RegExp(
  [
    `nao (?:quero|queria|desejo|gostaria de|aceito|autorizo)(?: mais)? (?:receber|(?:nenhum\\w* |as |essas |suas )?${MESSAGES}|que (?:voces? )?(?:me )?(?:${WRITE}))`,
    `nao (?:quero|queria|desejo) (?:receber )?mais ${MESSAGES}`,
    `nao (?:me )?(?:${WRITE}) mais`,
    `nao me (?:${WRITE})`,
    `(?:para|parar|pare|parem|chega|basta|cansei)(?: ja)? (?:de|com) (?:me )?(?:${WRITE}|(?:as |essas |tant\\w+ )?${MESSAGES})`,
    `${REMOVE}(?: me)? ${MINE}`,
    `(?:me )?${REMOVE}(?: me)?(?: eu)? (?:da|das|dessa|dessas|desta|do|desse|deste|de sua|da sua) (?:sua )?${LIST}`,
    `(?:quero|queria|gostaria de|preciso) (?:sair|ser (?:removid|excluid|retirad|descadastrad)[oa])(?: da| dessa| desta| do)? ${LIST}`,
    '(?:me |por favor )descadastr(?:a|e|em|ar)(?! de outr)',
    `me deix(?:a|e|em) (?:em paz|quiet[oa]|sossegad[oa])`,
    `deix(?:a|e|em)(?: me| eu) (?:em paz|quiet[oa]|sossegad[oa])`,
    `esquec(?:e|a|am) (?:o )?meu (?:numero|telefone|contato)`,
    `sem mais ${MESSAGES}`,
    `(?:retiro|cancelo|revogo|retirem|cancelem) (?:a |o )?(?:minha |meu )?(?:autorizacao|consentimento|inscricao)`,
  ]
    .map((ways) => `\\b(?:${ways})\\b`)
    .join('|'),
);

/**
 * Does a debtor's reply ask for no more messages on that channel, as our messages offer ("responda SAIR")? Only when that is the whole reply,
 * or it says so in as many words: "vou sair agora, pago amanhã" is no request to stop.
 */
export function asksToStop(reply: string): boolean {
  const text = reply
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9 ]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return STOP.test(text) || NO_MORE.test(text);
}
