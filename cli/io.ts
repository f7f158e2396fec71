/** What a command may touch of the world, so that tests run it without a process. */
export interface Io {
  /** Writes text as it is; commands end their lines themselves. */
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** UTF-8 text of a file, or of standard input for `-`. */
  readonly readFile: (path: string) => Promise<string>;
  /** A file as it is, for tables whose encoding has to be found; `-` for standard input. */
  readonly readBytes: (path: string) => Promise<Uint8Array>;
  readonly writeFile: (path: string, content: string | Uint8Array) => Promise<void>;
  /** GET of a public address, for the one command that goes online; absent where there is no network. */
  readonly fetchJson?: (address: string) => Promise<{ readonly status: number; readonly body: unknown }>;
  /** A random UUID: what an exported workflow is called by, and where its events come in. */
  readonly randomUUID: () => string;
  /** Resolves when whoever started the command asks it to end (Ctrl+C); absent where nobody can. */
  readonly untilStopped?: () => Promise<void>;
  /** Shows an address in the person's browser, where there is one; never fails. */
  readonly openInBrowser?: (address: string) => void;
  /** Today's civil date where the command runs, `YYYY-MM-DD`. */
  readonly today: () => string;
}

/** 0 good, 1 findings of severity error, 2 wrong use. */
export type ExitCode = 0 | 1 | 2;

/** One subcommand of `regua`. */
export interface Command {
  readonly name: string;
  /** One line, for `regua --help`. */
  readonly summary: string;
  /** Everything about it, for `regua <name> --help`. */
  readonly usage: string;
  readonly run: (args: readonly string[], io: Io) => Promise<ExitCode>;
}
