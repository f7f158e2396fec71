const SECRET_NAME =
  /^(?:(?:x-)?(?:api|access|auth)[-_ ]?(?:key|token)|apikey|token|x-token|client[-_ ]?(?:token|secret)|secret|password|senha|chave|authorization|bearer)$/i;
const SECRET_IN_URL = /[?&](?:api[-_]?key|apikey|token|access_token|key|secret|senha|password|auth)=([^&\s{}]{6,})/i;
const USER_IN_URL = /^[a-z]+:\/\/[^/\s:@]+:[^/\s:@]+@/i;
/** Providers that put the key into the path: Z-API, Telegram. */
const SECRET_IN_PATH = /\/token\/[A-Za-z0-9]{12,}|\/bot\d{6,}:[\w-]{20,}/;
/** Keys that tell by their form whose they are, and signed tokens. */
const KNOWN_FORM =
  /\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{5,}|\b(?:sk|rk)_live_\w{10,}|\bsk-[\w-]{20,}|\bxox[abp]-[\w-]{10,}|\bAIza[\w-]{30,}|\bgh[pos]_\w{20,}|\bAKIA[A-Z0-9]{16}\b|\$aact_\w{20,}/;
/** In a script or in JSON: a name of that kind with its value in quotes. */
const ASSIGNED =
  /\b(?:(?:api|access|auth|client)[-_ ]?(?:key|token|secret)|apikey|token|secret|password|senha|authorization)["']?\s*[:=]\s*["'`]([^"'`{}$\s]{8,})["'`]/gi;
const BEARER = /\b(?:bearer|basic)\s+[A-Za-z0-9._~+/=-]{12,}/i;

/**
 * Paths inside n8n parameters where a secret stands in the open: in a URL, a header, a script, or a field of that name.
 * Expressions that point elsewhere (`={{ $env.TOKEN }}`) are no secret.
 */
export function secretsIn(parameters: unknown, path = ''): string[] {
  if (Array.isArray(parameters)) return parameters.flatMap((value, index) => secretsIn(value, `${path}[${index}]`));
  if (typeof parameters === 'string') return isSecretText(parameters) ? [path] : [];
  if (typeof parameters !== 'object' || parameters === null) return [];
  const record = parameters as Record<string, unknown>;
  const found: string[] = [];
  // n8n writes headers and query parameters as { name, value } pairs.
  const named =
    typeof record['name'] === 'string' && isLiteral(record['value']) && (SECRET_NAME.test(record['name']) || isKey(record['name'], record['value']));
  if (named) found.push(path === '' ? String(record['name']) : `${path} (${String(record['name'])})`);
  for (const [key, value] of Object.entries(record)) {
    if (named && key === 'value') continue;
    const here = path === '' ? key : `${path}.${key}`;
    if (SECRET_NAME.test(key) && isLiteral(value)) found.push(here);
    else found.push(...secretsIn(value, here));
  }
  return [...new Set(found)];
}

function isLiteral(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '' && !/\{\{|\$env|\$credentials/.test(value) && !isPlaceholder(value);
}

/** `key` names many things; with letters and digits mixed at this length it opens a door. */
function isKey(name: string, value: unknown): boolean {
  return name.toLowerCase() === 'key' && /^(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9_-]{16,}$/.test(String(value));
}

/** What people publish in place of a key: SUA_API_KEY, YOUR_TOKEN, xxxx. */
function isPlaceholder(value: string): boolean {
  return /^=?(?:(?:bearer|basic)\s+)?(?:<|\[|(?:sua?|seu|your|minha|meu|insira|insert|example|exemplo|changeme|todo)(?:[\s_-]|$)|x{3,}|\*{3,}|\.{3})/i.test(
    value.trim(),
  );
}

function isSecretText(text: string): boolean {
  const bearer = BEARER.exec(text)?.[0];
  if (bearer !== undefined && !/\{\{/.test(text) && !isPlaceholder(bearer)) return true;
  if (KNOWN_FORM.test(text) || SECRET_IN_PATH.test(text)) return true;
  for (const [, value] of text.matchAll(ASSIGNED)) if (!isPlaceholder(value!)) return true;
  const inUrl = SECRET_IN_URL.exec(text);
  return (inUrl !== null && !/\{\{/.test(inUrl[1]!) && !isPlaceholder(inUrl[1]!)) || USER_IN_URL.test(text);
}
