import { formatCivilDate } from '../../core/civil-date.ts';
import { ReguaError } from '../../core/errors.ts';
import { formatMoney } from '../../core/money.ts';
import type { Notice, NoticeKind, NoticeProvider } from '../../core/payment-notice/index.ts';
import { NOTICE_PROVIDERS, NOTICE_TABLES, noticeEventJson, readNotice, webhookItem } from '../../core/payment-notice/index.ts';
import type { Command } from '../io.ts';
import { readArgs } from '../options.ts';
import { formatTable, printJson } from '../output.ts';
import { fileArgument } from './file-argument.ts';

const KIND_LABELS: Readonly<Record<NoticeKind, string>> = {
  paid: 'pago',
  settled: 'pago, dinheiro na conta',
  reversed: 'devolvido',
  'refunded-in-part': 'devolvido em parte',
  'charged-back': 'contestado no cartão',
  cancelled: 'cobrança cancelada',
  expired: 'cobrança vencida',
  'needs-lookup': 'a consultar',
  other: 'outro',
};

export const noticeCommand: Command = {
  name: 'notice',
  summary: 'Lê o aviso (webhook) de um provedor de pagamentos: o que foi pago, devolvido, cancelado.',
  usage: `Lê o aviso que um provedor de pagamentos envia por webhook, sem lançar nada e sem conferir quem o enviou.

Uso: regua notice PROVEDOR ARQUIVO [--header 'Nome: valor'] [--lookup] [--json]

  PROVEDOR   ${NOTICE_PROVIDERS.join(', ')}.
  ARQUIVO    O corpo do aviso como veio, ou o item de um nó Webhook do n8n (com "headers" e "body"); - para a entrada padrão.
  --header   Um cabeçalho do aviso; pode vir várias vezes. A Cora conta tudo neles.
  --lookup   O arquivo é a resposta do provedor à consulta que um aviso pediu.
  --json     {"provider","events":[{"id","kind","status","yourReference","theirId","endToEndId","txid","amount","net","fee","paidOn","settledOn",
             "lookup":{"method","url"}}],"problems":[{"eventId","message"}]}
             kind: paid, settled, reversed, refunded-in-part, charged-back, cancelled, expired, needs-lookup, other;
             amount: o que o pagador deu, antes da tarifa; lookup: a consulta que conta o que o aviso não conta.

O que a tabela de um provedor não explica nunca é adivinhado: sai como "outro", com um problema para uma pessoa ver.

Saída: 0; 1 há problemas a ver; 2 comando usado de forma errada.

Exemplo: regua notice asaas aviso.json --json
`,
  run: async (args, io) => {
    const { values, positionals } = readArgs(
      args,
      { header: { type: 'string', multiple: true }, lookup: { type: 'boolean' }, json: { type: 'boolean' } },
      true,
    );
    const [provider, ...files] = positionals;
    const known = knownProvider(provider);
    const bytes = await io.readBytes(fileArgument(files));
    const given = Object.fromEntries((values.header ?? []).map(headerOf));
    const item = itemIn(bytes);
    const read = readNotice(known, { body: item?.body ?? bytes, headers: { ...item?.headers, ...given }, from: values.lookup ? 'lookup' : 'notice' });
    if (values.json) printJson(io, told(read));
    else io.stdout(inWords(read));
    return read.problems.length > 0 ? 1 : 0;
  },
};

function knownProvider(name: string | undefined): NoticeProvider {
  const known = NOTICE_PROVIDERS.find((provider) => provider === name);
  if (known !== undefined) return known;
  throw new ReguaError(
    name === undefined ? 'usage.missing' : 'usage.option',
    `${name === undefined ? 'Diga de que provedor é o aviso' : `Não conheço o provedor "${name}"`}: ${NOTICE_PROVIDERS.join(', ')}.`,
    { field: 'provider' },
  );
}

function headerOf(text: string): [name: string, value: string] {
  const colon = text.indexOf(':');
  if (colon < 1) throw new ReguaError('usage.option', `Escreva o cabeçalho como 'Nome: valor', e não "${text}".`, { field: 'header' });
  return [text.slice(0, colon).trim().toLowerCase(), text.slice(colon + 1).trim()];
}

/** The post in an item that somebody copied out of n8n, alone or in the list that n8n shows. */
function itemIn(bytes: Uint8Array): ReturnType<typeof webhookItem> {
  try {
    const json: unknown = JSON.parse(new TextDecoder().decode(bytes));
    const one: unknown = Array.isArray(json) && json.length === 1 ? json[0] : json;
    return typeof one === 'object' && one !== null ? webhookItem(one) : undefined;
  } catch {
    return undefined;
  }
}

function told(read: Notice) {
  const { provider, events, problems } = read;
  return { provider, events: events.map(noticeEventJson), problems: problems.map(({ eventId, message }) => ({ eventId: eventId ?? null, message })) };
}

function inWords({ provider, events, problems }: Notice): string {
  const rows = events.map(({ yourReference, theirId, endToEndId, kind, amount, paidOn }) => [
    yourReference ?? theirId ?? endToEndId ?? '',
    KIND_LABELS[kind],
    amount === undefined ? '' : formatMoney(amount),
    paidOn === undefined ? '' : formatCivilDate(paidOn),
  ]);
  const table = rows.length === 0 ? '' : `\n${formatTable(['cobrança', 'o que houve', 'valor', 'em'], rows, ['left', 'left', 'right', 'left'])}`;
  const asked = events.flatMap(({ lookup }) => (lookup === undefined ? [] : [`  ${lookup.method} ${lookup.url}`]));
  const asking = asked.length === 0 ? '' : `\nA consultar, com o seu acesso ao provedor:\n${asked.join('\n')}\n`;
  const list = problems.length === 0 ? '' : `\nA ver:\n${problems.map(({ message }) => `  ${message}`).join('\n')}\n`;
  return `${NOTICE_TABLES[provider].name}: ${events.length === 1 ? '1 evento' : `${events.length} eventos`}.\n${table}${asking}${list}`;
}
