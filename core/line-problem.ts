/** What a file of a bank doesn't say clearly. */
export interface LineProblem {
  /** Of the file, counted from 1. */
  readonly line: number;
  /** Portuguese: what a person has to look at. */
  readonly message: string;
}
