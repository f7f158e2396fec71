import { bureauSpreadsheet } from '../core/bureau/index.ts';
import type { BureauRequest } from '../core/bureau/index.ts';
import type { CadenceSettings } from '../core/cadence/settings.ts';
import type { Case } from '../core/case/index.ts';
import type { CivilDate } from '../core/civil-date.ts';
import { letterPdf, zip } from '../core/documents/index.ts';
import { ReguaError } from '../core/errors.ts';
import { collectibleDebts } from '../core/message/index.ts';
import { chargesFor } from '../core/payment/index.ts';
import { filingPackage } from '../core/small-claims/index.ts';
import type { Ledger } from './ledger.ts';

/** A document made of what the ledger holds, when somebody opens it; nothing of it is kept. */
export interface Paper {
  /** Names no person. */
  readonly fileName: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
}

type Reading = Pick<Ledger, 'loadCases' | 'contents' | 'latestRun' | 'registeredCases'>;

/**
 * The letters of a case that wait to be printed, each as it was written, with the account of its day; none once the debtor asked for no letter, or was erased.
 * @throws ReguaError `case.missing`, `run.unknown`
 */
export async function lettersOf(ledger: Reading, caseId: string): Promise<Paper[]> {
  const subject = await caseOf(ledger, caseId);
  if (subject.debtor.optedOut.some((channel) => channel === 'all' || channel === 'letter')) return [];
  const waiting = (await ledger.contents(caseId)).filter(({ contact }) => contact.channel === 'letter' && contact.status === 'composed');
  return Promise.all(
    waiting.map(async ({ contact, subject: title, text }) => {
      const { creditor, policies } = await settingsOf(ledger, contact.cadenceId);
      const asked = new Set(contact.asked?.map(({ debtId }) => debtId));
      const debts = subject.debts.filter(({ id }) => asked.has(id));
      const message = { text, ...(title === undefined ? {} : { subject: title }) };
      const charges = debts.length === 0 ? undefined : chargesFor(debts, subject.debtor, policies, contact.localDate);
      const bytes = await letterPdf({ message, debtor: subject.debtor, creditor, charges, on: contact.localDate });
      return { fileName: `carta-${contact.id}.pdf`, mimeType: 'application/pdf', bytes };
    }),
  );
}

/**
 * The documents for the small-claims court as one ZIP, with the account of `on`; undefined when no filing of the case waits to be taken there.
 * @throws ReguaError `case.missing`, `run.unknown`, `filing.no-debt`
 */
export async function courtPackageOf(ledger: Reading, caseId: string, on: CivilDate): Promise<Paper | undefined> {
  const subject = await caseOf(ledger, caseId);
  const filing = subject.filings.find(({ status }) => status === 'prepared');
  if (!filing) return undefined;
  const settings = await settingsOf(ledger, cadenceOf(subject));
  const { policies } = settings;
  const charges = chargesFor(collectibleDebts(subject, on, policies.prescription.years), subject.debtor, policies, on);
  const files = await filingPackage({ subject, settings, charges, contents: await ledger.contents(caseId), on });
  return { fileName: `juizado-${filing.id}.zip`, mimeType: 'application/zip', bytes: zip(files, on) };
}

/**
 * The spreadsheet of everything in a portfolio that a bureau is still to be asked for, to include or to remove; undefined when there is nothing.
 * @throws ReguaError `run.unknown`
 */
export async function bureauFileOf(ledger: Reading, portfolio: string, on: CivilDate): Promise<Paper | undefined> {
  const cases = await ledger.loadCases(await ledger.registeredCases(portfolio));
  const requests: BureauRequest[] = [];
  const known = new Map<string, CadenceSettings>();
  for (const subject of cases.values()) {
    const cadenceId = cadenceOf(subject);
    const settings = known.get(cadenceId) ?? (await settingsOf(ledger, cadenceId));
    known.set(cadenceId, settings);
    for (const entry of subject.bureauEntries)
      if (entry.status === 'requested' || entry.status === 'removal-requested') requests.push({ entry, subject, settings });
  }
  if (requests.length === 0) return undefined;
  return { fileName: `negativacao-${on}.csv`, mimeType: 'text/csv', bytes: new TextEncoder().encode(bureauSpreadsheet(requests, on)) };
}

async function caseOf(ledger: Reading, caseId: string): Promise<Case> {
  const subject = (await ledger.loadCases([caseId])).get(caseId);
  if (subject) return subject;
  throw new ReguaError('case.missing', `Não encontrei o caso "${caseId}" neste registro. Confira o código e o registro.`, { field: 'caseId' });
}

const cadenceOf = (subject: Case): string => subject.steps.at(-1)?.cadenceId ?? subject.contacts.at(-1)?.cadenceId ?? '';

async function settingsOf(ledger: Reading, cadenceId: string): Promise<CadenceSettings> {
  const run = await ledger.latestRun(cadenceId);
  if (run) return run.settings;
  throw new ReguaError('run.unknown', 'A régua deste caso ainda não rodou neste registro, e não se sabe por que regras fazer o documento.');
}
