import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { ICredentialTestFunctions, ICredentialsDecrypted, INodeCredentialTestResult } from 'n8n-workflow';

/** The fields of the credential `reguaWebhook`. */
export interface WebhookSecret {
  readonly header: string;
  readonly secret: string;
}

/** What is shorter can be guessed, and opens nothing. */
const MIN_LENGTH = 16;

/**
 * Did the caller show the secret? In constant time, so that it cannot be guessed letter by letter. Without a secret, or with one that is too short, nobody
 * did: a door that has no lock stays shut.
 */
export function showsSecret(headers: IncomingHttpHeaders, credential: WebhookSecret | undefined): boolean {
  const secret = bare(credential?.secret ?? '');
  const given = headers[(credential?.header?.trim() || 'authorization').toLowerCase()];
  if (typeof given !== 'string' || !isLongEnough(secret)) return false;
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(bare(given)), digest(secret));
}

const bare = (text: string): string => text.trim().replace(/^Bearer\s+/i, '');
const isLongEnough = (secret: string): boolean => secret.length >= MIN_LENGTH;

/** The credential's test button: there is nobody to ask, but a short secret can be guessed. */
export async function webhookSecretTest(this: ICredentialTestFunctions, credential: ICredentialsDecrypted): Promise<INodeCredentialTestResult> {
  const { secret = '' } = (credential.data ?? {}) as Partial<WebhookSecret>;
  return isLongEnough(bare(secret))
    ? { status: 'OK', message: 'Segredo aceito. Informe-o a quem envia os eventos.' }
    : { status: 'Error', message: `O segredo precisa de pelo menos ${MIN_LENGTH} caracteres.` };
}
