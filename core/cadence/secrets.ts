const SECRET_NAME =
  /^(?:api[-_ ]?key|apikey|token|access[-_ ]?token|auth[-_ ]?token|secret|client[-_ ]?secret|password|senha|authorization|x-api-key|bearer)$/i;
const SECRET_IN_URL = /[?&](?:api[-_]?key|apikey|token|access_token|key|secret|senha|password|auth)=([^&\s{}]{6,})/i;
const USER_IN_URL = /^[a-z]+:\/\/[^/\s:@]+:[^/\s:@]+@/i;
const BEARER = /\b(?:bearer|basic)\s+[A-Za-z0-9._~+/=-]{12,}/i;

/**
 * Paths inside n8n parameters where a secret stands in the open: in a URL, a header or a field of that name.
 * Expressions that point elsewhere (`={{ $env.TOKEN }}`) are no secret.
 */
export function secretsIn(parameters: unknown, path = ''): string[] {
  if (Array.isArray(parameters)) return parameters.flatMap((value, index) => secretsIn(value, `${path}[${index}]`));
  if (typeof parameters === 'string') return isSecretText(parameters) ? [path] : [];
  if (typeof parameters !== 'object' || parameters === null) return [];
  const record = parameters as Record<string, unknown>;
  const found: string[] = [];
  // n8n writes headers and query parameters as { name, value } pairs.
  if (typeof record['name'] === 'string' && SECRET_NAME.test(record['name']) && isLiteral(record['value']))
    found.push(path === '' ? record['name'] : `${path} (${record['name']})`);
  for (const [key, value] of Object.entries(record)) {
    const here = path === '' ? key : `${path}.${key}`;
    if (SECRET_NAME.test(key) && isLiteral(value)) found.push(here);
    else found.push(...secretsIn(value, here));
  }
  return [...new Set(found)];
}

function isLiteral(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '' && !/\{\{|\$env|\$credentials/.test(value);
}

function isSecretText(text: string): boolean {
  if (BEARER.test(text) && !/\{\{/.test(text)) return true;
  const inUrl = SECRET_IN_URL.exec(text);
  return (inUrl !== null && !/\{\{/.test(inUrl[1]!)) || USER_IN_URL.test(text);
}
