import type { OfferedTerms } from '../case/index.ts';

const ALL = /\boffers\b|\boffer\s*\.\s*summary\b/;
const CASH = /\boffer\s*\.\s*cash\b/;
const PLAN = /\boffer\s*\.\s*installments\b/;

/** Which of the offers that a template could tell it does tell, by the variables it reads; undefined when it tells none. `offer.installments` is the longest plan. */
export function offersToldBy(
  template: string,
): ((offer: Pick<OfferedTerms, 'kind' | 'installments'>, index: number, all: readonly Pick<OfferedTerms, 'kind' | 'installments'>[]) => boolean) | undefined {
  const commands = [...template.matchAll(/\{\{.*?\}\}|\{%.*?%\}/gs)].map(([command]) => command).join(' ');
  if (ALL.test(commands)) return () => true;
  const [cash, plan] = [CASH.test(commands), PLAN.test(commands)];
  if (!cash && !plan) return undefined;
  return ({ kind, installments }, _, all) =>
    kind === 'cash' ? cash : plan && all.every((other) => other.kind === 'cash' || other.installments.length <= installments.length);
}
