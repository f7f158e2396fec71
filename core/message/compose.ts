import type { MessageText } from '../cadence/blocks.ts';
import type { CadenceSettings } from '../cadence/settings.ts';
import type { Case, Channel, MessagePurpose } from '../case/index.ts';
import type { DebtsCharges } from '../charges/index.ts';
import type { CivilDate } from '../civil-date.ts';
import { checkVocabulary, readability } from '../vocabulary/index.ts';
import { chooseText, variantName } from './choose-text.ts';
import { completeText } from './complete-text.ts';
import type { ComposedMessage, TextFinding } from './composed.ts';
import { emailHtml } from './email-html.ts';
import { toGsm7 } from './gsm7.ts';
import { explainLiquidError } from './liquid-errors.ts';
import type { ParsedTemplate } from './liquid.ts';
import { parseTemplate, renderLenient, renderStrict } from './liquid.ts';
import type { PartValues } from './parts-in-text.ts';
import { collects } from './required-parts.ts';
import { smsSegments } from './sms-segments.ts';
import { messageVariable } from './variables.ts';
import type { MessageOffer, MessageValues, PaymentWays, ReceivedPayment } from './values.ts';
import { messageValues } from './values.ts';
import { spokenText } from './voice-script.ts';
import { whatsappTemplate } from './whatsapp-template.ts';

export interface ComposeInput {
  readonly texts: readonly MessageText[];
  readonly purpose: MessagePurpose;
  readonly asksForAnswer: boolean;
  readonly channel: Channel;
  readonly subject: Case;
  readonly settings: CadenceSettings;
  readonly tierId?: string | undefined;
  /** `chargeDebts` of `collectibleDebts(subject)` on the same day. */
  readonly charges: DebtsCharges;
  readonly offers?: readonly MessageOffer[] | undefined;
  /** Ways to pay made for this message; without them, the creditor's page and the debt's own code. */
  readonly payment?: PaymentWays | undefined;
  /** The payment it answers, for thanks. */
  readonly received?: ReceivedPayment | undefined;
  /** Of several agreements in force, the one it is about. */
  readonly agreementId?: string | undefined;
  /** SMS: take accents off when that saves segments (the default), always or never. */
  readonly smsAccents?: 'keep' | 'strip-when-it-saves' | 'strip' | undefined;
  readonly on: CivilDate;
}

/**
 * A message as it would leave: the most specific text, rendered for one case, completed with the parts it has to have, shaped for its
 * channel and checked. It never throws for a bad text: what is wrong comes as findings, and one of severity `error` means
 * "do not send".
 */
export function composeMessage(input: ComposeInput): ComposedMessage {
  const { texts, purpose, channel, subject, settings } = input;
  const chosen = chooseText(texts, { channel, tierId: input.tierId, defaultReason: subject.debtor.defaultReason });
  if (!chosen) return withoutText(channel);
  const values = messageValues(input);
  const findings: TextFinding[] = [];
  const body = tidy(render(chosen.body, values, findings));
  const subjectLine =
    channel === 'email' || channel === 'letter' ? tidy(render(chosen.subject ?? defaultSubject(purpose), values, findings)).replace(/\s+/g, ' ') : undefined;

  const completed = completeText(input.asksForAnswer ? askForAnswer(body, channel) : body, purpose, channel, values as unknown as PartValues);
  findings.push(...completed.findings);
  const names = namesOf(values, input);
  findings.push(
    ...checkVocabulary(subjectLine ? `${subjectLine}\n${completed.text}` : completed.text, {
      channel,
      purpose,
      vocabulary: settings.policies.vocabulary,
      names,
    }),
  );

  const base = { channel, variant: variantName(texts, chosen) };
  switch (channel) {
    case 'sms': {
      const { text, finding } = fitSms(completed.text, input.smsAccents ?? 'strip-when-it-saves');
      const { segments, encoding, length } = smsSegments(text);
      if (segments > 1) findings.push(manySegments(segments, length, encoding));
      if (finding) findings.push(finding);
      return measured({ ...base, text, sms: { segments, encoding, length }, findings }, completed.text);
    }
    case 'whatsapp':
      return measured({ ...base, text: completed.text, findings }, completed.text, () => whatsappTemplate(chosen.body, values));
    case 'voice':
      return measured({ ...base, text: spokenText(completed.text, { recordingNotice: true }), findings }, completed.text);
    case 'email':
    case 'letter': {
      const html = emailHtml({
        subject: subjectLine!,
        text: completed.text,
        charges: collects(purpose) ? input.charges : undefined,
        creditor: settings.creditor,
      });
      return measured({ ...base, subject: subjectLine!, text: completed.text, html, findings }, completed.text);
    }
  }
}

/** What a person who writes texts asks about, and a run never does: made when it is read. */
function measured(message: Omit<ComposedMessage, 'readability'>, text: string, template?: () => ComposedMessage['whatsapp']): ComposedMessage {
  const lazily = <T>(make: () => T): PropertyDescriptor => {
    let made: { readonly value: T } | undefined;
    return { enumerable: true, get: () => (made ??= { value: make() }).value };
  };
  return Object.defineProperties(message, {
    readability: lazily(() => readability(text)),
    ...(template && { whatsapp: lazily(template) }),
  }) as ComposedMessage;
}

/** Longest first, so that a whole name goes before its first word. */
function namesOf(values: MessageValues, { subject, settings }: ComposeInput): string[] {
  const debtor = values['debtor'] as { name?: string; firstName?: string };
  return [subject.debtor.name, debtor.name ?? '', settings.creditor.name, debtor.firstName ?? ''];
}

function withoutText(channel: Channel): ComposedMessage {
  const finding: TextFinding = {
    code: 'message.no-text',
    severity: 'error',
    excerpt: '',
    message: 'Nenhum texto desta mensagem serve para este canal, faixa e motivo.',
    suggestion: 'Escreva um texto para qualquer canal, sem faixa e sem motivo: ele vale quando não há outro.',
  };
  return { channel, text: '', variant: 'none', readability: 0, findings: [finding] };
}

function render(body: string, values: MessageValues, findings: TextFinding[]): string {
  let parsed: ParsedTemplate;
  try {
    parsed = parseTemplate(body);
  } catch (error) {
    findings.push(explainLiquidError(error));
    return '';
  }
  try {
    return renderStrict(parsed, values);
  } catch (error) {
    const missing = /undefined variable: ([\w.[\]]+)/.exec(error instanceof Error ? error.message : '');
    findings.push(missing ? missingValue(wholeName(missing[1]!, parsed)) : explainLiquidError(error));
    try {
      return renderLenient(parsed, values);
    } catch {
      // The first error already says what is wrong.
      return '';
    }
  }
}

/** When a whole group is absent (`offer`), the error names the group: the variable of it that the text reads says more. */
function wholeName(name: string, { variables }: ParsedTemplate): string {
  return messageVariable(name) ? name : ([...variables].find((variable) => variable.startsWith(`${name}.`) && messageVariable(variable)) ?? name);
}

function missingValue(name: string): TextFinding {
  const variable = messageVariable(name);
  return {
    code: variable ? 'message.missing-value' : 'message.unknown-variable',
    severity: 'error',
    excerpt: name,
    message: variable ? `Falta "${variable.label}" neste caso, e a mensagem sairia com um buraco.` : `A variável "${name}" não existe.`,
    suggestion: variable ? `Preencha o dado ou escreva {% if ${name} %} … {% endif %} em volta do trecho.` : 'Escolha uma variável da lista.',
  };
}

/** Windows line ends, spaces at line ends and heaps of empty lines that an untaken `{% if %}` leaves behind. */
function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/([^\s]) {2,}/g, '$1 ')
    .trim();
}

function defaultSubject(purpose: MessagePurpose): string {
  switch (purpose) {
    case 'reminder':
      return '{{ creditor.name }}: lembrete do vencimento em {{ debt.dueDate }}';
    case 'thanks':
      return '{{ creditor.name }}: recebemos seu pagamento, obrigado';
    case 'survey':
      return '{{ creditor.name }}: como foi nosso atendimento?';
    case 'offer':
      return '{{ creditor.name }}: condições para você ficar em dia';
    case 'agreement':
      return '{{ creditor.name }}: sobre o seu acordo';
    case 'bureau-notice':
    case 'legal-notice':
      return '{{ creditor.name }}: aviso sobre o título {{ debt.number }}';
    case 'charge':
    case 'formal':
    case 'other':
      return '{{ creditor.name }}: sobre o título {{ debt.number }}';
  }
}

/** A message that asks for an answer says so, unless its body already asks. */
function askForAnswer(body: string, channel: Channel): string {
  if (/\?|\brespond|\bresposta|\bretorn|\bnos (?:conte|diga|avise|escreva)/i.test(body)) return body;
  if (channel === 'sms') return `${body} Pode nos responder?`;
  if (channel === 'letter' || channel === 'voice') return `${body}${channel === 'voice' ? ' ' : '\n\n'}Podemos conversar? Esperamos o seu contato.`;
  return `${body}\n\nPode nos responder por aqui? Queremos encontrar um caminho que caiba para você.`;
}

function fitSms(text: string, accents: NonNullable<ComposeInput['smsAccents']>): { text: string; finding?: TextFinding } {
  if (accents === 'keep') return { text };
  const plain = toGsm7(text);
  if (plain === text || (accents === 'strip-when-it-saves' && smsSegments(plain).segments >= smsSegments(text).segments)) return { text };
  return {
    text: plain,
    finding: {
      code: 'message.sms-accents',
      severity: 'info',
      excerpt: '',
      message: `Os acentos foram tirados: o SMS ocupa ${smsSegments(plain).segments} segmento(s) em vez de ${smsSegments(text).segments}.`,
    },
  };
}

function manySegments(segments: number, length: number, encoding: string): TextFinding {
  return {
    code: 'message.sms-segments',
    severity: 'warning',
    excerpt: '',
    message: `O SMS ocupa ${segments} segmentos (${length} caracteres em ${encoding}); cada um é cobrado.`,
    suggestion: 'Encurte o texto para até 160 caracteres.',
  };
}
