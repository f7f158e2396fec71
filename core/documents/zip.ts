// fflate: the smallest ZIP writer, no dependencies, synchronous, in browsers and workers alike.
import { zipSync } from 'fflate';
import type { CivilDate } from '../civil-date.ts';

export interface PackedFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/**
 * Files as one ZIP, in the given order, stored as they are: a PDF is compressed already. Entries carry the given day at noon, so that the same files on the same day give the same
 * bytes in every time zone.
 */
export function zip(files: readonly PackedFile[], on: CivilDate): Uint8Array {
  // ZIP keeps local time without a zone and fflate reads it with local getters: a local date gives the same digits everywhere.
  const mtime = new Date(Number(on.slice(0, 4)), Number(on.slice(5, 7)) - 1, Number(on.slice(8, 10)), 12);
  return zipSync(Object.fromEntries(files.map(({ fileName, bytes }) => [fileName, [bytes, { mtime }] as const])), { level: 0 });
}
