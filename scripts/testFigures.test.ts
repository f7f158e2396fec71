import { describe, expect, it } from 'vitest';
import { figuresOf, suiteTable, totals } from './testFigures.mjs';

const report = (passed: number, failed: number, files: { status: string; assertionResults: { status: string }[] }[] = []) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: 1,
  numTodoTests: 0,
  testResults: files,
});

describe('the figures of a suite', () => {
  it('are those of the report', () => {
    expect(figuresOf(report(3, 0), 0)).toEqual({ passed: 3, failed: 0, skipped: 1 });
  });

  it('count a file that could not be loaded, though none of its tests failed', () => {
    expect(figuresOf(report(3, 0, [{ status: 'failed', assertionResults: [] }]), 1).failed).toBe(1);
  });

  it('are never all green when the run ended badly, report or not', () => {
    expect(figuresOf(report(3, 0), 1).failed).toBe(1);
    expect(figuresOf(undefined, 1).failed).toBe(1);
  });

  it('add up in the table', () => {
    const rows = [
      { name: 'unit', passed: 2, failed: 0, skipped: 0, seconds: 1.25 },
      { name: 'n8n', passed: 1, failed: 1, skipped: 2, seconds: 20 },
    ];
    expect(totals(rows)).toEqual({ passed: 3, failed: 1, skipped: 2 });
    expect(suiteTable(rows).split('\n')).toHaveLength(3);
    expect(suiteTable(rows)).toContain('1,3');
  });
});
