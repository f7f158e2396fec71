import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where packages come from and how to reach it: all that a nested npm may know of the npm that called us. */
const ABOUT_THE_NETWORK =
  /^npm_config_(registry|proxy|https?_proxy|noproxy|cafile|ca|cert|certfile|key|keyfile|strict_ssl|cache|userconfig|globalconfig|offline|prefer_offline|maxsockets|fetch_.+|omit_lockfile_registry_resolved|\/\/.+|@.+)$/i;

/**
 * The environment for an npm that works in another folder than the one that called us. `npm run` hands everything it
 * knows to its scripts, this repository's own `.npmrc` included (as `npm_config_legacy_peer_deps`, which would leave out
 * every peer dependency of the other folder): only registry, proxy and certificate settings go on.
 */
export function environmentForNpm(extra = {}) {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_|^INIT_CWD$/i.test(name) || ABOUT_THE_NETWORK.test(name)));
  // A production setting of the caller would leave out the tools that the project is built with.
  delete env.NODE_ENV;
  return { ...env, ...extra };
}

/**
 * Runs a command to its end, keeping its output to itself.
 * @returns {Promise<string>} what it printed (stdout and stderr, as they came)
 * @throws {Error} with the last lines of the output when it ends with another code than 0
 */
export function runQuietly(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let output = '';
    const keep = (chunk) => {
      output = (output + chunk).slice(-200_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const stop = () => child.kill('SIGTERM');
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    const unhook = () => {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
    };
    child.once('error', (error) => {
      unhook();
      reject(error);
    });
    child.once('close', (code, signal) => {
      unhook();
      if (code === 0) return resolve(output);
      reject(new Error(`${command} ${args.join(' ')} terminou com ${signal ?? code}.\n${tellingLines(output)}`));
    });
  });
}

/** npm gives the reason first and its manual after; other programs end with the reason. */
function tellingLines(output) {
  const lines = output.trim().split('\n');
  const npmErrors = lines.filter((line) => /^npm (error|ERR!) ./.test(line));
  return (npmErrors.length > 0 ? npmErrors.slice(0, 12) : lines.slice(-15)).join('\n');
}

/**
 * The npm that belongs to a Node, as a command and its first arguments.
 * Falls back to the `npm` of the PATH, as Debian keeps npm away from Node.
 */
export function npmOf(nodePath) {
  const bin = dirname(nodePath);
  const places = [
    join(bin, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(bin, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    process.env.npm_execpath,
  ];
  for (const place of places) {
    if (place && place.endsWith('npm-cli.js') && existsSync(place)) return [nodePath, place];
  }
  return process.platform === 'win32' ? ['cmd.exe', '/d', '/s', '/c', 'npm'] : ['npm'];
}
