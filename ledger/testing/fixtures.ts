import { cadenceSchema } from '../../core/cadence/document.ts';
import { settingsOf } from '../../core/cadence/settings.ts';
import type { ContactPoint, Debt } from '../../core/case/index.ts';
import type { ContractTermsInput } from '../../core/charges/index.ts';
import type { ImportedCase } from '../../core/portfolio/index.ts';
import type { ClaimInput, Ledger, Run } from '../ledger.ts';

export const PORTFOLIO = 'carteira';
export const ON = '2026-03-10';
export const AT = '2026-03-10T12:00:00.000Z';
export const IMPORT = { portfolio: PORTFOLIO, on: ON, at: AT };
export const ANA = '52998224725';

type ImportedDebt = ImportedCase['debts'][number];

export function importedDebt(change: Partial<Debt> = {}): ImportedDebt {
  return { number: 'NF-1', principal: 10_000, dueDate: '2026-03-02', payments: [], abatement: 0, status: 'open', ...change };
}

export function importedPoint(change: Partial<ContactPoint> = {}): Omit<ContactPoint, 'id'> {
  return { kind: 'mobile', value: '+5511987654321', valid: true, verified: true, consent: {}, ...change };
}

export function importedCase(change: Partial<ImportedCase['debtor']> = {}, debts: readonly ImportedDebt[] = [importedDebt()]): ImportedCase {
  return {
    debtor: {
      name: 'Ana Souza',
      document: ANA,
      kind: 'person',
      uf: 'SP',
      contactPoints: [importedPoint()],
      lifetimeValue: 1_000_000,
      invoicesPaid: 10,
      invoicesPaidOnTime: 9,
      ...change,
    },
    debts,
  };
}

/** `count` debtors with two contact points and one debt each. */
export function portfolioOf(count: number): ImportedCase[] {
  return Array.from({ length: count }, (_, index) =>
    importedCase(
      {
        name: `Pessoa ${index}`,
        document: String(index).padStart(11, '0'),
        contactPoints: [
          importedPoint({ value: `+55119${String(index).padStart(8, '0')}` }),
          importedPoint({ kind: 'email', value: `p${index}@exemplo.example` }),
        ],
      },
      [importedDebt({ number: `T-${index}` })],
    ),
  );
}

export async function importOne(ledger: Ledger, imported: ImportedCase = importedCase()): Promise<string> {
  const [outcome] = await ledger.importCases([imported], IMPORT);
  return outcome!.caseId;
}

export function runWith(change: Partial<Run> = {}, contract: ContractTermsInput = {}, policies: object = {}): Run {
  const document = cadenceSchema.parse({
    schemaVersion: 2,
    id: 'classica',
    name: 'Clássica',
    policies: { contract, ...policies },
    tiers: [{ id: 'todos', name: 'Todos' }],
    tracks: [{ id: 'unica', name: 'Única' }],
  });
  return { id: 'run-1', cadenceId: 'classica', portfolio: PORTFOLIO, on: ON, startedAt: AT, settings: settingsOf(document), ...change };
}

export function claimFor(caseId: string, change: Partial<ClaimInput> = {}): ClaimInput {
  return {
    caseId,
    cadenceId: 'classica',
    stepId: 'd1',
    blockId: 'mensagem',
    cycle: 'debt-1',
    channel: 'whatsapp',
    purpose: 'charge',
    at: AT,
    localDate: ON,
    costCents: 35,
    content: { text: 'Olá, Ana. Sua fatura NF-1 está em aberto.' },
    ...change,
  };
}
