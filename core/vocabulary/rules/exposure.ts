import { rules } from '../rule.ts';
import { upTo, within, YOU } from './fragments.ts';

const LAW = 'A dívida é assunto só de quem deve e de quem vende: contar a terceiros é vedado (CDC, arts. 42 e 71; LGPD).';
const TELL =
  '(?:cont(?:ar|aremos|arei|amos)|avis(?:ar|aremos|arei|amos)|fal(?:ar|aremos|arei|amos) com|lig(?:ar|aremos|arei|amos) (?:para|pra|pro)|inform(?:ar|aremos|arei|amos)|comunic(?:ar|aremos|arei|amos)|procur(?:ar|aremos|arei|amos)|cobr(?:ar|aremos|arei|amos)|contat(?:ar|aremos|arei|amos)|envi(?:ar|aremos|arei|amos)|mand(?:ar|aremos|arei|amos)|mostr(?:ar|aremos|arei|amos)|notific(?:ar|aremos|arei|amos))';
const THIRD =
  '(?:famili[a-z]+|parentes?|vizinh[oa]s?|vizinhanca|chefe|chefia|patrao|patroa|empregador[a-z]*|gerente|rh\\b|recursos humanos|coleg[a-z]+|amig[oa]s?|espos[oa]|marido|mulher|conjuge|namorad[oa]|maes?|pais?|filh[oa]s?|sogr[oa]|irma[os]?|porteiro|sindico|condominio|igreja|escola d[a-z]+|trabalho|empresa onde|sua empresa|portaria|recepcao|predio|bairro|sindic[oa]|seu emprego|contatos?|conhecidos|todo mundo|todos)';

export const EXPOSURE_RULES = [
  ...rules(
    { code: 'exposure', reason: LAW, suggestion: 'Fale só com a própria pessoa, pelos contatos dela.', unless: /(?:nao|nunca|jamais|ninguem|nenhum)[^.!?]{0,60}(?:cont|avis|fala|liga|inform|comunic|procur|envi|mand|mostr|divulg|compart)|(?:enviar|entregar|deixar|mandar) (?:o |a )?(?:boleto|carne|recibo|segunda via)|conta bancaria|nov[oa] (?:conta|horario|vencimento)|com (?:sua|a sua) autorizacao|de (?:sua )?confianca|se (?:voce )?(?:quiser|preferir)|como (?:voce )?(?:pediu|solicitou|combinado|combinamos)|a (?:seu|sua) pedido/ },
    `(?:vamos|iremos|vou|teremos que|podemos|poderemos|seremos obrigados a|pretendemos|temos que) ${upTo(2)}${TELL} ${upTo(4)}(?:seu|sua|seus|suas|o|a|os|as|teu|tua|com|ao|aos|para)? ?${upTo(1)}${THIRD}`,
    `(?:contaremos|avisaremos|falaremos com|ligaremos (?:para|pra|pro)|informaremos|comunicaremos|procuraremos|cobraremos|contataremos|notificaremos|mostraremos) ${upTo(3)}${THIRD}`,
    `(?:seu|sua|seus|suas|teu|tua) ${THIRD} (?:${upTo(3)})(?:sabera|saberao|vai saber|vao saber|vai ficar sabendo|vao ficar sabendo|ficara sabendo|ficarao sabendo|precisa saber|sera informad[oa]|serao informad[oa]s|sera avisad[oa]|serao avisad[oa]s|sera comunicad[oa]|serao comunicad[oa]s|sera cobrad[oa]|serao cobrad[oa]s|vai descobrir|vao descobrir|ja sabe|ja sabem|sera contatad[oa]|serao contatad[oa]s)`,
    `(?:ja )?(?:falamos|conversamos|avisamos|contamos|ligamos|comunicamos|informamos|deixamos recado) ${upTo(3)}(?:seu|sua|seus|suas) ${upTo(1)}${THIRD}`,
    `(?:avisamos|enviamos|mandamos|comunicamos|informamos|entregamos|deixamos|mostramos|encaminhamos) ${upTo(6)}(?:para|ao|a|aos|na|no|com|do|da|o) ?(?:o |a |os |as )?(?:seu |sua |seus |suas )?(?:rh|portaria|recepcao|sindic[oa]|vizinh[oa]s?|chefe|patrao|patroa|empregador|familia|parentes|esposa|marido|colegas|empresa onde|trabalho)\\b`,
    `(?:seu|sua|seus|suas|teu|tua) ${THIRD} (?:ja )?(?:sabe|sabem|vai adorar|vao adorar|vai gostar|vao gostar|gostaria|gostariam|adoraria)`,
    `(?:entraremos|entrarei|vamos entrar|iremos entrar|vou entrar|entrar) em contato com (?:o |a |os |as )?(?:seu |sua |seus |suas )${THIRD}`,
    `(?:sua|seu) (?:divida|inadimplencia|debito|situacao|atraso|caso|pendencia) ${upTo(3)}(?:comunicad|informad|avisad|divulgad|contad|enviad|repassad|mostrad|levad)[oa] ${upTo(4)}${THIRD}`,
    'todos os seus (?:contatos|amigos|parentes|colegas|vizinhos|conhecidos)',
    `(?:colocar|colocaremos|por|poremos|pregar|fixar|afixar|afixaremos|expor)[^.!?\\n]{0,30}(?:no|na|em um|num) (?:mural|quadro|vitrine|porta|entrada|fachada|grupo|praca)`,
    '(?:vimos|vi|acompanhamos|estamos vendo) (?:suas|sua|seu|seus) (?:fotos?|postag|viagem|viagens|publicac|stories|perfil|redes)[a-z]*',
    `(?:seu|sua|seus|suas) (?:empregador|empregadora|chefe|patrao|patroa|rh|familia|vizinh[oa]s?|esposa|marido) (?:recebera|receberao|vai receber|vao receber)`,
    `(?:cobr|divid|deb)[a-z]*${within(30)}\\bno seu (?:local de )?(?:trabalho|emprego)`,
    'que (?:todos|todo mundo|os outros|eles) (?:saibam|saiba|descubram|descubra|fiquem sabendo|fique sabendo)',
    `todo(?:s| mundo) ${upTo(1)}(?:vao|vai|irao|ira|precisam|precisa) (?:saber|ficar sabendo|descobrir|ver)|todo(?:s| mundo) (?:saberao|sabera|ficarao sabendo|ficara sabendo|descobrira|descobrirao)`,
    `(?:o que|oque|imagine|imagina|ja pensou)[^.!?\\n]{0,20}(?:sua|seu|seus|suas|os|as) ${THIRD}[^.!?\\n]{0,20}(?:pens|dir|ach|sab|diz|descobr)[a-z]*`,
    `${THIRD} ${upTo(2)}(?:vai|vao|ira|irao) (?:saber|descobrir|ficar sabendo)${within(30)}`,
  ),
  ...rules(
    { code: 'exposure', reason: LAW, suggestion: 'Tire a frase: nada sobre a dívida é público.', unless: /balanco|edital|\bata\b|prestacao de contas|horarios|convocacao da assembleia|resultado/ },
    `(?:divulg|public|espalh)(?:ar|aremos|arei|amos|ad[oa]s?|ando) ${upTo(5)}(?:nome|divida|debito|foto|dados|situacao|redes|internet|facebook|instagram|grupo|status|mural|lista)[a-z]*`,
    `(?:seu nome|sua divida|sua foto|seu caso|seus dados) ${upTo(3)}(?:sera|serao|vai|ira|vao)? ?${upTo(1)}(?:divulgad|publicad|expost|espalhad|exibid|postad)[oa]s?`,
    `expor (?:voce|seu nome|sua divida|sua situacao|publicamente|seu caso)|expost[oa] (?:publicamente|nas redes|na internet|a todos)|exporemos`,
    `(?:postar|postaremos|publicar|publicaremos|marcar voce) ${upTo(3)}(?:nas|em|na) ?(?:suas )?(?:redes|internet|facebook|instagram|grupos?)`,
    `(?:colar|colaremos|colocar|colocaremos|pendurar|passar|espalhar|por)[^.!?\\n]{0,20}(?:cartaz|cartazes|faixa|carro de som|panfletos?|outdoor)`,
    `marcar(?:emos|ei)? (?:voce|seu nome|seus amigos|sua familia|seu perfil)`,
    `(?:facebook|instagram|redes sociais|grupo do|status|tiktok)[^.!?\\n]{0,30}\\b(?:divida|devedor|deve|debito|nao pag)[a-z]*`,
    `lista (?:publica )?de (?:devedores|inadimplentes|caloteiros|maus pagadores)|mural d[eao]s? (?:devedores|inadimplentes|caloteiros)`,
    `(?:lig(?:ar|aremos|arei)|cobr(?:ar|aremos)|ir|iremos|vamos|procurar|procuraremos|aparecer|aparecemos) ${upTo(3)}(?:no|ao|para o|pro|em) (?:seu|teu) (?:trabalho|emprego|servico|local de trabalho)`,
    `no seu (?:trabalho|emprego|local de trabalho)${within(30)}\\b(?:cobr|lig|falar|procur|divid|deb)[a-z]*`,
    `(?:diga|avise|peca|fale|fala|conte|informe|transmita|passe)[^.!?\\n]{0,40}(?:ao|a|para o|para a|pro|pra|o|seu|sua) ${upTo(2)}(?:devedor|devedora|titular)? ?que (?:ele|ela|o [a-z]+|a [a-z]+) (?:deve|esta devendo|tem (?:uma )?divida|precisa pagar|nao pagou)`,
    `(?:de|deixe|passe|entregue) (?:este|esse|o) recado (?:ao|para o|para a|pro|pra) (?:devedor|devedora|seu|sua)`,
    `(?:seu|sua|o|a) ${THIRD} ${upTo(1)}(?:esta devendo|nos deve|tem uma divida|e devedor|e devedora|nao pagou|deve (?:a|para) (?:nossa|loja|empresa|gente))`,
    `(?:peca|pede) (?:dinheiro )?(?:ao|a|para|pra|pro) (?:seu|sua|seus|suas|teu|tua) ${THIRD}`,
    `${YOU} conhece ${upTo(3)}(?:devedor|que nos deve|que esta devendo)`,
  ),
];
