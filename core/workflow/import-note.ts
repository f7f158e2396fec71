/** What the importer has to tell about one node: it could not be read, stands outside the steps, or was changed in a way worth knowing. */
export interface ImportNote {
  readonly code: string;
  readonly severity: 'warning' | 'info';
  readonly nodeName: string;
  /** A sentence in Portuguese with the reason and what became of the node. */
  readonly message: string;
  /** Of a hand-made workflow: the node became part of the cadence, is not needed any more, or was left out. */
  readonly outcome?: 'read' | 'covered' | 'left';
  /** What the sentence is made of, for who writes it in another language. */
  readonly values?: Readonly<Record<string, string | number>>;
}
