// nodemailer: the reference SMTP client for Node, without dependencies, with pooling and DKIM.
import nodemailer from 'nodemailer';
import { redact } from '../../redact.ts';
import type { MessageProvider, SendReceipt } from '../message-provider.ts';

export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (465). Without it STARTTLS is used when the server offers it. */
  readonly secure: boolean;
  readonly user: string;
  readonly password: string;
  readonly fromAddress: string;
  readonly fromName: string;
}

const CONNECTIONS = 10;

/** SMTP with kept connections. The Message-ID is made of our reference, so that bounces and receipts find the contact. */
export function smtpProvider(settings: SmtpSettings): MessageProvider {
  const transport = nodemailer.createTransport({ ...connection(settings), pool: true, maxConnections: CONNECTIONS, maxMessages: Infinity });
  const domain = settings.fromAddress.split('@')[1] ?? 'localhost';
  return {
    concurrency: CONNECTIONS,
    async send(message, signal) {
      const progress = transport
        .sendMail({
          from: { name: settings.fromName, address: settings.fromAddress },
          to: { name: message.toName ?? '', address: message.to },
          subject: message.subject ?? '',
          text: message.text,
          ...(message.html === undefined ? {} : { html: message.html }),
          messageId: `<${message.reference}@${domain}>`,
          // Holidays' automatic replies to a collection message help nobody.
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'OOF, AutoReply' },
          // A text of ours never names files or addresses to be read in.
          disableFileAccess: true,
          disableUrlAccess: true,
        })
        .then(
          (info): SendReceipt => ({ kind: 'sent', status: 'sent', providerMessageId: info.messageId }),
          (error: unknown) => smtpFailure(error, settings),
        );
      return Promise.race([progress, whenAborted(signal)]);
    },
    close: () => {
      transport.close();
      return Promise.resolve();
    },
  };
}

/** Connects and authenticates, sends nothing. @returns null when it works, else why not, in Portuguese and without the password */
export async function testSmtp(settings: SmtpSettings): Promise<string | null> {
  const transport = nodemailer.createTransport(connection(settings));
  try {
    await transport.verify();
    return null;
  } catch (error) {
    const failure = smtpFailure(error, settings);
    return 'error' in failure ? failure.error : 'o servidor de e-mail não respondeu';
  } finally {
    transport.close();
  }
}

function connection(settings: SmtpSettings) {
  return {
    host: settings.host,
    port: settings.port,
    secure: settings.secure,
    ...(settings.user ? { auth: { user: settings.user, pass: settings.password } } : {}),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 60_000,
  };
}

/** Commands before the text goes out; `CONN` is nodemailer's name for connecting. */
const BEFORE_TEXT = /^(CONN|EHLO|HELO|LHLO|STARTTLS|AUTH\b.*|MAIL FROM|RCPT TO|API)$/;

function smtpFailure(error: unknown, settings: SmtpSettings): SendReceipt {
  const { code, command, responseCode, message } = error as { code?: string; command?: string; responseCode?: number; message?: string };
  const detail = redact(message ?? String(error), [settings.password]);
  if (code === 'EAUTH') return { kind: 'unreachable', error: `o servidor de e-mail recusou o usuário ou a senha (${detail})` };
  if (responseCode !== undefined) {
    return responseCode >= 500 && code !== 'ECONNECTION'
      ? { kind: 'refused', error: `o servidor de e-mail recusou (${detail})` }
      : { kind: 'unreachable', error: `o servidor de e-mail pediu para tentar depois (${detail})` };
  }
  if (code === 'EDNS' || code === 'ETLS' || (command !== undefined && BEFORE_TEXT.test(command))) {
    return { kind: 'unreachable', error: `não foi possível conectar ao servidor de e-mail (${detail})` };
  }
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return { kind: 'refused', error: `o e-mail não pôde ser montado (${detail})` };
  return { kind: 'unknown', error: `a conexão com o servidor de e-mail caiu (${detail}); a mensagem pode ter saído` };
}

function whenAborted(signal: AbortSignal): Promise<SendReceipt> {
  const receipt: SendReceipt = { kind: 'unknown', error: 'o servidor de e-mail não respondeu a tempo; a mensagem pode ter saído' };
  if (signal.aborted) return Promise.resolve(receipt);
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(receipt), { once: true }));
}
