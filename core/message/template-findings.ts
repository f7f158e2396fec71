import type { Channel } from '../case/index.ts';
import { closestName } from './closest-name.ts';
import type { TextFinding } from './composed.ts';
import { explainLiquidError } from './liquid-errors.ts';
import type { ParsedTemplate } from './liquid.ts';
import { parseTemplate, renderLenient } from './liquid.ts';
import { toGsm7 } from './gsm7.ts';
import { smsSegments } from './sms-segments.ts';
import type { MessageVariable } from './variables.ts';
import { exampleValues, MESSAGE_VARIABLES, messageVariable } from './variables.ts';

const NAMES = MESSAGE_VARIABLES.map((variable) => variable.name);
/** `debtor`, `offer.cash`…: groups may be asked about in an `if`. */
const GROUPS = new Set(
  NAMES.flatMap((name) =>
    name
      .split('.')
      .slice(0, -1)
      .map((_, index, parts) => parts.slice(0, index + 1).join('.')),
  ),
);

/**
 * What is wrong with a body as a template, before any case is known: syntax, unknown variables and filters, placeholders that were never
 * filled in, what does not fit the channel. Findings of vocabulary are `checkVocabulary`'s.
 */
export function checkTemplate(body: string, channel: Channel): TextFinding[] {
  if (body.trim() === '') {
    return [{ code: 'message.empty', severity: 'error', excerpt: '', message: 'O texto está vazio.', suggestion: 'Escreva a mensagem ou apague este texto.' }];
  }
  let parsed: ParsedTemplate;
  try {
    parsed = parseTemplate(body);
  } catch (error) {
    return [explainLiquidError(error)];
  }
  return [...unknownVariables(body, parsed), ...placeholders(body), ...channelFindings(parsed, channel)];
}

function unknownVariables(body: string, parsed: ParsedTemplate): TextFinding[] {
  const findings: TextFinding[] = [];
  for (const name of parsed.variables) if (!known(name)) findings.push(unknown(name, closestName(name, NAMES)));
  for (const { list, alias } of loops(body)) {
    const fields = messageVariable(list)?.fields;
    if (!fields) continue;
    for (const match of body.matchAll(new RegExp(`\\b${alias}\\.(\\w+)`, 'g'))) {
      if (!fields.includes(match[1]!)) findings.push(unknown(match[0], closest(match[1]!, alias, fields)));
    }
  }
  return findings;
}

function closest(field: string, alias: string, fields: readonly string[]): string {
  const near = closestName(field, fields);
  return `${alias}.${near && fields.includes(near) ? near : fields[0]!}`;
}

function* loops(body: string): Generator<{ alias: string; list: string }> {
  for (const match of body.matchAll(/\{%-?\s*for\s+(\w+)\s+in\s+([\w.]+)/g)) yield { alias: match[1]!, list: match[2]! };
}

function known(name: string): boolean {
  if (messageVariable(name) || GROUPS.has(name)) return true;
  const [root, , ...rest] = name.split('.');
  const fields = messageVariable(root!)?.fields;
  // `debts.size`, `debts.first.number`, `debts.0.number`
  return fields !== undefined && (rest.length === 0 || (rest.length === 1 && fields.includes(rest[0]!)));
}

function unknown(name: string, near: string | undefined): TextFinding {
  const label = near === undefined ? undefined : messageVariable(near)?.label;
  return {
    code: 'message.unknown-variable',
    severity: 'error',
    excerpt: name,
    message: `A variável "${name}" não existe.`,
    suggestion: near === undefined ? 'Escolha uma variável da lista.' : `Você quis dizer {{ ${near} }}${label ? ` (${label})` : ''}?`,
  };
}

const PLACEHOLDER =
  /\[(?:NOME|VALOR|DATA|LINK|EMPRESA|TELEFONE|CLIENTE|VENCIMENTO|INSERIR[^\]]*)\]|(?<![{%])\{(?![{%])\s*[\p{L}_.]+\s*\}(?!\})|<(?:nome|valor|data|link|empresa|cliente)>|\bX{3,}\b|\bR\$ ?[X_]{2,}/giu;

function placeholders(body: string): TextFinding[] {
  const plain = body.replace(/\{\{.*?\}\}|\{%.*?%\}/gs, (match) => ' '.repeat(match.length));
  return [...plain.matchAll(PLACEHOLDER)].map(([excerpt]) => {
    const near = closestName(excerpt.replace(/[^\p{L}.]/gu, ''), NAMES);
    return {
      code: 'message.placeholder',
      severity: 'error',
      excerpt,
      message: `"${excerpt}" parece um lugar a preencher e iria assim para o cliente.`,
      suggestion: near ? `Troque por {{ ${near} }}.` : 'Troque por uma variável ou apague.',
    };
  });
}

/** Where a channel cannot carry what the text has. Lengths are measured with the catalogue's examples. */
function channelFindings(parsed: ParsedTemplate, channel: Channel): TextFinding[] {
  const findings: TextFinding[] = [];
  if (channel === 'sms') {
    const { segments, length } = smsSegments(toGsm7(renderLenient(parsed, exampleValues(channel))));
    if (segments > 1) {
      findings.push({
        code: 'message.sms-segments',
        severity: 'warning',
        excerpt: '',
        message: `Este SMS ocupa cerca de ${segments} segmentos (${length} caracteres, sem acentos); cada um é cobrado.`,
        suggestion: 'Encurte para até 160 caracteres, por exemplo com {{ amount.breakdownShort }} e {{ contact.short }}.',
      });
    }
  }
  if (channel === 'sms' || channel === 'voice') {
    for (const name of ['payment.pix', 'offer.summary'] as const) {
      if (!parsed.variables.has(name)) continue;
      findings.push({
        code: 'message.not-for-channel',
        severity: 'warning',
        excerpt: name,
        message: `"${(messageVariable(name) as MessageVariable).label}" é longo demais para ${channel === 'sms' ? 'um SMS' : 'uma ligação'}.`,
        suggestion: channel === 'sms' ? 'Use {{ payment.link }}.' : 'Diga o telefone com {{ contact.phone }}.',
      });
    }
  }
  return findings;
}
