/**
 * @typedef {object} Step
 * @property {string} label what a person reads: "Node 24"
 * @property {string} [hint] said beside it when it takes long: "cerca de 4 minutos na primeira vez"
 * @property {() => boolean} isReady nothing to do
 * @property {() => Promise<void>} prepare
 */

const SECONDS_BETWEEN_SIGNS_OF_LIFE = 20;

/**
 * Prepares what is not ready yet, in order, telling on stderr how far it is; says nothing when there is nothing to do.
 * stdout stays untouched: it belongs to the command that runs afterwards.
 * @param {Step[]} steps
 */
export async function prepareInOrder(steps) {
  const missing = steps.filter((step) => !step.isReady());
  for (const [index, step] of missing.entries()) {
    const title = `${index + 1}/${missing.length} ${step.label}`;
    const end = startLine(title, step.hint);
    try {
      await step.prepare();
    } catch (error) {
      end('falhou');
      throw error;
    }
    end('pronto');
  }
}

/** Shows one running line; on a terminal with a clock, elsewhere with a sign of life now and then. */
export function startLine(title, hint) {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const terminal = process.stderr.isTTY;
  const text = `${title} …${hint ? ` (${hint})` : ''}`;
  process.stderr.write(terminal ? text : `${text}\n`);
  const timer = setInterval(
    () => process.stderr.write(terminal ? `\r\x1b[K${text} ${seconds()} s` : `${title} … ${seconds()} s\n`),
    (terminal ? 1 : SECONDS_BETWEEN_SIGNS_OF_LIFE) * 1000,
  );
  timer.unref();
  return (outcome) => {
    clearInterval(timer);
    const took = `${title} … ${outcome} em ${Math.max(seconds(), 1)} s`;
    process.stderr.write(terminal ? `\r\x1b[K${took}\n` : `${took}\n`);
  };
}
