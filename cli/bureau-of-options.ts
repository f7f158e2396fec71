import { bureauEligibility } from '../core/bureau/index.ts';
import { policiesSchema } from '../core/cadence/policies.ts';
import type { Agreement, Case, Contact } from '../core/case/index.ts';
import type { CivilDate } from '../core/civil-date.ts';
import { addDays } from '../core/civil-date.ts';
import type { Cents } from '../core/money.ts';
import { bareCase } from './bare-case.ts';

export interface BureauOptions {
  /** With charges; taken as it is. */
  readonly amount: Cents;
  readonly dueDate: CivilDate;
  readonly on: CivilDate;
  /** null = there was none; undefined = not said: the debt alone is judged. */
  readonly noticeDeliveredOn: CivilDate | null | undefined;
  readonly waitDays: number;
  readonly minAmountCents: Cents;
  readonly prescriptionYears: number;
  readonly paid: boolean;
  readonly agreement: boolean;
  readonly contested: boolean;
  readonly registered: boolean;
  readonly previousEntry: boolean;
}

export interface BureauAnswer {
  readonly eligible: boolean;
  readonly code: string;
  readonly reasons: readonly string[];
  readonly earliestOn?: CivilDate;
  /** What still has to hold and was not said. */
  readonly conditions?: readonly 'notice'[];
}

const CYCLE = 'divida';

/** Asks the core's own decision about a case that options describe. */
export function bureauOfOptions(options: BureauOptions): BureauAnswer {
  const policies = policiesSchema.parse({
    contract: { finePercent: '0', interestMonthlyPercent: '0' },
    prescription: { years: options.prescriptionYears },
    bureau: { noticeWaitDays: options.waitDays, minAmountCents: options.minAmountCents },
  });
  const said = options.noticeDeliveredOn !== undefined;
  // A notice not spoken of is taken as long proven, and named as a condition.
  const deliveredOn = said ? options.noticeDeliveredOn : addDays(options.on, -options.waitDays);
  const { eligible, code, reasons, earliestOn } = bureauEligibility(subjectOf(options, deliveredOn), policies, options.on);
  if (!said && (code === 'notice-missing' || code === 'eligible')) {
    const overdue =
      'A dívida está vencida e pode ser negativada depois do aviso prévio: comprove a entrega (CDC 43 §2º, Tema 1.315) e espere o prazo. Diga o dia com --notice.';
    return { eligible: true, code: 'eligible', reasons: [overdue, ...reasons.slice(1)], conditions: ['notice'] };
  }
  return { eligible, code, reasons, ...(earliestOn === undefined ? {} : { earliestOn }) };
}

function subjectOf(options: BureauOptions, deliveredOn: CivilDate | null | undefined): Case {
  const agreement: Agreement = {
    id: 'acordo',
    madeOn: options.on,
    debtIds: [CYCLE],
    originalTotal: options.amount,
    total: options.amount,
    installments: [],
    status: 'active',
  };
  return bareCase({
    debts: [
      {
        id: CYCLE,
        number: '1',
        principal: options.amount,
        dueDate: options.dueDate,
        payments: [],
        abatement: 0,
        status: options.paid ? 'paid' : 'open',
        ...(options.contested ? { contestedOn: options.on } : {}),
      },
    ],
    contacts: deliveredOn ? [noticeOn(deliveredOn)] : [],
    agreements: options.agreement ? [agreement] : [],
    bureauEntries: options.registered
      ? [{ id: 'registro', provider: 'manual', debtIds: [CYCLE], amount: options.amount, status: 'registered', requestedOn: options.on }]
      : [],
    previousBureauEntry: options.previousEntry,
  });
}

function noticeOn(date: CivilDate): Contact {
  const at = `${date}T15:00:00Z`;
  return {
    id: 'aviso',
    cadenceId: '',
    stepId: '',
    blockId: '',
    cycle: CYCLE,
    channel: 'letter',
    purpose: 'bureau-notice',
    status: 'delivered',
    at,
    localDate: date,
    deliveredAt: at,
  };
}
