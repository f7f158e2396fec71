import type { Engines } from '../testing/opened.ts';
import { useLedger } from '../testing/opened.ts';
import { claimSuite } from './claim.suite.ts';
import { doorsSuite } from './doors.suite.ts';
import { historySuite } from './history.suite.ts';
import { importSuite } from './import.suite.ts';
import { mixedLoadSuite } from './mixed-load.suite.ts';
import { moneySuite } from './money.suite.ts';
import { offersSuite } from './offers.suite.ts';
import { paymentSuite } from './payment.suite.ts';
import { portfoliosSuite } from './portfolios.suite.ts';
import { reversalSuite } from './reversal.suite.ts';
import { rehearsalSuite } from './rehearsal.suite.ts';
import { retentionSuite } from './retention.suite.ts';
import { runSuite } from './run.suite.ts';
import { samePersonSuite } from './same-person.suite.ts';
import { statementSuite } from './statement.suite.ts';
import { takeDueSuite } from './take-due.suite.ts';
import { twoCreditorsSuite } from './two-creditors.suite.ts';

/** Everything a ledger has to do, on whichever engine. */
export function ledgerSuites(engines: Engines): void {
  const { current, another, dump } = useLedger(engines);
  importSuite(current);
  takeDueSuite(current, another);
  claimSuite(current, another);
  runSuite(current);
  paymentSuite(current);
  offersSuite(current);
  moneySuite(current);
  reversalSuite(current);
  statementSuite(current);
  samePersonSuite(current);
  portfoliosSuite(current, another);
  twoCreditorsSuite(current);
  doorsSuite(current);
  historySuite(current);
  retentionSuite(current);
  rehearsalSuite(current, dump);
  mixedLoadSuite(current, another);
}
