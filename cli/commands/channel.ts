import { policiesSchema } from '../../core/cadence/policies.ts';
import type { Case, Channel, Contact, ContactPoint, ContactStatus } from '../../core/case/index.ts';
import { CHANNELS, CHANNEL_LABELS, MESSAGE_PURPOSES } from '../../core/case/index.ts';
import { rankChannels } from '../../core/channel/index.ts';
import type { CivilDate } from '../../core/civil-date.ts';
import { ReguaError } from '../../core/errors.ts';
import { parseEmail, parsePhone } from '../../core/identity/index.ts';
import { centsToDecimal, formatMoney } from '../../core/money.ts';
import { bareCase } from '../bare-case.ts';
import type { Command } from '../io.ts';
import { choiceOption, dateOption, moneyOption, readArgs } from '../options.ts';
import { formatTable, printJson } from '../output.ts';

const OPTIONS = {
  channels: { type: 'string' },
  purpose: { type: 'string' },
  phone: { type: 'string', multiple: true },
  email: { type: 'string', multiple: true },
  address: { type: 'string' },
  refused: { type: 'string' },
  'opted-out': { type: 'string' },
  prefers: { type: 'string' },
  history: { type: 'string', multiple: true },
  'max-cost': { type: 'string' },
  'no-provider': { type: 'string' },
  'by-order': { type: 'boolean' },
  on: { type: 'string' },
  json: { type: 'boolean' },
} as const;

const OUTCOMES = ['sent', 'delivered', 'read', 'answered', 'failed', 'unknown'] as const satisfies readonly ContactStatus[];

export const channel: Command = {
  name: 'channel',
  summary: 'Por qual canal falar com este devedor, e por que não pelos outros.',
  usage: `Escolha do canal de um contato, explicada.

Uso: regua channel --phone FONE --email E-MAIL [opções] [--json]

  --channels LISTA      Canais permitidos, na ordem de preferência. Padrão: whatsapp,sms,email,voice,letter.
  --phone, --email      Contatos do devedor; podem repetir.
  --address ENDEREÇO    Para cartas.
  --refused LISTA       Canais que o devedor não autorizou (whatsapp,…).
  --opted-out LISTA     Canais, ou all, em que o devedor pediu para não ser contatado.
  --prefers CANAL       Canal que o devedor prefere.
  --history DATA=CANAL:RESULTADO
                        Contato anterior: ${OUTCOMES.join(', ')}. Pode repetir.
  --purpose FINALIDADE  ${MESSAGE_PURPOSES.join(', ')}. Padrão: charge.
  --max-cost VALOR      Teto de custo do contato, como 0.30.
  --no-provider LISTA   Canais sem provedor configurado.
  --by-order            A ordem decide, sem olhar o que já foi respondido.
  --on DATA             Dia da escolha. Padrão: hoje.
  --json                {"chosen","reasons":[…],"ranking":[{"channel","eligible","score","cost","reasons":[…]}]}

Exemplo: regua channel --phone 11987654321 --email ana@exemplo.example --history 2026-03-03=email:answered
`,
  run: async (args, io) => {
    const { values } = readArgs(args, OPTIONS);
    const on = values.on === undefined ? io.today() : dateOption(values.on, 'on');
    const without = list(values['no-provider'], 'no-provider');
    const policies = policiesSchema.parse({ channels: Object.fromEntries(without.map((one) => [one, { provider: 'none' }])) });
    const decision = rankChannels(subjectOf(values), {
      allowed: values.channels === undefined ? ['whatsapp', 'sms', 'email', 'voice', 'letter'] : list(values.channels, 'channels'),
      preferAnswered: !values['by-order'],
      maxCostCents: values['max-cost'] === undefined ? undefined : moneyOption(values['max-cost'], 'max-cost'),
      settings: policies.channels,
      on,
      purpose: values.purpose === undefined ? 'charge' : choiceOption(values.purpose, 'purpose', MESSAGE_PURPOSES),
    });
    if (values.json) {
      const ranking = decision.ranking.map(({ channel: name, eligible, score, costCents, reasons }) => ({
        channel: name,
        eligible,
        score,
        cost: centsToDecimal(costCents),
        reasons,
      }));
      printJson(io, { chosen: decision.chosen?.channel ?? null, reasons: decision.reasons, ranking });
    } else {
      const rows = decision.ranking.map((ranked) => [
        CHANNEL_LABELS[ranked.channel],
        ranked.eligible ? String(ranked.score) : 'não',
        formatMoney(ranked.costCents),
        ranked.reasons.join(' '),
      ]);
      io.stdout(formatTable(['Canal', 'Nota', 'Custo', 'Por quê'], rows, ['left', 'right', 'right']));
    }
    return 0;
  },
};

type Values = Readonly<{ phone?: string[]; email?: string[]; address?: string; refused?: string; 'opted-out'?: string; prefers?: string; history?: string[] }>;

function subjectOf(values: Values): Case {
  const refused = Object.fromEntries(list(values.refused, 'refused').map((one) => [one, false]));
  const phones = (values.phone ?? []).map((text, index): ContactPoint => {
    const { valid, normalized, type } = parsePhone(text);
    return { id: `fone-${index + 1}`, kind: type ?? 'mobile', value: normalized, valid, verified: true, consent: refused };
  });
  const emails = (values.email ?? []).map((text, index): ContactPoint => {
    const { valid, normalized } = parseEmail(text);
    return { id: `email-${index + 1}`, kind: 'email', value: normalized, valid, verified: true, consent: refused };
  });
  const contactPoints = [...phones, ...emails];
  const optedOut = values['opted-out'] === 'all' ? (['all'] as const) : list(values['opted-out'], 'opted-out');
  return bareCase({
    debtor: {
      ...(values.address === undefined ? {} : { address: values.address }),
      contactPoints,
      ...(values.prefers === undefined ? {} : { preferredChannel: choiceOption(values.prefers, 'prefers', CHANNELS) }),
      optedOut,
    },
    contacts: (values.history ?? []).map((text, index) => historyOf(text, index, contactPoints)),
  });
}

/** `2026-03-03=email:answered`, at the first point of that channel. */
function historyOf(text: string, index: number, points: readonly ContactPoint[]): Contact {
  const match = /^([^=]+)=([a-z]+):([a-z]+)$/.exec(text);
  if (!match) throw new ReguaError('usage.history', 'Escreva o contato como --history 2026-03-03=email:answered.', { field: 'history' });
  const date: CivilDate = dateOption(match[1]!, 'history');
  const name = choiceOption(match[2]!, 'history', CHANNELS);
  const status = choiceOption(match[3]!, 'history', OUTCOMES);
  const point = points.find(({ kind }) =>
    name === 'email' ? kind === 'email' : name === 'letter' ? kind === 'address' : kind === 'mobile' || (name === 'voice' && kind === 'landline'),
  );
  return {
    id: `contato-${index + 1}`,
    cadenceId: '',
    stepId: '',
    blockId: '',
    cycle: '',
    channel: name,
    ...(point ? { contactPointId: point.id } : {}),
    purpose: 'charge',
    status,
    at: `${date}T15:00:00Z`,
    localDate: date,
  };
}

function list(text: string | undefined, option: string): Channel[] {
  return text === undefined || text.trim() === '' ? [] : text.split(',').map((one) => choiceOption(one, option, CHANNELS));
}
