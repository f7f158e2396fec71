/** Words managers type in Portuguese for what a variable is called in a template. */
const PORTUGUESE_NAMES: Readonly<Record<string, string>> = {
  nome: 'debtor.firstName',
  primeironome: 'debtor.firstName',
  nomecompleto: 'debtor.name',
  cliente: 'debtor.name',
  devedor: 'debtor.name',
  cpf: 'debtor.documentMasked',
  cnpj: 'creditor.document',
  documento: 'debtor.documentMasked',
  titulo: 'debt.number',
  fatura: 'debt.number',
  boleto: 'payment.pix',
  numero: 'debt.number',
  vencimento: 'debt.dueDate',
  datavencimento: 'debt.dueDate',
  diasatraso: 'debt.daysOverdue',
  dias: 'debt.daysOverdue',
  atraso: 'debt.daysOverdue',
  valor: 'amount.total',
  total: 'amount.total',
  valortotal: 'amount.total',
  valororiginal: 'amount.principal',
  principal: 'amount.principal',
  multa: 'amount.fine',
  juros: 'amount.interest',
  correcao: 'amount.correction',
  conta: 'amount.breakdown',
  detalhamento: 'amount.breakdown',
  link: 'payment.link',
  url: 'payment.link',
  pix: 'payment.pix',
  chavepix: 'payment.pixKey',
  empresa: 'creditor.name',
  credor: 'creditor.name',
  loja: 'creditor.name',
  endereco: 'creditor.address',
  telefone: 'contact.phone',
  whatsapp: 'contact.whatsapp',
  email: 'contact.email',
  atendimento: 'contact.person',
  sair: 'optOut.instructions',
  descadastro: 'optOut.instructions',
  oferta: 'offer.summary',
  avista: 'offer.cash.total',
  desconto: 'offer.savings',
  economia: 'offer.savings',
  parcelas: 'offer.installments.summary',
  parcelamento: 'offer.installments.summary',
  hoje: 'today',
  data: 'today',
};

/** The catalogue name nearest to what was typed, or undefined when nothing is near. */
export function closestName(typed: string, names: readonly string[]): string | undefined {
  const key = fold(typed);
  const translated = PORTUGUESE_NAMES[key] ?? PORTUGUESE_NAMES[key.replace(/^(cliente|devedor|divida|credor|empresa|pagamento)/, '')];
  if (translated !== undefined && names.includes(translated)) return translated;
  let best: string | undefined;
  let bestDistance = Infinity;
  for (const name of names) {
    const last = name.slice(name.lastIndexOf('.') + 1);
    const distance = Math.min(editDistance(key, fold(name)), editDistance(key, fold(last)) + 1);
    if (distance < bestDistance) [best, bestDistance] = [name, distance];
  }
  if (bestDistance <= Math.max(2, Math.ceil(key.length * 0.4))) return best;
  // `linkPagamento`, `nomeDoCliente`: the longest Portuguese word it starts with.
  const start = Object.keys(PORTUGUESE_NAMES)
    .filter((word) => word.length >= 4 && key.startsWith(word))
    .sort((a, b) => b.length - a.length)[0];
  return start !== undefined && names.includes(PORTUGUESE_NAMES[start]!) ? PORTUGUESE_NAMES[start] : undefined;
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[^A-Za-z0-9]/g, '')
    .toLowerCase();
}

/** Levenshtein, one row at a time. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length]!;
}
