import type { CadenceDocument } from '../../core/cadence/index.ts';
import { ReguaError } from '../../core/errors.ts';
import { mergeCadences } from '../../core/merge/index.ts';
import { openFile, readWorkflow, updateWorkflow } from '../../core/workflow/index.ts';
import type { Command, Io } from '../io.ts';
import { readArgs } from '../options.ts';
import { printJson } from '../output.ts';

export const merge: Command = {
  name: 'merge',
  summary: 'Junta duas edições da mesma régua, parte por parte, e diz onde elas se contradizem.',
  usage: `Junta duas edições da mesma régua. Cada arquivo pode ser uma régua ou um workflow do n8n.

Uso: regua merge BASE MINE THEIRS [--out ARQUIVO] [--json]

  BASE           A versão de onde as duas partiram. Vazio quando não se conhece: aí toda diferença é uma contradição.
  MINE           A sua edição. O resultado sai no formato dela.
  THEIRS         A outra edição.
  --out ARQUIVO  Grava o resultado no arquivo. Sem ele, sai na saída padrão.
  --json         {"conflicts":[{"where","mine","theirs","sentence"}],"result":…}

O que só um lado mudou entra no resultado. Onde os dois mudaram a mesma coisa, vale a sua edição; no que é do n8n (credenciais,
posições, nós de fora, configurações), vale a outra; e cada caso é dito numa frase, com o lugar e os dois lados.

Serve de "merge driver" do git (docs/git-merge.md):
  git config merge.regua.driver 'regua merge %O %A %B --out %A'

Saída: 0 sem contradições; 1 com; 2 quando um arquivo não é uma régua nem um workflow com nós da Régua, ou o comando está errado.
`,
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, { out: { type: 'string' }, json: { type: 'boolean' } }, true);
    const [base, mine, theirs, extra] = positionals;
    if (base === undefined || mine === undefined || theirs === undefined)
      throw new ReguaError('usage.missing', 'Diga os três arquivos: BASE, MINE e THEIRS. Veja o uso com --help.', { field: 'file' });
    if (extra !== undefined) throw new ReguaError('usage.option', `São três arquivos: não esperava "${extra}".`, { field: 'file' });
    const before = await open(base, io);
    const own = await opened(mine, io);
    const merged = mergeCadences(before?.document ?? null, own.document, (await opened(theirs, io)).document);
    const result = own.workflow ? { ...own.workflow, ...updateWorkflow(readWorkflow(own.workflow), merged.result) } : merged.result;
    const text = `${JSON.stringify(result, null, 2)}\n`;
    if (values.out !== undefined) await io.writeFile(values.out, text);
    if (values.json)
      printJson(io, { conflicts: merged.conflicts.map(({ where, mine: m, theirs: t, sentence }) => ({ where, mine: m, theirs: t, sentence })), result });
    else {
      if (values.out === undefined) io.stdout(text);
      for (const { sentence } of merged.conflicts) io.stderr(`${sentence}\n`);
    }
    return merged.conflicts.length > 0 ? 1 : 0;
  },
};

interface Opened {
  readonly document: CadenceDocument;
  /** The file itself, where it is a workflow. */
  readonly workflow?: Record<string, unknown>;
}

/** An empty file is no version: git hands one over when both sides made the file anew. */
async function open(file: string, io: Io): Promise<Opened | undefined> {
  const text = await io.readFile(file);
  if (text.trim() === '') return undefined;
  const { kind, document, findings } = openFile(text);
  if (!document) throw new ReguaError(findings[0]!.code, `${file}: ${findings[0]!.message}`, { field: 'file' });
  if (kind !== 'workflow') return { document };
  const json = JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  return { document, workflow: (Array.isArray(json) ? json[0] : json) as Record<string, unknown> };
}

/** @throws ReguaError `file.empty` */
async function opened(file: string, io: Io): Promise<Opened> {
  const found = await open(file, io);
  if (found) return found;
  throw new ReguaError('file.empty', `${file} está vazio. Só a BASE pode estar.`, { field: 'file' });
}
