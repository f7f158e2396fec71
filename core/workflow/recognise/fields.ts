import { wordsOf } from './words.ts';

/** In this order; the first that fits says which variable of a message a field of a spreadsheet or an API is. */
const MEANINGS: readonly (readonly [pattern: RegExp, variable: string])[] = [
  // What belongs to the debtor and is never put into a message.
  [/^(?:.* )?(?:celular|telefone cliente|phone number|fone cliente|senha|token)$/, ''],
  [/\bchave pix\b|\bpix ?key\b/, 'payment.pixKey'],
  [/\bpix\b|copia (?:e )?cola|qr ?code|linha digitavel|codigo barras?|barcode|brcode|digitable|\bpayload\b/, 'payment.pix'],
  [/\blink\b|\burl\b|checkout|payment page|boleto (?:pdf|link|url)|segunda via|^boleto$/, 'payment.link'],
  [
    /(?:empresa|credor|loja|escola|company|store|seller|business|merchant|clinica|condominio).*(?:cnpj|documento|tax)|cnpj (?:empresa|credor|loja)/,
    'creditor.document',
  ],
  [/(?:empresa|credor|loja|company).*(?:endereco|address)|endereco (?:empresa|loja)/, 'creditor.address'],
  [
    /(?:empresa|credor|loja|suporte|atendimento|contato|company|support).*(?:whats|zap)|(?:whats\w*|zap) (?:empresa|loja|suporte|atendimento)/,
    'contact.whatsapp',
  ],
  [
    /(?:empresa|credor|loja|suporte|atendimento|contato|company|support).*(?:fone|phone|telefone)|(?:telefone|fone|phone) (?:empresa|loja|suporte|atendimento)/,
    'contact.phone',
  ],
  [/(?:empresa|credor|loja|suporte|atendimento|company|support).*e ?mail|e ?mail (?:empresa|loja|suporte|atendimento)/, 'contact.email'],
  [
    /\bempresa\b|\bcompany\b|\bcredor\b|\bloja\b|\bescola\b|\bbusiness\b|\bcedente\b|beneficiario|\bmerchant\b|\bseller\b|nome fantasia|condominio nome/,
    'creditor.name',
  ],
  [/dias? (?:em |ate |para )?(?:a )?(?:venc|restant|falt)|days? (?:until|to|left|remaining)/, 'debt.daysUntilDue'],
  [/dias?.*(?:atras|vencid|apos|depois)|atraso|days? (?:overdue|past|late)|overdue days|\bdpd\b/, 'debt.daysOverdue'],
  [/venc|due|prazo|deadline|data limite/, 'debt.dueDate'],
  [/\bmulta\b|\bfine\b|late fee|penalty/, 'amount.fine'],
  [/\bjuros\b|\binterest\b/, 'amount.interest'],
  [/correcao/, 'amount.correction'],
  [/valor (?:ja )?pago|amount paid|paid amount/, 'amount.paid'],
  [/(?:valor|amount|total).*(?:original|nominal|principal)|\bprincipal\b/, 'amount.principal'],
  [/\bvalor|\bvalue\b|amount|\btotal\b|\bsaldo\b|balance|\bpreco\b|\bprice\b|montante|quantia|debito total|mensalidade valor|\bdivida\b/, 'amount.total'],
  [/primeiro nome|first ?name|\bapelido\b|push name/, 'debtor.firstName'],
  [/\bcpf\b|\bcnpj\b|documento cliente|tax id/, 'debtor.documentMasked'],
  [/e ?mail|telefone|\bfone\b|phone|whats|\bzap\b|number format|remote ?jid|chat ?id|endereco|address/, ''],
  [/descricao|description|servico|service|\bplano\b|\bplan\b|produto|product|referente|referencia|\bcurso\b|competencia|\bitem\b/, 'debt.description'],
  [
    /numero|number|\bnumber\b|\bnf\b|nota fiscal|fatura|invoice|titulo|\bpedido\b|\border\b|contrato|contract|\bparcela\b|documento|\bboleto\b|\bcodigo\b/,
    'debt.number',
  ],
  [
    /\bnome\b|\bname\b|cliente|customer|client|devedor|debtor|razao social|sacado|\baluno|responsavel|paciente|morador|inquilino|assinante|\bpagador\b/,
    'debtor.name',
  ],
  [/\bhoje\b|\btoday\b|data atual|current date/, 'today'],
];

/** The last names count most: `Cliente.CPF` is a document, `contatos.0.nome` a name. Empty words carry no meaning of their own. */
const CARRIERS = new Set([
  'json',
  'item',
  'items',
  'row',
  'data',
  'body',
  'fields',
  'properties',
  'record',
  'element',
  'linha',
  'i',
  'r',
  'd',
  'e',
  'x',
  'result',
  'output',
  'value',
  'first',
  'all',
]);

/** The variable of ours that a field means, by its path; undefined when it is none, or one that no message may show. */
export function variableOf(path: readonly string[]): string | undefined {
  const names = path.filter((name) => !/^\d+$/.test(name)).map(wordsOf);
  const telling = names.filter((name) => name !== '' && !CARRIERS.has(name));
  const tries = [telling.at(-1), telling.slice(-2).join(' '), telling.slice(0, -1).join(' ')];
  // `empresa.nome` is the creditor's, `cliente.nome` the debtor's: a plain last name is read with what it belongs to.
  if (/^(?:nome|name|cnpj|documento|telefone|fone|phone|email|e mail|endereco|address|whatsapp|numero|number)$/.test(telling.at(-1) ?? ''))
    tries.unshift(telling.slice(-2).join(' '));
  for (const words of tries) {
    if (words === undefined || words === '') continue;
    const found = MEANINGS.find(([pattern]) => pattern.test(words));
    if (found) return found[1] === '' ? undefined : found[1];
  }
  return undefined;
}

/** What a field is called where a person reads of it. */
export function fieldLabel(path: readonly string[]): string {
  const telling = path.filter((name) => !/^\d+$/.test(name) && !CARRIERS.has(wordsOf(name)));
  return (telling.slice(-2).join('.') || path.join('.'))
    .replace(/[[\]{}%]/g, ' ')
    .trim()
    .slice(0, 60);
}
