import { CHANNELS, MESSAGE_PURPOSES } from '../../core/case/index.ts';
import { ReguaError } from '../../core/errors.ts';
import { checkTemplate, smsSegments } from '../../core/message/index.ts';
import type { TextFinding } from '../../core/message/index.ts';
import { checkVocabulary, readability, readabilityLabel, vocabularyAllows } from '../../core/vocabulary/index.ts';
import { openFile } from '../../core/workflow/index.ts';
import type { Command, Io } from '../io.ts';
import { choiceOption, readArgs } from '../options.ts';
import { formatPairs, printJson } from '../output.ts';

export const guard: Command = {
  name: 'guard',
  summary: 'Diz se um texto pode sair: coação, ameaça, falsa urgência, exposição, juridiquês; e se é fácil de ler.',
  usage: `Confere as palavras de uma mensagem.

Uso: regua guard (--text-file ARQUIVO | --text TEXTO) [--channel CANAL] [--purpose FINALIDADE] [--cadence ARQUIVO] [--json]

  --text-file ARQUIVO   O texto, ou - para a entrada padrão. Pode ter variáveis, como {{ debtor.firstName }}.
  --text TEXTO          O texto na própria linha de comando.
  --channel CANAL       ${CHANNELS.join(', ')}. Padrão: whatsapp.
  --purpose FINALIDADE  ${MESSAGE_PURPOSES.join(', ')}.
                        Em bureau-notice e legal-notice, consequências ditas como fato e com prazo são permitidas.
  --cadence ARQUIVO     Usa as palavras bloqueadas e permitidas dessa régua.
  --json                {"allowed","findings":[{"code","severity","excerpt","message","suggestion"}],"readability","sms"?}
                        code: coercion, ridicule, false-urgency, threat, exposure, legalese, discrimination, shouting,
                        custom, ou message.… quando o problema é do modelo do texto.
                        severity: error impede de sair; warning e info não.
                        readability: 0 a 100, Flesch adaptado ao português; quanto maior, mais fácil.

Saída 0 quando o texto pode sair e 1 quando não.
`,
  run: async (args, io) => {
    const { values } = readArgs(args, {
      'text-file': { type: 'string' },
      text: { type: 'string' },
      channel: { type: 'string' },
      purpose: { type: 'string' },
      cadence: { type: 'string' },
      json: { type: 'boolean' },
    });
    const text = await textOf(values, io);
    const channel = values.channel === undefined ? 'whatsapp' : choiceOption(values.channel, 'channel', CHANNELS);
    const purpose = values.purpose === undefined ? undefined : choiceOption(values.purpose, 'purpose', MESSAGE_PURPOSES);
    const vocabulary = values.cadence === undefined ? undefined : openFile(await io.readFile(values.cadence)).document?.policies.vocabulary;
    const findings = [...templateFindings(text, channel), ...checkVocabulary(text, { channel, purpose, vocabulary })];
    const allowed = vocabularyAllows(findings);
    const score = readability(text);
    const size = channel === 'sms' ? smsSegments(text) : undefined;
    if (values.json)
      printJson(io, { allowed, findings, readability: score, ...(size && { sms: { segments: size.segments, encoding: size.encoding, length: size.length } }) });
    else io.stdout(report(allowed, findings, score) + (size ? `SMS: ${size.segments} segmento(s), ${size.length} caracteres em ${size.encoding}.\n` : ''));
    return allowed ? 0 : 1;
  },
};

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
