import { cadenceSchema } from '../cadence/document.ts';
import type { CadenceSettings } from '../cadence/settings.ts';
import { settingsOf } from '../cadence/settings.ts';
import type { Case } from '../case/index.ts';
import type { DebtsCharges } from '../charges/index.ts';
import { chargeDebts, contractTerms } from '../charges/index.ts';
import type { CivilDate } from '../civil-date.ts';
import { collectibleDebts } from './values.ts';

/** A made-up case for tests and for previews before a portfolio is loaded: R$ 100,00 due on 01/01/2026. */
export const SAMPLE_CASE: Case = {
  id: 'c-123',
  debtor: {
    id: 'd-1',
    name: 'Ana Souza',
    document: '52998224725',
    kind: 'person',
    uf: 'SP',
    city: 'São Paulo',
    address: 'Rua das Laranjeiras, 20, Apto 3, São Paulo, SP, 01310-000',
    contactPoints: [],
    lifetimeValue: 1_000_000,
    invoicesPaid: 24,
    invoicesPaidOnTime: 22,
    optedOut: [],
  },
  debts: [
    {
      id: 't-1',
      number: 'NF-1001',
      description: 'Mensalidade de janeiro',
      principal: 10_000,
      dueDate: '2026-01-01',
      payments: [],
      abatement: 0,
      status: 'open',
    },
  ],
  contacts: [],
  steps: [],
  promises: [],
  agreements: [],
  bureauEntries: [],
  filings: [],
};

export const SAMPLE_SETTINGS: CadenceSettings = settingsOf(
  cadenceSchema.parse({
    schemaVersion: 2,
    id: 'exemplo',
    name: 'Exemplo',
    creditor: {
      name: 'Loja Exemplo',
      document: '12345678000195',
      address: 'Rua das Flores, 10',
      city: 'São Paulo',
      uf: 'SP',
      kind: 'EPP',
      phone: '(11) 3000-1000',
      whatsapp: '+5511987654321',
      email: 'atendimento@loja.example',
      paymentUrl: 'https://pague.loja.example/{{caseId}}',
      pixKey: 'pix@loja.example',
    },
    tiers: [{ id: 'todos', name: 'Todos' }],
    tracks: [{ id: 'principal', name: 'Principal' }],
  }),
);

/** The usual contract: fine 2%, interest 1% a month. */
export function sampleCharges(subject: Case, on: CivilDate): DebtsCharges {
  return chargeDebts(collectibleDebts(subject, on), contractTerms({}), on);
}
