import type { Finding } from '../../core/cadence/index.ts';
import { hasErrors } from '../../core/cadence/index.ts';
import { openFile } from '../../core/workflow/index.ts';
import type { Command } from '../io.ts';
import { readArgs } from '../options.ts';
import { printJson } from '../output.ts';
import { fileArgument } from './file-argument.ts';

export const validate: Command = {
  name: 'validate',
  summary: 'Confere uma régua ou um workflow do n8n e diz o que precisa de atenção.',
  usage: `Confere uma régua (JSON do designer) ou um workflow do n8n.

Uso: regua validate ARQUIVO [--json]

  ARQUIVO   O arquivo, ou - para a entrada padrão.
  --json    {"kind","findings":[{"code","severity","where","message","fix"?}]}
            severity: error impede de publicar; warning pede leitura; info é bom saber.
            where: trackId, stepId, blockId, event, tierId ou field, conforme o caso.
            fix: {"label","operation"}, a correção que o designer aplica com um clique.

Saída: 0 sem problemas de gravidade "error"; 1 com; 2 comando usado de forma errada.
`,
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, { json: { type: 'boolean' } }, true);
    const { kind, findings } = openFile(await io.readFile(fileArgument(positionals)));
    if (values.json) printJson(io, { kind, findings });
    else io.stdout(report(findings));
    return hasErrors(findings) ? 1 : 0;
  },
};

const SEVERITY_WORDS = { error: 'Erro ', warning: 'Aviso', info: 'Nota ' } as const;

/** One line per finding and a closing count. */
export function report(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'Nenhum problema encontrado.\n';
  const lines = findings.map(
    (finding) => `${SEVERITY_WORDS[finding.severity]}  ${finding.message}${finding.fix ? ` → ${finding.fix.label}` : ''}  [${finding.code}]`,
  );
  const count = (severity: Finding['severity'], one: string, many: string): string => {
    const n = findings.filter((finding) => finding.severity === severity).length;
    return `${n} ${n === 1 ? one : many}`;
  };
  return `${lines.join('\n')}\n\n${count('error', 'erro', 'erros')}, ${count('warning', 'aviso', 'avisos')}, ${count('info', 'nota', 'notas')}.\n`;
}
