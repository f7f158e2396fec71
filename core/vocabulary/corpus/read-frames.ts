/** What people put around a sentence: "Prezada Ana, informamos que …". */
export interface Frame {
  /** As it stands in the file. */
  readonly name: string;
  readonly around: (text: string) => string;
}

const HOLE = '…';

/** Reads frames, one a line, `…` where the sentence goes. In it the sentence has the capital and the full stop that it would have there. */
export function readFrames(source: string): Frame[] {
  return source
    .split(/\r?\n/)
    .filter((line) => line.includes(HOLE))
    .map((name) => {
      const [before, after] = name.split(HOLE) as [string, string];
      const begins = before === '' || /[.!?]\s*$/.test(before);
      const goesOn = /^[,;]/.test(after);
      return { name, around: (text) => `${before}${ended(begins ? text : uncapitalised(text), goesOn)}${after}` };
    });
}

/** "Vamos …" → "vamos …"; "CPF …" stays. */
const uncapitalised = (text: string): string => (/^\p{Lu}\P{Lu}/u.test(text) ? text[0]!.toLowerCase() + text.slice(1) : text);

const ended = (text: string, goesOn: boolean): string => (goesOn ? text.replace(/[.!?]+$/, '') : /[\p{L}\p{N}]$/u.test(text) ? `${text}.` : text);
