import { setImmediate } from 'node:timers/promises';

/** Gives n8n's main process the turn: it serves the editor and every other webhook while a long list is worked off. */
export async function letOthersIn(): Promise<void> {
  await setImmediate();
}
