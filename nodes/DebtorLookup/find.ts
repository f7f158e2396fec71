import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Case } from '../../core/case/index.ts';
import { agreementsInForce, CHANNEL_LABELS } from '../../core/case/index.ts';
import { parseDocument, parseEmail, parsePhone } from '../../core/identity/index.ts';
import { centsToDecimal } from '../../core/money.ts';
import type { CaseQuery } from '../../ledger/ledger.ts';
import { calledAsTool, inputItems } from '../shared/as-tool.ts';
import { chargesOf, debtorSummary, debtSummary, USUAL_POLICIES } from '../shared/case-summary.ts';
import { ledgerOf } from '../shared/ledger-access.ts';
import { Outputs } from '../shared/outputs.ts';
import { readParameters } from '../shared/parameters.ts';
import { problemOf } from '../shared/problem.ts';
import { rehearsalMarks } from '../shared/rehearsal.ts';
import { momentOf, momentOnItem } from '../shared/today.ts';

const defaults = { today: '', findBy: 'document' as keyof CaseQuery, findValue: '' };

/** Looks debtors up one by one and shows what an agent, human or not, needs to talk with them; CPF stays masked. */
export async function findDebtor(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const parametersAt = readParameters(this, defaults);
  const ledger = await ledgerOf(this);
  const outputs = new Outputs(2);
  const asTool = calledAsTool(this);
  const marks = rehearsalMarks(this);
  for (const index of inputItems(this).keys()) {
    const { today: asked, findBy, findValue } = parametersAt(index);
    try {
      const moment = momentOf(asked);
      const { today } = moment;
      const found = await ledger.findCase({ [findBy]: normalized(findBy, String(findValue)) });
      if (found) {
        const run = await ledger.latestRun(cadenceOf(found));
        const charges = chargesOf(found, run?.settings.policies ?? USUAL_POLICIES, today);
        outputs.push(
          0,
          {
            caseId: found.id,
            ...momentOnItem(moment),
            debtor: debtorSummary(found),
            debt: debtSummary(found, charges),
            ...history(found),
            why: [...marks(moment).why, ...charges.warnings.map((warning) => warning.message)],
          },
          index,
        );
      } else {
        // An agent that calls this as a tool sees the first output only.
        outputs.push(asTool ? 0 : 1, { found: false, reason: 'Nenhum caso com este dado no registro. Confira o valor procurado.' }, index);
      }
    } catch (error) {
      outputs.push(asTool ? 0 : 1, { found: false, problem: problemOf(error) }, index);
    }
  }
  return outputs.data;
}

function normalized(findBy: keyof CaseQuery, value: string): string {
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
