import { ReguaError } from '../core/errors.ts';

const NOTHING_WRITTEN = 'Nada desta operação foi gravado; o que já estava gravado está lá, e a próxima rodada continua daí.';

/** SQLite's primary result codes that somebody can do something about. */
const SQLITE: Readonly<Record<number, readonly [code: string, message: string]>> = {
  5: ['ledger.busy', 'O arquivo do registro está ocupado por outro processo há mais de 30 segundos. Veja se uma cópia, um antivírus ou outro n8n o segura.'],
  6: ['ledger.busy', 'O arquivo do registro está ocupado por outro processo há mais de 30 segundos. Veja se uma cópia, um antivírus ou outro n8n o segura.'],
  8: ['ledger.read-only', 'O arquivo do registro não pode ser escrito. Confira as permissões da pasta e se o disco não está só para leitura.'],
  10: ['ledger.disk', 'O disco falhou ao ler ou gravar o registro. Confira o disco antes de rodar de novo.'],
  11: ['ledger.damaged', 'O arquivo do registro está danificado. Pare o n8n e volte à última cópia (regua backup).'],
  13: ['ledger.disk-full', 'O disco do registro está cheio. Libere espaço e rode de novo.'],
  26: ['ledger.damaged', 'O arquivo do registro não é um registro da Régua, ou está danificado. Pare o n8n e volte à última cópia (regua backup).'],
};

/** By which PostgreSQL or the way to it says that it is not there now. */
const AWAY = /^(?:08...|57P0\d|53300|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN)$/;

/**
 * What an engine says, as a sentence for whoever runs n8n: an engine's own English says neither what happened to the day's work nor what to do.
 * @returns errors that are not an engine's as they are
 */
export function asLedgerError(error: unknown): unknown {
  if (error instanceof ReguaError || !(error instanceof Error)) return error;
  const { code, errcode } = error as { code?: unknown; errcode?: unknown };
  if (typeof errcode === 'number') {
    const [known, message] = SQLITE[errcode & 0xff] ?? ['ledger.engine', `O registro recusou a operação (${error.message}).`];
    return new ReguaError(known, `${message} ${NOTHING_WRITTEN}`, { cause: error });
  }
  if (typeof code === 'string' && AWAY.test(code))
    return new ReguaError('ledger.away', `O banco do registro não está respondendo (${code}). Confira se o PostgreSQL está no ar. ${NOTHING_WRITTEN}`, {
      cause: error,
    });
  if (error.message === 'Connection terminated unexpectedly')
    return new ReguaError('ledger.away', `A conexão com o banco do registro caiu. Confira se o PostgreSQL está no ar. ${NOTHING_WRITTEN}`, { cause: error });
  if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code))
    return new ReguaError('ledger.engine', `O registro recusou a operação (${error.message}). ${NOTHING_WRITTEN}`, { cause: error });
  return error;
}
