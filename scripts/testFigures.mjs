/**
 * @typedef {object} Figures
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/**
 * Figures of one suite from Vitest's JSON report and exit code. A file that could not be loaded, or an error outside
 * of any test, has no failed test to show for it: each counts as one failure, so that red never adds up to green.
 * @returns {Figures}
 */
export function figuresOf(report, exitCode) {
  if (!report) return { passed: 0, failed: exitCode === 0 ? 0 : 1, skipped: 0 };
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'));
  const failed = report.numFailedTests + unloaded.length;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  };
}

/** @param {Figures[]} rows @returns {Figures} */
export function totals(rows) {
  const sum = (name) => rows.reduce((total, row) => total + row[name], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

/** @param {(Figures & {name: string, seconds: number})[]} rows */
export function suiteTable(rows) {
  const cells = [
    ['suíte', 'passaram', 'falharam', 'puladas', 'segundos'],
    ...rows.map((row) => [row.name, row.passed, row.failed, row.skipped, row.seconds.toFixed(1).replace('.', ',')].map(String)),
  ];
  const widths = cells[0].map((_, column) => Math.max(...cells.map((line) => line[column].length)));
  return cells.map((line) => line.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join('  ')).join('\n');
}
