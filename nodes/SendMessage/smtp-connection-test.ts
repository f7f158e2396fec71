import type { ICredentialTestFunctions, ICredentialsDecrypted, INodeCredentialTestResult } from 'n8n-workflow';
import type { SmtpSettings } from '../../providers/messaging/index.ts';
import { testSmtp } from '../../providers/messaging/index.ts';

/** The test button of the SMTP credential: connects and authenticates, sends nothing. */
export async function smtpConnectionTest(this: ICredentialTestFunctions, credential: ICredentialsDecrypted): Promise<INodeCredentialTestResult> {
  const failure = await testSmtp(credential.data as unknown as SmtpSettings);
  return failure === null ? { status: 'OK', message: 'Servidor de e-mail conectado.' } : { status: 'Error', message: `Não funcionou: ${failure}.` };
}
