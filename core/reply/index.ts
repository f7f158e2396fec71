export type { ReplyIntent } from './intents.ts';
export { REPLY_INTENTS } from './intents.ts';
export * from './read-reply.ts';
