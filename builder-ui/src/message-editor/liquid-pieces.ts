import { messageVariable } from '../../../core/message/variables.ts';

/** A stretch of a template: words, one of the message's variables, or any other Liquid (conditions, loops, filters), which stays text. */
export interface Piece {
  readonly kind: 'words' | 'variable' | 'code';
  readonly from: number;
  readonly to: number;
  /** Of a variable: its name in the catalogue, e.g. `debtor.firstName`. */
  readonly name?: string;
}

const LIQUID = /\{\{[^{}]*\}\}|\{%[^{}]*%\}/g;
/** Nothing but a name inside: no filter, no whitespace control. */
const PLAIN_VARIABLE = /^\{\{[ \t]*([A-Za-z][\w.]*)[ \t]*\}\}$/;

/** Cuts a template into its pieces, in order and without a gap: put together again they are the text, whatever it is. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  const words = (to: number): void => void (to > end && pieces.push({ kind: 'words', from: end, to }));
  for (const match of text.matchAll(LIQUID)) {
    const from = match.index;
    const to = from + match[0].length;
    words(from);
    const name = PLAIN_VARIABLE.exec(match[0])?.[1];
    const variable = name === undefined ? undefined : messageVariable(name);
    pieces.push(variable && variable.type !== 'list' ? { kind: 'variable', from, to, name: variable.name } : { kind: 'code', from, to });
    end = to;
  }
  words(text.length);
  return pieces;
}

/** A variable as it is written into a template. */
export const liquidOf = (name: string): string => `{{ ${name} }}`;
