import { lstatSync, mkdirSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { repoRoot } from '../../scripts/bootstrap/paths.mjs';

/**
 * Makes a folder that an n8n can start on with our package in the place where n8n puts installed ones, so that the
 * nodes carry the names they have at a user's: `n8n-nodes-regua.<node>`.
 * @param packageFolder where our package is: this clone, or an unpacked one
 */
export function prepareUserFolder(userFolder: string, packageFolder = repoRoot): void {
  const link = join(userFolder, '.n8n', 'nodes', 'node_modules', 'n8n-nodes-regua');
  mkdirSync(dirname(link), { recursive: true, mode: 0o700 });
  try {
    if (lstatSync(link).isSymbolicLink() && readlinkSync(link) === packageFolder) return;
    rmSync(link, { recursive: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  // A junction needs no administrator on Windows; elsewhere the type is ignored.
  symlinkSync(packageFolder, link, 'junction');
}
