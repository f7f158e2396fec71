import { ReguaError } from '../../core/errors.ts';
import { openFile } from '../../core/workflow/index.ts';
import type { Command } from '../io.ts';
import { readArgs } from '../options.ts';
import { printJson } from '../output.ts';
import { fileArgument } from './file-argument.ts';

export const importCommand: Command = {
  name: 'import',
  summary: 'Lê um workflow do n8n de volta para uma régua, com as mudanças feitas lá.',
  usage: `Lê um workflow do n8n de volta para uma régua.

Uso: regua import WORKFLOW [--out ARQUIVO] [--json]

  WORKFLOW       Arquivo exportado do n8n, ou - para a entrada padrão.
  --out ARQUIVO  Grava a régua no arquivo. Sem ele, sai na saída padrão.
  --json         {"document","notes":[{"code","severity","nodeName","message"}]}

Nada se perde: o que uma régua não sabe dizer fica guardado nela, volta na exportação, e é contado nó por nó nas notas.
Saída: 0; 2 quando o arquivo não é um workflow com nós da Régua.
`,
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, { out: { type: 'string' }, json: { type: 'boolean' } }, true);
    const opened = openFile(await io.readFile(fileArgument(positionals)));
    if (!opened.document) throw new ReguaError(opened.findings[0]!.code, opened.findings[0]!.message, { field: 'file' });
    const text = `${JSON.stringify(opened.document, null, 2)}\n`;
    if (values.out !== undefined) await io.writeFile(values.out, text);
    if (values.json) printJson(io, { document: opened.document, notes: opened.notes });
    else {
      if (values.out === undefined) io.stdout(text);
      else io.stdout(`Régua gravada em ${values.out}.\n`);
      for (const note of opened.notes) io.stderr(`${note.nodeName}: ${note.message}\n`);
    }
    return 0;
  },
};
