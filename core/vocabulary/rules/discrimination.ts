import { rules } from '../rule.ts';
import { upTo } from './fragments.ts';

const LAW = 'Ofende a dignidade e discrimina (Constituição, arts. 3º IV e 5º; Lei 7.716/89; CDC, art. 42).';
const GROUP =
  '(?:pobres?|favelad[oa]s?|pret[oa]s?|negr[oa]s?|indi[oa]s?|mulher(?:es)?|baian[oa]s?|nordestin[oa]s?|paraibas?|velh[oa]s?|idos[oa]s?|gays?|viad[oa]s?|bichas?|crentes?|macumbeir[oa]s?|estrangeir[oa]s?|venezuelan[oa]s?|haitian[oa]s?|deficientes?|aposentad[oa]s?|analfabet[oa]s?|desempregad[oa]s?|ciganos?|judeus?|muculmanos?|gord[oa]s?)';

export const DISCRIMINATION_RULES = [
  ...rules(
    { code: 'discrimination', reason: LAW, suggestion: 'Tire a frase. Trate todos do mesmo modo, pelo nome.', evenNegated: true },
    `(?:coisa|tipico|jeito|cabeca|mania|servico) de ${GROUP}`,
    `${GROUP} (?:nao paga|nunca paga|nao sabe|e assim|sao assim|e tudo igual|sao todos)[a-z]*`,
    `${GROUP} (?:${upTo(2)})?(?:nao )?(?:devia|deveria|nao tem credito|tinha que)`,
    `(?:gente|povo) ${GROUP}`,
    `${GROUP} como (?:voce|vc)|(?:gente|pessoa|povo|coisa de gente) sem (?:cultura|estudo|educacao|berco|instrucao|classe)`,
    `${GROUP} quando (?:compra|pega|vai|quer)`,
    '(?:seu|sua|esse|essa) (?:crente|macumbeir[oa]|pret[oa]|gord[oa]|velh[oa]|viado|favelad[oa]|pobre|analfabet[oa]|baian[oa]|paraiba|bicha)',
    `por isso que ${GROUP}`,
    `(?:por|porque|so) (?:ser|voce e|vc e|sendo) ${upTo(1)}${GROUP}`,
    `(?:tinha|so podia) (?:que|de)? ?ser ${upTo(1)}${GROUP}`,
    `(?:gente|pessoas?|povo|cliente|clientes) (?:como voce|da sua (?:laia|cor|raca|religiao|classe|idade|origem)|do seu (?:tipo|nivel|bairro)|desse tipo|da favela|dessa laia)`,
    `(?:esse|este|seu) tipo de (?:gente|pessoa|povo|cliente)|gentinha|gentalha|rale|povinho|ze(?: |-)povinho`,
    `na sua idade|com essa idade|pela sua idade`,
    'aleijad[oa]s?|retardad[oa]s?|mongol(?:oide)?s?|crioul[oa]s?|macac[oa]s?|viadinh[oa]|traveco|sapatao|bichona|debil mental|debiloide|mendig[oa]s?|maloqueir[oa]s?|favelad[oa]s?|macumbeir[oa]s?',
    `sua (?:raca|cor|laia|religiao)(?! (?:escolhida|favorita|preferida))`,
    `(?:volte|volta) (?:para|pra|pro) (?:o |a )?(?:seu|sua) (?:pais|terra)`,
    `lugar de mulher|homem que e homem|(?:chame|peca para|fale com) (?:o )?(?:seu )?marido`,
  ),
];
