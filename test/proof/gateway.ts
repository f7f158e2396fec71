import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CivilDate } from '../../core/civil-date.ts';
import { deliveryTo } from './script.ts';

/** A gateway by the contract in docs/gateway.md that does with each message what the script says of its address and day. */
export interface ScriptedGateway {
  readonly baseUrl: string;
  readonly token: string;
  today: CivilDate;
  stop(): Promise<void>;
}

export async function startGateway(seed: () => number): Promise<ScriptedGateway> {
  const token = 'segredo-da-prova-de-fogo';
  const gateway = { today: '', token, baseUrl: '', stop: async () => {} };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const answer = (status: number, body: object): void => {
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      };
      if (request.method !== 'POST') return answer(404, { error: 'not found' });
      const { to, reference } = JSON.parse(Buffer.concat(parts).toString('utf8')) as { to: string; reference: string };
      const delivery = deliveryTo(to, gateway.today, seed());
      if (delivery.kind === 'accepted') return answer(202, { id: `m-${reference}`, status: 'sent' });
      // The connection breaks after the message was read: nobody can say whether it left.
      if (delivery.kind === 'doubt') return void request.socket.destroy();
      switch (delivery.fault) {
        case 'account':
          return answer(401, { error: 'invalid token' });
        case 'provider':
          return answer(429, { error: 'slow down' });
        case 'person':
        case 'message':
          return answer(422, { error: 'this number does not exist' });
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  gateway.baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  gateway.stop = () => new Promise((resolve) => void server.close(() => resolve()));
  return gateway;
}
