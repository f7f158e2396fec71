const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;

/** What tells one text from another without showing it (FNV-1a of its UTF-8, 64 bits): a reference is kept for good, and a statement's text names people. */
export function fingerprint(text: string): string {
  let hash = OFFSET;
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME);
  return hash.toString(16).padStart(16, '0');
}
