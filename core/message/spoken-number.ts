const UNITS = [
  'zero',
  'um',
  'dois',
  'três',
  'quatro',
  'cinco',
  'seis',
  'sete',
  'oito',
  'nove',
  'dez',
  'onze',
  'doze',
  'treze',
  'catorze',
  'quinze',
  'dezesseis',
  'dezessete',
  'dezoito',
  'dezenove',
];
const TENS = ['', '', 'vinte', 'trinta', 'quarenta', 'cinquenta', 'sessenta', 'setenta', 'oitenta', 'noventa'];
const HUNDREDS = ['', 'cento', 'duzentos', 'trezentos', 'quatrocentos', 'quinhentos', 'seiscentos', 'setecentos', 'oitocentos', 'novecentos'];

/** A whole number from 0 to 999,999,999,999 in Portuguese words, masculine: `1021` → `mil e vinte e um`. */
export function spokenNumber(value: number): string {
  if (value === 0) return UNITS[0]!;
  const groups: { value: number; words: string }[] = [];
  const scales = [
    { size: 1_000_000_000, one: 'bilhão', many: 'bilhões' },
    { size: 1_000_000, one: 'milhão', many: 'milhões' },
  ];
  let rest = value;
  for (const { size, one, many } of scales) {
    const count = Math.floor(rest / size);
    rest %= size;
    if (count > 0) groups.push({ value: count * size, words: `${belowThousand(count)} ${count === 1 ? one : many}` });
  }
  const thousands = Math.floor(rest / 1000);
  if (thousands > 0) groups.push({ value: thousands * 1000, words: thousands === 1 ? 'mil' : `${belowThousand(thousands)} mil` });
  rest %= 1000;
  if (rest > 0) groups.push({ value: rest, words: belowThousand(rest) });
  return groups.map(({ words }, index) => (index === 0 ? words : `${joiner(groups, index)}${words}`)).join('');
}

/** The last group is tied with "e" when it is below a hundred or a round hundred: `mil e duzentos`, but `mil duzentos e dez`. */
function joiner(groups: readonly { value: number }[], index: number): string {
  const { value } = groups[index]!;
  const last = index === groups.length - 1;
  const short = value < 1000 ? value < 100 || value % 100 === 0 : value / 1000 < 100 || (value / 1000) % 100 === 0;
  return last && short ? ' e ' : ' ';
}

function belowThousand(value: number): string {
  if (value === 100) return 'cem';
  const parts: string[] = [];
  if (value >= 100) parts.push(HUNDREDS[Math.floor(value / 100)]!);
  const rest = value % 100;
  if (rest >= 20) {
    parts.push(TENS[Math.floor(rest / 10)]!);
    if (rest % 10 > 0) parts.push(UNITS[rest % 10]!);
  } else if (rest > 0) parts.push(UNITS[rest]!);
  return parts.join(' e ');
}

/** Cents in words: `10233` → `cento e dois reais e trinta e três centavos`. */
export function spokenMoney(cents: number): string {
  const reais = Math.trunc(Math.abs(cents) / 100);
  const rest = Math.abs(cents) % 100;
  const sign = cents < 0 ? 'menos ' : '';
  // "um milhão de reais", but "um milhão e mil reais".
  const reaisWords = `${spokenNumber(reais)} ${reais >= 1_000_000 && reais % 1_000_000 === 0 ? 'de ' : ''}${reais === 1 ? 'real' : 'reais'}`;
  const centsWords = `${spokenNumber(rest)} ${rest === 1 ? 'centavo' : 'centavos'}`;
  if (rest === 0) return sign + reaisWords;
  return sign + (reais === 0 ? centsWords : `${reaisWords} e ${centsWords}`);
}

const MONTHS = ['janeiro', 'fevereiro', 'março', 'abril', 'maio', 'junho', 'julho', 'agosto', 'setembro', 'outubro', 'novembro', 'dezembro'];

/** `('01', '03', '2026')` → `primeiro de março de dois mil e vinte e seis`. */
export function spokenDate(day: number, month: number, year: number): string {
  return `${day === 1 ? 'primeiro' : spokenNumber(day)} de ${MONTHS[month - 1]!} de ${spokenNumber(year)}`;
}
