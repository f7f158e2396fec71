import { policiesSchema } from '../cadence/policies.ts';
import type { Policies } from '../cadence/policies.ts';
import type { z } from 'zod';
import type { Case, Contact, ContactPoint, Debt, Debtor } from '../case/index.ts';
import type { PlannedStep, StepPlan } from '../step/index.ts';

/** Policies with everything that is not given at its default. */
export const policies = (input: z.input<typeof policiesSchema> = {}): Policies => policiesSchema.parse(input);

export const debt = (over: Partial<Debt> = {}): Debt => ({
  id: 'd1',
  number: 'NF-1001',
  principal: 10_000,
  dueDate: '2026-03-02',
  payments: [],
  abatement: 0,
  status: 'open',
  ...over,
});

export const mobile = (over: Partial<ContactPoint> = {}): ContactPoint => ({
  id: 'celular',
  kind: 'mobile',
  value: '+5511987654321',
  valid: true,
  verified: true,
  consent: {},
  ...over,
});
export const email = (over: Partial<ContactPoint> = {}): ContactPoint => ({
  id: 'email',
  kind: 'email',
  value: 'ana@exemplo.example',
  valid: true,
  verified: true,
  consent: {},
  ...over,
});

export const debtor = (over: Partial<Debtor> = {}): Debtor => ({
  id: 'devedor',
  name: 'Ana Souza',
  document: '52998224725',
  kind: 'person',
  uf: 'SP',
  contactPoints: [mobile(), email()],
  lifetimeValue: 1_000_000,
  customerSince: '2020-01-15',
  invoicesPaid: 20,
  invoicesPaidOnTime: 18,
  optedOut: [],
  ...over,
});

/** A case with one debt of R$ 100,00 due on Monday 02/03/2026, in São Paulo. */
export const caseOf = (over: Partial<Omit<Case, 'debtor'>> & { readonly debtor?: Partial<Debtor> } = {}): Case => ({
  id: 'caso',
  debts: [debt()],
  contacts: [],
  steps: [],
  promises: [],
  agreements: [],
  bureauEntries: [],
  filings: [],
  ...over,
  debtor: debtor(over.debtor),
});

export const contact = (over: Partial<Contact> = {}): Contact => {
  const at = over.at ?? '2026-03-03T13:00:00Z';
  return {
    id: 'c1',
    cadenceId: 'regua',
    stepId: 'd1',
    blockId: 'mensagem',
    cycle: 'd1',
    channel: 'sms',
    contactPointId: 'celular',
    purpose: 'charge',
    status: 'sent',
    at,
    localDate: at.slice(0, 10),
    ...over,
  };
};

/** The classic plan: D-3, D+1, D+7, D+15, D+30 notice, D+45 registration, D+90 court. */
export const classicPlan = (over: Partial<StepPlan> = {}): StepPlan => ({
  cadenceId: 'regua',
  trackId: 'classica',
  lateEntry: 'latest-step',
  steps: [step(-3), step(1), step(7), step(15), { ...step(30), provides: 'bureau-notice' }, { ...step(45), requires: 'bureau-notice' }, step(90)],
  ...over,
});

export const step = (day: number, over: Partial<PlannedStep> = {}): PlannedStep => ({ id: `dia${day}`, name: `Dia ${day}`, day, doneWhen: 'action', ...over });
