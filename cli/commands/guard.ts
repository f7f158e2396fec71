import { z } from 'zod';
import { CHANNELS, MESSAGE_PURPOSES } from '../../core/case/index.ts';
import { ReguaError } from '../../core/errors.ts';
import { checkTemplate, smsSegments } from '../../core/message/index.ts';
import type { TextFinding } from '../../core/message/index.ts';
import type { VocabularyContext } from '../../core/vocabulary/index.ts';
import { checkVocabulary, readability, readabilityLabel, vocabularyAllows } from '../../core/vocabulary/index.ts';
import { openFile } from '../../core/workflow/index.ts';
import type { Command, ExitCode, Io } from '../io.ts';
import { choiceOption, readArgs } from '../options.ts';
import { formatPairs, printJson } from '../output.ts';

export const guard: Command = {
  name: 'guard',
  summary: 'Diz se um texto pode sair: coação, ameaça, falsa urgência, exposição, juridiquês; e se é fácil de ler.',
  usage: `Confere as palavras de uma mensagem.

Uso: regua guard (--text-file ARQUIVO | --text TEXTO | --file ARQUIVO) [--debtor NOME] [--creditor NOME] [--channel CANAL]
                 [--purpose FINALIDADE] [--cadence ARQUIVO] [--json]

  --text-file ARQUIVO   O texto, ou - para a entrada padrão. Pode ter variáveis, como {{ debtor.firstName }}.
  --text TEXTO          O texto na própria linha de comando.
  --file ARQUIVO        Muitas mensagens, uma por linha, em JSON: "texto" ou {"text","debtor"?,"creditor"?,"channel"?,"purpose"?}.
                        Responde uma linha de JSON para cada uma, na mesma ordem. - para a entrada padrão.
  --debtor NOME         O nome de quem deve e o de quem cobra: "Sr. Guerra" e "Bar do Caloteiro" não são ameaça nem ofensa.
  --creditor NOME
  --channel CANAL       ${CHANNELS.join(', ')}. Padrão: whatsapp.
  --purpose FINALIDADE  ${MESSAGE_PURPOSES.join(', ')}.
                        Em bureau-notice e legal-notice, consequências ditas como fato e com prazo são permitidas.
  --cadence ARQUIVO     Usa as palavras bloqueadas e permitidas dessa régua.
  --json                {"allowed","findings":[{"code","severity","excerpt","message","suggestion"}],"readability","sms"?}
                        code: coercion, ridicule, false-urgency, threat, exposure, legalese, discrimination, shouting,
                        custom, ou message.… quando o problema é do modelo do texto.
                        severity: error impede de sair; warning e info não.
                        readability: 0 a 100, Flesch adaptado ao português; quanto maior, mais fácil.

Saída 0 quando o texto (ou cada um deles) pode sair, 1 quando não, 2 quando uma linha de --file não pôde ser lida.
`,
  run: async (args, io) => {
    const { values } = readArgs(args, {
      'text-file': { type: 'string' },
      text: { type: 'string' },
      file: { type: 'string' },
      debtor: { type: 'string' },
      creditor: { type: 'string' },
      channel: { type: 'string' },
      purpose: { type: 'string' },
      cadence: { type: 'string' },
      json: { type: 'boolean' },
    });
    const asked: Asked = {
      channel: values.channel === undefined ? 'whatsapp' : choiceOption(values.channel, 'channel', CHANNELS),
      purpose: values.purpose === undefined ? undefined : choiceOption(values.purpose, 'purpose', MESSAGE_PURPOSES),
      vocabulary: values.cadence === undefined ? undefined : openFile(await io.readFile(values.cadence)).document?.policies.vocabulary,
      debtor: values.debtor,
      creditor: values.creditor,
    };
    if (values.file !== undefined) {
      if (values.text !== undefined || values['text-file'] !== undefined)
        throw new ReguaError('usage.option', 'Use --file sozinho, sem --text nem --text-file.', { field: 'file' });
      return judgeLines(await io.readFile(values.file), asked, io);
    }
    const text = await textOf(values, io);
    const { channel } = asked;
    const { allowed, findings } = judge(text, asked);
    const score = readability(text);
    const size = channel === 'sms' ? smsSegments(text) : undefined;
    if (values.json)
      printJson(io, { allowed, findings, readability: score, ...(size && { sms: { segments: size.segments, encoding: size.encoding, length: size.length } }) });
    else io.stdout(report(allowed, findings, score) + (size ? `SMS: ${size.segments} segmento(s), ${size.length} caracteres em ${size.encoding}.\n` : ''));
    return allowed ? 0 : 1;
  },
};

interface Asked extends VocabularyContext {
  readonly debtor: string | undefined;
  readonly creditor: string | undefined;
}

function judge(text: string, { debtor, creditor, ...context }: Asked): { readonly allowed: boolean; readonly findings: readonly TextFinding[] } {
  // Whole names first, then what the message calls the person.
  const names = [debtor, creditor, debtor?.trim().split(/\s+/)[0]].filter((name) => name !== undefined);
  const findings = [...templateFindings(text, context.channel), ...checkVocabulary(text, { ...context, names })];
  return { allowed: vocabularyAllows(findings), findings };
}

const lineSchema = z.union([
  z.string().transform((text) => ({ text })),
  z.object({
    text: z.string(),
    debtor: z.string().exactOptional(),
    creditor: z.string().exactOptional(),
    channel: z.enum(CHANNELS).exactOptional(),
    purpose: z.enum(MESSAGE_PURPOSES).exactOptional(),
  }),
]);

/** A line in, a line out, also for one that can't be read: answers stay beside their questions. */
function judgeLines(source: string, asked: Asked, io: Io): ExitCode {
  let code: ExitCode = 0;
  for (const [index, line] of source
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '') continue;
    const read = lineSchema.safeParse(parsed(line));
    if (!read.success) {
      code = 2;
      io.stdout(`${JSON.stringify({ problem: `Linha ${index + 1}: escreva um texto entre aspas ou um objeto JSON com "text".` })}\n`);
      continue;
    }
    const { text, ...own } = read.data;
    const { allowed, findings } = judge(text, { ...asked, ...own });
    if (!allowed && code === 0) code = 1;
    io.stdout(`${JSON.stringify({ allowed, findings })}\n`);
  }
  return code;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

async function textOf(values: { 'text-file'?: string | undefined; text?: string | undefined }, io: Io): Promise<string> {
  if (values.text !== undefined && values['text-file'] !== undefined)
    throw new ReguaError('usage.option', 'Use --text ou --text-file, não os dois.', { field: 'text' });
  const text = values.text ?? (values['text-file'] === undefined ? undefined : await io.readFile(values['text-file']));
  if (text === undefined) throw new ReguaError('usage.missing', 'Falta a opção --text-file. Veja o uso com --help.', { field: 'text-file' });
  return text.replace(/^\uFEFF/, '').trimEnd();
}

/** A finished text has no template to complain about; one with variables is read as a template. */
function templateFindings(text: string, channel: Parameters<typeof checkTemplate>[1]): TextFinding[] {
  return text === '' || /\{\{|\{%/.test(text) ? checkTemplate(text, channel) : [];
}

const SEVERITY_WORDS = { error: 'Não pode', warning: 'Atenção', info: 'Nota' } as const;

function report(allowed: boolean, findings: readonly TextFinding[], score: number): string {
  const lines = findings.map(
    ({ severity, excerpt, message, suggestion, code }) =>
      `${SEVERITY_WORDS[severity]}: ${excerpt === '' ? '' : `"${excerpt}". `}${message}${suggestion ? `\n  → ${suggestion}` : ''}  [${code}]\n`,
  );
  const summary = formatPairs([
    ['Pode sair', allowed ? 'sim' : 'não'],
    ['Leitura', `${score} (${readabilityLabel(score)})`],
  ]);
  return lines.length > 0 ? `${lines.join('')}\n${summary}` : summary;
}
