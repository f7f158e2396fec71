/** What a person takes to court. */
export interface FilingPackage {
  /** The ledger's filing id; names the file. */
  readonly filingId: string;
  /** The package as a ZIP. */
  readonly zip: Uint8Array;
}

export interface FilingProvider {
  /**
   * @returns where a person finds the package (the same filing writes the same file); null when nothing was written, in a rehearsal
   * @throws Error when it could not be taken
   */
  submit(filing: FilingPackage): Promise<{ readonly file: string | null }>;
}
