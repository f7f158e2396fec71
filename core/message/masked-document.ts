/** What may be shown of a CPF or CNPJ: the middle of a CPF, the root and check digits of a CNPJ hidden in part. */
export function maskedDocument(document: string): string {
  const plain = document.replace(/[.\-/\s]/g, '').toUpperCase();
  if (plain.length === 11) return `***.${plain.slice(3, 6)}.${plain.slice(6, 9)}-**`;
  if (plain.length === 14) return `**.${plain.slice(2, 5)}.${plain.slice(5, 8)}/${plain.slice(8, 12)}-**`;
  return '***';
}
