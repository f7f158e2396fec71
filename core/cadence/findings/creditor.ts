import { parseDocument } from '../../identity/index.ts';
import type { CadenceDocument } from '../document.ts';
import type { Finding } from './finding.ts';

/** CDC 42-A: name, address and CPF/CNPJ in every collection document; and a person to talk to. */
export function* creditorFindings({ creditor }: CadenceDocument): Generator<Finding> {
  const required = [
    ['name', 'o nome do credor'],
    ['document', 'o CPF ou CNPJ do credor'],
    ['address', 'o endereço do credor'],
  ] as const;
  for (const [field, words] of required) {
    if (creditor[field].trim() === '') {
      yield {
        code: 'creditor.missing',
        severity: 'error',
        message: `Falta ${words}: toda cobrança precisa mostrá-lo (CDC, art. 42-A).`,
        values: { field },
        where: { field: `creditor.${field}` },
      };
    }
  }
  if (creditor.document.trim() !== '') {
    const read = parseDocument(creditor.document);
    if (!read.valid)
      yield {
        code: 'creditor.invalid-document',
        severity: 'error',
        message: `O CPF ou CNPJ do credor não é válido${read.reason ? `: ${read.reason}` : '.'}`,
        values: {},
        where: { field: 'creditor.document' },
      };
  }
  if (creditor.phone.trim() === '' && creditor.whatsapp.trim() === '' && creditor.email.trim() === '') {
    yield {
      code: 'creditor.no-person',
      severity: 'error',
      message: 'Diga como o cliente fala com uma pessoa: telefone, WhatsApp ou e-mail de atendimento.',
      values: {},
      where: { field: 'creditor.phone' },
    };
  }
  if (creditor.paymentUrl.trim() === '' && creditor.pixKey.trim() === '') {
    yield {
      code: 'creditor.no-payment',
      severity: 'warning',
      message: 'Diga como o cliente paga: um link de pagamento ou uma chave Pix.',
      values: {},
      where: { field: 'creditor.paymentUrl' },
    };
  }
}
