const STOP =
  /^(?:(?:eu |por favor |favor |quero |gostaria de |desejo )*)(?:sair|parar|pare|parem|stop|cancelar|cancele|descadastrar|descadastre|remover|remova)(?: (?:por favor|obrigad[oa]|da lista|meu numero|isso|ja))*$/;
const NO_MORE =
  /\bnao (?:quero|desejo) (?:mais )?receber\b|\bnao me (?:mand\w+|envi\w+|cham\w+|lig\w+|contat\w+|procur\w+)(?: mais)?\b|\b(?:pare|parem) de (?:me )?(?:mandar|enviar|ligar|chamar)\b/;

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
