import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { readJson, type Answer } from '../httpAnswers.ts';
import type { MessageStore } from './store.ts';

/**
 * The part of Evolution API 2.x that sends text, with its paths, statuses and shapes of answer and error.
 * A number with fewer than 10 digits counts as not on WhatsApp; so does one that ends in 0000, for tests.
 */
export async function answerEvolution(
  request: IncomingMessage,
  path: string,
  { apiKey, instance }: { apiKey: string; instance: string },
  store: MessageStore,
): Promise<Answer> {
  const match = /^\/evolution\/(instance\/connectionState|message\/sendText)\/([^/]+)$/.exec(path);
  const expected = match?.[1] === 'message/sendText' ? 'POST' : 'GET';
  if (!match || request.method !== expected) return failure(404, 'Not Found', [`Cannot ${request.method} ${path.slice('/evolution'.length)}`]);
  const asked = decodeURIComponent(match[2]!);
  // Evolution looks for the instance before it looks at the key.
  if (asked !== instance) return failure(404, 'Not Found', [`The "${asked}" instance does not exist`]);
  if (request.headers['apikey'] !== apiKey) return failure(401, 'Unauthorized', 'Unauthorized');
  if (match[1] === 'instance/connectionState') return { status: 200, body: { instance: { instanceName: asked, state: 'open' } } };

  const body = ((await readJson(request)) ?? {}) as Record<string, unknown>;
  const complaints = ['number', 'text'].flatMap((name) => {
    if (body[name] === undefined) return [`requires property "${name}"`];
    return typeof body[name] === 'string' ? [] : [`${name} is not of a type(s) string`];
  });
  if (complaints.length > 0) return failure(400, 'Bad Request', [complaints]);
  const number = (body.number as string).replace(/\D/g, '');
  const remoteJid = `${whatsappNumber(number)}@s.whatsapp.net`;
  if (number.length < 10 || number.endsWith('0000')) {
    return failure(400, 'Bad Request', [{ jid: remoteJid, exists: false, number: body.number }]);
  }
  if ((body.text as string).trim() === '') return failure(400, 'Bad Request', ['Text is required']);

  const id = `3EB0${randomBytes(9).toString('hex').toUpperCase()}`;
  const message = store.add({ id, channel: 'whatsapp', via: 'evolution', to: body.number as string, text: body.text as string });
  return {
    status: 201,
    body: {
      key: { remoteJid, fromMe: true, id },
      pushName: '',
      status: 'PENDING',
      message: { conversation: message.text },
      contextInfo: null,
      messageType: 'conversation',
      messageTimestamp: Math.floor(Date.parse(message.at) / 1000),
      instanceId: '00000000-0000-4000-8000-000000000000',
      source: 'unknown',
    },
  };
}

function failure(status: number, error: string, message: unknown): Answer {
  return { status, body: { status, error, response: { message } } };
}

/** WhatsApp knows Brazilian mobile numbers with area codes from 31 up without the ninth digit. */
function whatsappNumber(digits: string): string {
  const match = /^55(\d{2})9(\d{8})$/.exec(digits);
  if (!match || Number(match[1]) < 31 || Number(match[2]![0]) < 7) return digits;
  return `55${match[1]}${match[2]}`;
}
