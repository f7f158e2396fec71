/** `529.982.247-25` → `52998224725`: how the ledger keeps a CPF or CNPJ. Letters stay (alphanumeric CNPJ) and are capitals. */
export function documentKey(text: string): string {
  return text.replace(/[^0-9a-z]/gi, '').toUpperCase();
}
