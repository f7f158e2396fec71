import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { readCadence, type ParseResult } from '../../../core/cadence/parse.ts';
import type { CadenceDocument } from '../../../core/cadence/document.ts';

const PREFIX = '#regua=';
/** A link longer than this is cut by mail programs and messengers. */
export const LONGEST_SAFE_LINK = 30_000;
/** No cadence is this large; a link made to exhaust memory is refused. */
const LARGEST_JSON = 5_000_000;

/** The cadence inside the address itself, after `#`, which browsers never send to a server. */
export function shareHash(document: CadenceDocument): string {
  const packed = deflateSync(strToU8(JSON.stringify(document)), { level: 9 });
  let binary = '';
  for (const byte of packed) binary += String.fromCharCode(byte);
  return PREFIX + btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Reads a shared hash; a damaged one gives a problem in words, never an exception. */
export function readShareHash(hash: string): ParseResult {
  try {
    const binary = atob(hash.slice(PREFIX.length).replaceAll('-', '+').replaceAll('_', '/'));
    const packed = Uint8Array.from(binary, (char) => char.charCodeAt(0));
    const json = inflateSync(packed, { out: new Uint8Array(LARGEST_JSON) });
    return readCadence(JSON.parse(strFromU8(json)));
  } catch {
    return {
      ok: false,
      problems: [{ code: 'share.damaged', path: '', message: 'O link veio cortado ou danificado. Peça para enviarem de novo, ou peça o arquivo.' }],
    };
  }
}
