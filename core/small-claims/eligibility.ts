import type { CREDITOR_KINDS } from '../cadence/policies.ts';
import type { CivilDate } from '../civil-date.ts';
import { formatCivilDate, toDayNumber } from '../civil-date.ts';
import { ReguaError } from '../errors.ts';
import type { Cents } from '../money.ts';
import { formatMoney } from '../money.ts';
import { isPrescribed, lastDayOfClaim, lastDayWithSuspension } from '../prescription/index.ts';
import type { MinimumWage } from './minimum-wage.ts';
import { MINIMUM_WAGES, minimumWageOn } from './minimum-wage.ts';

export type Plaintiff = (typeof CREDITOR_KINDS)[number];

export interface SmallClaimsInput {
  /** Value of the claim on the filing date, with charges, cents. */
  readonly amount: Cents;
  readonly plaintiff: Plaintiff;
  /** Of the oldest debt claimed. */
  readonly dueDate: CivilDate;
  /** The filing date: the wage of that day counts. */
  readonly on: CivilDate;
  /** The creditor has a lawyer. Absent: not said. */
  readonly withLawyer?: boolean | undefined;
  /** The creditor's own minimum for going to court. */
  readonly minAmountCents?: Cents | undefined;
  readonly prescriptionYears?: number | undefined;
  readonly wages?: readonly MinimumWage[] | undefined;
}

export type SmallClaimsCode = 'eligible' | 'plaintiff' | 'not-due' | 'prescribed' | 'above-ceiling' | 'below-minimum' | 'lawyer-required' | 'no-amount';

export interface SmallClaimsEligibility {
  readonly eligible: boolean;
  readonly code: SmallClaimsCode;
  /** Above 20 minimum wages; absent when the claim is refused for another reason. */
  readonly lawyerRequired?: boolean;
  /** 40 and 20 minimum wages on the filing date, cents. */
  readonly ceiling: Cents;
  readonly ceilingWithoutLawyer: Cents;
  readonly minimumWage: Cents;
  /** Portuguese; the deciding ones first. */
  readonly reasons: readonly string[];
}

const MAY_SUE: Readonly<Record<Plaintiff, boolean>> = { PF: true, MEI: true, ME: true, EPP: true, LTDA: false, SA: false, OTHER: false };

/**
 * May this creditor take this debt to the Juizado Especial? Lei 9.099/95: up to 40 minimum wages (3 I), without a lawyer up to 20 (9);
 * plaintiffs are natural persons, MEI, ME and EPP (8 §1). Every ground for refusal is named; the code is that of the first.
 * @throws ReguaError `small-claims.amount`, `date.unreadable`
 */
export function smallClaimsEligibility(input: SmallClaimsInput): SmallClaimsEligibility {
  if (!Number.isSafeInteger(input.amount) || input.amount < 0)
    throw new ReguaError('small-claims.amount', 'O valor da causa precisa ser zero ou mais, em centavos inteiros.', { field: 'amount' });
  toDayNumber(input.on);
  toDayNumber(input.dueDate);
  const years = input.prescriptionYears ?? 5;
  const { wage, known } = minimumWageOn(input.on, input.wages ?? MINIMUM_WAGES);
  const ceiling = 40 * wage.amount;
  const ceilingWithoutLawyer = 20 * wage.amount;
  const lawyerRequired = input.amount > ceilingWithoutLawyer;

  const refusals: { code: Exclude<SmallClaimsCode, 'eligible'>; reason: string }[] = [];
  const refuseWhen = (holds: boolean, code: Exclude<SmallClaimsCode, 'eligible'>, reason: string): void => {
    if (holds) refusals.push({ code, reason });
  };
  refuseWhen(
    !MAY_SUE[input.plaintiff],
    'plaintiff',
    'Só pessoa física, MEI, microempresa e empresa de pequeno porte podem entrar no juizado (Lei 9.099/95, art. 8º §1º). Uma LTDA enquadrada como ME ou EPP pode: cadastre o porte.',
  );
  refuseWhen(input.on <= input.dueDate, 'not-due', `A dívida só vence em ${formatCivilDate(input.dueDate)}.`);
  refuseWhen(
    isPrescribed(input.dueDate, years, input.on),
    'prescribed',
    `A dívida prescreveu em ${formatCivilDate(lastDayOfClaim(input.dueDate, years))} (${years === 5 ? 'Código Civil 206 §5º I' : `prazo de ${years} anos`}).`,
  );
  refuseWhen(input.amount === 0, 'no-amount', 'Não há valor a pedir.');
  refuseWhen(
    input.amount > ceiling,
    'above-ceiling',
    `O valor de ${formatMoney(input.amount)} passa do teto de 40 salários mínimos (${formatMoney(ceiling)}). Só cabe no juizado renunciando ao excedente (art. 3º §3º).`,
  );
  refuseWhen(
    input.amount > 0 && input.amount < (input.minAmountCents ?? 0),
    'below-minimum',
    `O valor de ${formatMoney(input.amount)} é menor que o mínimo de ${formatMoney(input.minAmountCents ?? 0)} que você definiu.`,
  );
  refuseWhen(
    lawyerRequired && input.amount <= ceiling && input.withLawyer === false,
    'lawyer-required',
    `Acima de 20 salários mínimos (${formatMoney(ceilingWithoutLawyer)}) a ação precisa de advogado (art. 9º).`,
  );

  const figures = { ceiling, ceilingWithoutLawyer, minimumWage: wage.amount };
  const notes = known
    ? []
    : [`O salário mínimo de ${input.on.slice(0, 4)} não está na tabela; foi usado o de ${formatCivilDate(wage.from)} (${formatMoney(wage.amount)}). Confira.`];
  const suspended = lastDayWithSuspension(input.dueDate, years);
  if (refusals.some(({ code }) => code === 'prescribed') && suspended !== undefined && input.on <= suspended)
    notes.push(`Com a suspensão de prazos da pandemia (Lei 14.010/2020, art. 3º) o prazo iria até ${formatCivilDate(suspended)}: confira com um advogado.`);
  const first = refusals[0];
  if (first) {
    const onlyLawyer = refusals.every((refusal) => refusal.code === 'lawyer-required');
    return {
      eligible: false,
      code: first.code,
      ...(onlyLawyer ? { lawyerRequired: true } : {}),
      ...figures,
      reasons: [...refusals.map((refusal) => refusal.reason), ...notes],
    };
  }
  const reasons = [
    `O valor de ${formatMoney(input.amount)} cabe no teto de 40 salários mínimos (${formatMoney(ceiling)}).`,
    lawyerRequired
      ? `Passa de 20 salários mínimos (${formatMoney(ceilingWithoutLawyer)}): precisa de advogado (art. 9º).`
      : `Até 20 salários mínimos (${formatMoney(ceilingWithoutLawyer)}), não precisa de advogado.`,
  ];
  if (input.plaintiff === 'ME' || input.plaintiff === 'EPP' || input.plaintiff === 'MEI')
    reasons.push(`Junte a prova do enquadramento como ${input.plaintiff}.`);
  if (input.plaintiff === 'PF') reasons.push('O crédito precisa ser da própria pessoa: quem o recebeu de uma empresa não pode usar o juizado (art. 8º §1º I).');
  return { eligible: true, code: 'eligible', lawyerRequired, ...figures, reasons: [...reasons, ...notes] };
}
