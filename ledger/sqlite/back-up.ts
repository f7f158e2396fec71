import { chmodSync, closeSync, existsSync, openSync, renameSync, rmSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { resolve } from 'node:path';
import { ReguaError } from '../../core/errors.ts';
import { nodeSqlite } from './node-sqlite.ts';

export interface BackUpFacts {
  readonly cases: number;
  readonly events: number;
}

/**
 * A whole copy of a ledger's file in one file, also while n8n works on it: SQLite reads one moment of file and journal together, which a
 * copy of the file alone misses. The copy is readable by its owner only, checked, and put in place when complete.
 * @returns what the copy holds
 * @throws ReguaError `backup.missing`, `backup.exists`, `backup.no-ledger`, `backup.failed`, `ledger.sqlite-missing`
 */
export function backUpSqlite(options: { readonly file: string; readonly out: string }): BackUpFacts {
  const sqlite = nodeSqlite();
  const [file, out] = [resolve(options.file), resolve(options.out)];
  if (!existsSync(file)) throw new ReguaError('backup.missing', `O arquivo "${file}" não existe. Confira o caminho do registro.`, { field: 'file' });
  if (existsSync(out)) {
    throw new ReguaError('backup.exists', `"${out}" já existe, e uma cópia nunca escreve por cima de outra. Escolha outro nome.`, { field: 'out' });
  }
  const part = `${out}.parte`;
  let source: DatabaseSync | undefined;
  let copy: DatabaseSync | undefined;
  let created = false;
  try {
    // Made beforehand and empty, so that at no moment others can read it.
    closeSync(openSync(part, 'wx', 0o600));
    created = true;
    source = new sqlite.DatabaseSync(file, { timeout: 10_000 });
    factsOf(source, file);
    source.prepare('vacuum into ?').run(part);
    copy = new sqlite.DatabaseSync(part, { readOnly: true });
    const [check] = copy.prepare('pragma integrity_check').all();
    if (check?.['integrity_check'] !== 'ok') {
      throw new ReguaError(
        'backup.failed',
        `A cópia não passou na conferência do SQLite (${String(check?.['integrity_check'])}). O arquivo "${file}" pode estar estragado.`,
      );
    }
    const facts = factsOf(copy, file);
    copy.close();
    chmodSync(part, 0o600);
    renameSync(part, out);
    return facts;
  } catch (cause) {
    if (copy?.isOpen) copy.close();
    if (created) rmSync(part, { force: true });
    if (cause instanceof ReguaError) throw cause;
    throw new ReguaError('backup.failed', `Não consegui copiar "${file}" para "${out}". Confira a pasta, a permissão e o espaço em disco.`, {
      field: 'out',
      cause,
    });
  } finally {
    if (source?.isOpen) source.close();
  }
}

function factsOf(database: DatabaseSync, file: string): BackUpFacts {
  try {
    const count = (table: string): number => Number(database.prepare(`select count(*) as n from ${table}`).get()!['n']);
    return { cases: count('cases'), events: count('events') };
  } catch (cause) {
    throw new ReguaError('backup.no-ledger', `"${file}" não é um registro da Régua. Confira o caminho.`, { field: 'file', cause });
  }
}
