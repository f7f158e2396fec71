import type { creditors as portuguese } from '../pt-BR/creditors.ts';

export const creditors: typeof portuguese = {
  ownPortfolio: {
    label: 'Portfolio',
    help: 'The group of clients that this cadence works: its own, and this creditor’s only. Clients are imported under this name.',
    renamed: (before) =>
      `Whoever was imported into "${before}" is still there, and this cadence does not see them. To bring everybody along with all that happened, run the node "Carteiras" in n8n, operation "Renomear uma carteira".`,
    missing: 'Give the portfolio a name.',
    summary: (portfolio, creditor) => `Portfolio "${portfolio || 'without a name'}", of ${creditor || 'a creditor without a name yet'}.`,
    downloadImport: 'Download the workflow that brings the clients in (JSON)',
    duplicate: 'Duplicate for another creditor',
    duplicated: (portfolio) => `This is the copy, with an id of its own and the portfolio "${portfolio}". Change the company's data.`,
  },
  bring: {
    action: 'Bring the clients in',
    help: (portfolio) => `Creates the workflow in n8n that reads your spreadsheet and puts the people into the portfolio "${portfolio}".`,
    working: 'Creating…',
    done: (name) => `"${name}" is in n8n.`,
    known: (name) => `"${name}" was in n8n already.`,
    open: 'Open the import in n8n',
    form: 'Send the spreadsheet',
    next: (portfolio) => `Send your spreadsheet, or run the import in n8n. The people go into the portfolio "${portfolio}"; then run the cadence.`,
  },
};
