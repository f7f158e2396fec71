import type { TextFinding } from '../message/composed.ts';
import type { FoldedText } from './folded-text.ts';

/** Words of lawyers, folded. A warning only: they keep people from understanding, they do not press. */
const TERMS = [
  'outrossim|destarte|doravante|hodiern[oa]|porquanto|conquanto|mormente|dessarte|ademais disso|tempestivamente|haja vista',
  'in casu|in albis|data v[ae]nia|ex vi|ex nunc|ex tunc|sub judice|a quo|ad referendum|inaudita altera|ut supra|erga omnes|pro rata die',
  'supracitad[oa]s?|supramencionad[oa]s?|supra(?: |-)?referid[oa]s?|infracitad[oa]s?|retromencionad[oa]s?|epigrafad[oa]s?|em epigrafe|sobredit[oa]s?|aludid[oa]s?',
  'vossa senhoria|v\\. ?s\\.?a?\\b|ilustrissim[oa]|excelentissim[oa]|mui respeitosamente',
  '(?:vimos|viemos|venho|vem) ?,? ?por (?:meio d(?:esta|este|a presente|o presente)|intermedio)|pel[oa] presente|por (?:meio|intermedio) d[oa] presente|servimo-nos|serve a presente|a presente tem (?:por|o) (?:objetivo|fim|escopo)',
  'inadimplement[oa]|adimpl(?:ir|emento|encia|ente|ida|ido)|inadimplid[oa]s?|solver o debito|purg(?:ar|acao|a) d?[ae]? ?mora|constituid[oa] em mora|em mora|encargos moratorios|juros (?:moratorios|de mora)|multa moratoria|mora debitoris',
  'avencad[oa]s?|elidir|exequend[oa]|cominac(?:ao|oes)|cominatori[oa]|cedico|consectari[oa]s|corolario|obrigacional|sinalagmatic[oa]|vencimento antecipado da totalidade|quitacao plena|liquid[oa],? cert[oa] e exigivel|extrajudicialmente|interpelacao|quedou-se inerte|quedar inerte|restou (?:infrutifer[oa]|inadimplid[oa])|sem prejuizo d[aeo]s?',
  'fulcro|supedaneo|arrimo|espeque|escopo d[aeo]|mister se faz|faz-se mister|cumpre-nos (?:informar|comunicar)|nos termos d[oa] (?:artigo|art\\.|lei|dispositivo)',
];
const LEGALESE = new RegExp(`(?<![a-z0-9])(?:${TERMS.join('|')})(?![a-z0-9])`, 'g');

export function* findLegalese(folded: FoldedText): Generator<TextFinding> {
  for (const match of folded.text.matchAll(LEGALESE)) {
    yield {
      code: 'legalese',
      severity: 'warning',
      excerpt: folded.original(match.index, match.index + match[0].length),
      message: 'Linguagem jurídica afasta quem lê; a informação precisa ser clara (CDC, art. 6º III).',
      suggestion: 'Escreva como se fala: "pagar", "atraso", "esta mensagem", "acima".',
    };
  }
}
