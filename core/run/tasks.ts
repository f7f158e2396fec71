import { TEAMS } from '../case/index.ts';
import type { HumanTaskBlock } from '../cadence/blocks.ts';
import type { Policies } from '../cadence/policies.ts';
import { addBusinessDays, debtorPlace } from '../calendar/index.ts';
import type { BureauEntry, Case, Channel, Debtor, Filing } from '../case/index.ts';
import { CHANNEL_LABELS } from '../case/index.ts';
import type { CivilDate } from '../civil-date.ts';
import { earliest } from '../civil-date.ts';
import { ReguaError } from '../errors.ts';
import { formatMoney } from '../money.ts';
import type { Cents } from '../money.ts';
import type { RunPlace } from './place.ts';

/** What the blocks of a cadence leave to a person. */
export const STEP_TASK_KINDS = ['hand-off', 'bureau-request', 'bureau-removal', 'small-claims', 'letter'] as const;
export type StepTaskKind = (typeof STEP_TASK_KINDS)[number];
/** Beside those: a message in doubt, an event of nobody known, a provider's account to be mended. */
export const TASK_KINDS = [...STEP_TASK_KINDS, 'reconcile', 'attribution', 'provider'] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** What waits for a person; opened once by its key. */
export interface TaskToOpen<Kind extends TaskKind = TaskKind> {
  readonly kind: Kind;
  readonly title: string;
  readonly instructions: string;
  readonly team: string;
  readonly dueOn: CivilDate;
  /** Unique together with the case. */
  readonly key: string;
}

export type StepTask = TaskToOpen<StepTaskKind>;

type Whose = Pick<Debtor, 'name' | 'uf' | 'city'>;
type Holidays = Pick<Policies, 'cityHolidays'>;

/** Business days where the debtor is, the city's own holidays among them. */
const inBusinessDays = (on: CivilDate, days: number, debtor: Whose, policies: Holidays): CivilDate => addBusinessDays(on, days, debtorPlace(debtor, policies));

const teamOr = (team: string | undefined, otherwise: string): string => team?.trim() || otherwise;

/** @throws ReguaError `task.no-title` */
export function handOffTask(
  block: Pick<HumanTaskBlock, 'id' | 'title' | 'instructions' | 'team' | 'dueInBusinessDays'>,
  { stepId, cycle }: RunPlace,
  { debtor }: Pick<Case, 'debtor'>,
  policies: Holidays,
  on: CivilDate,
): StepTask {
  const title = block.title.trim();
  if (title === '') throw new ReguaError('task.no-title', 'Dê um título à tarefa.', { field: 'title' });
  return {
    kind: 'hand-off',
    title,
    instructions: block.instructions,
    team: teamOr(block.team, TEAMS.collection),
    dueOn: inBusinessDays(on, block.dueInBusinessDays, debtor, policies),
    key: `${stepId}:${block.id}:${cycle}`,
  };
}

export function letterTask(contactId: string, debtor: Whose, policies: Holidays, on: CivilDate): StepTask {
  return {
    kind: 'letter',
    title: `Imprimir e postar a carta de ${debtor.name}`,
    instructions: `Abra a carta no nó "Documentos" (ou com regua documents) e poste. Depois, confirme no nó "Mensagem", operação Confirmar, com o contato ${contactId}.`,
    team: TEAMS.collection,
    dueOn: inBusinessDays(on, 1, debtor, policies),
    key: `letter:${contactId}`,
  };
}

export function reconcileTask(contactId: string, channel: Channel, error: string, debtor: Whose, policies: Holidays, on: CivilDate): TaskToOpen<'reconcile'> {
  return {
    kind: 'reconcile',
    title: `Conferir se a mensagem por ${CHANNEL_LABELS[channel]} chegou a ${debtor.name}`,
    instructions: `${error}. Procure no painel do provedor a mensagem ${contactId} e confirme o resultado no nó "Mensagem", operação Confirmar.`,
    team: TEAMS.collection,
    dueOn: inBusinessDays(on, 1, debtor, policies),
    key: `reconcile:${contactId}`,
  };
}

export function bureauRequestTask(entry: Pick<BureauEntry, 'id' | 'amount'>, debtor: Whose, policies: Holidays, on: CivilDate, team?: string): StepTask {
  return {
    kind: 'bureau-request',
    title: `Pedir a negativação de ${debtor.name} (${formatMoney(entry.amount)})`,
    instructions:
      'Envie ao órgão a planilha que o nó "Documentos" faz desta carteira. Quando o órgão confirmar, use a operação "Confirmar registro" com este caso. Se a dívida for paga antes, não envie.',
    team: teamOr(team, TEAMS.collection),
    dueOn: inBusinessDays(on, 1, debtor, policies),
    key: `bureau-request:${entry.id}`,
  };
}

/** The law gives five business days; a person is given two, so that the alarm still finds time. A bureau keeps national holidays only. */
export function bureauRemovalTask(
  entry: Pick<BureauEntry, 'id'>,
  state: { readonly deadline?: CivilDate; readonly reasons: readonly string[] },
  debtor: Whose,
  on: CivilDate,
  team?: string,
): StepTask {
  const soon = addBusinessDays(on, 2);
  return {
    kind: 'bureau-removal',
    title: `Retirar a negativação de ${debtor.name}`,
    instructions: `${state.reasons.join(' ')} Quando o órgão confirmar, use a operação "Confirmar retirada" com este caso.`,
    team: teamOr(team, TEAMS.collection),
    dueOn: state.deadline === undefined ? soon : earliest(soon, state.deadline),
    key: `bureau-removal:${entry.id}`,
  };
}

/** One urgent task an entry, however often its clock is looked at. */
export function removalAlarmTask(entry: Pick<BureauEntry, 'id'>, reasons: readonly string[], debtor: Whose, on: CivilDate, team?: string): StepTask {
  return {
    kind: 'bureau-removal',
    title: `URGENTE: retirar a negativação de ${debtor.name}`,
    instructions: reasons.join(' '),
    team: teamOr(team, TEAMS.collection),
    dueOn: on,
    key: `bureau-alarm:${entry.id}`,
  };
}

export function filingTask(
  filing: Pick<Filing, 'id' | 'amount'>,
  reasons: readonly string[],
  debtor: Whose,
  policies: Holidays,
  on: CivilDate,
  team?: string,
): StepTask {
  return {
    kind: 'small-claims',
    title: `Protocolar ação no juizado contra ${debtor.name} (${formatMoney(filing.amount)})`,
    instructions: [
      ...reasons,
      'Os documentos são feitos no nó "Documentos", com o valor do dia. Depois de protocolar, use a operação "Ação protocolada" com este caso e o número do processo.',
    ].join(' '),
    team: teamOr(team, TEAMS.legal),
    dueOn: inBusinessDays(on, 5, debtor, policies),
    key: `small-claims:${filing.id}`,
  };
}

/** What was paid beyond the debt belongs to who paid it (Código Civil 876). */
export function returnExcessTask(paymentId: string, excess: Cents, debtor: Whose, policies: Holidays, on: CivilDate): StepTask {
  const amount = formatMoney(excess);
  return {
    kind: 'hand-off',
    title: `Devolver ${amount} a ${debtor.name}`,
    instructions: `Veio um pagamento com ${amount} a mais do que se devia. Devolva a quem pagou e registre no nó "Pagamentos", operação "Estornar".`,
    team: TEAMS.finance,
    dueOn: inBusinessDays(on, 5, debtor, policies),
    key: `payment-excess:${paymentId}`,
  };
}

/**
 * One a run: a provider that refuses everything because of its account. The case it is kept with is only the first that met it.
 * @param incident tells two runs apart
 */
export function providerTask(incident: string, provider: string, error: string, debtor: Whose, policies: Holidays, on: CivilDate): TaskToOpen<'provider'> {
  return {
    kind: 'provider',
    title: `Consertar o ${provider}: ele recusa todas as mensagens`,
    instructions: `${error}. Confira o endereço, o token e a conta na credencial do n8n. Ninguém perdeu a vez: quem ficou sem mensagem volta na próxima rodada.`,
    team: TEAMS.collection,
    dueOn: inBusinessDays(on, 0, debtor, policies),
    key: `provider:${incident}`,
  };
}
