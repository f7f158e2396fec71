import { ReguaError } from '../../core/errors.ts';
import { openFile } from '../../core/workflow/index.ts';
import type { Command } from '../io.ts';
import { readArgs } from '../options.ts';
import { printJson } from '../output.ts';
import { fileArgument } from './file-argument.ts';

export const importCommand: Command = {
  name: 'import',
  summary: 'Lê um workflow do n8n: o de uma régua, com as mudanças feitas lá; um feito à mão, como rascunho.',
  usage: `Lê um workflow do n8n de volta para uma régua. Um workflow feito à mão, sem nós da Régua, vira um rascunho com o que foi
reconhecido: dias, canais, textos com suas variáveis.

Uso: regua import WORKFLOW [--out ARQUIVO] [--json]

  WORKFLOW       Arquivo exportado do n8n, ou - para a entrada padrão.
  --out ARQUIVO  Grava a régua no arquivo. Sem ele, sai na saída padrão.
  --json         {"kind","document","notes":[{"code","severity","nodeName","message"}],"nodes"?:{"read","total"}}
                 kind: workflow ou draft. Num rascunho cada nota tem "outcome": read (está na régua), covered (a régua já
                 faz isso) ou left (ficou de fora), e "nodes" diz quantos nós foram entendidos.

De uma régua nada se perde: o que ela não sabe dizer fica guardado, volta na exportação, e é contado nó por nó nas notas.
Do workflow feito à mão, cada nó é citado com o que virou, ou por que ficou de fora e o que fazer.
Saída: 0; 2 quando não há régua nem cobrança no workflow.
`,
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, { out: { type: 'string' }, json: { type: 'boolean' } }, true);
    const opened = openFile(await io.readFile(fileArgument(positionals)));
    if (!opened.document) throw new ReguaError(opened.findings[0]!.code, opened.findings[0]!.message, { field: 'file' });
    const text = `${JSON.stringify(opened.document, null, 2)}\n`;
    if (values.out !== undefined) await io.writeFile(values.out, text);
    if (values.json) printJson(io, { kind: opened.kind, document: opened.document, notes: opened.notes, ...(opened.nodes && { nodes: opened.nodes }) });
    else {
      if (values.out === undefined) io.stdout(text);
      else io.stdout(`Régua gravada em ${values.out}.\n`);
      if (opened.nodes) io.stderr(`Li ${opened.nodes.read} de ${opened.nodes.total} nós. É um rascunho: confira dias, textos e dados do credor.\n`);
      for (const note of opened.notes) io.stderr(`${note.nodeName}: ${note.message}\n`);
    }
    return 0;
  },
};
