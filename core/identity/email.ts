export interface ParsedEmail {
  readonly valid: boolean;
  /** Trimmed and lower-cased. */
  readonly normalized: string;
  /** Portuguese sentence when not valid. */
  readonly reason?: string;
  /** The address that was probably meant, for a well-known provider misspelt; never used without asking. */
  readonly suggestion?: string;
}

// The address grammar of the HTML standard (input type=email) plus what mail servers require: a dotted domain with an
// alphabetic top level and no stray dots. @brazilian-utils' isValidEmail refuses characters that providers accept (&, #, !).
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

const MISSPELT: Readonly<Record<string, string>> = {
  'gmial.com': 'gmail.com',
  'gmai.com': 'gmail.com',
  'gamil.com': 'gmail.com',
  'gmal.com': 'gmail.com',
  'gmail.con': 'gmail.com',
  'gmail.co': 'gmail.com',
  'gmail.com.br': 'gmail.com',
  'hotmal.com': 'hotmail.com',
  'hotmial.com': 'hotmail.com',
  'hotmail.con': 'hotmail.com',
  'hotmai.com': 'hotmail.com',
  'outlok.com': 'outlook.com',
  'outlook.con': 'outlook.com',
  'yaho.com.br': 'yahoo.com.br',
  'yahoo.con.br': 'yahoo.com.br',
};

/** Checks the form of an address; whether anybody reads it only a delivery can tell. Never throws. */
export function parseEmail(value: string): ParsedEmail {
  const normalized = value.trim().toLowerCase();
  const reason = problem(normalized);
  const at = normalized.lastIndexOf('@');
  const meant = MISSPELT[normalized.slice(at + 1)];
  return {
    valid: reason === undefined,
    normalized,
    ...(reason === undefined ? {} : { reason }),
    ...(meant === undefined || at < 1 ? {} : { suggestion: `${normalized.slice(0, at)}@${meant}` }),
  };
}

function problem(text: string): string | undefined {
  if (text === '') return 'O e-mail está vazio.';
  if (/\s/.test(text)) return 'O e-mail tem espaço no meio.';
  const parts = text.split('@');
  if (parts.length !== 2) return parts.length === 1 ? 'Falta o @ no e-mail.' : 'O e-mail tem mais de um @.';
  const [local = '', domain = ''] = parts;
  if (local === '') return 'Falta o nome antes do @.';
  if (/[^\x21-\x7e]/.test(text)) return 'O e-mail tem acento ou caractere especial.';
  if (local.length > 64 || text.length > 254) return 'O e-mail é comprido demais.';
  if (!LOCAL.test(local)) return 'O nome antes do @ tem ponto ou símbolo fora de lugar.';
  const labels = domain.split('.');
  if (labels.length < 2 || labels.some((label) => !LABEL.test(label))) return 'O domínio depois do @ está incompleto ou errado.';
  return /^(?:[a-z]{2,63}|xn--[a-z0-9-]+)$/.test(labels.at(-1)!) ? undefined : 'O final do domínio não existe.';
}

/** `ana.souza@exemplo.example` → `a***@exemplo.example`. */
export function maskEmail(value: string): string {
  const at = value.lastIndexOf('@');
  return at < 1 ? '***' : `${value[0]}***${value.slice(at)}`;
}
