export { createApp } from './app.ts';
export type { AppOptions, PageSession } from './app.ts';
export { designerFolder } from './designer-folder.ts';
export { jsonLines } from './log.ts';
export { greetingSentence, greetN8n, parseN8nAddress } from './n8n-address.ts';
export { startServer } from './start-server.ts';
export type { RunningServer, ServerOptions } from './start-server.ts';
