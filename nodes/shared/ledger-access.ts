import { dirname, join, resolve } from 'node:path';
import type { ICredentialTestFunctions, ICredentialsDecrypted, INode, INodeCredentialTestResult } from 'n8n-workflow';
import { lookAtPlace, openPostgresLedger, openSqliteLedger } from '../../ledger/index.ts';
import type { Ledger, PostgresOptions, SqliteOptions } from '../../ledger/index.ts';
import { reguaFolder } from './ledger-folder.ts';
import type { LedgerPlace } from './ledger-marks.ts';
import { keepToLedger } from './ledger-marks.ts';
import { subjectOf } from './ledger-subject.ts';
import { problemOf } from './problem.ts';

/** The fields of the credential `reguaLedger`. */
interface LedgerCredential {
  readonly engine: 'sqlite' | 'postgres';
  readonly file?: string;
  readonly whenMissing?: 'refuse' | 'create';
  readonly host?: string;
  readonly port?: number;
  readonly database?: string;
  readonly user?: string;
  readonly password?: string;
  readonly ssl?: 'off' | 'verify' | 'allow';
}

interface LedgerContext {
  getNode(): INode;
  getInputData?(): readonly { readonly json: object }[];
  getCredentials<T extends object>(name: string): Promise<T>;
}

/** All our nodes share chunks of one bundle, so one map per process is one connection per process. */
const open = new Map<string, Promise<Ledger>>();

/**
 * The ledger this node works on, opened and migrated once per process and kept.
 * @throws ReguaError when it cannot be opened, with what to do; `ledger.elsewhere` when what the node works on is in another ledger
 */
export async function ledgerOf(context: LedgerContext): Promise<Ledger> {
  keepToLedger(subjectOf(context), await ledgerPlaceOf(context));
  return anyLedgerOf(context);
}

/** The same, whatever is where: to look a ledger up, or to move into it. */
export async function anyLedgerOf(context: LedgerContext): Promise<Ledger> {
  const connection = connectionOf(await credentialOf(context));
  const key = JSON.stringify(connection);
  let ledger = open.get(key);
  if (!ledger) {
    ledger = connect(connection);
    open.set(key, ledger);
    // The next execution tries anew.
    ledger.catch(() => open.delete(key));
  }
  return ledger;
}

/** Where `ledgerOf` leads. */
export async function ledgerPlaceOf(context: LedgerContext): Promise<LedgerPlace> {
  const credential = await credentialOf(context);
  return { ledger: describe(connectionOf(credential)), attached: credential !== undefined };
}

async function credentialOf(context: LedgerContext): Promise<LedgerCredential | undefined> {
  return context.getNode().credentials?.['reguaLedger'] ? context.getCredentials<LedgerCredential>('reguaLedger') : undefined;
}

/**
 * Neither user nor password: the same database is the same ledger, whoever signs in. n8n's own moves along with its folder, and has no path for that.
 */
function describe(connection: Connection): string {
  if ('file' in connection) return connection.file === defaultFile() ? 'do próprio n8n (SQLite)' : `SQLite ${connection.file}`;
  const { host, port, database } = connection.postgres;
  return `PostgreSQL ${host}:${port}/${database}`;
}

type Connection = Required<SqliteOptions> | { readonly postgres: PostgresOptions };

async function connect(connection: Connection): Promise<Ledger> {
  const ledger = openAt(connection);
  let ready = false;
  try {
    await ledger.migrate();
    ready = true;
    return ledger;
  } finally {
    if (!ready) await ledger.close();
  }
}

function openAt(connection: Connection): Ledger {
  return 'file' in connection ? openSqliteLedger(connection) : openPostgresLedger(connection.postgres);
}

const defaultFile = (): string => join(reguaFolder(), 'ledger.sqlite');

function connectionOf(credential: LedgerCredential | undefined): Connection {
  if (credential?.engine !== 'postgres') return sqliteOf(credential);
  const { host = 'localhost', port = 5432, database = 'regua', user = 'regua', password = '', ssl = 'off' } = credential;
  return { postgres: { host, port, database, user, password, ssl: ssl === 'off' ? false : { rejectUnauthorized: ssl === 'verify' } } };
}

/**
 * The file by default begins by itself. One that was typed does not, unless the credential says so; a relative path starts in our own
 * folder, never in the one that n8n happens to have been started in.
 */
function sqliteOf(credential: LedgerCredential | undefined): Required<SqliteOptions> {
  const ours = reguaFolder();
  const byDefault = defaultFile();
  const file = resolve(ours, credential?.file?.trim() || byDefault);
  if (file === byDefault) return { file, whenMissing: 'create-with-folder' };
  if (credential?.whenMissing !== 'create') return { file, whenMissing: 'refuse' };
  return { file, whenMissing: dirname(file) === ours ? 'create-with-folder' : 'create' };
}

/** The credential's test button. It makes no file: what is new is said, and begins when a cadence runs. */
export async function ledgerConnectionTest(this: ICredentialTestFunctions, credential: ICredentialsDecrypted): Promise<INodeCredentialTestResult> {
  let ledger: Ledger | undefined;
  try {
    const connection = connectionOf(credential.data as unknown as LedgerCredential | undefined);
    if ('file' in connection && lookAtPlace(connection.file, connection.whenMissing) === 'new') {
      return { status: 'OK', message: `Arquivo novo, vazio: o registro começa em ${connection.file} quando uma régua rodar.` };
    }
    ledger = openAt(connection);
    await ledger.ping();
    return { status: 'OK', message: 'Conectado ao registro da Régua.' };
  } catch (error) {
    return { status: 'Error', message: problemOf(error).message };
  } finally {
    await ledger?.close();
  }
}
