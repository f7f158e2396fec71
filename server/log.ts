/**
 * One thing that happened, for who runs the server. It never holds a path, a query, a header or a body as they came: those may
 * carry a person's data or a key.
 */
export type LogEntry = {
  readonly level: 'info' | 'warn' | 'error';
  /** `request.failed`, `n8n.unreachable`, … */
  readonly event: string;
  readonly [fact: string]: string | number | readonly string[] | undefined;
};

export type Log = (entry: LogEntry) => void;

/** Where an unexpected error came from, without its message, which may quote what was sent. */
export function traceOf(error: unknown): { readonly error: string; readonly trace: readonly string[] } {
  if (!(error instanceof Error)) return { error: typeof error, trace: [] };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { error: error.name, trace: frames.slice(0, 4).map((line) => line.trim()) };
}

/** Each entry as one line of JSON, with the instant in UTC. */
export function jsonLines(write: (line: string) => void): Log {
  return (entry) => write(JSON.stringify({ at: new Date().toISOString(), ...entry }));
}
