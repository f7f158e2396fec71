import { join } from 'node:path';
import type { IExecuteFunctions } from 'n8n-workflow';
import type { BureauEntry, Case } from '../../core/case/index.ts';
import type { CadenceSettings } from '../../core/cadence/settings.ts';
import { chargeDebt } from '../../core/charges/index.ts';
import { payableThere } from '../../core/payment/index.ts';
import type { CivilDate } from '../../core/civil-date.ts';
import type { BureauLine, BureauProvider } from '../../providers/bureau/index.ts';
import { manualBureau, rehearsalBureau } from '../../providers/bureau/index.ts';
import { reguaFolder } from '../shared/ledger-folder.ts';
import type { Moment } from '../shared/today.ts';

/** The only provider there is an open contract for: a person with a spreadsheet, who gets none in a rehearsal. */
export function bureauOf(context: IExecuteFunctions, { kind }: Moment): BureauProvider {
  if (kind === 'rehearsal') return rehearsalBureau();
  return manualBureau({ folder: join(reguaFolder(), 'negativacao'), batch: context.getExecutionId() || context.getNode().id });
}

/** One line per debt of the entry. */
export function linesOf(action: BureauLine['action'], entry: BureauEntry, subject: Case, settings: CadenceSettings, on: CivilDate): BureauLine[] {
  const { creditor, policies } = settings;
  const { debtor } = subject;
  const payable = payableThere(debtor, policies);
  return subject.debts
    .filter((debt) => entry.debtIds.includes(debt.id))
    .map((debt) => ({
      action,
      entryId: entry.id,
      creditorDocument: creditor.document,
      creditorName: creditor.name,
      debtorDocument: debtor.document,
      debtorName: debtor.name,
      address: debtor.address ?? '',
      city: debtor.city ?? '',
      uf: debtor.uf,
      debtNumber: debt.number,
      dueDate: debt.dueDate,
      amount: chargeDebt(debt, policies.contract, on, undefined, payable).total,
    }));
}
