import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes sure that one data folder is used by one `npm start`: two n8n on one database spoil it.
 * @returns what gives the folder free again
 * @throws Error naming the process that has it
 */
export function holdDataFolder(dataFolder: string): () => void {
  const file = join(dataFolder, 'running.pid');
  const holder = readPid(file);
  if (holder !== undefined && holder !== process.pid && isAlive(holder)) {
    throw new Error(`A Régua já está rodando com esta pasta de dados (processo ${holder}). Encerre aquela, ou escolha outra pasta com --data.`);
  }
  writeFileSync(file, String(process.pid));
  return () => rmSync(file, { force: true });
}

function readPid(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
