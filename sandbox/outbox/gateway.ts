import type { IncomingMessage } from 'node:http';
import { readJson, type Answer } from '../httpAnswers.ts';
import type { MessageStore } from './store.ts';

const gatewayChannels = ['sms', 'whatsapp', 'voice'] as const;

const problem = (status: number, code: string, message: string): Answer => ({ status, body: { error: { code, message } } });

/** A generic gateway for SMS, WhatsApp and voice messages: `/gateway/health`, `/gateway/messages` and, for one in doubt, `/gateway/messages/{reference}`. */
export async function answerGateway(request: IncomingMessage, path: string, token: string, store: MessageStore): Promise<Answer> {
  if (request.headers.authorization !== `Bearer ${token}`) return problem(401, 'unauthorized', 'token ausente ou inválido');
  if (path === '/gateway/health' && request.method === 'GET') return { status: 200, body: { status: 'ok' } };
  const asked = /^\/gateway\/messages\/([^/]+)$/.exec(path)?.[1];
  if (asked !== undefined && request.method === 'GET') {
    const reference = decodeURIComponent(asked);
    const known = store.list().messages.find((message) => message.reference === reference);
    return known ? { status: 200, body: { id: known.id, status: 'queued' } } : { status: 404, body: { reference, status: 'unknown' } };
  }
  if (path !== '/gateway/messages' || request.method !== 'POST') return problem(404, 'not_found', `${request.method} ${path} não existe`);

  const { to, channel, text, reference } = ((await readJson(request)) ?? {}) as Record<string, unknown>;
  if (typeof to !== 'string' || !/^\+?\d{10,15}$/.test(to.replace(/[\s().-]/g, ''))) {
    return problem(400, 'invalid_to', 'to deve ser um telefone com DDD, de 10 a 15 algarismos');
  }
  if (!gatewayChannels.includes(channel as (typeof gatewayChannels)[number])) {
    return problem(400, 'invalid_channel', `channel deve ser um de: ${gatewayChannels.join(', ')}`);
  }
  if (typeof text !== 'string' || text.trim() === '') return problem(400, 'invalid_text', 'text não pode ser vazio');
  if (reference !== undefined && typeof reference !== 'string') return problem(400, 'invalid_reference', 'reference deve ser texto');

  const message = store.add({
    channel: channel as (typeof gatewayChannels)[number],
    via: 'gateway',
    to,
    text,
    ...(reference ? { reference } : {}),
  });
  return { status: 202, body: { id: message.id, status: 'queued' } };
}
