import { formatCivilDate } from '../../core/civil-date.ts';
import { ReguaError } from '../../core/errors.ts';
import { formatMoney } from '../../core/money.ts';
import type { ReadReply, ReplyIntent } from '../../core/reply/index.ts';
import { readReply, REPLY_INTENTS, replyJson } from '../../core/reply/index.ts';
import type { Command } from '../io.ts';
import { dateOption, readArgs } from '../options.ts';
import { printJson } from '../output.ts';

const LABELS: Readonly<Record<ReplyIntent, string>> = {
  distress: 'sofrimento: uma pessoa responde já',
  deceased: 'a pessoa faleceu',
  'opt-out': 'pediu para não receber mais',
  'wrong-person': 'não é a pessoa',
  lawyer: 'advogado, Procon ou justiça',
  'auto-reply': 'resposta automática',
  dispute: 'contesta a dívida ou o valor',
  'fraud-doubt': 'acha que pode ser golpe',
  'claims-paid': 'diz que já pagou',
  'third-party-pays': 'outra pessoa vai pagar',
  human: 'quer falar com uma pessoa',
  partial: 'quer pagar uma parte',
  'wants-slip': 'quer o boleto ou o Pix',
  negotiate: 'quer negociar',
  promise: 'promete pagar',
  hardship: 'está em dificuldade',
  thanks: 'agradece',
  unknown: 'não entendi: uma pessoa lê',
};

export const reply: Command = {
  name: 'reply',
  summary: 'Diz do que fala a resposta de um devedor: promessa, já paguei, contestação, pedido de saída…',
  usage: `Diz do que fala a resposta de um devedor, como as pessoas escrevem no celular.

Uso: regua reply TEXTO [--on DATA] [--json]

  TEXTO      A resposta, entre aspas.
  --on DATA  O dia em que foi escrita: "amanhã" e "dia 10" contam dele. Padrão: hoje.
  --json     {"intent","confidence","promiseOn","amount","reason","quote"}
             intent: ${REPLY_INTENTS.slice(0, 9).join(', ')},
                     ${REPLY_INTENTS.slice(9).join(', ')};
             confidence: 0 a 1; promiseOn, amount (reais) e reason: null quando o texto não diz; quote: as palavras que decidiram.

É só um rótulo: nada é lançado por ele, e o que não está claro é "unknown", para uma pessoa ler.

Exemplo: regua reply "blz, pago dia 10"
`,
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, { on: { type: 'string' }, json: { type: 'boolean' } }, true);
    const text = positionals.join(' ').trim();
    if (text === '') throw new ReguaError('usage.missing', 'Diga o texto da resposta, entre aspas. Veja o uso com --help.', { field: 'TEXTO' });
    const read = readReply(text, { on: values.on === undefined ? io.today() : dateOption(values.on, 'on') });
    if (values.json) printJson(io, replyJson(read));
    else io.stdout(inWords(read));
    return 0;
  },
};

function inWords({ intent, confidence, promiseOn, amount, quote }: ReadReply): string {
  const more = [promiseOn === undefined ? '' : formatCivilDate(promiseOn), amount === undefined ? '' : formatMoney(amount)]
    .filter((part) => part !== '')
    .join(', ');
  return `${LABELS[intent]}${more === '' ? '' : ` (${more})`}${intent === 'unknown' ? '' : `, com ${Math.round(confidence * 100)}% de confiança, por "${quote}"`}.\n`;
}
