const ENTITIES: ReadonlyMap<string, string> = new Map(
  Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', '#39': "'", middot: '·', bull: '•', ndash: '–', mdash: '—' }),
);

export const isHtml = (text: string): boolean => /<(?:html|body|p|br|div|table|strong|b|h[1-6]|span|a|ul|li|em|i)\b[^>]*>/i.test(text);

/** The words of an HTML mail, with its line breaks and the addresses of its links; an e-mail of ours gets its own form from them. */
export function htmlText(html: string): string {
  return html
    .replace(/<(style|script|head|title)\b[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/<a\b[^>]*\bhref\s*=\s*["']?([^"'>\s]+)["']?[^>]*>([\s\S]*?)<\/a\s*>/gi, (_, address: string, label: string) =>
      /^(?:mailto:|tel:|#)/i.test(address) || label.includes(address) ? label : `${label.trim()}: ${address}`,
    )
    .replace(/<br\s*\/?>|<\/(?:p|div|tr|h[1-6]|li|table|section)\s*>/gi, '\n')
    .replace(/<li\b[^>]*>/gi, '- ')
    .replace(/<\/t[dh]\s*>/gi, ' ')
    .replace(/<[a-z/!][^>]{0,2000}>/gi, '')
    .replace(/&(#?\w{2,8});/g, (entity, name: string) => ENTITIES.get(name.toLowerCase()) ?? (/^#\d+$/.test(name) ? codePoint(Number(name.slice(1))) : entity))
    .replace(/[ \t]+/g, ' ')
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function codePoint(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
