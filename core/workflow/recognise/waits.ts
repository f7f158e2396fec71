import { asDate, asNumber } from './compare.ts';
import type { Fields } from './evaluate.ts';
import { at, listOf, textOf, type ForeignNode } from './foreign-workflow.ts';
import { parameterValue } from './parameter.ts';
import { spokenDay, wordsOf } from './words.ts';

const DAYS_IN: ReadonlyMap<string, number> = new Map(Object.entries({ seconds: 1 / 86_400, minutes: 1 / 1_440, hours: 1 / 24, days: 1, weeks: 7 }));

/** How many days a Wait node waits; undefined when it waits for a date or an answer that is not known here. */
export function daysWaited(node: ForeignNode, fields: Fields): number | undefined {
  const { parameters, version } = node;
  const resume = textOf(parameters['resume']) || 'timeInterval';
  if (resume === 'specificTime') {
    const until = asDate(parameterValue(parameters['dateTime'], fields));
    return until?.of === 'today' ? until.plus : undefined;
  }
  if (resume !== 'timeInterval') return undefined;
  const unit = textOf(parameters['unit']) || (version >= 1.1 ? 'seconds' : 'hours');
  const amount = parameters['amount'] === undefined ? (version >= 1.1 ? 5 : 1) : asNumber(parameterValue(parameters['amount'], fields));
  const days = DAYS_IN.get(unit);
  return amount === undefined || days === undefined || amount < 0 || amount > 3_000_000 ? undefined : amount * days;
}

/** The local time of a trigger that runs every day, `HH:MM`, within hours in which people are written to; undefined for anything else. */
export function dailyTime(node: ForeignNode): string | undefined {
  const { parameters } = node;
  const entries = [...listOf(at(parameters, 'rule', 'interval')), ...listOf(at(parameters, 'triggerTimes', 'item'))];
  for (const entry of entries) {
    const cron = textOf(at(entry, 'expression')) || textOf(at(entry, 'cronExpression'));
    const [minute, hour] =
      cron === '' ? [at(entry, 'triggerAtMinute') ?? at(entry, 'minute') ?? 0, at(entry, 'triggerAtHour') ?? at(entry, 'hour')] : cronTime(cron);
    if (isWithin(hour, 6, 20) && isWithin(minute, 0, 59)) return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  }
  return undefined;
}

/** `0 9 * * 1-5`, with or without a field for seconds: minute and hour of the first run. */
function cronTime(cron: string): [minute: number, hour: number] {
  const parts = cron.trim().replace(/^=/, '').split(/\s+/);
  const [minute, hour] = parts.slice(parts.length > 5 ? 1 : 0);
  return [parseInt(minute ?? '', 10), parseInt(hour ?? '', 10)];
}

function isWithin(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}

/** A sticky note whose heading names a day, with what lies under it. */
export interface MarkedArea {
  readonly day: number;
  covers(position: readonly [number, number]): boolean;
}

export function markedAreas(nodes: readonly ForeignNode[]): MarkedArea[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'stickyNote') return [];
    const heading = textOf(node.parameters['content']).trim().split('\n')[0]!.slice(0, 120);
    const day = spokenDay(heading);
    if (day === undefined || wordsOf(heading) === '') return [];
    const [x, y] = node.position;
    const width = sizeOf(node.parameters['width'], 240);
    const height = sizeOf(node.parameters['height'], 160);
    return [{ day, covers: ([left, top]) => left >= x && left <= x + width && top >= y && top <= y + height }];
  });
}

function sizeOf(value: unknown, usual: number): number {
  return typeof value === 'number' && value > 0 ? value : usual;
}
