import { chmodSync, closeSync, existsSync, mkdirSync, openSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { ReguaError } from '../../core/errors.ts';

/**
 * What to do when a ledger's file is not there. An empty ledger knows nobody as contacted, so it never begins by itself at a place that
 * a person typed: `refuse`; `create` where its folder is there; `create-with-folder` at a place that is ours.
 */
export type WhenMissing = 'refuse' | 'create' | 'create-with-folder';

const SIDE_FILES = ['', '-wal', '-shm'];

/**
 * Whether a ledger's file is there, or a new one may begin at its place. Touches nothing.
 * @throws ReguaError `ledger.file-missing`, `ledger.folder-missing`
 */
export function lookAtPlace(file: string, whenMissing: WhenMissing): 'there' | 'new' {
  if (existsSync(file)) return 'there';
  if (whenMissing === 'refuse') {
    throw new ReguaError(
      'ledger.file-missing',
      `O arquivo do registro "${file}" não existe. A Régua não começa outro sozinha, porque um registro vazio não sabe quem já foi contatado. ` +
        'Confira o caminho na credencial "Régua: registro"; se o registro é mesmo novo, escolha nela "Começar um registro novo, vazio".',
      { field: 'file' },
    );
  }
  if (whenMissing === 'create' && !statSync(dirname(file), { throwIfNoEntry: false })?.isDirectory()) {
    throw new ReguaError(
      'ledger.folder-missing',
      `A pasta "${dirname(file)}" não existe. Confira o caminho na credencial "Régua: registro", ou crie a pasta.`,
      { field: 'file' },
    );
  }
  return 'new';
}

/**
 * The same file by whatever way it was named; made when it may begin here, for its owner alone.
 * @throws ReguaError of {@link lookAtPlace}; errors of the file system as they are
 */
export function settlePlace(file: string, whenMissing: WhenMissing): string {
  const absolute = resolve(file);
  if (lookAtPlace(absolute, whenMissing) === 'there') {
    const path = realpathSync(absolute);
    closeToOthers(path);
    return path;
  }
  if (whenMissing === 'create-with-folder') mkdirSync(dirname(absolute), { recursive: true, mode: 0o700 });
  const path = join(realpathSync(dirname(absolute)), basename(absolute));
  // SQLite gives its side files the mode of this one.
  closeSync(openSync(path, 'a', 0o600));
  return path;
}

/** Files of earlier versions could be read by every user of the machine. What the owner gave to a group stays. */
function closeToOthers(path: string): void {
  for (const file of SIDE_FILES.map((end) => `${path}${end}`)) {
    const mode = statSync(file, { throwIfNoEntry: false })?.mode;
    if (mode === undefined || (mode & 0o007) === 0) continue;
    try {
      chmodSync(file, mode & 0o7770);
    } catch (error) {
      // Somebody else's file: who may read it is for them to say.
      if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error;
    }
  }
}

/**
 * An open file that is deleted or replaced goes on being written to, where nobody finds it again.
 * @returns throws ReguaError `ledger.file-gone` once the path leads to another file than now, or to none
 */
export function watchOver(path: string): () => void {
  if (path === ':memory:') return () => undefined;
  const opened = statSync(path).ino;
  return () => {
    if (statSync(path, { throwIfNoEntry: false })?.ino === opened) return;
    throw new ReguaError(
      'ledger.file-gone',
      `O arquivo do registro "${path}" foi apagado ou trocado enquanto o n8n trabalhava, e nada mais é gravado nem enviado. ` +
        'Ponha de volta o arquivo certo (ou a última cópia) e reinicie o n8n.',
      { field: 'file' },
    );
  };
}
