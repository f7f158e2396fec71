import { randomBytes } from 'node:crypto';

/** Unique, and in the order of time when sorted as text. */
export function ulidLike(at: Date): string {
  return `${at.getTime().toString(36).padStart(9, '0')}${randomBytes(6).toString('hex')}`.toUpperCase();
}
