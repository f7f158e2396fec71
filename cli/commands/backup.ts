import type { Command } from '../io.ts';
import { readArgs, required } from '../options.ts';
import { printJson } from '../output.ts';
import { fileArgument } from './file-argument.ts';

export const backup: Command = {
  name: 'backup',
  summary: 'Copia o registro em SQLite, inteiro, mesmo com o n8n trabalhando.',
  usage: `Copia o arquivo do registro (SQLite) para outro, inteiro, mesmo com o n8n trabalhando.

Uso: regua backup ARQUIVO --out CÓPIA [--json]

  ARQUIVO      O registro; sem credencial, é .n8n/regua/ledger.sqlite na pasta do n8n.
  --out CÓPIA  O arquivo da cópia. Não pode existir ainda.
  --json       {"out","cases","events"}

Copiar só o .sqlite com o n8n no ar perde o que ainda está no diário ao lado (.sqlite-wal). A cópia tem CPFs: só o
seu usuário consegue lê-la. Para voltar a ela, pare o n8n, ponha-a no lugar do arquivo e apague os antigos -wal e -shm.

Saída: 0; 2 comando usado de forma errada, ou a cópia não deu certo.
`,
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, { out: { type: 'string' }, json: { type: 'boolean' } }, true);
    const file = fileArgument(positionals);
    const out = required(values.out, 'out');
    const { backUpSqlite } = await import('../../ledger/sqlite/back-up.ts');
    const { cases, events } = backUpSqlite({ file, out });
    if (values.json) printJson(io, { out, cases, events });
    else io.stdout(`Cópia em ${out}: ${cases} ${cases === 1 ? 'caso' : 'casos'}, ${events} ${events === 1 ? 'evento' : 'eventos'}.\n`);
    return 0;
  },
};
