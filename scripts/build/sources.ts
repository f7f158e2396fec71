import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

export const repoRoot = join(import.meta.dirname, '..', '..');
export const distFolder = join(repoRoot, 'dist');

/** Files under the folders and the single files named, relative to the repository with `/`; tests are no source. */
export function sourceFiles(places: string[]): string[] {
  const found = places.flatMap((place) => {
    if (!existsSync(join(repoRoot, place))) return [];
    return globSync([place, `${place}/**/*`], { cwd: repoRoot, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(repoRoot.length + 1)
          .split(sep)
          .join('/'),
      );
  });
  return [...new Set(found)].filter((file) => !/\.test\.tsx?$|(^|\/)node_modules\//.test(file)).sort();
}

/** One hash for the names and contents of all files: differs when any source was added, removed, renamed or changed. */
export function hashOfSources(places: string[]): string {
  const hash = createHash('sha256');
  for (const file of sourceFiles(places))
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(repoRoot, file)))
      .update('\0');
  return hash.digest('hex');
}
