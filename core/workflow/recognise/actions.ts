import { TEAMS } from '../../case/index.ts';
import type { Channel } from '../../case/index.ts';
import { bodyFields } from './body.ts';
import type { Fields } from './evaluate.ts';
import { at, listOf, textOf, type ForeignNode } from './foreign-workflow.ts';
import { parameterValue } from './parameter.ts';
import { plainWords, type Value } from './value.ts';
import { wordsOf } from './words.ts';

/** What a node does to the world, in the words of a cadence. */
export type Action =
  | {
      readonly does: 'message';
      readonly channel: Channel;
      readonly text: Value | undefined;
      readonly subject: Value | undefined;
      /** The provider's own template, whose words are not in the workflow. */
      readonly template?: string;
      /** A provider that we speak to as well. */
      readonly provider?: 'evolution';
      /** An address that stands in the workflow is the team's, not a debtor's. */
      readonly fixedRecipient?: string;
    }
  | {
      readonly does: 'task';
      readonly title: string;
      readonly instructions: Value | undefined;
      readonly team: string;
      readonly why: 'tool' | 'protest' | 'lawyer';
    }
  | { readonly does: 'bureau' }
  | { readonly does: 'unsupported'; readonly channel: string; readonly text: Value | undefined };

const EMAIL_TYPES =
  /^(?:emailSend|gmail|microsoftOutlook|sendGrid|mailgun|mailjet|mandrill|awsSes|sendInBlue|brevo|postmark|resend|smtp|zohoMail)$|resend|brevo|smtp/i;
const WHATSAPP_TYPES = /^whatsApp$|evolution|z-?api|waha|uazapi|wppconnect|whats|megaapi|codechat|ultramsg|wuzapi|quepasa|chatwoot/i;
const SMS_TYPES = /^(?:messageBird|vonage|plivo|awsSns|sms77|seven|clickSend|mocean|msg91)$|\bsms\b|zenvia|comtele|smsdev|totalvoice/i;
const TASK_TYPES =
  /^(?:trello|asana|clickUp|notion|jira|linear|todoist|mondayCom|pipedrive|hubspot|zendesk|freshdesk|googleTasks|microsoftToDo|slack|microsoftTeams|mattermost|googleChat|rocketchat|zohoCrm|agileCrm|salesforce|googleCalendar|taiga|wekan)$/;
const UNSUPPORTED_TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries({ telegram: 'Telegram', discord: 'Discord', line: 'LINE', facebookGraphApi: 'Facebook', signl4: 'SIGNL4', matrix: 'Matrix' }),
);
const READING =
  /^(?:get|getAll|getMany|search|read|list|query|select|find|download|check|exists|status|label|addLabels|markAsRead|delete|update|updateDisplayName)/i;

const CHANNEL_OF_URL: readonly (readonly [pattern: RegExp, channel: Channel])[] = [
  [/api\.twilio\.com\/.*\/calls|totalvoice\.com\.br\/(?:tts|chamada|audio)|\/voice\/|text-?to-?speech\/call|nvoip\.com\.br\/v\d\/torpedo\/voice/i, 'voice'],
  [
    /\/message\/send(?:text|media|template|buttons|list)|\/send-(?:text|message|document|template)|\/api\/send(?:text|file)|\/send\/(?:text|media)|ultramsg\.com|z-?api\.|uazapi|graph\.facebook\.com\/.*\/messages|wati\.io|360dialog|whapi|maytapi|gupshup|callmebot|chatpro|digisac|botconversa|blip|msging\.net|wppconnect|evolution|whats/i,
    'whatsapp',
  ],
  [/sms|comtele|zenvia\.com|iagentesms|twilio\.com\/.*messages/i, 'sms'],
  [
    /sendgrid\.com|mailgun\.net|brevo\.com|sendinblue|resend\.com|postmarkapp|mailersend|\/smtp\/email|\/emails?(?:\/send)?$|amazonaws\.com.*email|mandrillapp/i,
    'email',
  ],
];
const BUREAU = /serasa|\bspc\b|boa ?vista|\bscpc\b|negativa(?:r|cao)|\bquod\b/;
const PROTEST = /protesto|cartorio|cenprot|ieptb/;
const LAWYER = /juridic|judicial|advogad|juizado|ajuizar|lawyer|legal action/;

const TEXT_KEYS = [
  'message',
  'mensagem',
  'text',
  'texto',
  'messagetext',
  'messagebody',
  'body',
  'msg',
  'caption',
  'html',
  'htmlcontent',
  'textcontent',
  'content',
  'value',
  'conversation',
  'description',
];
const PHONE_KEYS = ['number', 'phone', 'to', 'telefone', 'celular', 'chatid', 'remotejid', 'jid', 'whatsapp', 'destination', 'recipient', 'msisdn', 'numero'];

/** What a node does, or undefined when it does nothing that a cadence knows. */
export function actionOf(node: ForeignNode, fields: Fields): Action | undefined {
  const { type, parameters } = node;
  const operation = textOf(parameters['operation']);
  if (/trigger$/i.test(type)) return undefined;
  const unsupported = UNSUPPORTED_TYPES.get(type);
  if (unsupported !== undefined)
    return READING.test(operation)
      ? undefined
      : { does: 'unsupported', channel: unsupported, text: firstValue(parameters, fields, 'text', 'content', 'message') };
  if (type === 'twilio') return twilio(node, fields);
  if (type === 'httpRequest' || type === 'httpRequestTool') return request(node, fields);
  if (READING.test(operation)) return undefined;
  const formal = formalStep(`${node.name} ${type}`, node, fields);
  if (formal && !EMAIL_TYPES.test(type) && !WHATSAPP_TYPES.test(type)) return actsOn(type) || TASK_TYPES.test(type) ? formal : undefined;
  if (EMAIL_TYPES.test(type)) return email(node, fields);
  if (WHATSAPP_TYPES.test(type)) return whatsApp(node, fields);
  if (SMS_TYPES.test(type)) return message('sms', firstValue(parameters, fields, 'message', 'text', 'body', 'msg'));
  return TASK_TYPES.test(type) ? task(node, fields) : undefined;
}

const actsOn = (type: string): boolean =>
  !/^(?:code|function|functionItem|set|if|switch|filter|merge|noOp|wait|googleSheets|postgres|mySql|stickyNote|splitInBatches|dateTime|supabase|airtable)$/.test(
    type,
  );

function message(channel: Channel, text: Value | undefined, more: Partial<Extract<Action, { does: 'message' }>> = {}): Action {
  return { does: 'message', channel, text, subject: undefined, ...more };
}

function email(node: ForeignNode, fields: Fields): Action | undefined {
  const { parameters } = node;
  if (textOf(parameters['resource']) !== '' && !/^(?:message|email|mail|draft)$/.test(textOf(parameters['resource']))) return undefined;
  const text = firstValue(
    parameters,
    fields,
    'message',
    'html',
    'text',
    'bodyContent',
    'body',
    'htmlBody',
    'content',
    'contentValue',
    'htmlContent',
    'emailBody',
  );
  const dynamic = at(parameters, 'dynamicTemplateFields') === undefined && text === undefined ? textOf(parameters['templateId']) : '';
  return {
    ...message('email', text),
    does: 'message',
    channel: 'email',
    text,
    subject: firstValue(parameters, fields, 'subject'),
    ...(dynamic !== '' && { template: dynamic }),
    ...fixed(firstText(parameters, 'toEmail', 'sendTo', 'toRecipients', 'to', 'toAddresses', 'recipient', 'toList')),
  };
}

function whatsApp(node: ForeignNode, fields: Fields): Action | undefined {
  const { parameters } = node;
  const resource = textOf(parameters['resource']);
  if (/^(?:instance|instances-api|groups|profile|events|media|contact|contacts|chat)/i.test(resource) && !/message|send/i.test(resource)) return undefined;
  const raw = parameters['template'];
  const template = /template/i.test(textOf(parameters['operation'])) ? (textOf(raw) || textOf(at(raw, 'value')) || 'modelo').split('|')[0]! : '';
  const text =
    firstValue(parameters, fields, 'messageText', 'textBody', 'message', 'text', 'body', 'content', 'caption', 'mensagem') ??
    firstOf(bodyFields(parameters, fields), TEXT_KEYS);
  return message('whatsapp', template === '' ? text : undefined, {
    ...(template !== '' && { template }),
    ...(/evolution/i.test(node.type) && { provider: 'evolution' }),
  });
}

function twilio(node: ForeignNode, fields: Fields): Action | undefined {
  const { parameters } = node;
  const text = firstValue(parameters, fields, 'message', 'body');
  if (textOf(parameters['resource']) === 'call') return message('voice', firstValue(parameters, fields, 'twiml', 'message'));
  const byWhatsApp = parameters['toWhatsapp'] === true || /^=?whatsapp:/i.test(textOf(parameters['to'])) || /^=?whatsapp:/i.test(textOf(parameters['from']));
  return message(byWhatsApp ? 'whatsapp' : 'sms', text);
}

function request(node: ForeignNode, fields: Fields): Action | undefined {
  const { parameters } = node;
  const method = textOf(parameters['method'] ?? parameters['requestMethod']) || 'GET';
  const url = textOf(parameters['url']);
  const body = bodyFields(parameters, fields);
  const sends = /^(?:=?POST|=?PUT|=?PATCH)$/i.test(method) || /callmebot|[?&](?:text|msg|message)=/i.test(url);
  if (!sends) return undefined;
  const text =
    firstOf(body, TEXT_KEYS) ??
    (/[?&](?:text|msg|message)=/i.test(url) ? parameterValue(`=${/[?&](?:text|msg|message)=([^&]+)/i.exec(url)![1]!}`, fields) : undefined);
  const address = url.replace(/\{\{[\s\S]*?\}\}/g, (insert) => (/evolution|whats|z_?api|waha/i.test(insert) ? 'evolution' : '-'));
  const viaWhatsApp = [...body.values()].some((value) => plainWords(value)?.startsWith('whatsapp:') === true);
  const known = CHANNEL_OF_URL.find(([pattern]) => pattern.test(address))?.[1];
  if (known !== undefined) {
    const channel = known === 'sms' && viaWhatsApp ? 'whatsapp' : known;
    const template = channel === 'whatsapp' && text === undefined ? templateName(body) : '';
    return message(channel, channel === 'voice' ? (text ?? firstOf(body, ['twiml', 'mensagem'])) : text, {
      subject: firstOf(body, ['subject', 'assunto']),
      ...(template !== '' && { template }),
      ...(/\/message\/send(?:text|media)/i.test(address) && { provider: 'evolution' }),
    });
  }
  const formal = formalStep(`${node.name} ${address}`, node, fields);
  if (formal) return formal;
  // An unknown sender that is handed a telephone and words is a messenger all the same.
  const saysSomething = text !== undefined && isSpoken(text);
  if (
    saysSomething &&
    (PHONE_KEYS.some((key) => body.has(key)) || /mensag|messag|whats|zap|enviar|send|lembrete|cobran/.test(wordsOf(`${node.name} ${address}`)))
  )
    return message(body.has('subject') ? 'email' : /\bsms\b/.test(wordsOf(`${node.name} ${address}`)) ? 'sms' : 'whatsapp', text, {
      subject: firstOf(body, ['subject', 'assunto']),
    });
  return undefined;
}

function templateName(body: ReadonlyMap<string, Value>): string {
  const name = body.get('template') ?? body.get('name') ?? body.get('templatename') ?? body.get('contentsid');
  return (name && plainWords(name)) || 'modelo';
}

function isSpoken(value: Value): boolean {
  if (value.k === 'pick') return value.options.some((option) => isSpoken(option.value));
  return value.k === 'text' && value.parts.some((part) => part.k === 'words' && part.words.trim().split(/\s+/).length >= 4);
}

/** Serasa, cartório, advogado: by the node's name and its address, never by the words of a message. */
function formalStep(about: string, node: ForeignNode, fields: Fields): Action | undefined {
  const said = wordsOf(about);
  if (BUREAU.test(said)) return { does: 'bureau' };
  const instructions = firstOf(bodyFields(node.parameters, fields), TEXT_KEYS);
  if (PROTEST.test(said)) return { does: 'task', title: 'Avaliar protesto em cartório', instructions, team: 'jurídico', why: 'protest' };
  return LAWYER.test(said) ? { does: 'task', title: 'Avaliar medida judicial com o jurídico', instructions, team: 'jurídico', why: 'lawyer' } : undefined;
}

function task(node: ForeignNode, fields: Fields): Action {
  const { parameters } = node;
  const title = firstText(parameters, 'name', 'title', 'summary', 'content', 'subject').replace(/\s+/g, ' ').trim();
  return {
    does: 'task',
    // A title of ours has no place for a name or an amount.
    title: (title === '' || title.startsWith('=') || title.includes('{{') ? node.name : title).slice(0, 120),
    instructions: firstValue(parameters, fields, 'description', 'text', 'messageText', 'message', 'body', 'notes', 'content'),
    team: TEAMS.collection,
    why: 'tool',
  };
}

function fixed(recipient: string): { fixedRecipient?: string } {
  return recipient !== '' && !/\{\{|^=\s*\$/.test(recipient) && recipient.includes('@') ? { fixedRecipient: recipient.replace(/^=/, '') } : {};
}

function firstText(parameters: Readonly<Record<string, unknown>>, ...keys: readonly string[]): string {
  for (const key of keys) if (textOf(parameters[key]).trim() !== '') return textOf(parameters[key]);
  for (const inner of ['additionalFields', 'options', 'additionalProperties'])
    for (const key of keys) if (textOf(at(parameters, inner, key)).trim() !== '') return textOf(at(parameters, inner, key));
  return '';
}

function firstValue(parameters: Readonly<Record<string, unknown>>, fields: Fields, ...keys: readonly string[]): Value | undefined {
  const text = firstText(parameters, ...keys);
  if (text !== '') return parameterValue(text, fields);
  for (const block of listOf(at(parameters, 'blocksUi'))) if (textOf(at(block, 'text')) !== '') return parameterValue(at(block, 'text'), fields);
  return undefined;
}

function firstOf(body: ReadonlyMap<string, Value>, keys: readonly string[]): Value | undefined {
  for (const key of keys) {
    const value = body.get(key);
    if (value !== undefined && value.k !== 'object' && value.k !== 'list' && plainWords(value)?.trim() !== '') return value;
  }
  return undefined;
}
