import type { TextFinding } from '../message/composed.ts';
import { blankAddresses } from './addresses.ts';

/** Capitals that are names of things and not raised voices. */
const ACRONYMS = new Set([
  'CPF',
  'CNPJ',
  'IPVA',
  'IPTU',
  'DARF',
  'INSS',
  'FGTS',
  'CRLV',
  'ITBI',
  'MEC',
  'ENEM',
  'SUS',
  'PIX',
  'SMS',
  'SAIR',
  'SPC',
  'SCPC',
  'SERASA',
  'LTDA',
  'EIRELI',
  'MEI',
  'EPP',
  'NF',
  'NFE',
  'URA',
  'IPCA',
  'INPC',
  'IGP',
  'CEP',
  'PDF',
  'SAC',
  'CDC',
  'LGPD',
  'RG',
  'ID',
  'QR',
  'BB',
  'STJ',
  'PARAR',
  'SIM',
  'NAO',
  'NÃO',
  'OK',
  'PROCON',
  'CNH',
  'ME',
  'SA',
  'TED',
  'DOC',
  'WHATSAPP',
  'ACORDO',
  'BOLETO',
  'PAGUEI',
  'QUERO',
  'AJUDA',
  'MENU',
  'HUMANO',
  'ATENDENTE',
]);
/** Orders to reply with a word: `responda SAIR` is not shouting, whatever the word. */
const KEYWORD_BEFORE = /(?:respond\w*|digit\w*|envi\w*|escrev\w*|mand\w*|palavra)\s+(?:com\s+)?(?:a\s+palavra\s+)?["'“*]?$/i;
const COMPANY_END = /\b(?:LTDA|EIRELI|S\/?A|MEI?|EPP)\.?$/;

const SHOUTING = {
  capitals: { message: 'Maiúsculas seguidas leem-se como grito.', suggestion: 'Escreva em minúsculas.' },
  exclamation: { message: 'Muitos pontos de exclamação leem-se como pressão.', suggestion: 'Use um ponto final.' },
} as const;

/** Words in capitals, one after another, and heaps of exclamation marks. `names` are the case's own, which ERPs write in capitals. */
export function findShouting(text: string, names: readonly string[] = []): TextFinding[] {
  const found: TextFinding[] = [];
  const add = (excerpt: string, severity: 'error' | 'warning', kind: keyof typeof SHOUTING) =>
    found.push({ code: 'shouting', severity, excerpt, ...SHOUTING[kind] });
  for (const [excerpt] of text.matchAll(/[!¡‼❗❕?]{2,}|‼|❗/gu)) {
    if (!/[!‼❗]/u.test(excerpt)) continue;
    add(excerpt, excerpt.length >= 3 || /[‼❗]/u.test(excerpt) ? 'error' : 'warning', 'exclamation');
  }
  const plain = names.reduce(
    (rest, name) => (name.length > 2 ? rest.replaceAll(name, ' . ') : rest),
    blankAddresses(text, () => ' . '),
  );
  const run = /(?<![\p{L}\d])\p{Lu}[\p{Lu}\d]*(?:[-'’/]\p{Lu}+)*(?:[ ,]+(?=\p{Lu})\p{Lu}[\p{Lu}\d]*(?:[-'’/]\p{Lu}+)*(?![\p{Ll}]))*(?![\p{Ll}\d])/gu;
  for (const match of plain.matchAll(run)) {
    const excerpt = match[0];
    if (COMPANY_END.test(excerpt) || KEYWORD_BEFORE.test(plain.slice(Math.max(0, match.index - 40), match.index))) continue;
    const words = excerpt.split(/[ ,/]+/);
    const loud = words.filter((word) => word.length >= 4 && !/\d/.test(word) && !ACRONYMS.has(word)).length;
    // Short words count only beside long ones: "PAGUE JÁ".
    if (loud === 0) continue;
    add(excerpt, words.length >= 2 ? 'error' : 'warning', 'capitals');
  }
  return found;
}
