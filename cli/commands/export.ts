import { hasErrors } from '../../core/cadence/index.ts';
import { ReguaError } from '../../core/errors.ts';
import { openFile, toWorkflow, workflowIdFrom } from '../../core/workflow/index.ts';
import { findTemplate, TEMPLATES } from '../../templates/index.ts';
import type { Command } from '../io.ts';
import { readArgs } from '../options.ts';
import { printJson } from '../output.ts';
import { fileArgument } from './file-argument.ts';
import { report } from './validate.ts';

export const exportCommand: Command = {
  name: 'export',
  summary: 'Transforma uma régua em workflow do n8n.',
  usage: `Transforma uma régua em workflow do n8n, pronto para importar.

Uso: regua export RÉGUA [--out ARQUIVO] [--json]

  RÉGUA          Arquivo JSON do designer, - para a entrada padrão, ou o nome de um modelo:
${TEMPLATES.map(({ document }) => `                 ${document.id.padEnd(16)} ${document.name}`).join('\n')}
  --out ARQUIVO  Grava o workflow no arquivo. Sem ele, sai na saída padrão.
  --json         Com --out: {"out","nodes","findings":[…]}. Sem --out, a saída já é o workflow em JSON.

Cada exportação é um workflow novo, com identificador e endereço de eventos próprios; o endereço que a régua já tem no n8n é mantido.
O que precisa de atenção vai para a saída de erros; o workflow é gravado mesmo assim.
Saída: 0; 1 quando há problema de gravidade "error"; 2 comando usado de forma errada.
`,
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, { out: { type: 'string' }, json: { type: 'boolean' } }, true);
    const name = fileArgument(positionals);
    const template = findTemplate(name);
    const opened = openFile(template ? JSON.stringify(template.document) : await io.readFile(name));
    if (!opened.document) throw new ReguaError(opened.findings[0]!.code, opened.findings[0]!.message, { field: 'file' });
    const workflow = toWorkflow(opened.document, { id: workflowIdFrom(io.randomUUID()), webhookId: io.randomUUID() });
    const text = `${JSON.stringify(workflow, null, 2)}\n`;
    if (values.out === undefined) io.stdout(text);
    else {
      await io.writeFile(values.out, text);
      if (values.json) printJson(io, { out: values.out, nodes: workflow.nodes.length, findings: opened.findings });
      else io.stdout(`Workflow gravado em ${values.out}, com ${workflow.nodes.length} nós.\n`);
    }
    if (opened.findings.length > 0 && !values.json) io.stderr(report(opened.findings));
    return hasErrors(opened.findings) ? 1 : 0;
  },
};
