import { openSqliteLedger } from '../index.ts';
import { AT, claimFor, ON, PORTFOLIO } from './fixtures.ts';

/**
 * What a second n8n worker does to the same file. Run by Node itself: `rival-process.ts FILE COMMAND [CASE…]`; answers with one line of JSON.
 * - `take`: takes due cases in small batches until none is left; the ids
 * - `claim`: claims one block of each case; the kinds of the results, case by case
 * - `claim-and-die`: claims, then is killed before any outcome
 * - `migrate`: opens and migrates a new file
 */
const [file, command, ...caseIds] = process.argv.slice(2);
const ledger = openSqliteLedger({ file: file! });

switch (command) {
  case 'take': {
    const taken: string[] = [];
    for (;;) {
      const batch = await ledger.takeDue({ portfolio: PORTFOLIO, on: ON, now: AT, limit: 7, leaseMs: 60_000, owner: `processo ${process.pid}` });
      if (batch.length === 0) break;
      taken.push(...batch.map((subject) => subject.id));
    }
    console.log(JSON.stringify(taken));
    break;
  }
  case 'claim': {
    const kinds: string[] = [];
    for (const caseId of caseIds) kinds.push((await ledger.claim([claimFor(caseId, { caps: { perDay: 1, perSevenDays: 3 } })]))[0]!.kind);
    console.log(JSON.stringify(kinds));
    break;
  }
  case 'claim-and-die': {
    await ledger.claim(caseIds.map((caseId) => claimFor(caseId)));
    process.kill(process.pid, 'SIGKILL');
    break;
  }
  case 'migrate': {
    await ledger.migrate();
    console.log('true');
    break;
  }
  default:
    throw new Error(`unknown command ${command}`);
}
await ledger.close();
