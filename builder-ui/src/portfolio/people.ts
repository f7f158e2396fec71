import type { Case, ContactPoint } from '../../../core/case/index.ts';
import { addDays, type CivilDate } from '../../../core/civil-date.ts';

/** A few made-up people for previews, before any portfolio is loaded. Names, documents and addresses belong to nobody. */
interface Person {
  readonly name: string;
  readonly document: string;
  readonly kind: 'person' | 'company';
  readonly uf: string;
  readonly city: string;
  readonly principal: number;
  readonly debts: number;
  readonly lifetimeValue: number;
  readonly since: CivilDate;
  readonly paid: readonly [number, number];
}

const PEOPLE: readonly Person[] = [
  {
    name: 'Ana Beatriz Moreira',
    document: '52998224725',
    kind: 'person',
    uf: 'SP',
    city: 'Campinas',
    principal: 30000,
    debts: 1,
    lifetimeValue: 1_000_000,
    since: '2019-03-12',
    paid: [58, 57],
  },
  {
    name: 'José Carlos da Conceição',
    document: '11144477735',
    kind: 'person',
    uf: 'BA',
    city: 'Salvador',
    principal: 74250,
    debts: 3,
    lifetimeValue: 240_000,
    since: '2023-08-01',
    paid: [14, 9],
  },
  {
    name: 'Padaria Sol Nascente Ltda.',
    document: '11222333000181',
    kind: 'company',
    uf: 'MG',
    city: 'Uberlândia',
    principal: 386_000,
    debts: 2,
    lifetimeValue: 5_460_000,
    since: '2016-01-20',
    paid: [96, 90],
  },
  {
    name: 'Raimunda Nonata Pereira',
    document: '39053344705',
    kind: 'person',
    uf: 'AM',
    city: 'Manaus',
    principal: 12990,
    debts: 1,
    lifetimeValue: 38_970,
    since: '2026-02-03',
    paid: [3, 2],
  },
];

export function previewCases(dueDate: CivilDate): Case[] {
  return PEOPLE.map((person, index) => caseOf(person, index, dueDate));
}

function caseOf(person: Person, index: number, dueDate: CivilDate): Case {
  const id = `exemplo-${index + 1}`;
  const point = (kind: ContactPoint['kind'], value: string): ContactPoint => ({
    id: `${id}-${kind}`,
    kind,
    value,
    valid: true,
    verified: true,
    consent: { email: true, sms: true, whatsapp: true, voice: true },
  });
  const first = person.name
    .split(' ')[0]!
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z]/g, '');
  return {
    id,
    debtor: {
      id: `${id}-debtor`,
      name: person.name,
      document: person.document,
      kind: person.kind,
      uf: person.uf,
      city: person.city,
      address: `Rua das Acácias, ${120 + index * 31}, ${person.city}, ${person.uf}`,
      contactPoints: [
        point('mobile', `+55119876${54320 + index}`),
        point('email', `${first}@exemplo.example`),
        point('address', `Rua das Acácias, ${120 + index * 31}, ${person.city}, ${person.uf}`),
      ],
      lifetimeValue: person.lifetimeValue,
      customerSince: person.since,
      invoicesPaid: person.paid[0],
      invoicesPaidOnTime: person.paid[1],
      optedOut: [],
    },
    debts: Array.from({ length: person.debts }, (_, n) => ({
      id: `${id}-debt-${n + 1}`,
      number: `NF-${1041 + index * 17 + n}`,
      description: n === 0 ? 'Mensalidade' : 'Mensalidade seguinte',
      principal: Math.round(person.principal / person.debts),
      dueDate: addDays(dueDate, n * 30),
      payments: [],
      abatement: 0,
      status: 'open' as const,
    })),
    contacts: [],
    steps: [],
    promises: [],
    agreements: [],
    bureauEntries: [],
    filings: [],
  };
}
