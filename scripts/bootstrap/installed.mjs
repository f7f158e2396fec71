import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What a lockfile asks for and a folder does not have, as paths below it ("node_modules/date-fns").
 * npm may end with success and leave packages out (its settings, a full disk, somebody's clean-up), and the program then
 * fails much later, far from the cause. Packages for other platforms may be missing, rightly.
 * @param {string} folder holds `node_modules`
 * @param {string} lockFile npm's lockfile, version 2 or 3
 * @returns {string[]}
 */
export function missingPackages(folder, lockFile) {
  const { packages } = JSON.parse(readFileSync(lockFile, 'utf8'));
  return Object.entries(packages)
    .filter(([path, { optional, devOptional, link }]) => path.startsWith('node_modules/') && !optional && !devOptional && !link)
    .filter(([path, { version }]) => versionAt(join(folder, path)) !== version)
    .map(([path]) => path);
}

/** `undefined` where there is no package; a package without a version of its own (some bundled ones) counts as it is. */
function versionAt(folder) {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return undefined;
  return JSON.parse(readFileSync(file, 'utf8')).version;
}

/** @throws {Error} that names what is missing and says what to do */
export function checkInstalled(what, folder, lockFile) {
  const missing = missingPackages(folder, lockFile);
  if (missing.length === 0) return;
  const names = missing.slice(0, 5).map((path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length));
  const rest = missing.length > names.length ? ` e mais ${missing.length - names.length}` : '';
  throw new Error(
    `A instalação de ${what} terminou sem ${missing.length === 1 ? 'um pacote' : `${missing.length} pacotes`} que ela pede: ${names.join(', ')}${rest}. ` +
      'Veja se sobra espaço em disco e se a configuração do npm (npm config ls) não manda deixar pacotes de fora (omit, legacy-peer-deps), e rode de novo.',
  );
}
