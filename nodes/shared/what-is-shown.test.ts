import { describe, expect, it } from 'vitest';
import { ReguaError } from '../../core/errors.ts';
import { maskAddress } from './mask-address.ts';
import { problemOf } from './problem.ts';

describe('a problem on an item', () => {
  it('never quotes a key or a CPF that an error carried', () => {
    const { code, message } = problemOf(new Error('401 for Authorization: Bearer abcDEF123456 of 529.982.247-25 and 52998224725'));
    expect(code).toBe('internal');
    expect(message).not.toMatch(/abcDEF123456|529\.982|52998224725/);
    expect(message).toContain('401 for Authorization: Bearer •••');
    expect(message).toContain('***.***.***-**');
  });

  it('says a refusal of ours in its own words', () => {
    expect(problemOf(new ReguaError('ledger.away', 'O registro não responde.'))).toEqual({ code: 'ledger.away', message: 'O registro não responde.' });
  });
});

describe('an address on an item', () => {
  it.each([
    ['letter', 'Rua das Palmeiras Imperiais, 1234, ap 56, São Paulo', 'Rua das Palm…'],
    ['email', 'ana.souza@exemplo.example', undefined],
    ['sms', '+5511987654321', undefined],
    ['whatsapp', '+5511987654321', undefined],
  ] as const)('by %s is cut or masked', (channel, address, exactly) => {
    const shown = maskAddress(channel, address);
    expect(shown).not.toContain(address);
    expect(shown).not.toMatch(/1234|56|ana\.souza|98765/);
    if (exactly) expect(shown).toBe(exactly);
  });
});
