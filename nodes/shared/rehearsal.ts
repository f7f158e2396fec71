import type { IExecuteFunctions } from 'n8n-workflow';
import type { CivilDate } from '../../core/civil-date.ts';
import { ReguaError } from '../../core/errors.ts';
import { rehearsalNote } from '../../core/report/index.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Moment } from './today.ts';

/** Copies kept for the nodes of an execution that are still to come; one that goes earlier costs what they wrote, no more. */
const MOST_KEPT = 4;
const IDLE_MS = 10 * 60_000;

interface Kept {
  readonly real: Ledger;
  readonly executionId: string;
  readonly copy: Promise<Ledger>;
  users: number;
  idle: NodeJS.Timeout | undefined;
}

/** Least recently used first. */
const kept: Kept[] = [];

/**
 * Works on the copy of the ledger that this execution rehearses on, made by its first node: what one node writes there the next one finds, and nothing of
 * it is in the ledger afterwards.
 */
export async function withRehearsal<T>(context: Pick<IExecuteFunctions, 'getExecutionId'>, real: Ledger, work: (copy: Ledger) => Promise<T>): Promise<T> {
  const executionId = context.getExecutionId();
  const one = (executionId ? kept.find((candidate) => candidate.real === real && candidate.executionId === executionId) : undefined) ?? {
    real,
    executionId,
    copy: real.rehearsal(),
    users: 0,
    idle: undefined,
  };
  take(one);
  try {
    return await work(await one.copy);
  } finally {
    await giveBack(one);
  }
}

function take(one: Kept): void {
  one.users += 1;
  clearTimeout(one.idle);
  forget(one);
  if (one.executionId) kept.push(one);
}

async function giveBack(one: Kept): Promise<void> {
  one.users -= 1;
  if (!one.executionId) return close(one);
  if (one.users === 0) one.idle = setTimeout(() => void close(one), IDLE_MS).unref();
  for (const old of kept.slice(0, -MOST_KEPT)) if (old.users === 0) await close(old);
}

async function close(one: Kept): Promise<void> {
  clearTimeout(one.idle);
  forget(one);
  // One that could not be opened has told its user so.
  await one.copy.then(
    (copy) => copy.close(),
    () => undefined,
  );
}

function forget(one: Kept): void {
  const place = kept.indexOf(one);
  if (place >= 0) kept.splice(place, 1);
}

/** Says on the node and in n8n's log that what it did was a rehearsal. */
export function sayRehearsal(context: Pick<IExecuteFunctions, 'addExecutionHints' | 'logger' | 'getNode'>, on: CivilDate): void {
  const note = rehearsalNote(on);
  context.addExecutionHints({ message: note, type: 'warning', location: 'outputPane' });
  context.logger.warn(`Régua, nó "${context.getNode().name}": ${note}`);
}

/** What a rehearsal adds to an item that comes from no other; nothing otherwise. The node says it once. */
export function rehearsalMarks(
  context: Parameters<typeof sayRehearsal>[0],
): (moment: Moment) => { readonly rehearsal?: true; readonly why: readonly string[] } {
  let said = false;
  return ({ kind, today }) => {
    if (kind !== 'rehearsal') return { why: [] };
    if (!said) sayRehearsal(context, today);
    said = true;
    return { rehearsal: true, why: [rehearsalNote(today)] };
  };
}

/**
 * For what can't be rehearsed.
 * @param what is left undone, a sentence
 * @throws ReguaError `rehearsal.refused` when the moment is one
 */
export function refuseRehearsal({ kind, today }: Moment, what: string): void {
  if (kind === 'rehearsal') throw new ReguaError('rehearsal.refused', `${rehearsalNote(today)} ${what}`);
}
