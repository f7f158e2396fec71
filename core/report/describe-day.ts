import type { Channel, ContactStatus } from '../case/index.ts';
import { CHANNELS } from '../case/index.ts';
import { formatCivilDate } from '../civil-date.ts';
import { formatMoney } from '../money.ts';
import type { DayReport } from './day-report.ts';

const NAMES: Readonly<Record<Channel, readonly [one: string, many: string]>> = {
  email: ['e-mail', 'e-mails'],
  sms: ['SMS', 'SMS'],
  whatsapp: ['WhatsApp', 'WhatsApps'],
  voice: ['ligação', 'ligações'],
  letter: ['carta', 'cartas'],
};

const TASKS: Readonly<Record<string, string>> = {
  'hand-off': 'falar com o cliente',
  'bureau-request': 'pedir negativação',
  'bureau-removal': 'retirar negativação',
  'small-claims': 'juizado especial',
  letter: 'postar carta',
  reconcile: 'conferir mensagem em dúvida',
  attribution: 'dizer de quem é um aviso',
};

/** Past so many reasons the rest is one line: a report is read, not scrolled. */
const MOST_REASONS = 12;

/** The day in a manager's words, in Portuguese, as plain text of some ten lines: who heard from us, who was left in peace and why, what waits for a person. */
export function describeDay(report: DayReport): string {
  if (report.runs === 0) return `Nenhuma rodada da carteira "${report.portfolio}" em ${formatCivilDate(report.on)}.`;
  return [`Carteira "${report.portfolio}", ${formatCivilDate(report.on)}`, ...sent(report), ...inPeace(report), ...waiting(report)].join('\n');
}

function sent({ contacts }: DayReport): string[] {
  const reached = contacts.filter(({ status }) => isReached(status));
  const total = sum(reached.map(({ count }) => count));
  if (total === 0) return ['Ninguém foi contatado.', ...inDoubt(contacts)];
  const byChannel = CHANNELS.flatMap((channel) => {
    const count = sum(reached.filter((row) => row.channel === channel).map((row) => row.count));
    return count === 0 ? [] : [`${count} ${NAMES[channel][count === 1 ? 0 : 1]}`];
  });
  const cost = sum(reached.map(({ costCents }) => costCents));
  return [`${counted(total, 'mensagem', 'mensagens')}: ${byChannel.join(', ')}. Custo: ${formatMoney(cost)}.`, ...inDoubt(contacts)];
}

const isReached = (status: ContactStatus): boolean => status !== 'failed' && !isInDoubt(status);
const isInDoubt = (status: ContactStatus): boolean => status === 'unknown' || status === 'claimed';

function inDoubt(contacts: DayReport['contacts']): string[] {
  const failed = sum(contacts.filter(({ status }) => status === 'failed').map(({ count }) => count));
  const doubtful = sum(contacts.filter(({ status }) => isInDoubt(status)).map(({ count }) => count));
  return [
    ...(failed > 0 ? [`${counted(failed, 'tentativa falhou', 'tentativas falharam')} no provedor.`] : []),
    ...(doubtful > 0 ? [`${counted(doubtful, 'mensagem', 'mensagens')} em dúvida: podem ter saído, e não saem de novo até alguém conferir.`] : []),
  ];
}

function inPeace({ leftInPeace }: DayReport): string[] {
  const total = sum(leftInPeace.map(({ cases }) => cases));
  if (total === 0) return [];
  const reasons = [...leftInPeace].sort((a, b) => b.cases - a.cases || (a.reason < b.reason ? -1 : 1));
  const rest = sum(reasons.slice(MOST_REASONS).map(({ cases }) => cases));
  return [
    `${counted(total, 'cliente ficou', 'clientes ficaram')} em paz hoje:`,
    ...reasons.slice(0, MOST_REASONS).map(({ cases, reason }) => `  ${cases} · ${reason}`),
    ...(rest > 0 ? [`  ${rest} · outros motivos`] : []),
  ];
}

function waiting({ openTasks, unmatchedPayments, unattributedEvents }: DayReport): string[] {
  const tasks = openTasks.map(
    ({ kind, count, overdue }) => `${count} de ${TASKS[kind] ?? kind}${overdue > 0 ? ` (${counted(overdue, 'atrasada', 'atrasadas')})` : ''}`,
  );
  return [
    ...(tasks.length > 0 ? [`Tarefas abertas: ${tasks.join(', ')}.`] : []),
    ...(unmatchedPayments.count > 0
      ? [`${counted(unmatchedPayments.count, 'pagamento', 'pagamentos')} sem título (${formatMoney(unmatchedPayments.amount)}): use o nó "Pagamentos".`]
      : []),
    ...(unattributedEvents > 0
      ? [`${counted(unattributedEvents, 'aviso sem dono', 'avisos sem dono')}: use o nó "Devedores: consulta", operação "Avisos sem dono".`]
      : []),
  ];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
