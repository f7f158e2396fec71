import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Faults, type Fault } from './faults.ts';
import { Receipts, type DeliveryWebhooks } from './receipts.ts';
import { startSmtp, type SmtpLogin } from './smtp.ts';
import { MessageStore, type MessageFilter, type MessageList } from './store.ts';
import { createWeb } from './web.ts';

export type OutboxOptions = {
  /** 0 or nothing: any free port. */
  smtpPort?: number;
  httpPort?: number;
  /** Holds `messages.jsonl`. */
  dataDir: string;
  /** Of the gateway and of Evolution alike; made up by default. */
  token?: string;
  /** Evolution's instance name. */
  instance?: string;
  /** Without it the mail server takes mail from anyone. */
  smtpLogin?: SmtpLogin;
  /** Who is told of deliveries; nobody by default. */
  deliveryWebhooks?: DeliveryWebhooks;
  /** What the receipts show to them. */
  webhookSecret?: string;
  /** Confirms deliveries by itself this many milliseconds after arrival; by default only when a person asks for it. */
  receiptsAfterMs?: number;
};

export type Outbox = {
  /** Address of the page, without a slash at the end. */
  url: string;
  gatewayUrl: string;
  evolutionUrl: string;
  instance: string;
  token: string;
  httpPort: number;
  smtpPort: number;
  smtpLogin: SmtpLogin | undefined;
  list(filter?: MessageFilter): MessageList;
  clear(): void;
  /** Makes coming requests go wrong. */
  order(fault: Fault): void;
  resetFaults(): void;
  stop(): Promise<void>;
};

/** Starts the local outbox: providers that take every message, keep it, show it, and send it to nobody. */
export async function startOutbox({
  smtpPort = 0,
  httpPort = 0,
  dataDir,
  token = randomBytes(18).toString('base64url'),
  instance = 'regua',
  smtpLogin,
  deliveryWebhooks = async () => [],
  webhookSecret,
  receiptsAfterMs,
}: OutboxOptions): Promise<Outbox> {
  const store = new MessageStore(join(dataDir, 'messages.jsonl'));
  const faults = new Faults();
  const smtp = await startSmtp(smtpPort, smtpLogin, store, faults);
  const receipts = new Receipts({ store, webhooks: deliveryWebhooks, secret: webhookSecret, afterMs: receiptsAfterMs });
  const web = createWeb({ gatewayToken: token, evolution: { apiKey: token, instance }, store, faults, receipts });
  web.listen(httpPort, '127.0.0.1');
  await once(web, 'listening');
  const port = (web.address() as AddressInfo).port;
  const url = `http://localhost:${port}`;
  return {
    url,
    gatewayUrl: `${url}/gateway`,
    evolutionUrl: `${url}/evolution`,
    instance,
    token,
    httpPort: port,
    smtpPort: (smtp.server.address() as AddressInfo).port,
    smtpLogin,
    list: (filter) => store.list(filter),
    clear: () => store.clear(),
    order: (fault) => faults.order(fault),
    resetFaults: () => faults.reset(),
    async stop() {
      receipts.stop();
      web.closeAllConnections();
      await Promise.all([new Promise<void>((resolve) => web.close(() => resolve())), new Promise<void>((resolve) => smtp.close(() => resolve()))]);
    },
  };
}
