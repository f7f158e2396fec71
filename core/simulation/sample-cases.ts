import type { Case, Channel, ContactPoint, Debt } from '../case/index.ts';
import type { CivilDate } from '../civil-date.ts';
import { addDays } from '../civil-date.ts';
import type { Random } from './random.ts';
import { between, chance, mulberry32, pick } from './random.ts';

const FIRST_NAMES = [
  'Ana',
  'Bruno',
  'Carla',
  'Daniel',
  'Elisa',
  'Fábio',
  'Gabriela',
  'Heitor',
  'Isabel',
  'João',
  'Karina',
  'Lucas',
  'Marina',
  'Nelson',
  'Olívia',
  'Paulo',
  'Rita',
  'Sérgio',
  'Tatiana',
  'Vítor',
];
const LAST_NAMES = [
  'Almeida',
  'Barbosa',
  'Cardoso',
  'Dias',
  'Ferreira',
  'Gomes',
  'Lima',
  'Martins',
  'Nascimento',
  'Oliveira',
  'Pereira',
  'Ribeiro',
  'Santos',
  'Silva',
  'Souza',
  'Teixeira',
];
const COMPANY_KINDS = ['Padaria', 'Oficina', 'Mercado', 'Papelaria', 'Farmácia', 'Academia'];
/** States by weight, roughly as people live, with the far time zones present. */
const STATES: readonly (readonly [uf: string, ddd: string, weight: number])[] = [
  ['SP', '11', 30],
  ['MG', '31', 12],
  ['RJ', '21', 11],
  ['BA', '71', 8],
  ['RS', '51', 7],
  ['PR', '41', 7],
  ['PE', '81', 6],
  ['CE', '85', 5],
  ['SC', '48', 4],
  ['GO', '62', 4],
  ['AM', '92', 3],
  ['MT', '65', 2],
  ['AC', '68', 1],
];
const WEIGHT = STATES.reduce((sum, [, , weight]) => sum + weight, 0);

/**
 * An invented portfolio for trying a cadence out: generated names, documents with valid digits, e-mails at an example domain. Most debts are
 * about to fall due or recently overdue, some are old; a few debtors owe several. Reproducible by seed.
 * @param count how many debtors
 * @param on the day the portfolio is looked at
 */
export function sampleCases(count: number, seed: number, on: CivilDate): Case[] {
  const random = mulberry32(seed);
  return Array.from({ length: count }, (_, index) => sampleCase(index, random, on));
}

function sampleCase(index: number, random: Random, on: CivilDate): Case {
  const id = `amostra-${index + 1}`;
  const company = chance(random, 12);
  const first = pick(random, FIRST_NAMES);
  const last = pick(random, LAST_NAMES);
  const name = company ? `${pick(random, COMPANY_KINDS)} ${last} Ltda` : `${first} ${last}`;
  const [uf, ddd] = place(random);
  const invoicesPaid = Math.floor(random() ** 2 * 60);
  const punctuality = 0.3 + 0.7 * Math.sqrt(random());
  const ticket = Math.round(Math.exp(4.2 + 2.2 * random()) * 100);
  return {
    id,
    debtor: {
      id: `${id}-devedor`,
      name,
      document: company ? cnpj(random) : cpf(random),
      kind: company ? 'company' : 'person',
      uf,
      address: `Rua ${pick(random, LAST_NAMES)}, ${between(random, 1, 2000)}`,
      contactPoints: contactPoints(id, `${first}.${last}${index + 1}`, ddd, random),
      lifetimeValue: invoicesPaid * ticket,
      customerSince: addDays(on, -30 * Math.max(1, invoicesPaid) - between(random, 0, 300)),
      invoicesPaid,
      invoicesPaidOnTime: Math.min(invoicesPaid, Math.round(invoicesPaid * punctuality)),
      ...(chance(random, 15) ? { preferredChannel: pick<Channel>(random, ['whatsapp', 'email', 'voice']) } : {}),
      optedOut: chance(random, 1) ? ['all'] : [],
    },
    debts: debts(id, ticket, random, on),
    contacts: [],
    steps: [],
    promises: [],
    agreements: [],
    bureauEntries: [],
    filings: [],
  };
}

function debts(id: string, ticket: number, random: Random, on: CivilDate): Debt[] {
  const count = chance(random, 75) ? 1 : between(random, 2, 5);
  // A third is still to fall due, most of the rest is up to two months late, and a tail is old.
  const roll = random();
  const overdue = roll < 0.35 ? -between(random, 0, 30) : roll < 0.85 ? between(random, 1, 60) : between(random, 61, 400);
  return Array.from({ length: count }, (_, index) => ({
    id: `${id}-titulo-${index + 1}`,
    number: `${between(random, 1000, 9999)}-${index + 1}`,
    principal: Math.max(3000, Math.round((ticket * (0.5 + random())) / 10) * 10),
    dueDate: addDays(on, 30 * index - overdue),
    payments: [],
    abatement: 0,
    status: 'open' as const,
  }));
}

function contactPoints(id: string, handle: string, ddd: string, random: Random): ContactPoint[] {
  const points: ContactPoint[] = [];
  const point = (kind: ContactPoint['kind'], value: string, validPercent: number, consent: ContactPoint['consent']): void => {
    points.push({ id: `${id}-${kind}`, kind, value, valid: chance(random, validPercent), verified: true, consent });
  };
  if (chance(random, 92))
    point(
      'mobile',
      `+55${ddd}9${between(random, 60_000_000, 99_999_999)}`,
      96,
      chance(random, 70) ? { whatsapp: true } : chance(random, 15) ? { whatsapp: false } : {},
    );
  if (chance(random, 80))
    point(
      'email',
      `${handle
        .normalize('NFD')
        .replace(/[^A-Za-z0-9.]/g, '')
        .toLowerCase()}@exemplo.example`,
      95,
      {},
    );
  if (chance(random, 20)) point('landline', `+55${ddd}3${between(random, 2_000_000, 9_999_999)}`, 95, {});
  return points;
}

function place(random: Random): readonly [uf: string, ddd: string] {
  let left = random() * WEIGHT;
  for (const [uf, ddd, weight] of STATES) {
    left -= weight;
    if (left < 0) return [uf, ddd];
  }
  return ['SP', '11'];
}

function cpf(random: Random): string {
  const digits = Array.from({ length: 9 }, () => between(random, 0, 9));
  if (digits.every((digit) => digit === digits[0])) digits[0] = (digits[0]! + 1) % 10;
  for (let length = 9; length < 11; length += 1)
    digits.push(
      checkDigit(
        digits,
        digits.map((_, index) => length + 1 - index),
      ),
    );
  return digits.join('');
}

function cnpj(random: Random): string {
  const digits = [...Array.from({ length: 8 }, () => between(random, 0, 9)), 0, 0, 0, 1];
  for (let length = 12; length < 14; length += 1)
    digits.push(
      checkDigit(
        digits,
        digits.map((_, index) => ((length - 1 - index) % 8) + 2),
      ),
    );
  return digits.join('');
}

/** Modulo 11, as Receita Federal defines it for both documents. */
function checkDigit(digits: readonly number[], weights: readonly number[]): number {
  const rest = digits.reduce((sum, digit, index) => sum + digit * weights[index]!, 0) % 11;
  return rest < 2 ? 0 : 11 - rest;
}
