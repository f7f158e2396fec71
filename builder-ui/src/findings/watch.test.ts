import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findTemplate } from '../../../templates/index.ts';
import { openDocument } from '../document/store.ts';
import { watchFindings } from './watch.ts';

const loaded = vi.hoisted(() => ({ checks: false }));
vi.mock('../../../core/cadence/findings/index.ts', () => {
  loaded.checks = true;
  return { findings: () => [], sharedPortfolioFindings: () => [], bySeverity: (list: unknown) => list };
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the checks of a cadence', () => {
  it('are fetched a while after a cadence is on the desk, and not on the page where one begins', async () => {
    const stop = watchFindings();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(loaded.checks).toBe(false);
    openDocument(findTemplate('classica')!.document);
    await vi.advanceTimersByTimeAsync(600);
    expect(loaded.checks).toBe(false);
    await vi.advanceTimersByTimeAsync(200);
    vi.useRealTimers();
    await vi.waitFor(() => expect(loaded.checks).toBe(true));
    stop();
  });
});
