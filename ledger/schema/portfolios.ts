/** Who works each portfolio that a cadence has run on; people may be in one that has none yet. */
export const portfolios = {
  portfolio: 'text',
  cadence_id: 'text',
  cadence_name: 'text',
  creditor_name: 'text',
  creditor_document: 'text',
  /** Of the first run, or of the day it was handed over. */
  since: 'text',
} as const;
