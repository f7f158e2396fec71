import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findings } from '../../../core/cadence/index.ts';
import { findTemplate } from '../../../templates/index.ts';
import { setLanguage } from '../strings/index.ts';
import { useFindings } from './marks.ts';
import { walkFindings } from './walk.ts';

const said = vi.hoisted(() => [] as string[]);
vi.mock('../parts/announcer.ts', () => ({ announce: (text: string) => void said.push(text) }));
vi.mock('../canvas/focus-item.ts', () => ({ focusItem: () => undefined, revealItem: () => undefined }));

const { document: classic } = findTemplate('classica')!;
const broken = { ...classic, creditor: { ...classic.creditor, address: '' } };

beforeEach(() => {
  said.length = 0;
  vi.stubGlobal('requestAnimationFrame', () => 0);
  vi.stubGlobal('document', { documentElement: {} });
  useFindings.setState({ findings: findings(broken) });
});
afterEach(async () => {
  await setLanguage('pt-BR');
  vi.unstubAllGlobals();
});

describe('walking from finding to finding', () => {
  it.each([
    ['pt-BR', /^\d+ de \d+\. /],
    ['en', /^\d+ of \d+\. (?!.*\b(?:não|endereço|credor)\b)/i],
  ] as const)('reads each out in %s', async (language, sentence) => {
    await setLanguage(language);
    walkFindings(1);
    expect(said).toEqual([expect.stringMatching(sentence)]);
  });
});
