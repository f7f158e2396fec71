import { describe, expect, it } from 'vitest';
import { parseCadence } from '../../../core/cadence/parse.ts';
import { TEMPLATES } from '../../../templates/index.ts';
import { readShareHash, shareHash } from './link.ts';

describe('a shared link', () => {
  it.each(TEMPLATES.map((template) => [template.document.name, template.document] as const))('carries %s whole', (_name, document) => {
    const read = readShareHash(shareHash(document));
    expect(read.ok && read.document).toEqual(document);
  });

  it.each(['__proto__', 'constructor', 'toString', 'get'])('carries a cadence whose parts are all called %s, and leaves every object as it was', (name) => {
    const before = Object.getOwnPropertyDescriptors(Object.prototype);
    const json = `{"schemaVersion":1,"id":"r","name":"${name}","tiers":[{"id":"${name}","name":"${name}"}],
      "tracks":[{"id":"k","name":"${name}","tierIds":["${name}"],"steps":[{"id":"s","name":"${name}","day":1,"blocks":[
        {"id":"b","kind":"custom","label":"${name}","node":{"type":"x","${name}":{"polluted":1},"parameters":{"${name}":{"polluted":1}}}}]}]}],
      "n8n":{"nodes":{"${name}":{"fields":{"${name}":{"polluted":1}}}},"links":[{"from":{"node":"${name}"},"output":0,"type":"${name}","to":{"node":"${name}"},"input":0}]}}`;
    const document = parseCadence(JSON.parse(json));
    const read = readShareHash(shareHash(document));
    expect(read.ok && JSON.stringify(read.document)).toBe(JSON.stringify(document));
    expect(JSON.stringify(document)).toContain(`"parameters":{"${name}":{"polluted":1}}`);
    expect(JSON.stringify(document)).toContain(`"nodes":{"${name}":{"fields":{"${name}":{"polluted":1}}}}`);
    expect(Object.getOwnPropertyDescriptors(Object.prototype)).toEqual(before);
  });

  it('is short enough for messengers', () => {
    for (const template of TEMPLATES) expect(shareHash(template.document).length).toBeLessThan(12_000);
  });

  it.each(['#regua=', '#regua=%%%', '#regua=AAAA', `#regua=${'A'.repeat(2000)}`])('gives a sentence instead of an exception for a damaged one: %s', (hash) => {
    const read = readShareHash(hash);
    expect(read.ok).toBe(false);
  });
});
