import type { Channel } from '../case/index.ts';
import { optOutInstructions } from './opt-out.ts';

export type VariableType = 'text' | 'money' | 'date' | 'number' | 'link' | 'list';

/** What the variable brings to a message; the required parts of a message are looked for by this. */
export type VariableRole = 'person' | 'value' | 'itemised-value' | 'payment' | 'contact' | 'opt-out' | 'creditor' | 'offer' | 'notice' | 'other';

export interface MessageVariable {
  /** As written in a template, e.g. `debtor.firstName`. */
  readonly name: string;
  /** Portuguese, for the designer's chips and for error messages. */
  readonly label: string;
  readonly type: VariableType;
  readonly role: VariableRole;
  /** A value as it comes out, for previews without a case. */
  readonly example: string | number;
  /** True when a case or a creditor may lack it: guard it with `{% if … %}` or the message gets a finding. */
  readonly optional: boolean;
  /** Fields of each element when `type` is `list`. */
  readonly fields?: readonly string[];
}

const always = (name: string, label: string, type: VariableType, role: VariableRole, example: string | number): MessageVariable => ({
  name,
  label,
  type,
  role,
  example,
  optional: false,
});
const maybe = (name: string, label: string, type: VariableType, role: VariableRole, example: string | number): MessageVariable => ({
  ...always(name, label, type, role, example),
  optional: true,
});

/**
 * Every variable a message may use. Values arrive already written in Brazilian form (`R$ 102,33`, `11/01/2026`);
 * numbers stay numbers, so that `{% if debt.daysOverdue > 5 %}` works.
 */
export const MESSAGE_VARIABLES: readonly MessageVariable[] = [
  always('debtor.firstName', 'Primeiro nome do cliente', 'text', 'person', 'Ana'),
  always('debtor.name', 'Nome completo do cliente', 'text', 'person', 'Ana Souza'),
  always('debtor.documentMasked', 'CPF ou CNPJ do cliente, mascarado', 'text', 'person', '***.982.247-**'),
  always('debt.number', 'Número do título mais antigo', 'text', 'other', 'NF-1001'),
  maybe('debt.description', 'Descrição do título mais antigo', 'text', 'other', 'Mensalidade de janeiro'),
  always('debt.dueDate', 'Vencimento do título mais antigo', 'date', 'other', '01/01/2026'),
  always('debt.daysOverdue', 'Dias de atraso', 'number', 'other', 10),
  always('debt.daysUntilDue', 'Dias até o vencimento', 'number', 'other', 0),
  always('debt.count', 'Quantidade de títulos em aberto', 'number', 'other', 1),
  always('debt.list', 'Lista dos títulos em uma frase', 'text', 'other', 'NF-1001, vencido em 01/01/2026, R$ 102,33'),
  {
    ...always('debts', 'Cada título em aberto', 'list', 'itemised-value', 'NF-1001'),
    fields: ['number', 'description', 'dueDate', 'daysOverdue', 'principal', 'fine', 'interest', 'correction', 'total', 'breakdown'],
  },
  always('amount.total', 'Valor total hoje', 'money', 'value', 'R$ 102,33'),
  always('amount.principal', 'Valor original', 'money', 'value', 'R$ 100,00'),
  always('amount.fine', 'Multa', 'money', 'value', 'R$ 2,00'),
  always('amount.interest', 'Juros', 'money', 'value', 'R$ 0,33'),
  always('amount.correction', 'Correção monetária', 'money', 'value', 'R$ 0,00'),
  always('amount.charges', 'Multa, juros e correção somados', 'money', 'value', 'R$ 2,33'),
  always('amount.paid', 'Já pago', 'money', 'value', 'R$ 0,00'),
  always('amount.breakdown', 'Conta completa do valor', 'text', 'itemised-value', 'R$ 100,00 + multa R$ 2,00 + juros R$ 0,33 = R$ 102,33'),
  always('amount.breakdownShort', 'Conta completa, curta (para SMS)', 'text', 'itemised-value', 'R$100,00+multa 2,00+juros 0,33=R$102,33'),
  maybe('payment.instructions', 'Como pagar: página e Pix', 'text', 'payment', 'Para ver e pagar: https://pague.exemplo.example/c/123'),
  maybe('payment.short', 'Como pagar, curto (para SMS)', 'text', 'payment', 'https://pague.exemplo.example/c/123'),
  maybe('payment.link', 'Link para ver e pagar', 'link', 'payment', 'https://pague.exemplo.example/c/123'),
  maybe('payment.pix', 'Pix copia e cola (ou linha do boleto)', 'text', 'payment', '00020126580014br.gov.bcb.pix0136exemplo6304ABCD'),
  maybe('payment.pixKey', 'Chave Pix', 'text', 'payment', 'pix@exemplo.example'),
  always('creditor.name', 'Nome da empresa', 'text', 'creditor', 'Loja Exemplo'),
  always('creditor.document', 'CNPJ ou CPF da empresa', 'text', 'creditor', '12.345.678/0001-95'),
  always('creditor.address', 'Endereço da empresa', 'text', 'creditor', 'Rua das Flores, 10, São Paulo, SP'),
  maybe('contact.phone', 'Telefone para falar com uma pessoa', 'text', 'contact', '(11) 3000-1000'),
  maybe('contact.whatsapp', 'WhatsApp para falar com uma pessoa', 'text', 'contact', '(11) 98765-4321'),
  maybe('contact.email', 'E-mail para falar com uma pessoa', 'text', 'contact', 'atendimento@exemplo.example'),
  maybe('contact.person', 'Como falar com uma pessoa, em uma frase', 'text', 'contact', 'ligue para (11) 3000-1000 ou chame no WhatsApp (11) 98765-4321'),
  maybe('contact.short', 'Contato de uma pessoa, curto (para SMS)', 'text', 'contact', '(11) 98765-4321'),
  always('optOut.instructions', 'Como parar de receber', 'text', 'opt-out', 'Para não receber mais por aqui, responda SAIR.'),
  maybe('offer.cash.total', 'Oferta à vista: valor', 'money', 'offer', 'R$ 95,00'),
  maybe('offer.cash.savings', 'Oferta à vista: quanto economiza', 'money', 'offer', 'R$ 7,33'),
  maybe('offer.cash.validUntil', 'Oferta à vista: vale até', 'date', 'offer', '16/01/2026'),
  maybe('offer.installments.count', 'Parcelado: número de parcelas', 'number', 'offer', 3),
  maybe('offer.installments.amount', 'Parcelado: valor da parcela', 'money', 'offer', 'R$ 34,11'),
  maybe('offer.installments.total', 'Parcelado: valor total', 'money', 'offer', 'R$ 102,33'),
  maybe('offer.installments.entry', 'Parcelado: entrada', 'money', 'offer', 'R$ 30,00'),
  maybe('offer.installments.firstDueDate', 'Parcelado: primeiro vencimento', 'date', 'offer', '20/01/2026'),
  maybe('offer.installments.savings', 'Parcelado: quanto economiza', 'money', 'offer', 'R$ 0,00'),
  maybe('offer.installments.summary', 'Parcelado, em uma frase', 'text', 'offer', '3 parcelas de R$ 34,11, a primeira em 20/01/2026'),
  maybe('offer.savings', 'Maior economia entre as ofertas', 'money', 'offer', 'R$ 7,33'),
  maybe('offer.validUntil', 'Ofertas valem até', 'date', 'offer', '16/01/2026'),
  maybe(
    'offer.summary',
    'Todas as ofertas, uma por linha',
    'text',
    'offer',
    '- À vista: R$ 95,00 (você economiza R$ 7,33)\n- 3 parcelas de R$ 34,11, a primeira em 20/01/2026',
  ),
  {
    ...maybe('offers', 'Cada oferta', 'list', 'offer', 'À vista: R$ 95,00'),
    fields: ['kind', 'description', 'total', 'savings', 'entry', 'count', 'amount', 'firstDueDate', 'validUntil'],
  },
  maybe('agreement.total', 'Acordo: valor total', 'money', 'value', 'R$ 102,33'),
  maybe('agreement.count', 'Acordo: número de parcelas', 'number', 'other', 3),
  maybe('agreement.remaining', 'Acordo: quanto falta', 'money', 'value', 'R$ 68,22'),
  maybe('agreement.installment.number', 'Acordo: próxima parcela, número', 'number', 'other', 2),
  maybe('agreement.installment.amount', 'Acordo: próxima parcela, valor', 'money', 'itemised-value', 'R$ 34,11'),
  maybe('agreement.installment.dueDate', 'Acordo: próxima parcela, vencimento', 'date', 'other', '20/02/2026'),
  maybe('lastPayment.amount', 'Último pagamento: valor', 'money', 'other', 'R$ 102,33'),
  maybe('lastPayment.excess', 'Último pagamento: valor a mais', 'money', 'other', 'R$ 10,00'),
  maybe('lastPayment.date', 'Último pagamento: data', 'date', 'other', '12/01/2026'),
  always('notice.waitDays', 'Dias de espera depois do aviso', 'number', 'notice', 10),
  always('notice.answerBy', 'Data até a qual se espera resposta ao aviso', 'date', 'notice', '21/01/2026'),
  always('benefits.paying', 'O que melhora ao pagar, em uma frase', 'text', 'other', 'os juros param de contar e tudo fica em dia'),
  always('today', 'Data de hoje', 'date', 'other', '11/01/2026'),
];

const BY_NAME = new Map(MESSAGE_VARIABLES.map((variable) => [variable.name, variable]));

export function messageVariable(name: string): MessageVariable | undefined {
  return BY_NAME.get(name);
}

/** The catalogue's examples as the tree a template reads: what previews without a case are rendered with. */
export function exampleValues(channel: Channel): Record<string, unknown> {
  const tree: Record<string, unknown> = {};
  for (const { name, example, fields } of MESSAGE_VARIABLES) {
    if (fields) tree[name] = [exampleElement(fields)];
    else setPath(tree, name.split('.'), example);
  }
  setPath(tree, ['optOut', 'instructions'], optOutInstructions(channel, { creditor: { email: 'atendimento@exemplo.example' } }));
  return tree;
}

function exampleElement(fields: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field, field === 'daysOverdue' || field === 'count' ? 3 : `exemplo de ${field}`]));
}

function setPath(tree: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [head, ...rest] = path;
  if (rest.length === 0) tree[head!] = value;
  else setPath((tree[head!] ??= {}) as Record<string, unknown>, rest, value);
}

/** Channels whose rules or customs ask for a way out in the message itself. A letter has an address and a call is hung up. */
export const CHANNELS_WITH_OPT_OUT: ReadonlySet<Channel> = new Set<Channel>(['sms', 'whatsapp', 'email']);
