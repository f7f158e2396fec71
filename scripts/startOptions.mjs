import { parseArgs } from 'node:util';

/**
 * @typedef {object} StartOptions
 * @property {string} data
 * @property {number} n8nPort
 * @property {number} designerPort
 * @property {number} outboxPort
 * @property {number} smtpPort
 * @property {string | undefined} today undefined = the clock's
 * @property {boolean} receipts the outbox confirms deliveries by itself
 * @property {boolean} help
 */

export const startHelp = `Régua: n8n com os nós da Régua, o designer e uma caixa de saída local.

Uso: npm start -- [opções]

  --today AAAA-MM-DD     a data em que a régua acredita estar. Padrão: 2026-11-23, uma segunda-feira em que a
                         carteira de exemplo tem casos em todas as etapas. "hoje" usa o relógio.
  --data PASTA           onde ficam n8n, registro e mensagens (padrão: .regua nesta pasta)
  --receipts auto|off    a caixa de saída confirma sozinha a entrega de WhatsApp, SMS e voz, como os provedores
                         fazem (auto, o padrão), ou só pelo botão de cada mensagem (off)
  --n8n-port PORTA       padrão 5678
  --designer-port PORTA  padrão 5173
  --outbox-port PORTA    página da caixa de saída, gateway e Evolution API; padrão 8025
  --smtp-port PORTA      servidor de e-mail local; padrão 1025
  --help                 mostra esta ajuda

Porta padrão ocupada: a próxima livre é usada, e o endereço aparece na tela. Porta que você escolher e estiver
ocupada é um erro. Ctrl+C encerra tudo. Para recomeçar do zero, apague a pasta de dados.

O que falta é instalado na primeira vez (Node 24, dependências, n8n) e fica em ~/.cache/regua
(ou em $REGUA_CACHE), para todas as cópias do projeto.
`;

/** The demonstration's own day: the first business day after the sample portfolio was taken, whatever day it is outside. */
export const DEMO_DAY = '2026-11-23';

export const defaultPorts = { n8nPort: 5678, designerPort: 5173, outboxPort: 8025, smtpPort: 1025 };

/**
 * @param {string[]} args
 * @returns {StartOptions} a port is 0 when none was asked for
 * @throws {Error} in Portuguese, when an option is unknown or its value wrong
 */
export function parseStartOptions(args) {
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        data: { type: 'string', default: '.regua' },
        today: { type: 'string', default: DEMO_DAY },
        receipts: { type: 'string', default: 'auto' },
        'n8n-port': { type: 'string' },
        'designer-port': { type: 'string' },
        'outbox-port': { type: 'string' },
        'smtp-port': { type: 'string' },
        help: { type: 'boolean', default: false, short: 'h' },
      },
    }));
  } catch (error) {
    throw new Error(`Não entendi as opções (${error.message}). Veja: npm start -- --help`, { cause: error });
  }
  const today = values.today === 'hoje' ? undefined : values.today;
  if (today !== undefined && !isDay(today)) throw new Error(`--today quer uma data como 2026-11-23, ou a palavra hoje, e veio "${today}".`);
  if (values.receipts !== 'auto' && values.receipts !== 'off') throw new Error(`--receipts quer auto ou off, e veio "${values.receipts}".`);
  const port = (name) => {
    const text = values[name];
    if (text === undefined) return 0;
    if (!/^\d{1,5}$/.test(text) || Number(text) < 1 || Number(text) > 65_535) throw new Error(`--${name} quer uma porta de 1 a 65535, e veio "${text}".`);
    return Number(text);
  };
  return {
    data: values.data,
    today,
    receipts: values.receipts === 'auto',
    help: values.help,
    n8nPort: port('n8n-port'),
    designerPort: port('designer-port'),
    outboxPort: port('outbox-port'),
    smtpPort: port('smtp-port'),
  };
}

function isDay(text) {
  const time = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
