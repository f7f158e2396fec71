import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Made up once per data folder; worth nothing beyond this machine. */
export type Secrets = {
  ownerPassword: string;
  token: string;
  smtpPassword: string;
  /** What events have to show to the Régua triggers of this n8n. */
  webhookSecret: string;
};

const word = () => randomBytes(15).toString('base64url');

/** Reads the folder's secrets, or makes them, readable by the user only. */
export function readOrMakeSecrets(dataFolder: string): Secrets {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const file = join(dataFolder, 'secrets.json');
  const known = readSecrets(file);
  // n8n wants a number and a capital letter in a password.
  const secrets: Secrets = { ownerPassword: `${randomBytes(6).toString('hex')}R7`, token: word(), smtpPassword: word(), webhookSecret: word(), ...known };
  // A folder from before one of them was needed gets that one.
  if (Object.keys(secrets).length > Object.keys(known).length) writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 });
  return secrets;
}

function readSecrets(file: string): Partial<Secrets> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new Error(`Não consigo ler ${file}: ${(error as Error).message}`, { cause: error });
  }
}
