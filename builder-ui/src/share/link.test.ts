import { describe, expect, it } from 'vitest';
import { TEMPLATES } from '../../../templates/index.ts';
import { readShareHash, shareHash } from './link.ts';

describe('a shared link', () => {
  it.each(TEMPLATES.map((template) => [template.document.name, template.document] as const))('carries %s whole', (_name, document) => {
    const read = readShareHash(shareHash(document));
    expect(read.ok && read.document).toEqual(document);
  });

  it('is short enough for messengers', () => {
    for (const template of TEMPLATES) expect(shareHash(template.document).length).toBeLessThan(12_000);
  });

  it.each(['#regua=', '#regua=%%%', '#regua=AAAA', `#regua=${'A'.repeat(2000)}`])('gives a sentence instead of an exception for a damaged one: %s', (hash) => {
    const read = readShareHash(hash);
    expect(read.ok).toBe(false);
  });
});
