import type { Readable } from 'node:stream';
// nodemailer: the reference SMTP client for Node, without dependencies, with pooling and DKIM.
import nodemailer from 'nodemailer';
import { redact } from '../../redact.ts';
import type { MessageProvider, RefusalFault, SendReceipt } from '../message-provider.ts';

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
  const texts = new WeakMap<object, Readable[]>();
  transport.use('stream', (mail, done) => {
    const read = mail.message.createReadStream.bind(mail.message);
    mail.message.createReadStream = (...options) => {
      const text = read(...options);
      texts.get(mail.data.headers as object)?.push(text);
      return text;
    };
    done();
  });
  const domain = settings.fromAddress.split('@')[1] ?? 'localhost';
  return {
    concurrency: CONNECTIONS,
    async send(message, signal) {
      // Holidays' automatic replies to a collection message help nobody. The object also names the message to the plugin above.
      const headers = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'OOF, AutoReply' };
      const attempts: Readable[] = [];
      texts.set(headers, attempts);
      const progress = transport
        .sendMail({
          from: { name: settings.fromName, address: settings.fromAddress },
          to: { name: message.toName ?? '', address: message.to },
          subject: message.subject ?? '',
          text: message.text,
          ...(message.html === undefined ? {} : { html: message.html }),
          messageId: `<${message.reference}@${domain}>`,
          headers,
          // Still waiting for a connection when the time is over: it does not leave later.
          signal,
          // A text of ours never names files or addresses to be read in.
          disableFileAccess: true,
          disableUrlAccess: true,
        })
        .then(
          (info): SendReceipt => ({ kind: 'sent', status: 'sent', providerMessageId: info.messageId }),
          (error: unknown) =>
            smtpFailure(
              error,
              settings,
              attempts.some((text) => text.readableDidRead),
            ),
        );
      return Promise.race([progress, whenAborted(signal, attempts)]);
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
    const failure = smtpFailure(error, settings, false);
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

/**
 * nodemailer's command names do not tell whether the text went out (a connection lost after it is reported as `CONN`), so that is
 * asked of the text's own stream.
 * @param textRead some of the message was handed to a connection
 */
function smtpFailure(error: unknown, settings: SmtpSettings, textRead: boolean): SendReceipt {
  const { code, responseCode, message } = error as { code?: string; responseCode?: number; message?: string };
  const detail = redact(message ?? String(error), [settings.password]);
  if (code === 'EAUTH') return { kind: 'refused', fault: 'account', error: `o servidor de e-mail recusou o usuário ou a senha (${detail})` };
  // 421 is the server closing; it may be said after the text, before the answer to it.
  if (responseCode !== undefined && !(responseCode === 421 && textRead)) {
    return responseCode >= 500
      ? { kind: 'refused', fault: smtpFault(responseCode, detail), error: `o servidor de e-mail recusou (${detail})` }
      : { kind: 'unreachable', error: `o servidor de e-mail pediu para tentar depois (${detail})` };
  }
  if (textRead) return { kind: 'unknown', error: `a conexão com o servidor de e-mail caiu (${detail}); a mensagem pode ter saído` };
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return { kind: 'refused', fault: 'message', error: `o e-mail não pôde ser montado (${detail})` };
  return { kind: 'unreachable', error: `não foi possível conectar ao servidor de e-mail (${detail})` };
}

/**
 * Whose fault a 5xx is (RFC 3463): 5.1 and 5.2 are about the mailbox, 5.3.4 and 5.6 about the mail, 5.7 and authentication about who sends. Without such a code a
 * 550–553 is taken to be about the mailbox, as RFC 5321 §4.2.3 says of it.
 */
function smtpFault(responseCode: number, detail: string): RefusalFault {
  const [, subject, which] = /\b5\.(\d{1,3})\.(\d{1,3})\b/.exec(detail) ?? [];
  if (subject === '1' || subject === '2') return subject === '1' && (which === '7' || which === '8') ? 'account' : 'person';
  if (subject === '6' || (subject === '3' && which === '4')) return 'message';
  if (subject === '7' || subject === '5' || [530, 534, 535, 538].includes(responseCode)) return 'account';
  return responseCode === 552 || responseCode === 554 ? 'message' : 'person';
}

function whenAborted(signal: AbortSignal, attempts: readonly Readable[]): Promise<SendReceipt> {
  const receipt = (): SendReceipt =>
    attempts.length > 0
      ? { kind: 'unknown', error: 'o servidor de e-mail não respondeu a tempo; a mensagem pode ter saído' }
      : { kind: 'unreachable', error: 'o servidor de e-mail não aceitou a conexão a tempo' };
  if (signal.aborted) return Promise.resolve(receipt());
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(receipt()), { once: true }));
}
