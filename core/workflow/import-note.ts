/** What the importer has to tell about one node: it could not be read, stands outside the steps, or was changed in a way worth knowing. */
export interface ImportNote {
  readonly code: string;
  readonly severity: 'warning' | 'info';
  readonly nodeName: string;
  /** A sentence in Portuguese with the reason and what became of the node. */
  readonly message: string;
}
