const MASK = '•••';

/**
 * An error's text without the secrets it may quote (servers echo headers and URLs) and short enough for a record.
 * @param secrets passwords and tokens in use; those under 4 characters are left, since they would mask ordinary words
 */
export function redact(text: string, secrets: readonly string[]): string {
  let clean = text;
  for (const secret of secrets) {
    if (secret.length < 4) continue;
    for (const form of new Set([secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')])) clean = clean.replaceAll(form, MASK);
  }
  return clean
    .replace(/(bearer|basic)\s+[A-Za-z0-9._~+/=-]{8,}/gi, `$1 ${MASK}`)
    .replace(/\b\d{3}\.?\d{3}\.?\d{3}-?\d{2}\b/g, '***.***.***-**')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 500);
}
