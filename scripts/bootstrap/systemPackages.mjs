import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runQuietly } from './child.mjs';

/**
 * @typedef {object} SystemPackage
 * @property {string} command found in the PATH when the package is there
 * @property {string} debian the package's name for apt-get
 * @property {string[]} [elsewhere] further places or names that will do
 */

/** @param {SystemPackage} wanted */
export function findCommand({ command, elsewhere = [] }) {
  for (const name of [command, ...elsewhere]) {
    if (name.startsWith('/')) {
      if (isExecutable(name)) return name;
      continue;
    }
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      const path = join(folder, process.platform === 'win32' ? `${name}.exe` : name);
      if (folder && isExecutable(path)) return path;
    }
  }
  return undefined;
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const canInstall = () => process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/**
 * Brings programs that npm does not have. Does so by itself only for root on Debian or Ubuntu (a container, a build
 * machine); anyone else is told what to install, because changing a person's system is theirs to decide.
 * @param {string} purpose completes the sentence "falta … para …"
 * @param {SystemPackage[]} wanted
 */
export async function ensureSystemPackages(purpose, wanted) {
  const missing = wanted.filter((one) => !findCommand(one));
  if (missing.length === 0) return;
  const names = missing.map((one) => one.debian).join(' ');
  if (!canInstall()) {
    throw new Error(`Falta ${missing.map((one) => one.command).join(', ')} para ${purpose}. No Debian ou Ubuntu: sudo apt-get install ${names}`);
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runQuietly('apt-get', ['update', '-q'], { env });
  await runQuietly('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...names.split(' ')], { env });
}

export const chromium = {
  command: 'chromium',
  debian: 'chromium',
  elsewhere: [
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/snap/bin/chromium',
  ],
};

/** Debian keeps `initdb` out of the PATH, in a folder by version. */
const debianPostgres = '/usr/lib/postgresql';
const postgres = {
  command: 'initdb',
  debian: 'postgresql',
  elsewhere: existsSync(debianPostgres) ? readdirSync(debianPostgres).map((version) => join(debianPostgres, version, 'bin', 'initdb')) : [],
};

/** @type {import('./progress.mjs').Step} */
export const postgresStep = {
  label: 'PostgreSQL, para os testes do registro',
  isReady: () => findCommand(postgres) !== undefined,
  prepare: () => ensureSystemPackages('os testes do registro em PostgreSQL', [postgres]),
};

/** @type {import('./progress.mjs').Step} */
export const chromiumStep = {
  label: 'Chromium, para os testes no navegador',
  isReady: () => findCommand(chromium) !== undefined,
  prepare: () => ensureSystemPackages('os testes no navegador', [chromium]),
};
