import { ReguaError } from '../../core/errors.ts';
import { parseBoleto, parseDocument, parseEmail, parsePhone, parsePixBrCode } from '../../core/identity/index.ts';
import { formatCivilDate } from '../../core/civil-date.ts';
import { centsToDecimal, formatMoney } from '../../core/money.ts';
import type { Command } from '../io.ts';
import { choiceOption, countOption, dateOption, readArgs } from '../options.ts';
import { formatPairs, printJson } from '../output.ts';

const KINDS = ['cpf', 'cnpj', 'phone', 'email', 'boleto', 'pix'] as const;
type Kind = (typeof KINDS)[number];

interface Answer {
  readonly json: Record<string, unknown> & { kind: string; valid: boolean };
  /** What only people are shown. */
  readonly pairs: readonly (readonly [string, string | undefined])[];
}

export const document: Command = {
  name: 'document',
  summary: 'Confere CPF, CNPJ (também alfanumérico), telefone, e-mail, boleto e Pix copia e cola.',
  usage: `Confere um documento ou contato e diz o que há de errado.

Uso: regua document VALOR [--kind TIPO] [--reference-date DATA] [--ddd DDD] [--json]

  VALOR                  Com ou sem pontuação. Use -- antes de um valor que comece com hífen.
  --kind TIPO            cpf, cnpj, phone, email, boleto ou pix. Sem ele, o tipo é deduzido.
  --reference-date DATA  Boleto: dia da leitura. O fator de vencimento se repete a cada 9.000 dias (9999 foi 21/02/2025 e
                         1000 voltou em 22/02/2025), e só esse dia diz qual data vale. Padrão: hoje.
  --ddd DDD              Telefone: DDD de números escritos sem ele.
  --json                 {"kind","valid","normalized","reason"?} e mais:
                         boleto  "amount","dueDate","bank","barcode","type" (bank|collection)
                         phone   "type" (mobile|landline),"ddd","uf","ninthDigitAdded"?
                         pix     "crc","key"?,"url"?,"amount"?,"merchantName","merchantCity","txid"?
                         cpf e cnpj  "formatted";  email  "suggestion"?

Saída 0 quando válido e 1 quando não.
`,
  run: async (args, io) => {
    const { values, positionals } = readArgs(
      args,
      { kind: { type: 'string' }, 'reference-date': { type: 'string' }, ddd: { type: 'string' }, json: { type: 'boolean' } },
      true,
    );
    if (positionals.length === 0) throw new ReguaError('usage.missing', 'Escreva o valor a conferir. Veja o uso com --help.', { field: 'value' });
    // A boleto or phone typed without quotes arrives in pieces.
    const value = positionals.join(' ');
    const kind = values.kind === undefined ? guess(value) : choiceOption(values.kind, 'kind', KINDS);
    const referenceDate = values['reference-date'] === undefined ? io.today() : dateOption(values['reference-date'], 'reference-date');
    const { json, pairs } = answer(kind, value, referenceDate, values.ddd === undefined ? undefined : countOption(values.ddd, 'ddd'));
    if (values.json) printJson(io, json);
    else io.stdout(formatPairs([['Tipo', LABELS[kind]], ['Válido', json.valid ? 'sim' : 'não'], ['Por quê', json['reason'] as string | undefined], ...pairs]));
    return json.valid ? 0 : 1;
  },
};

const LABELS: Readonly<Record<Kind, string>> = { cpf: 'CPF', cnpj: 'CNPJ', phone: 'Telefone', email: 'E-mail', boleto: 'Boleto', pix: 'Pix copia e cola' };

function answer(kind: Kind, value: string, referenceDate: string, defaultDdd: number | undefined): Answer {
  switch (kind) {
    case 'cpf':
    case 'cnpj': {
      const document = parseDocument(value, kind);
      return { json: { ...document }, pairs: [['Número', document.formatted]] };
    }
    case 'phone': {
      const { formatted, ...phone } = parsePhone(value, { defaultDdd });
      const type = phone.type && (phone.type === 'mobile' ? 'celular' : 'fixo');
      return {
        json: { kind, ...phone },
        pairs: [
          ['Número', formatted],
          ['Linha', type],
          ['Estado', phone.uf],
          ['Aviso', phone.ninthDigitAdded ? 'o nono dígito foi acrescentado' : undefined],
        ],
      };
    }
    case 'email': {
      const email = parseEmail(value);
      return {
        json: { kind, ...email },
        pairs: [
          ['Endereço', email.normalized],
          ['Será que é', email.suggestion],
        ],
      };
    }
    case 'boleto': {
      const { amount, ...boleto } = parseBoleto(value, { referenceDate });
      return {
        json: {
          kind,
          ...boleto,
          ...(boleto.valid ? { amount: amount === undefined ? null : centsToDecimal(amount), dueDate: boleto.dueDate ?? null, bank: boleto.bank ?? null } : {}),
        },
        pairs: [
          ['Linha digitável', boleto.formatted],
          ['Banco', boleto.bank],
          ['Valor', amount === undefined ? (boleto.valid ? 'em aberto' : undefined) : formatMoney(amount)],
          ['Vencimento', boleto.dueDate === undefined ? (boleto.valid ? 'não consta' : undefined) : formatCivilDate(boleto.dueDate)],
          ['Código de barras', boleto.barcode],
        ],
      };
    }
    case 'pix': {
      const { kind: form, amount, ...pix } = parsePixBrCode(value);
      return {
        json: { kind, ...pix, ...(form === undefined ? {} : { form }), ...(amount === undefined ? {} : { amount: centsToDecimal(amount) }) },
        pairs: [
          ['Recebedor', pix.merchantName],
          ['Cidade', pix.merchantCity],
          ['Chave', pix.key],
          ['Endereço', pix.url],
          ['Valor', amount === undefined ? undefined : formatMoney(amount)],
          ['CRC', pix.crc],
        ],
      };
    }
  }
}

/** The kind a value looks like. Digits that could be two kinds are the one whose check digits, or whose area code, agree. */
function guess(value: string): Kind {
  const text = value.trim();
  if (/^000201|br\.gov\.bcb\.pix/i.test(text)) return 'pix';
  if (text.includes('@')) return 'email';
  const digits = text.replace(/\D/g, '');
  if (digits.length >= 40) return 'boleto';
  // An area code in brackets or a number cut before its last four digits: people write nothing else so.
  if (/^[+(]/.test(text) || /^(\d{2} )?9?\d{4}-\d{4}$/.test(text)) return 'phone';
  if (/^\d{3}\.\d{3}\.\d{3}-\d{2}$/.test(text)) return 'cpf';
  const bare = text.replace(/[\s.\-/]/g, '');
  const document = bare.length <= 11 && !/[a-z]/i.test(bare) ? 'cpf' : 'cnpj';
  return !parseDocument(text, document).valid && (parsePhone(text).valid || /^0[3589]00\d{6,7}$/.test(bare)) ? 'phone' : document;
}
