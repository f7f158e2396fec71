/** Replaces web and e-mail addresses, Pix codes and a template's variables, which are no prose. The plain tests first: most lines have none, and the patterns are slow on those. */
export function blankAddresses(text: string, blank: (match: string) => string): string {
  let rest = text;
  if (rest.includes('http')) rest = rest.replace(/https?:\/\/\S+/g, blank);
  if (rest.includes('@')) rest = rest.replace(/(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, blank);
  if (rest.includes('000201')) rest = rest.replace(/\b000201\S{20,}(?: \S+6304\S{4})?/g, blank);
  if (rest.includes('{{') || rest.includes('{%')) rest = rest.replace(/\{\{[^}]*\}\}|\{%[^%]*%\}/g, blank);
  return rest;
}
