import type { LineProblem } from '../../core/line-problem.ts';

/** What a person has to look at in a bank's file, line by line; nothing when there is nothing. */
export function problemList(problems: readonly LineProblem[]): string {
  return problems.length === 0 ? '' : `\nA ver:\n${problems.map(({ line, message }) => `  linha ${line}: ${message}`).join('\n')}\n`;
}
