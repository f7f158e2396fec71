import { ReguaError } from '../../core/errors.ts';

/** The one file a command works on. @throws ReguaError `usage.missing`, `usage.option` */
export function fileArgument(positionals: readonly string[]): string {
  const [file, extra] = positionals;
  if (file === undefined) throw new ReguaError('usage.missing', 'Diga qual arquivo. Veja o uso com --help.', { field: 'file' });
  if (extra !== undefined) throw new ReguaError('usage.option', `Um arquivo de cada vez: não esperava "${extra}".`, { field: 'file' });
  return file;
}
