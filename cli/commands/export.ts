import type { CadenceDocument } from '../../core/cadence/index.ts';
import { applyOperation, asCadenceOf, hasErrors } from '../../core/cadence/index.ts';
import { ReguaError } from '../../core/errors.ts';
import { readPortfolioName } from '../../core/portfolio/index.ts';
import { importWorkflowFor, openFile, toWorkflow, workflowIdFrom } from '../../core/workflow/index.ts';
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

Uso: regua export RÉGUA [--import-workflow] [--portfolio NOME] [--out ARQUIVO] [--json]

  RÉGUA          Arquivo JSON do designer, - para a entrada padrão, ou o nome de um modelo:
${TEMPLATES.map(({ document }) => `                 ${document.id.padEnd(16)} ${document.name}`).join('\n')}
  --import-workflow  No lugar da régua, o workflow que traz os clientes de uma planilha para a carteira dela.
  --portfolio NOME   Carteira da régua: o grupo de clientes, só dela e de um só credor. Um modelo ganha também um código
                     próprio, que segue do nome: cada cliente do consultor tem a sua régua.
  --out ARQUIVO  Grava o workflow no arquivo. Sem ele, sai na saída padrão.
  --json         Com --out: {"out","nodes","findings":[…]}. Sem --out, a saída já é o workflow em JSON.

Cada exportação é um workflow novo, com identificador e endereço de eventos próprios; o endereço que a régua já tem no n8n é mantido.
O que precisa de atenção vai para a saída de erros; o workflow é gravado mesmo assim.
Saída: 0; 1 quando há problema de gravidade "error"; 2 comando usado de forma errada.
`,
  run: async (args, io) => {
    const { values, positionals } = readArgs(
      args,
      { out: { type: 'string' }, json: { type: 'boolean' }, 'import-workflow': { type: 'boolean' }, portfolio: { type: 'string' } },
      true,
    );
    const name = fileArgument(positionals);
    const template = findTemplate(name);
    const opened = openFile(template ? JSON.stringify(template.document) : await io.readFile(name));
    if (!opened.document) throw new ReguaError(opened.findings[0]!.code, opened.findings[0]!.message, { field: 'file' });
    // A name given here answers what the file left open.
    const findings = opened.findings.filter(({ code }) => values.portfolio === undefined || code !== 'portfolio.missing');
    const cadence = withPortfolio(opened.document, values.portfolio, template !== undefined);
    const id = workflowIdFrom(io.randomUUID());
    const workflow = values['import-workflow'] ? { ...importWorkflowFor(cadence), id, active: false } : toWorkflow(cadence, { id, webhookId: io.randomUUID() });
    const text = `${JSON.stringify(workflow, null, 2)}\n`;
    if (values.out === undefined) io.stdout(text);
    else {
      await io.writeFile(values.out, text);
      if (values.json) printJson(io, { out: values.out, nodes: workflow.nodes.length, findings });
      else io.stdout(`Workflow gravado em ${values.out}, com ${workflow.nodes.length} nós.\n`);
      if (!values.json && !values['import-workflow'])
        io.stdout(`Para trazer os clientes à carteira "${cadence.portfolio}": o mesmo comando, com --import-workflow.\n`);
    }
    if (findings.length > 0 && !values.json) io.stderr(report(findings));
    return hasErrors(findings) ? 1 : 0;
  },
};

/** @throws ReguaError `portfolio.name` */
function withPortfolio(document: CadenceDocument, asked: string | undefined, isTemplate: boolean): CadenceDocument {
  if (asked === undefined) return document;
  const portfolio = readPortfolioName(asked);
  if (portfolio === undefined) throw new ReguaError('portfolio.name', 'O nome da carteira tem de 1 a 100 caracteres, numa linha só.', { field: 'portfolio' });
  return isTemplate ? asCadenceOf(document, portfolio) : applyOperation(document, { kind: 'setPortfolio', portfolio });
}
