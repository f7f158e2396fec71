import { openDebts } from '../case/index.ts';
import type { Case } from '../case/index.ts';
import type { CivilDate } from '../civil-date.ts';
import { toDayNumber } from '../civil-date.ts';
import type { Assumptions } from './assumptions.ts';
import type { Random } from './random.ts';
import { between, chance } from './random.ts';
import type { WorldEvent } from './world-event.ts';

/** What would happen without any cadence: some pay in time, some by themselves later. */
export function firstEvents(subject: Pick<Case, 'debts'>, assumptions: Assumptions, random: Random, from: CivilDate): WorldEvent[] {
  const events: WorldEvent[] = [];
  const start = toDayNumber(from);
  for (const debt of openDebts(subject)) {
    const due = toDayNumber(debt.dueDate);
    if (due >= start && chance(random, assumptions.paysOnTimePercent))
      events.push({ day: Math.max(start, due - between(random, 0, 3)), kind: 'pays', debtId: debt.id });
  }
  const first = openDebts(subject)[0];
  const spontaneous = daysUntil(random(), assumptions.spontaneousDailyPercent);
  if (first && Number.isFinite(spontaneous)) events.push({ day: Math.max(start, toDayNumber(first.dueDate)) + 1 + spontaneous, kind: 'pays' });
  return events;
}

/** Days until something that happens with a chance a day (geometric). */
function daysUntil(uniform: number, dailyPercent: number): number {
  if (dailyPercent <= 0) return Number.POSITIVE_INFINITY;
  return dailyPercent >= 100 ? 0 : Math.floor(Math.log(1 - uniform) / Math.log(1 - dailyPercent / 100));
}
