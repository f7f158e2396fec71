import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The notices that the licenses of bundled packages ask to be passed on.
 * @param moduleIds absolute paths of all modules in a bundle
 */
export function licenseNotices(moduleIds: Iterable<string>): string {
  const folders = new Set<string>();
  for (const id of moduleIds) {
    const match = /^\0?(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(id);
    if (match) folders.add(match[1]!);
  }
  const notices = [...folders].flatMap((folder) => {
    if (!existsSync(join(folder, 'package.json'))) return [];
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      name: string;
      version: string;
      license?: string;
    };
    const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)/i.test(name));
    const text = file ? readFileSync(join(folder, file), 'utf8').trim() : `License: ${manifest.license ?? 'not stated'}`;
    return [`${manifest.name} ${manifest.version} (${manifest.license ?? 'see text'})\n\n${text}\n`];
  });
  return notices.sort().join(`\n${'-'.repeat(78)}\n\n`);
}
