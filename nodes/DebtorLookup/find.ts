import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Case } from '../../core/case/index.ts';
import { agreementsInForce, CHANNEL_LABELS } from '../../core/case/index.ts';
import { parseDocument, parseEmail, parsePhone } from '../../core/identity/index.ts';
import { centsToDecimal } from '../../core/money.ts';
import type { CaseQuery, FoundCase, Ledger } from '../../ledger/ledger.ts';
import { calledAsTool, refusedCall, toolCallRefusal } from '../shared/as-tool.ts';
import { chargesOf, debtorSummary, debtSummary, USUAL_POLICIES } from '../shared/case-summary.ts';
import { ledgerOf } from '../shared/ledger-access.ts';
import { Outputs } from '../shared/outputs.ts';
import { readParameters } from '../shared/parameters.ts';
import { portfolioScope } from '../shared/portfolio-scope.ts';
import type { Problem } from '../shared/problem.ts';
import { problemOf } from '../shared/problem.ts';
import { rehearsalMarks } from '../shared/rehearsal.ts';
import { momentOf, momentOnItem } from '../shared/today.ts';
import type { Moment } from '../shared/today.ts';

type FindBy = Exclude<keyof CaseQuery, 'portfolio'>;
const defaults = { today: '', portfolio: '', findBy: 'document' as FindBy, findValue: '' };

/**
 * Looks debtors up one by one and shows what an agent, human or not, needs to talk with them; CPF stays masked. A person with several cases is shown once
 * for each, with its portfolio. As an AI tool it shows the one case that the workflow gave.
 */
export async function findDebtor(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const asTool = calledAsTool(this);
  const refusal = asTool ? toolCallRefusal(this, 'findValue', ['findBy', 'portfolio']) : undefined;
  if (refusal !== undefined) return refusedCall(refusal);
  const parametersAt = readParameters(this, defaults);
  const ledger = await ledgerOf(this);
  const outputs = new Outputs(2);
  const marks = rehearsalMarks(this);
  const fail = (index: number, json: { readonly reason: string } | { readonly problem: Problem }): void => {
    if (asTool) outputs.push(0, { refused: true, reason: 'reason' in json ? json.reason : json.problem.message }, index);
    else outputs.push(1, { found: false, ...json }, index);
  };
  for (const index of asTool ? [0] : this.getInputData().keys()) {
    const { today: asked, portfolio, findBy, findValue } = parametersAt(index);
    try {
      const moment = momentOf(asked);
      const found = await ledger.findCases({ portfolio: portfolioScope(portfolio), [findBy]: normalized(findBy, String(findValue)) });
      if (found.length === 0) fail(index, { reason: 'Nenhum caso com este dado no registro. Confira o valor procurado.' });
      else if (asTool && found.length > 1)
        fail(index, { reason: `Este dado serve para ${found.length} casos. O fluxo precisa dizer qual, pelo código do caso.` });
      else for (const one of found) outputs.push(0, await shown(one, moment, marks(moment).why, ledger), index);
    } catch (error) {
      fail(index, { problem: problemOf(error) });
    }
  }
  return outputs.data;
}

async function shown({ portfolio, subject, nextActionOn, leftInPeace }: FoundCase, moment: Moment, notes: readonly string[], ledger: Ledger) {
  const run = await ledger.latestRun(cadenceOf(subject), portfolio);
  const charges = chargesOf(subject, run?.settings.policies ?? USUAL_POLICIES, moment.today);
  return {
    caseId: subject.id,
    portfolio,
    ...momentOnItem(moment),
    debtor: debtorSummary(subject),
    debt: debtSummary(subject, charges),
    ...history(subject),
    nextActionOn,
    leftInPeace,
    why: [...notes, ...charges.warnings.map((warning) => warning.message)],
  };
}

function normalized(findBy: FindBy, value: string): string {
  if (findBy === 'document') return parseDocument(value).normalized;
  if (findBy === 'phone') return parsePhone(value).normalized;
  if (findBy === 'email') return parseEmail(value).normalized;
  return value.trim();
}

/** The cadence that last touched the case; its contract terms are the ones to count by. */
function cadenceOf(subject: Case): string {
  return subject.contacts.at(-1)?.cadenceId ?? subject.steps.at(-1)?.cadenceId ?? '';
}

function history(subject: Case) {
  const promise = subject.promises.find((one) => one.status === 'open');
  return {
    preferredChannel: subject.debtor.preferredChannel ?? null,
    optedOut: subject.debtor.optedOut,
    defaultReason: subject.debtor.defaultReason ?? null,
    contacts: subject.contacts
      .slice(-10)
      .map((contact) => ({ at: contact.at, channel: CHANNEL_LABELS[contact.channel], purpose: contact.purpose, status: contact.status })),
    promise: promise ? { dueOn: promise.dueOn, amount: centsToDecimal(promise.amount) } : null,
    agreements: agreementsInForce(subject).map(({ id, total, installments }) => ({
      id,
      total: centsToDecimal(total),
      installments: installments.length,
      paid: installments.filter((one) => one.paidOn !== undefined).length,
    })),
    contested: subject.debts.some((debt) => debt.contestedOn !== undefined && debt.status === 'open'),
  };
}
