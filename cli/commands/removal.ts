import { removalDeadline, removalState } from '../../core/bureau/index.ts';
import { policiesSchema } from '../../core/cadence/policies.ts';
import type { BureauEntry } from '../../core/case/index.ts';
import { formatCivilDate } from '../../core/civil-date.ts';
import { ReguaError } from '../../core/errors.ts';
import { bareCase } from '../bare-case.ts';
import type { Command } from '../io.ts';
import { countOption, dateOption, readArgs, required } from '../options.ts';
import { formatPairs, printJson } from '../output.ts';

const OPTIONS = {
  cleared: { type: 'string' },
  on: { type: 'string' },
  days: { type: 'string' },
  requested: { type: 'string' },
  removed: { type: 'string' },
  json: { type: 'boolean' },
} as const;

const DEBT = 'divida';

export const removal: Command = {
  name: 'removal',
  summary: 'Até quando um registro no cadastro de crédito precisa sair depois do pagamento.',
  usage: `O prazo da retirada depois do pagamento (Súmula 548 do STJ).

Uso: regua removal --cleared DATA [--on DATA] [opções] [--json]

  --cleared DATA    Dia em que o pagamento integral caiu na conta.
  --on DATA         Dia da pergunta. Padrão: hoje.
  --days N          Dias úteis da casa, de 1 a 5. Padrão: 5, o máximo da lei.
  --requested DATA  A retirada já foi pedida nesse dia.
  --removed DATA    O cadastro confirmou a retirada nesse dia.
  --json            {"deadline","kind","businessDaysLeft"?,"nextActionOn","reasons":[…]}
                    kind: not-needed (ainda não caiu), due, requested, alarm (2 dias úteis ou menos), overdue, removed.

O primeiro dia útil depois do pagamento é o dia 1 e o prazo vai até o fim do dia 5. Só feriados nacionais e bancários
param o relógio: Carnaval, Sexta-feira Santa, Corpus Christi.

Exemplo: regua removal --cleared 2026-02-13 --on 2026-02-20
`,
  run: async (args, io) => {
    const { values } = readArgs(args, OPTIONS);
    const cleared = dateOption(required(values.cleared, 'cleared'), 'cleared');
    const on = values.on === undefined ? io.today() : dateOption(values.on, 'on');
    const days = countOption(values.days ?? '5', 'days');
    if (days < 1 || days > 5) throw new ReguaError('usage.days', 'O prazo vai de 1 a 5 dias úteis (Súmula 548 do STJ).', { field: 'days' });
    const policies = policiesSchema.parse({ bureau: { removalBusinessDays: days } });
    const deadline = removalDeadline(cleared, policies);
    const paid = bareCase({
      debts: [{ id: DEBT, number: '1', principal: 1, dueDate: cleared, payments: [{ date: cleared, amount: 1 }], abatement: 0, status: 'paid' }],
    });
    const waiting = {
      kind: 'not-needed' as const,
      nextActionOn: cleared,
      reasons: [`O pagamento só cai em ${formatCivilDate(cleared)}: o prazo ainda não corre.`],
    };
    const state = on < cleared ? waiting : removalState(entryOf(values, cleared), paid, policies, on);
    const { kind, nextActionOn, reasons } = state;
    const left = 'businessDaysLeft' in state ? state.businessDaysLeft : undefined;
    if (values.json) printJson(io, { deadline, kind, ...(left === undefined ? {} : { businessDaysLeft: left }), nextActionOn, reasons });
    else {
      io.stdout(
        formatPairs([
          ['Retirar até', formatCivilDate(deadline)],
          ['Dias úteis', left === undefined ? undefined : String(left)],
          ...reasons.map((reason, index) => [index === 0 ? 'Situação' : '', reason] as const),
        ]),
      );
    }
    return 0;
  },
};

function entryOf(values: { readonly requested?: string | undefined; readonly removed?: string | undefined }, cleared: string): BureauEntry {
  const entry = { id: 'registro', provider: 'manual', debtIds: [DEBT], amount: 1, requestedOn: cleared } as const;
  if (values.removed !== undefined) return { ...entry, status: 'removed', removedOn: dateOption(values.removed, 'removed') };
  if (values.requested !== undefined) return { ...entry, status: 'removal-requested', removalRequestedOn: dateOption(values.requested, 'requested') };
  return { ...entry, status: 'registered' };
}
