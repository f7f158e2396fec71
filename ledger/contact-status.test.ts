import { describe, expect, test } from 'vitest';
import type { ContactStatus } from '../core/case/index.ts';
import { movesForward } from './contact-status.ts';

describe('movesForward', () => {
  test.each<[ContactStatus, ContactStatus, boolean]>([
    ['claimed', 'sent', true],
    ['claimed', 'unknown', true],
    ['unknown', 'sent', true],
    ['unknown', 'failed', true],
    ['unknown', 'claimed', false],
    ['sent', 'unknown', false],
    ['sent', 'failed', true],
    ['failed', 'sent', false],
    ['failed', 'delivered', true],
    ['delivered', 'failed', false],
    ['read', 'delivered', false],
    ['read', 'answered', true],
    ['sent', 'sent', false],
  ])('%s → %s: %s', (from, to, forward) => expect(movesForward(from, to)).toBe(forward));
});
