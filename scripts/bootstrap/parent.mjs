/**
 * Calls back when the process that started us is gone. npm runs scripts through a shell, and a shell that is told to end
 * does not tell its children: without this, `kill` on `npm start` would leave everything running.
 * Windows keeps the number of a parent that has ended, so there nothing is ever noticed.
 */
export function whenParentIsGone(callback) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    callback();
  }, 500);
  timer.unref();
}
