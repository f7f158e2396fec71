import { choice, number, optionsOf, text } from './field.ts';

export const CREDITOR_KINDS = ['PF', 'MEI', 'ME', 'EPP', 'LTDA', 'SA', 'OTHER'] as const;

export const CREDITOR_KIND_LABELS: Readonly<Record<(typeof CREDITOR_KINDS)[number], string>> = {
  PF: 'Pessoa física',
  MEI: 'MEI',
  ME: 'Microempresa',
  EPP: 'Empresa de pequeno porte',
  LTDA: 'Sociedade limitada',
  SA: 'Sociedade anônima',
  OTHER: 'Outro',
};

/** Who is owed. Name, address and document appear in every collection document (CDC 42-A). */
export const CREDITOR_FIELDS = {
  name: text({ parameter: 'name', label: 'Nome da empresa', maxLength: 200 }),
  /** CPF or CNPJ. */
  document: text({ parameter: 'document', label: 'CNPJ ou CPF', maxLength: 20 }),
  address: text({ parameter: 'address', label: 'Endereço', maxLength: 300 }),
  city: text({ parameter: 'city', label: 'Cidade', maxLength: 100 }),
  uf: text({ parameter: 'uf', label: 'Estado', minLength: 2, maxLength: 2, default: 'SP' }),
  kind: choice({
    parameter: 'kind',
    label: 'Tipo',
    help: 'Decide se o juizado especial é possível',
    options: optionsOf(CREDITOR_KINDS, CREDITOR_KIND_LABELS),
    default: 'LTDA',
  }),
  /** Where a person of the creditor's answers: every message offers it. */
  phone: text({ parameter: 'phone', label: 'Telefone de atendimento', maxLength: 30 }),
  whatsapp: text({ parameter: 'whatsapp', label: 'WhatsApp de atendimento', maxLength: 30 }),
  email: text({ parameter: 'email', label: 'E-mail de atendimento', placeholder: 'atendimento@suaempresa.com.br', maxLength: 200 }),
  /** Page where the debtor sees and pays; `{{caseId}}` is replaced. */
  paymentUrl: text({
    parameter: 'paymentUrl',
    label: 'Página de pagamento',
    placeholder: 'https://pagar.suaempresa.com.br/{{caseId}}',
    help: 'Use {{caseId}} no lugar do código do cliente.',
    maxLength: 500,
  }),
  pixKey: text({ parameter: 'pixKey', label: 'Chave Pix', maxLength: 100 }),
} as const;

/** At most so many contacts with one debtor, over all debts and channels together. No statute; defaults of the domain notes. */
export const FREQUENCY_FIELDS = {
  perDay: number({ parameter: 'perDay', label: 'Contatos por dia, no máximo', min: 1, max: 10, default: 1 }),
  perSevenDays: number({ parameter: 'perSevenDays', label: 'Contatos em 7 dias, no máximo', min: 1, max: 50, default: 3 }),
} as const;
