import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { ICredentialTestFunctions, ICredentialsDecrypted, INodeCredentialTestResult } from 'n8n-workflow';

/** The fields of the credential `reguaWebhook`. */
export interface WebhookSecret {
  readonly header: string;
  readonly secret: string;
}

const MIN_LENGTH = 16;

/** Did the caller show the secret? In constant time, so that it cannot be guessed letter by letter. */
export function showsSecret(headers: IncomingHttpHeaders, { header, secret }: WebhookSecret): boolean {
  const given = headers[(header.trim() || 'authorization').toLowerCase()];
  if (typeof given !== 'string' || secret === '') return false;
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given.replace(/^Bearer\s+/i, '')), digest(secret.replace(/^Bearer\s+/i, '')));
}

/** The credential's test button: there is nobody to ask, but a short secret can be guessed. */
export async function webhookSecretTest(this: ICredentialTestFunctions, credential: ICredentialsDecrypted): Promise<INodeCredentialTestResult> {
  const { secret = '' } = (credential.data ?? {}) as Partial<WebhookSecret>;
  return secret.length >= MIN_LENGTH
    ? { status: 'OK', message: 'Segredo aceito. Informe-o a quem envia os eventos.' }
    : { status: 'Error', message: `O segredo precisa de pelo menos ${MIN_LENGTH} caracteres.` };
}
