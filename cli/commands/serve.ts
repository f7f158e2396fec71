import { ReguaError } from '../../core/errors.ts';
import type { Command } from '../io.ts';
import { readArgs } from '../options.ts';
import { printJson } from '../output.ts';

const DEFAULT_N8N = 'http://localhost:5678';
const DEFAULT_PORT = 5173;

export const serve: Command = {
  name: 'serve',
  summary: 'Abre o designer nesta máquina, ligado ao seu n8n.',
  usage: `Abre o designer nesta máquina, ligado ao seu n8n, até Ctrl+C.

Uso: regua serve [--n8n ENDEREÇO] [--port PORTA] [--open] [--json]

  --n8n ENDEREÇO  O seu n8n, como no navegador (padrão: ${DEFAULT_N8N}).
  --port PORTA    Onde o designer atende (padrão: ${DEFAULT_PORT}; 0 escolhe uma livre).
  --open          Abre o navegador.
  --json          Quando está no ar: {"url","n8nUrl","n8n"}
                  n8n: n8n, not-n8n, moved ou unreachable, conforme quem respondeu em --n8n.

Só quem está nesta máquina é atendido. A chave de API é escrita na página (no n8n: Settings → n8n API) e fica só
nela: não é guardada. As réguas ficam no seu navegador até você publicar. O que falha sai na saída de erros, uma
linha de JSON por vez, sem dados de ninguém.

Saída: 0 quando encerrado; 2 comando usado de forma errada, ou porta ocupada.
`,
  run: async (args, io) => {
    const { values } = readArgs(args, { n8n: { type: 'string' }, port: { type: 'string' }, open: { type: 'boolean' }, json: { type: 'boolean' } });
    const port = values.port === undefined ? DEFAULT_PORT : portOption(values.port);
    const untilStopped = io.untilStopped;
    if (!untilStopped) throw new ReguaError('usage.environment', 'Este comando precisa de um terminal que o encerre.');
    const { designerFolder, greetingSentence, greetN8n, jsonLines, parseN8nAddress, startServer } = await import('../../server/index.ts');
    const n8nUrl = parseN8nAddress(values.n8n ?? DEFAULT_N8N);
    const server = await startServer({ port, designerFolder: designerFolder(), n8nUrl, log: jsonLines((line) => io.stderr(`${line}\n`)) });
    const greeting = await greetN8n(n8nUrl);
    if (values.json) printJson(io, { url: server.url, n8nUrl, n8n: greeting.kind });
    else io.stdout(`\n  Designer  ${server.url}\n  n8n       ${n8nUrl}\n\n  Ctrl+C encerra.\n`);
    const warning = greetingSentence(n8nUrl, greeting);
    if (warning && !values.json) io.stderr(`\n${warning}\n`);
    if (values.open) io.openInBrowser?.(server.url);
    await untilStopped();
    await server.stop();
    return 0;
  },
};

/** @throws ReguaError `usage.port` */
function portOption(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new ReguaError('usage.port', `A opção --port quer uma porta de 1 a 65535, ou 0 para qualquer uma livre, e veio "${text}".`, { field: 'port' });
}
