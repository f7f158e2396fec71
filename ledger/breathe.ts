/** Long enough that giving way costs nothing, short enough that nobody notices n8n not answering. */
const TURN_MS = 25;

let turnBegan = 0;

/**
 * Lets the rest of the process have a turn when this one has been long. SQLite answers at once, so that awaiting it never gives way by itself: between
 * pieces of work whoever does much asks here. Cheap enough for every item.
 */
export function breathe(): Promise<void> | undefined {
  const now = performance.now();
  if (now - turnBegan < TURN_MS) return undefined;
  return new Promise((resolve) =>
    setImmediate(() => {
      turnBegan = performance.now();
      resolve();
    }),
  );
}
