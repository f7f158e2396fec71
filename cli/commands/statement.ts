import { policiesSchema } from '../../core/cadence/policies.ts';
import { formatCivilDate } from '../../core/civil-date.ts';
import { ReguaError } from '../../core/errors.ts';
import { maskDocument } from '../../core/identity/index.ts';
import { formatMoney } from '../../core/money.ts';
import { asCases, readTable } from '../../core/portfolio/index.ts';
import type { EntryDecision, OpenDebt, Statement } from '../../core/statement/index.ts';
import { decideStatement, matchCandidateJson, openDebtsOf, readStatement, reasonsInWords, statementEntryJson } from '../../core/statement/index.ts';
import type { Command, Io } from '../io.ts';
import { dateOption, readArgs } from '../options.ts';
import { formatTable, printJson } from '../output.ts';
import { fileArgument } from './file-argument.ts';
import { problemList } from './problem-list.ts';

export const statementCommand: Command = {
  name: 'statement',
  summary: 'Lê o extrato do banco (OFX ou CSV): o que entrou, e de quem pode ser.',
  usage: `Lê o extrato de uma conta, em OFX ou no CSV do banco, sem lançar nada.

Uso: regua statement ARQUIVO [--portfolio PLANILHA] [--today DATA] [--uf UF] [--json]

  ARQUIVO           O extrato (.ofx ou .csv), ou - para a entrada padrão.
  --portfolio F     A planilha de títulos, como em "regua portfolio": diz de quem é cada crédito, com os encargos de costume.
  --today DATA      O dia da leitura. Padrão: hoje.
  --uf UF           Estado de quem não tem UF, CEP nem DDD na planilha: o do credor.
  --json            {"format","account","entries":[{"line","id","account","date","amount","text","documentMasked","endToEndId","payerName",
                    "reference","match"?,"candidates"?,"more"?,"why"?}],"debits":[...],"problems":[{"line","message"}]}
                    entries: o que entrou; debits: o que saiu, que nunca é pagamento de ninguém; reference: a mesma em todo extrato que
                    traga o crédito; match: {"caseId","kind","debtId","number","dueDate","name","documentMasked","reasons","why"}, quando é
                    certo; candidates: os mesmos campos, para uma pessoa decidir; kind: debt, installment, everything.

Só é certo o crédito que aponta uma pessoa só, com o documento ou o número do título e o valor. O resto nunca é adivinhado.

Saída: 0; 1 há linhas a ver; 2 comando usado de forma errada.

Exemplo: regua statement extrato.ofx --portfolio contas-a-receber.csv --uf SP
`,
  run: async (args, io) => {
    const { values, positionals } = readArgs(
      args,
      { portfolio: { type: 'string' }, today: { type: 'string' }, uf: { type: 'string' }, json: { type: 'boolean' } },
      true,
    );
    const read = readStatement(await io.readBytes(fileArgument(positionals)));
    const on = values.today === undefined ? io.today() : dateOption(values.today, 'today');
    const matched = values.portfolio !== undefined;
    const openDebts = matched ? await owedIn(values.portfolio!, { on, ...(values.uf === undefined ? {} : { defaultUf: values.uf }) }, io) : [];
    const decisions = decideStatement(read, { openDebts, booked: [], today: on });
    if (values.json) printJson(io, told(read, decisions, matched));
    else io.stdout(inWords(read, decisions, matched));
    return read.problems.length > 0 ? 1 : 0;
  },
};

/** @throws ReguaError `statement.portfolio` when nobody is in the table */
async function owedIn(file: string, options: Parameters<typeof readTable>[1], io: Io): Promise<OpenDebt[]> {
  const { cases } = readTable(await io.readBytes(file), options);
  if (cases.length === 0)
    throw new ReguaError('statement.portfolio', `Não achei nenhum cliente em "${file}". Veja como a planilha é lida com: regua portfolio ${file}`, {
      field: 'portfolio',
    });
  const policies = policiesSchema.parse({});
  return asCases(cases).flatMap((subject) => openDebtsOf(subject, policies));
}

function told({ format, account, debits, problems }: Statement, decisions: readonly EntryDecision[], matched: boolean) {
  return {
    format,
    account: account ?? null,
    entries: decisions.map((decision) => ({
      ...statementEntryJson(decision.entry),
      reference: decision.reference,
      ...(matched ? verdict(decision) : {}),
    })),
    debits: debits.map(statementEntryJson),
    problems,
  };
}

function verdict(decision: EntryDecision): object {
  const { entry } = decision;
  if (decision.kind === 'match') return { match: matchCandidateJson(entry, decision) };
  if (decision.kind === 'known') return {};
  const { candidates, more, why } = decision;
  return { candidates: candidates.map((one) => matchCandidateJson(entry, one)), more, why };
}

function inWords({ format, account, debits, problems }: Statement, decisions: readonly EntryDecision[], matched: boolean): string {
  if (format === '') return `Não é um extrato.\n${problemList(problems)}`;
  const rows = decisions.map((decision) => {
    const { date, payerName, text } = statementEntryJson(decision.entry);
    return [formatCivilDate(date), formatMoney(decision.entry.amount), ...(matched ? [whose(decision)] : []), (payerName ?? text).slice(0, 60)];
  });
  const header = ['dia', 'valor', ...(matched ? ['de quem'] : []), 'quem pagou'];
  const table = rows.length === 0 ? '' : `\n${formatTable(header, rows, ['left', 'right', 'left', 'left'])}`;
  const came = `${decisions.length === 1 ? '1 crédito' : `${decisions.length} créditos`} e ${debits.length === 1 ? '1 débito' : `${debits.length} débitos`}`;
  const reasons = decisions.flatMap((decision) =>
    decision.kind === 'match' ? [`  linha ${decision.entry.line}: ${reasonsInWords(decision.entry, decision).join('; ')}.`] : [],
  );
  const certain = reasons.length === 0 ? '' : `\nCertos:\n${reasons.join('\n')}\n`;
  return `${format.toUpperCase()}${account === undefined ? '' : `, conta ${account}`}: ${came}.\n${table}${certain}${problemList(problems)}`;
}

function whose(decision: EntryDecision): string {
  if (decision.kind === 'known') return '';
  if (decision.kind === 'candidates') return decision.candidates.length === 0 ? 'ninguém' : 'a conferir';
  const { name, number, document } = decision.debt;
  return `${name} (${maskDocument(document)})${number === '' ? '' : `, ${number}`}`;
}
