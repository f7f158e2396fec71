import { ownValue } from '../json/own-value.ts';
import type { NoticeBody } from './read-body.ts';

/** A post as n8n's Webhook node hands it on. */
export interface WebhookItem {
  readonly body: NoticeBody;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
}

/** The post that an item of n8n's Webhook node holds; undefined for any other item. */
export function webhookItem(json: object): WebhookItem | undefined {
  const part = (name: string): unknown => ownValue(json as Readonly<Record<string, unknown>>, name);
  const headers = part('headers');
  if (!isRecord(headers)) return undefined;
  const body = part('body');
  const query = part('query');
  // Read by n8n already, whatever it was on the way.
  return { body: typeof body === 'string' || isObject(body) ? body : {}, headers, query: isRecord(query) ? query : {} };
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => isObject(value) && !Array.isArray(value);
