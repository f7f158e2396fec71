import type { Cents } from '../money.ts';
import { formatMoney } from '../money.ts';

/** The sums of `DebtCharges` and `DebtsCharges` that make up a total. Cents. */
export interface ChargeSums {
  readonly principal: Cents;
  readonly fine: Cents;
  readonly interest: Cents;
  readonly correction: Cents;
  readonly discount: Cents;
  readonly abatement: Cents;
  readonly paid: Cents;
  readonly credit: Cents;
  readonly total: Cents;
}

export interface BreakdownLine {
  readonly label: string;
  /** Negative when taken off. */
  readonly amount: Cents;
}

/** The lines that add up to the total, without those that are zero; the first is always the original value. */
export function breakdownLines(sums: ChargeSums): BreakdownLine[] {
  const lines: BreakdownLine[] = [
    { label: 'Valor original', amount: sums.principal },
    { label: 'Correção', amount: sums.correction },
    { label: 'Multa', amount: sums.fine },
    { label: 'Juros', amount: sums.interest },
    { label: 'Desconto', amount: -sums.discount },
    { label: 'Abatimento', amount: -sums.abatement },
    { label: 'Já pago', amount: -sums.paid },
    { label: 'Pago a mais', amount: sums.credit },
  ];
  return lines.filter((line, index) => index === 0 || line.amount !== 0);
}

/** `R$ 100,00 + multa R$ 2,00 + juros R$ 0,33 = R$ 102,33`; just `R$ 100,00` when nothing was added or taken off. */
export function breakdown(sums: ChargeSums): string {
  const [first, ...rest] = breakdownLines(sums);
  const start = formatMoney(first!.amount);
  if (rest.length === 0) return start;
  const parts = rest.map(({ label, amount }) => `${amount < 0 ? '-' : '+'} ${label.toLowerCase()} ${formatMoney(Math.abs(amount))}`);
  return `${start} ${parts.join(' ')} = ${formatMoney(sums.total)}`;
}

/** The same in as few characters as an SMS needs: `R$100,00+multa 2,00+juros 0,33=R$102,33`. */
export function breakdownShort(sums: ChargeSums): string {
  const [first, ...rest] = breakdownLines(sums);
  const bare = (cents: Cents) => formatMoney(cents).replace('R$ ', '');
  if (rest.length === 0) return `R$${bare(first!.amount)}`;
  const parts = rest.map(({ label, amount }) => `${amount < 0 ? '-' : '+'}${label.toLowerCase()} ${bare(Math.abs(amount))}`);
  return `R$${bare(first!.amount)}${parts.join('')}=R$${bare(sums.total)}`;
}
