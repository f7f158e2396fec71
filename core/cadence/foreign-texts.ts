import type { Channel } from '../case/channel.ts';

/** A text that a node of n8n writes by itself, with where it stands in its parameters. */
export interface ForeignText {
  readonly path: string;
  readonly text: string;
  readonly channel: Channel;
}

/**
 * Nodes whose words may reach a debtor, by their type: senders, what calls a sender over HTTP, and what prepares a text for either.
 * What a team writes to itself (Slack, a spreadsheet) is nobody's message.
 */
const SPEAKERS: readonly (readonly [type: RegExp, channel: Channel])[] = [
  [/whats|evolution|z-?api|waha|wpp|ultramsg|telegram|chatwoot/i, 'whatsapp'],
  [/sms|twilio|zenvia|vonage|plivo|messagebird|totalvoice/i, 'sms'],
  [/mail|smtp|sendgrid|outlook|brevo|sendinblue|awsSes/i, 'email'],
  [/\.(?:httpRequest|set|code|function|functionItem|sendMessage)$/i, 'whatsapp'],
];

/** The texts of a node that speaks to people, without its expressions; none for any other node. */
export function foreignTexts(node: { readonly [key: string]: unknown }): ForeignText[] {
  const type = String(node['type'] ?? '');
  const channel = SPEAKERS.find(([pattern]) => pattern.test(type))?.[1];
  return channel === undefined ? [] : proseIn(node['parameters'], '').map((found) => ({ ...found, channel }));
}

function proseIn(value: unknown, path: string): { path: string; text: string }[] {
  if (typeof value === 'string') return proseOf(value, path);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => proseIn(inner, path === '' ? key : Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`));
}

function proseOf(written: string, path: string): { path: string; text: string }[] {
  const content = written.replace(/^=/, '');
  const json = jsonOf(content);
  if (json !== undefined) return proseIn(json, path);
  const inside = [...content.matchAll(/\{\{(.*?)\}\}/gs)].flatMap(([, expression]) => literalsOf(expression!));
  const plain = content
    .replace(/\{\{.*?\}\}/gs, '@')
    .replace(/<(?:style|script)\b.*?<\/(?:style|script)>/gis, ' ')
    .replace(/<\/?[a-z][^>]*>/gi, ' ');
  // Program text is no prose, but what it quotes may be.
  const outside = /(?:^|[\s;])(?:const|let|var|return|function|for|if)\b.*[;({]/s.test(plain) ? literalsOf(content) : [plain];
  return [...outside, ...inside]
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter(isProse)
    .map((text) => ({ path, text }));
}

function jsonOf(text: string): unknown {
  if (!/^\s*[{[]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // n8n's expressions make many bodies no JSON until they run: they are read as text.
    return undefined;
  }
}

function literalsOf(code: string): string[] {
  return [...code.matchAll(/'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g)].map(([, single, double, template]) =>
    (single ?? double ?? template ?? '').replace(/\\n/g, '\n').replace(/\$\{.*?\}/gs, '@'),
  );
}

/** At least two words and a space between them; an address, a path or a date format is none. */
function isProse(text: string): boolean {
  return /\s/.test(text) && (text.match(/\p{L}{2,}/gu)?.length ?? 0) >= 2 && !/^[a-z]+:\/\/\S+$/i.test(text);
}
