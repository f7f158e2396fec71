// Preloaded into an n8n that is measured: sets its clock to a working hour, and answers how much it took since it was last asked.
const { createServer } = require('node:http');
const { monitorEventLoopDelay } = require('node:perf_hooks');

const startsAt = Number(process.env.REGUA_BENCH_NOW);
if (startsAt > 0) {
  const RealDate = Date;
  const shift = startsAt - RealDate.now();
  globalThis.Date = class Date extends RealDate {
    constructor(...given) {
      if (given.length === 0) super(RealDate.now() + shift);
      else super(...given);
    }
    static now() {
      return RealDate.now() + shift;
    }
  };
}

const port = Number(process.env.REGUA_BENCH_METER);
// The task runner is a process of its own and has no meter.
if (port > 0 && process.argv.includes('start')) {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  let cpu = process.cpuUsage();
  let peak = 0;
  setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 25).unref();
  createServer((request, response) => {
    if (request.url === '/reset') {
      globalThis.gc?.();
      cpu = process.cpuUsage();
      peak = process.memoryUsage.rss();
      delay.reset();
    }
    const { user, system } = process.cpuUsage(cpu);
    response.end(JSON.stringify({ cpuSeconds: (user + system) / 1e6, peakMb: peak / 2 ** 20, longestStallMs: delay.max / 1e6 }));
  }).listen(port, '127.0.0.1').unref();
}
