import { ReguaError } from '../core/errors.ts';
import { COMMANDS } from './commands/index.ts';
import type { Command, ExitCode, Io } from './io.ts';
import { printJson } from './output.ts';

/**
 * Runs one command line (without `node` and the script). Wrong use gives a sentence in Portuguese on stderr, and with `--json` an
 * `{"error":{"code","message","field"}}` on stdout besides. Errors that are no {@link ReguaError} are ours and go through.
 */
export async function runCli(args: readonly string[], io: Io, commands: readonly Command[] = COMMANDS): Promise<ExitCode> {
  const [name, ...rest] = args;
  const wantsHelp = (text: string | undefined): boolean => text === '--help' || text === '-h' || text === 'help';
  if (name === undefined || wantsHelp(name)) {
    const about = commands.find((command) => command.name === rest[0]);
    (name === undefined ? io.stderr : io.stdout)(about ? about.usage : overview(commands));
    return name === undefined ? 2 : 0;
  }
  const command = commands.find((each) => each.name === name);
  try {
    if (!command) {
      throw new ReguaError(
        'usage.command',
        `Não conheço o comando "${name}". Os comandos são: ${commands.map((each) => each.name).join(', ')}. Veja regua --help.`,
        { field: 'command' },
      );
    }
    const end = rest.indexOf('--');
    if ((end === -1 ? rest : rest.slice(0, end)).some((arg) => arg === '--help' || arg === '-h')) {
      io.stdout(command.usage);
      return 0;
    }
    return await command.run(rest, io);
  } catch (error) {
    if (!(error instanceof ReguaError)) throw error;
    io.stderr(`${error.message}\n`);
    if (args.includes('--json')) printJson(io, { error: { code: error.code, message: error.message, field: error.field ?? null } });
    return 2;
  }
}

function overview(commands: readonly Command[]): string {
  const size = Math.max(...commands.map(({ name }) => name.length));
  return `regua: as decisões da Régua, uma por comando.

Uso: regua COMANDO [opções] [--json]

Comandos:
${commands.map(({ name, summary }) => `  ${name.padEnd(size)}  ${summary}`).join('\n')}

Em todos:
  --json      Resposta em JSON. Valores em texto com duas casas ("102.33"), datas em ISO (2026-01-11).
  --help, -h  Ajuda do comando: regua COMANDO --help

Valores podem ser escritos como 1234,56, 1.234,56 ou 1234.56; datas como 11/01/2026 ou 2026-01-11.
Saída: 0 tudo certo; 1 há problema de gravidade "error"; 2 comando usado de forma errada.
Nada aqui é aconselhamento jurídico.
`;
}
