import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ReguaError } from '../../core/errors.ts';
import { reguaFolder } from './ledger-folder.ts';

/** Where a ledger is, as a person is told; holds no user and no password. */
export interface LedgerPlace {
  readonly ledger: string;
  /** Whether the node has a credential that says so; without one it is the ledger in n8n's own folder. */
  readonly attached: boolean;
}

/** What a node works on, as far as it says. */
export interface LedgerSubject {
  readonly cadenceId?: string | undefined;
  readonly portfolio?: string | undefined;
}

interface Mark {
  readonly cadenceId?: string;
  readonly portfolio?: string;
  readonly ledger: string;
}

/** One line per change, appended: several processes of one n8n write here, and none may lose another's line. */
const marksFile = (): string => join(reguaFolder(), 'ledger-marks.jsonl');

/**
 * Once a cadence has run on a ledger it stays there: a node that lost its credential would begin an empty ledger beside, in which nobody has paid,
 * opted out or been written to.
 * @throws ReguaError `ledger.elsewhere`
 */
export function keepToLedger(subject: LedgerSubject, place: LedgerPlace): void {
  const marks = readMarks();
  if (marks.length === 0) return;
  const { cadenceId, portfolio } = subject;
  const ofCadence = cadenceId === undefined ? undefined : marks.findLast((mark) => mark.cadenceId === cadenceId);
  if (ofCadence) {
    if (ofCadence.ledger !== place.ledger) throw elsewhere(`A régua "${cadenceId}"`, [ofCadence.ledger], place);
    return;
  }
  // A cadence that never ran goes where a person sends it by a credential.
  if (portfolio === undefined || (cadenceId !== undefined && place.attached)) return;
  const ledgers = ledgersOf(portfolio, marks);
  if (ledgers.size > 0 && !ledgers.has(place.ledger)) throw elsewhere(`A carteira "${portfolio}"`, [...ledgers], place);
}

/** Remembers where a cadence or a portfolio is from now on; writes nothing when that is known. */
export function markLedger({ cadenceId, portfolio }: LedgerSubject, { ledger }: LedgerPlace): void {
  const marks = readMarks();
  const last = marks.findLast((mark) => mark.cadenceId === cadenceId && (cadenceId !== undefined || mark.portfolio === portfolio));
  if (last?.ledger === ledger && last.portfolio === portfolio) return;
  const mark: Mark = { ...(cadenceId === undefined ? {} : { cadenceId }), ...(portfolio === undefined ? {} : { portfolio }), ledger };
  mkdirSync(reguaFolder(), { recursive: true, mode: 0o700 });
  // The line break comes first: what a crash cut off ends there, and spoils no line after it.
  appendFileSync(marksFile(), `\n${JSON.stringify(mark)}`, { mode: 0o600 });
}

/** Consultants have a portfolio of one name in several ledgers, each with a cadence of its own; each of those is one of its places. */
function ledgersOf(portfolio: string, marks: readonly Mark[]): Set<string> {
  const newest = new Map<string, Mark>();
  const ledgers = new Set<string>();
  for (const mark of marks) {
    if (mark.cadenceId !== undefined) newest.set(mark.cadenceId, mark);
    else if (mark.portfolio === portfolio) ledgers.add(mark.ledger);
  }
  for (const mark of newest.values()) if (mark.portfolio === portfolio) ledgers.add(mark.ledger);
  return ledgers;
}

function readMarks(): Mark[] {
  const text = readFile();
  return text.split('\n').flatMap((line) => {
    try {
      return line === '' ? [] : [JSON.parse(line) as Mark];
    } catch {
      // A line that a crash cut off never became a mark; its run is repeated, and marks again.
      return [];
    }
  });
}

function readFile(): string {
  let failure: unknown;
  try {
    return readFileSync(marksFile(), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    failure = error;
  }
  throw new ReguaError('ledger.marks', `Não consegui ler ${marksFile()}, que diz em que registro cada régua trabalha. Confira as permissões do arquivo.`, {
    cause: failure,
  });
}

function elsewhere(what: string, ledgers: readonly string[], place: LedgerPlace): ReguaError {
  const here = place.attached ? place.ledger : `${place.ledger}, porque está sem credencial de registro`;
  return new ReguaError(
    'ledger.elsewhere',
    `${what} trabalha no registro ${ledgers.join(' ou ')}, e este nó foi a ${here}. Nada foi feito. Escolha neste nó a mesma credencial "Régua: registro" dos outros. Se a mudança é de propósito, rode o nó "Carteiras", operação "Mudar de registro", com a credencial do registro novo.`,
    { field: 'credentials' },
  );
}
