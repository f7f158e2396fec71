/** A word as it is weighed, with its place in the folded text. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** First of its clause. */
  readonly opens: boolean;
}
