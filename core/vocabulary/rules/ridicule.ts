import { rules } from '../rule.ts';
import { upTo, within, YOU } from './fragments.ts';

const LAW = 'Expor alguém ao ridículo ao cobrar é proibido pelo CDC, art. 42, e é crime pelo art. 71.';

export const RIDICULE_RULES = [
  ...rules(
    { code: 'ridicule', reason: LAW, suggestion: 'Fale da conta, não da pessoa: "há um valor em aberto".', unless: /golp|fraud/, evenNegated: true },
    'calot(?:e|es|eir[oa]s?)',
    '(?:mau|ma) pagador[a]?|maus pagadores|pessim[oa] pagador[a]?|devedor[a]? contumaz|contumaz',
    'vagabund[oa]s?|safad[oa]s?|sem-vergonha|(?:seu|sua|um|uma|bando de|muito|que|voce e) sem vergonha',
    'desonest[oa]s?|desonestidade|picareta[s]?|malandr[oa]s?|malandragem|pilantra[s]?|trambiqueir[oa]s?|velhac[oa]s?|trapaceir[oa]s?',
    'cara(?: |-)de(?: |-)pau|cara dura',
    'irresponsave(?:l|is)|irresponsabilidade',
    'mentiros[oa]s?|mentira sua|(?:voce|vc) (?:esta mentindo|mente|mentiu)',
    'enrolad(?:or|ora)|enrolao|folgad[oa]|preguicos[oa]s?|fracassad[oa]s?|fracasso|incompetente|imatur[oa]|egoista|miserave(?:l|is)|mort[oa] de fome|pe(?: |-)rapado|parasita[s]?|sanguessuga|otari[oa]s?|idiota[s]?|imbecil|imbecis|estupid[oa]s?|trouxa[s]?|palhac[oa]s?|palhacada|inutil|covarde|descarad[oa]s?|cretin[oa]s?|canalha[s]?|cafajeste|imprestavel|rale|escoria|inescrupulos[oa]s?',
    `${YOU} (?:e|sao) (?:um |uma )?(?:ladrao|ladra|bandid[oa]|golpista|criminos[oa]|falid[oa]|pobre|coitad[oa]|devedor|devedora|inadimplente|burr[oa]|ignorante|lixo|fraud[a-z]+)`,
    '(?:seu|sua) (?:ladrao|ladra|bandid[oa]|golpista|criminos[oa]|devedor|devedora|pobre|coitad[oa]|burr[oa]|ignorante|lixo|caloteir[oa]|inadimplente)',
  ),
  ...rules(
    { code: 'ridicule', reason: LAW, suggestion: 'Chame a pessoa pelo nome.', evenNegated: true },
    '(?:prezad[oa]s?|car[oa]s?|senhor|senhora|sr|sra|ola|oi|client[e]) (?:devedor|devedora|devedores|inadimplentes?)',
    '(?:^|[.!?\\n]) ?(?:devedor|devedora|inadimplente) ?[,!:.]',
    'como (?:um |uma )?(?:devedor|devedora|inadimplente)(?! solidari)',
    'pessim[oa] (?:client[e]|pagador[a]?|pessoa|exemplo|consumidor[a]?)',
    '(?:vergonha|feio|errado|absurdo|pecado|imoral) (?:e )?(?:dever|nao pagar|ficar devendo|nao honrar|comprar e)',
    '(?:e|sao|seja|virou) (?:um |uma |uns )?(?:ladrao|ladra|ladroes|bandid[oa]s?)',
    '(?:isso|isto) e (?:um )?(?:roubo|furto|crime|ma-fe|ma fe)|nos (?:roub|pass)ou|(?:roub|engan)ou (?:a gente|nossa|nos\\b)|ma-fe|ma fe|agiu de ma',
    'mao de vaca|pao-dur[oa]|unha de fome|hipocritas?|que tipo de (?:pessoa|gente|cliente|homem|mulher)',
    'casa de caridade|instituicao de caridade|(?:fazemos|faz) caridade|nao somos banco[.!]|dinheiro nao (?:nasce|da) em',
    'nao (?:devia|deveria|podia|era para) (?:comprar|gastar|ter comprado|ter gastado|comprad)[a-z]*|se [^.!?\\n]{0,40}\\bnao (?:compre|comprasse|compra)',
    'quem (?:compra|deve|usa|leva) e nao (?:paga|pagou)',
  ),
  ...rules(
    { code: 'ridicule', reason: LAW, suggestion: 'Diga "seu cadastro" ou "o registro no bureau", e só no aviso que a lei pede.' },
    'nome (?:esta |vai ficar |ficara |ja esta |ficar )?suj[oa]|suj(?:ar|ou|a|ara|aremos|ando) (?:o )?(?:seu |teu )?nome|nome na lama|cpf suj[oa]|ficha suja',
  ),
  ...rules(
    { code: 'ridicule', severity: 'warning', reason: 'Supõe um "nome sujo".', suggestion: 'Prefira "deixar tudo em dia".' },
    'limp(?:ar|e|a|ando) (?:o |a )?(?:seu |teu )?(?:nome|cpf)|nome limpo|cpf limpo',
    '(?:consta|esta|estar|encontra-se|encontra|permanece|segue) (?:como )?inadimplente|client[e]s? inadimplentes?',
  ),
  ...rules(
    { code: 'ridicule', reason: LAW, suggestion: 'Acolha: "Imprevistos acontecem; podemos ajudar."' },
    '(?:tenha|ter|crie|cria|criar|toma|tome|falta de|que|uma|pouca|muita) vergonha',
    'vergonhos[oa]s?|envergonh[a-z]+|vexame|vexatori[oa]|humilh[a-z]+|constrang[a-z]+|deprimente|lamentavel|patetic[oa]|ridicul[oa]s?|decepcionante|inadmissivel|inaceitavel',
  ),
  ...rules(
    { code: 'ridicule', reason: `${LAW} Julgar o caráter não é informar.`, suggestion: 'Fale do valor e do prazo, e ofereça conversa.', evenNegated: true },
    `(?:pessoas?|gente|homem|homens|mulher|cidadao|cidadaos|quem e|clientes?|todo mundo que e) ${upTo(1)}(?:honest[oa]s?|de bem|seri[oa]s?|direit[oa]s?|decentes?|de palavra|de verdade|de carater|corret[oa]s?|responsave(?:l|is))${within(30)}\\b(?:pag|deve|devem|quit|honr|cumpr)[a-z]*`,
    `falta de (?:carater|palavra|vergonha|compromisso|honestidade|educacao|responsabilidade|decencia|consideracao)`,
    `(?:seja|sejam) (?:um |uma )?(?:homem|mulher|honest[oa]|responsavel|adult[oa]|dign[oa]|pessoa)`,
    `tenha (?:carater|palavra|dignidade|decencia|responsabilidade|hombridade|bom senso|consideracao)`,
    `(?:nao|sem) (?:tem |ter )?(?:carater|vergonha na cara|palavra)`,
    `${YOU} nao (?:tem vergonha|tem palavra|presta|vale nada|tem carater|cumpre|honra)`,
    'vergonha na cara',
    `que (?:feio|exemplo|decepcao|papelao)`,
    '(?:parabens|obrigad[oa]) pel[oa] (?:atraso|calote|divida|esquecimento)',
    `(?:esqueceu|atrasou|atrasad[oa]|devendo) (?:de novo|outra vez|mais uma vez|como sempre)`,
    `(?:mais uma vez|de novo|como sempre),? ${upTo(2)}(?:esqueceu|atrasou|nao pagou|deixou de pagar|falhou)`,
    `(?:viaj|festa|passe|gast|comprar|celular novo|carro novo|churrasco|cerveja)[a-z]*${within(40)}\\b(?:tem dinheiro|sobra dinheiro|voce tem|nao paga|mas pagar|nao tem dinheiro|devendo)`,
    `(?:consegue|conseguiu|tem como) dormir|dorm(?:e|ir|indo) (?:tranquil[oa]|em paz)`,
    'ate (?:uma )?crianca',
    'conta de gente grande|coitadinh[oa]|pobrezinh[oa]|quem nao tem condicoes',
    `nao (?:sabe|soube|consegue) (?:administrar|cuidar|se organizar|controlar)${within(20)}`,
    `(?:viver|vive|vivendo|morar) (?:de|devendo|as custas)${within(20)}`,
  ),
];
