import Big from 'big.js';
import type { CivilDate } from '../civil-date.ts';
import type { ContractTerms } from './contract-terms.ts';
import { readPercent } from './contract-terms.ts';
import { formatPercent } from './formula.ts';
import { CONSUMER_FINE_CAP, INTEREST_MONTHLY_CAP, limitOn } from './legal-limits.ts';

export interface ChargeFinding {
  readonly code:
    | 'charges.consumer-fine'
    | 'charges.high-fine'
    | 'charges.high-interest'
    | 'charges.discount-everything'
    | 'charges.due-not-business-day'
    | 'charges.legal-interest-alone';
  readonly severity: 'error' | 'warning' | 'info';
  /** Portuguese sentence that says what to do. */
  readonly message: string;
  /** Field of {@link ContractTerms}, or of the debt. */
  readonly field: keyof ContractTerms | 'dueDate';
}

export interface FindingOptions {
  /** True when the debtor is a consumer; undefined when unknown (then the consumer rules are warnings). */
  readonly consumer?: boolean | undefined;
  /** Ceiling of contracted interest, percent a month; the default is the dated 1%. */
  readonly interestCapPercent?: string | undefined;
  /** Day whose limits are used; the latest limits when absent. */
  readonly on?: CivilDate | undefined;
}

/** What a lawyer would object to in the terms. Computes nothing and forbids nothing: the user decides. */
export function chargeFindings(terms: ContractTerms, options: FindingOptions = {}): ChargeFinding[] {
  const findings: ChargeFinding[] = [];
  const on = options.on ?? '2199-12-31';
  const fineCap = limitOn(CONSUMER_FINE_CAP, on);
  const fine = new Big(terms.finePercent);
  if (fineCap && fine.gt(fineCap.percent) && options.consumer !== false) {
    findings.push({
      code: 'charges.consumer-fine',
      severity: options.consumer ? 'error' : 'warning',
      message: `A multa de ${formatPercent(terms.finePercent)} passa do limite de ${formatPercent(fineCap.percent)} para consumidores (${fineCap.source}). Reduza para ${formatPercent(fineCap.percent)}.`,
      field: 'finePercent',
    });
  } else if (fine.gt(10)) {
    findings.push({
      code: 'charges.high-fine',
      severity: 'warning',
      message: `A multa de ${formatPercent(terms.finePercent)} é alta e um juiz pode reduzi-la (Código Civil, art. 413). Confira o contrato.`,
      field: 'finePercent',
    });
  }
  const cap = readPercent(options.interestCapPercent ?? '') ?? limitOn(INTEREST_MONTHLY_CAP, on)?.percent;
  if (cap !== undefined && !terms.legalInterest && new Big(terms.interestMonthlyPercent).gt(cap)) {
    findings.push({
      code: 'charges.high-interest',
      severity: options.consumer ? 'error' : 'warning',
      message: `Os juros de ${formatPercent(terms.interestMonthlyPercent)} ao mês passam do teto de ${formatPercent(cap)} ao mês. Reduza, ou mude o teto se o seu contrato permitir.`,
      field: 'interestMonthlyPercent',
    });
  }
  if (terms.legalInterest && terms.correctionIndex === 'none') {
    findings.push({
      code: 'charges.legal-interest-alone',
      severity: 'info',
      message: 'A Taxa Legal já desconta a inflação: sem índice no contrato, a lei manda corrigir também pelo IPCA (Código Civil, art. 389, parágrafo único).',
      field: 'correctionIndex',
    });
  }
  if (terms.earlyDiscount && 'percent' in terms.earlyDiscount && new Big(terms.earlyDiscount.percent).gte(100)) {
    findings.push({
      code: 'charges.discount-everything',
      severity: 'warning',
      message: 'O desconto por antecipação zera a dívida. Confira o percentual.',
      field: 'earlyDiscount',
    });
  }
  return findings;
}
