import { makeCnpj, makeCpf } from './documents.ts';
import { companyEndings, companyKinds, companyNames, familyNames, givenNames } from './names.ts';
import { neighbourhoods, places, streets, type Place } from './places.ts';
import type { Random } from './random.ts';
import { brazilianDate, brazilianMoney, plusDays, type Row } from './row.ts';

export const DEBTORS = 200;

/** The day the sample is made for: on it every step of the classic cadence has somebody due. */
export const REFERENCE_DATE = '2026-11-21';

/** How many debtors have their oldest open título so many days overdue on that day; negative: not due yet. */
const dueOnStep: readonly [daysOverdue: number, debtors: number][] = [
  [-3, 26],
  [1, 24],
  [7, 22],
  [15, 20],
  [30, 18],
  [45, 14],
  [90, 12],
];

type Person = Omit<Row, 'titulo' | 'emissao' | 'vencimento' | 'valor' | 'valor_pago' | 'data_pagamento'>;

/** All rows of 200 distinct debtors, one row per título, in the order of the client's code. */
export function makeDebtorRows(random: Random): Row[] {
  const residences = spreadOverCountry();
  const names = new Set<string>();
  const overdue = dueOnStep.flatMap(([days, count]) => Array.from({ length: count }, () => days));
  return Array.from({ length: DEBTORS }, (_, index) => {
    // 37 is prime to 200: neighbours in the list are neither from one place nor at one step.
    const residence = residences[(index * 37) % residences.length]!;
    const days = overdue[(index * 37 + 11) % DEBTORS] ?? random.between(-12, 120);
    return titlesOf(random, makePerson(random, index, residence, names), index, days);
  }).flat();
}

/** 200 residences: every place by its weight, scaled. */
function spreadOverCountry(): Place[] {
  const list = places.flatMap((place) => Array.from({ length: place.weight }, () => place));
  return Array.from({ length: DEBTORS }, (_, index) => list[Math.floor((index * list.length) / DEBTORS)]!);
}

function makePerson(random: Random, index: number, { uf, city, ddd, cepPrefix }: Place, taken: Set<string>): Person {
  const company = index % 5 === 4;
  let name: string;
  do {
    name = company
      ? `${random.pick(companyKinds)} ${random.pick(companyNames)} ${random.pick(companyEndings)}`
      : `${random.pick(givenNames)} ${random.pick(familyNames)}${random.chance(0.5) ? ` ${random.pick(familyNames)}` : ''}`;
  } while (taken.has(name));
  taken.add(name);

  const document = company ? makeCnpj(random, index % 35 === 4) : makeCpf(random);
  const mobile = `9${random.between(6, 9)}${random.digits(7)}`;
  const landline = `${random.between(2, 5)}${random.digits(7)}`;
  // Some ERPs keep documents and numbers bare, and a few people left only one way to reach them.
  const bare = random.chance(0.15);
  const hasMobile = !random.chance(0.06);
  const hasEmail = !hasMobile || !random.chance(0.12);
  const paid = random.between(0, 48);
  return {
    codigo_cliente: `C${String(index + 1).padStart(5, '0')}`,
    nome: name,
    cpf_cnpj: bare ? document.replace(/[./-]/g, '') : document,
    tipo: company ? 'PJ' : 'PF',
    email: hasEmail ? emailOf(name, index) : '',
    celular: hasMobile ? (bare ? `${ddd}${mobile}` : `(${ddd}) ${mobile.slice(0, 5)}-${mobile.slice(5)}`) : '',
    telefone: !hasMobile || random.chance(0.3) ? `(${ddd}) ${landline.slice(0, 4)}-${landline.slice(4)}` : '',
    endereco: `${random.pick(streets)}, ${random.between(10, 2400)}`,
    bairro: random.pick(neighbourhoods),
    cidade: city,
    uf,
    cep: `${cepPrefix}-${random.digits(3)}`,
    cliente_desde: brazilianDate(plusDays(REFERENCE_DATE, -random.between(200, 4200))),
    total_comprado: '',
    titulos_pagos: String(paid),
    titulos_em_dia: String(Math.round(paid * random.pick([0.35, 0.6, 0.8, 0.95, 1]))),
    canal_preferido: random.pick(['whatsapp', 'whatsapp', 'email', 'sms', 'telefone', '', '']),
    consentimento_whatsapp: random.pick(['S', 'S', 'S', 'S', 'N', '']),
    observacao: random.chance(0.08) ? random.pick(notes) : '',
  };
}

const notes = [
  'Prefere contato à tarde',
  'Pediu 2ª via; enviar por e-mail',
  'Cliente antigo, tratar com atenção',
  'Falar com o setor "financeiro"',
  'Mudou de endereço em agosto; confirmar CEP',
] as const;

function emailOf(name: string, index: number): string {
  const words = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 2);
  // Names of domains that nobody can own (RFC 2606) or that belong to the registry of Brazil for examples.
  return `${words[0]}.${words.at(-1)}${index + 1}@${index % 2 ? 'example.com.br' : 'exemplo.example'}`;
}

/** One to four títulos; the first is the oldest open one and `daysOverdue` old, the others younger or already paid. */
function titlesOf(random: Random, person: Person, index: number, daysOverdue: number): Row[] {
  const cents = random.pick([random.between(3_900, 25_000), random.between(15_000, 120_000), random.between(80_000, 900_000)]);
  const due = plusDays(REFERENCE_DATE, -daysOverdue);
  const count = index % 6 === 2 ? random.between(2, 4) : 1;
  // From "bought once, and that is what is owed" to "a client of many years": each tier has its people.
  const bought = Math.round(cents * count * random.pick([1, 1.4, 3, 8, 20, 60]));
  const number = 20_000 + index * 7;
  const common = { ...person, total_comprado: brazilianMoney(bought), emissao: brazilianDate(plusDays(due, -30)) };
  return Array.from({ length: count }, (_, part) => {
    const dueDate = plusDays(due, part * 30);
    // Nine paid off altogether, six who had paid the last part early, eight who paid a piece.
    const paid = index % 22 === 7 || (part > 0 && part === count - 1 && index % 12 === 2);
    const piece = !paid && part === 0 && index % 25 === 13;
    return {
      ...common,
      titulo: count > 1 ? `NF-${number}/${part + 1}` : `NF-${number}`,
      vencimento: brazilianDate(dueDate),
      valor: brazilianMoney(cents),
      valor_pago: brazilianMoney(paid ? cents : piece ? Math.round(cents * 0.4) : 0),
      data_pagamento: paid || piece ? brazilianDate(plusDays(REFERENCE_DATE, -random.between(1, 20))) : '',
    };
  });
}
