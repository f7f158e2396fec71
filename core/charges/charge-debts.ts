import type { CivilDate } from '../civil-date.ts';
import type { Cents } from '../money.ts';
import type { ChargeOptions, ChargeWarning, DebtCharges, DebtInput } from './charge-debt.ts';
import { chargeDebt } from './charge-debt.ts';
import type { ContractTerms } from './contract-terms.ts';
import type { IndexTables } from './index-tables.ts';
import { SHIPPED_TABLES } from './index-tables.ts';

type Sums = Record<'principal' | 'fine' | 'interest' | 'correction' | 'discount' | 'abatement' | 'paid' | 'credit' | 'total', Cents>;

/** Several debts of one debtor. A credit in one is shown and not taken off another: set-off is for people to agree on. */
export interface DebtsCharges extends Readonly<Sums> {
  /** Of the oldest debt that is still owed. */
  readonly daysOverdue: number;
  readonly asOf: CivilDate;
  readonly debts: readonly DebtCharges[];
  /** Each distinct warning once. */
  readonly warnings: readonly ChargeWarning[];
}

/** {@link chargeDebt} for each debt; every sum is the exact sum of the debts' own rounded cents. A debt's own terms win. */
export function chargeDebts(
  debts: readonly (DebtInput & { readonly terms?: ContractTerms | undefined })[],
  terms: ContractTerms,
  on: CivilDate,
  tables: IndexTables = SHIPPED_TABLES,
  options: ChargeOptions = {},
): DebtsCharges {
  const sums: Sums = { principal: 0, fine: 0, interest: 0, correction: 0, discount: 0, abatement: 0, paid: 0, credit: 0, total: 0 };
  const warnings = new Map<string, ChargeWarning>();
  const charged = debts.map((debt) => chargeDebt(debt, debt.terms ?? terms, on, tables, options));
  let daysOverdue = 0;
  for (const debt of charged) {
    for (const key of Object.keys(sums) as (keyof Sums)[]) sums[key] += debt[key];
    for (const warning of debt.warnings) warnings.set(warning.message, warning);
    daysOverdue = Math.max(daysOverdue, debt.daysOverdue);
  }
  return { ...sums, daysOverdue, asOf: on, debts: charged, warnings: [...warnings.values()] };
}
