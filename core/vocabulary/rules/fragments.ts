// Pieces of patterns over folded text. Each is a group by itself.

/** Up to so many words in between, in the same phrase. */
export const upTo = (words: number): string => `(?:[a-z0-9-]+ ){0,${words}}`;
/** The same sentence, up to so many characters. */
export const within = (chars: number): string => `[^.!?\\n]{0,${chars}}`;

export const YOU = '(?:voce|voces|vc|vcs|tu|o senhor|a senhora|o sr|a sra)';
/** Orders to pay. */
export const PAY_NOW = '(?:pague|paguem|paga|quite|quitem|regularize|regularizem|acerte|acertem|liquide|salde|resolva|resolvam|deposite|transfira|efetue|realize)';
export const TO_PAY = '(?:pagar|quitar|regularizar|acertar|liquidar|saldar|resolver|responder|depositar)';
export const DEBT = '(?:divida|dividas|debito|debitos|pendencia|pendencias|titulo|fatura|conta|boleto|parcela|valor)';
/** What may lawfully follow when nobody pays, and what courts do. */
export const CONSEQUENCE =
  '(?:negativ(?:ad[oa]s?|acao|ar|aremos|amos|e)|serasa|spc|scpc|cadastros? (?:de|dos) (?:inadimplentes?|devedores|restricao|restricoes|protecao ao credito|mau pagadores|maus pagadores)|cadastros? restritivos?|orgaos? restritivos?|(?:orgaos?|servicos?|bureaus?|biros?) de (?:protecao ao |restricao ao |restricao de )?credito|protest(?:o|ad[oa]s?|ar|aremos|amos)|cartorio|(?:acao|acoes|via|vias|cobranca|medidas?|processo|execucao|esfera|instancia|meios?) judicia(?:l|is)|judicialmente|juizado|(?:na|a|para a|pela|acionar a) justica|tribunal|forum|process(?:ad[oa]|ar|aremos|amos) (?:voce|judicialmente)|(?:ser|sera) processad[oa]|penhora\\w*|oficial de justica|advogad[oa]s?|(?:departamento|setor|nosso) juridico|acionad[oa] (?:na justica|judicialmente)|restricao no (?:seu )?(?:cpf|nome))';
