import { once } from 'node:events';
import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { Faults } from './faults.ts';
import type { MessageStore } from './store.ts';

export type SmtpLogin = { user: string; password: string };

// smtp-server and postal-mime rather than our own: they know what mail looks like in the wild, and nodemailer's makers keep both.

/** A mail server on loopback that keeps every message and forwards none. Without a login it takes mail from anyone. */
export async function startSmtp(port: number, login: SmtpLogin | undefined, store: MessageStore, faults: Faults): Promise<SMTPServer> {
  const server = new SMTPServer({
    name: 'regua.localhost',
    banner: 'caixa de saida local',
    // Loopback needs no encryption, and a made-up certificate would teach users to trust one.
    hideSTARTTLS: true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    authOptional: !login,
    size: 10_000_000,
    onAuth(auth, _session, callback) {
      if (!login || (auth.username === login.user && auth.password === login.password)) return callback(null, { user: auth.username });
      callback(Object.assign(new Error('535 5.7.8 usuario ou senha nao conferem'), { responseCode: 535 }));
    },
    onData(stream, session, callback) {
      receive(stream, session, store).then(
        async (accept) => {
          const fault = faults.next('smtp');
          if (fault?.kind === 'hang') return;
          if (fault?.kind === 'refuse') {
            return callback(Object.assign(new Error('falha encomendada'), { responseCode: fault.status ?? 451 }));
          }
          accept();
          if (fault?.kind === 'lose-answer') return cut(server, session);
          callback(null);
        },
        (error: unknown) => callback(error as Error),
      );
    },
  });
  // A client that goes away in the middle is its own affair.
  server.on('error', () => {});
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  return server;
}

/** Reads the mail to its end. @returns what keeps it */
async function receive(stream: SMTPServerDataStream, session: SMTPServerSession, store: MessageStore): Promise<() => void> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  const mail = await PostalMime.parse(Buffer.concat(chunks));
  const reference = mail.headers.find((header) => header.key === 'x-regua-reference')?.value;
  return () =>
    void store.add({
      channel: 'email',
      via: 'smtp',
      // The envelope, not the header: it is who gets the mail.
      to: session.envelope.rcptTo.map((recipient) => recipient.address).join(', '),
      from: mail.from?.name ? `${mail.from.name} <${mail.from.address}>` : (mail.from?.address ?? ''),
      subject: mail.subject ?? '',
      text: mail.text ?? '',
      ...(mail.html ? { html: mail.html } : {}),
      ...(reference ? { reference } : {}),
    });
}

function cut(server: SMTPServer, session: SMTPServerSession): void {
  const connections = (server as unknown as { connections: Set<{ id: string; _socket: { destroy(): void } }> }).connections;
  for (const connection of connections) if (connection.id === session.id) connection._socket.destroy();
}
