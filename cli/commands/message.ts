import type { MessageText } from '../../core/cadence/index.ts';
import { placedBlocks, settingsOf } from '../../core/cadence/index.ts';
import type { CadenceDocument } from '../../core/cadence/index.ts';
import type { MessageBlock } from '../../core/cadence/blocks.ts';
import type { Case, MessagePurpose } from '../../core/case/index.ts';
import { CHANNELS, DEFAULT_REASONS, MESSAGE_PURPOSES } from '../../core/case/index.ts';
import { chargesFor } from '../../core/payment/index.ts';
import { ReguaError } from '../../core/errors.ts';
import type { ComposedMessage } from '../../core/message/index.ts';
import { collectibleDebts, composeMessage, SAMPLE_CASE, SAMPLE_SETTINGS } from '../../core/message/index.ts';
import { openFile } from '../../core/workflow/index.ts';
import type { Command, Io } from '../io.ts';
import { choiceOption, dateOption, moneyOption, readArgs } from '../options.ts';
import { printJson } from '../output.ts';

export const message: Command = {
  name: 'message',
  summary: 'Escreve uma mensagem como ela sairia, por canal, para um devedor de exemplo ou com os dados que você der.',
  usage: `Escreve uma mensagem como ela sairia.

Uso: regua message (--text-file ARQUIVO | --cadence ARQUIVO --block ID) --channel CANAL [opções] [--json]

  --text-file ARQUIVO   Modelo do texto (Liquid), ou - para a entrada padrão.
  --cadence ARQUIVO     Régua ou workflow: dados da empresa, regras e, com --block, os textos.
  --block ID            Bloco de mensagem da régua.
  --channel CANAL       ${CHANNELS.join(', ')}.
  --purpose FINALIDADE  ${MESSAGE_PURPOSES.join(', ')}. Padrão: charge, ou a do bloco.
  --name NOME           Nome do devedor. Padrão: ${SAMPLE_CASE.debtor.name}.
  --principal VALOR     Valor do título. Padrão: 100.00.
  --due DATA            Vencimento. Padrão: 2026-01-01.
  --number NÚMERO       Número do título. Padrão: ${SAMPLE_CASE.debts[0]!.number}.
  --on DATA             Dia da mensagem. Padrão: hoje.
  --tier ID             Faixa, para escolher o texto.
  --reason MOTIVO       ${DEFAULT_REASONS.join(', ')}.
  --json                {"channel","subject"?,"text","html"?,"variant","sms"?,"whatsapp"?,"readability","findings":[…]}

Multa e juros são os do contrato da régua (sem ela: 2% e 1% ao mês). O que falta no texto (valor, como pagar, como falar
com uma pessoa, como sair, dados da empresa) é acrescentado.

Saída 0 quando a mensagem pode sair e 1 quando não.
`,
  run: async (args, io) => {
    const { values } = readArgs(args, {
      'text-file': { type: 'string' },
      cadence: { type: 'string' },
      block: { type: 'string' },
      channel: { type: 'string' },
      purpose: { type: 'string' },
      name: { type: 'string' },
      principal: { type: 'string' },
      due: { type: 'string' },
      number: { type: 'string' },
      on: { type: 'string' },
      tier: { type: 'string' },
      reason: { type: 'string' },
      json: { type: 'boolean' },
    });
    const channel = choiceOption(values.channel ?? '', 'channel', CHANNELS);
    const on = values.on === undefined ? io.today() : dateOption(values.on, 'on');
    const document = values.cadence === undefined ? undefined : await cadenceOf(values.cadence, io);
    const { texts, purpose, asksForAnswer } = await textsOf(values, document, io);
    const settings = document ? settingsOf(document) : SAMPLE_SETTINGS;
    const subject = caseOf({
      name: values.name,
      number: values.number,
      principal: values.principal === undefined ? undefined : moneyOption(values.principal, 'principal'),
      dueDate: values.due === undefined ? undefined : dateOption(values.due, 'due'),
      defaultReason: values.reason === undefined ? undefined : choiceOption(values.reason, 'reason', DEFAULT_REASONS),
    });
    const composed = composeMessage({
      texts,
      purpose: values.purpose === undefined ? purpose : choiceOption(values.purpose, 'purpose', MESSAGE_PURPOSES),
      asksForAnswer,
      channel,
      subject,
      settings,
      tierId: values.tier,
      charges: chargesFor(collectibleDebts(subject, on, settings.policies.prescription.years), subject.debtor, settings.policies, on),
      on,
    });
    if (values.json) printJson(io, composed);
    else io.stdout(report(composed));
    return composed.findings.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};

async function cadenceOf(path: string, io: Io): Promise<CadenceDocument> {
  const { document, findings } = openFile(await io.readFile(path));
  if (document) return document;
  throw new ReguaError('cadence.unreadable', findings[0]?.message ?? 'Não entendi o arquivo da régua.', { field: 'cadence' });
}

async function textsOf(
  values: { 'text-file'?: string | undefined; block?: string | undefined },
  document: CadenceDocument | undefined,
  io: Io,
): Promise<{ texts: readonly MessageText[]; purpose: MessagePurpose; asksForAnswer: boolean }> {
  if (values['text-file'] !== undefined) {
    const body = (await io.readFile(values['text-file'])).replace(/^\uFEFF/, '');
    return { texts: [{ channel: 'any', body }], purpose: 'charge', asksForAnswer: false };
  }
  if (!document || values.block === undefined) {
    throw new ReguaError('usage.missing', 'Diga o texto com --text-file, ou a régua e o bloco com --cadence e --block.', { field: 'text-file' });
  }
  const messages = [...placedBlocks(document)].map(({ block }) => block).filter((block): block is MessageBlock => block.kind === 'message');
  const found = messages.find(({ id }) => id === values.block);
  if (!found)
    throw new ReguaError('usage.choice', `A régua não tem a mensagem "${values.block}". Ela tem: ${messages.map(({ id }) => id).join(', ')}.`, {
      field: 'block',
    });
  return found;
}

function caseOf(given: {
  name: string | undefined;
  number: string | undefined;
  principal: number | undefined;
  dueDate: string | undefined;
  defaultReason: Case['debtor']['defaultReason'];
}): Case {
  const [debt] = SAMPLE_CASE.debts;
  return {
    ...SAMPLE_CASE,
    debtor: { ...SAMPLE_CASE.debtor, name: given.name ?? SAMPLE_CASE.debtor.name, ...(given.defaultReason && { defaultReason: given.defaultReason }) },
    debts: [{ ...debt!, number: given.number ?? debt!.number, principal: given.principal ?? debt!.principal, dueDate: given.dueDate ?? debt!.dueDate }],
  };
}

function report(composed: ComposedMessage): string {
  const subject = composed.subject === undefined ? '' : `Assunto: ${composed.subject}\n\n`;
  const sms = composed.sms ? `\n\n[SMS: ${composed.sms.segments} segmento(s), ${composed.sms.length} caracteres em ${composed.sms.encoding}]` : '';
  const findings = composed.findings
    .map(({ message: sentence, suggestion, code }) => `\n- ${sentence}${suggestion ? ` ${suggestion}` : ''} [${code}]`)
    .join('');
  return `${subject}${composed.text}${sms}\n${findings === '' ? '' : `${findings}\n`}`;
}
