import { writeFile } from 'node:fs/promises';
import { ReguaError } from '../../core/errors.ts';
import { usingSqliteFile } from '../ledger-file.ts';
import type { Command } from '../io.ts';
import { dateOption, readArgs, required } from '../options.ts';
import { printJson } from '../output.ts';
import { fileArgument } from './file-argument.ts';

const OPTIONS = {
  letters: { type: 'boolean' },
  court: { type: 'boolean' },
  bureau: { type: 'boolean' },
  case: { type: 'string' },
  portfolio: { type: 'string' },
  on: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean' },
} as const;

export const documents: Command = {
  name: 'documents',
  summary: 'Faz do registro as cartas, o pacote do juizado ou a planilha do órgão.',
  usage: `Faz na hora, do registro em SQLite, o que uma pessoa imprime ou envia. Nada disso fica guardado no n8n.

Uso: regua documents ARQUIVO --letters --case CASO --out PASTA [--json]
     regua documents ARQUIVO --court   --case CASO --out PASTA [--on DATA] [--json]
     regua documents ARQUIVO --bureau  --portfolio CARTEIRA --out PASTA [--on DATA] [--json]

  ARQUIVO                O registro; sem credencial, é .n8n/regua/ledger.sqlite na pasta do n8n.
  --letters              As cartas do caso que esperam o correio, em PDF.
  --court                Petição, memória de cálculo, contatos e avisos, em ZIP.
  --bureau               Inclusões e retiradas que falta pedir ao órgão, em CSV.
  --case CASO            O código do caso, que está na tarefa e no item do n8n.
  --on DATA              O dia da conta. Padrão: hoje.
  --out PASTA            Onde os arquivos são postos; precisa existir.
  --json                 {"files":[…]}

Os arquivos têm nome, endereço e CPF: só o seu usuário consegue lê-los. Apague-os depois de usar.

Saída: 0; 1 não há documento a fazer; 2 comando usado de forma errada.
`,
  run: async (args, io) => {
    const { values, positionals } = readArgs(args, OPTIONS, true);
    const file = fileArgument(positionals);
    const out = required(values.out, 'out');
    const on = values.on === undefined ? io.today() : dateOption(values.on, 'on');
    const papers = await usingSqliteFile(file, async (ledger, paper) => {
      if (values.letters) return paper.lettersOf(ledger, required(values.case, 'case'));
      const one = values.court
        ? await paper.courtPackageOf(ledger, required(values.case, 'case'), on)
        : values.bureau
          ? await paper.bureauFileOf(ledger, required(values.portfolio, 'portfolio'), on)
          : undefined;
      if (!values.court && !values.bureau) throw new ReguaError('usage.choice', 'Diga o que fazer: --letters, --court ou --bureau.', { field: 'letters' });
      return one ? [one] : [];
    });
    const files: string[] = [];
    for (const { fileName, bytes } of papers) {
      const path = `${out.replace(/[/\\]$/, '')}/${fileName}`;
      await writeFile(path, bytes, { mode: 0o600 });
      files.push(path);
    }
    if (values.json) printJson(io, { files });
    else io.stdout(files.length === 0 ? 'Não há documento a fazer.\n' : `${files.join('\n')}\n`);
    return files.length === 0 ? 1 : 0;
  },
};
