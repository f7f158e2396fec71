import { describe, expect, test } from 'vitest';
import classic from '../../templates/classic.json' with { type: 'json' };
import type { CadenceDocument } from '../cadence/document.ts';
import { cadenceSchema } from '../cadence/document.ts';
import { contactOpening } from '../calendar/index.ts';
import { daysBetween } from '../civil-date.ts';
import { parseDocument, parseEmail, parsePhone } from '../identity/index.ts';
import type { Assumptions } from './assumptions.ts';
import { DEFAULT_ASSUMPTIONS } from './assumptions.ts';
import { sampleCases } from './sample-cases.ts';
import { createSimulation, simulate } from './simulate.ts';
import type { CaseTimeline, SimulationInput, TimelineEntry } from './types.ts';

const document: CadenceDocument = cadenceSchema.parse(classic);
const FROM = '2026-03-02';
const input = (over: Partial<SimulationInput> = {}): SimulationInput => ({
  document,
  cases: sampleCases(150, 3, FROM),
  from: FROM,
  days: 120,
  seed: 11,
  ...over,
});
const assume = (over: Partial<Assumptions>): Assumptions => ({ ...DEFAULT_ASSUMPTIONS, ...over });
const sum = (counts: object): number => Object.values(counts).reduce((total: number, count: number) => total + count, 0);
/** Nobody ever answers or pays; everything arrives and is proven. */
const silence = assume({
  spontaneousDailyPercent: 0,
  paysOnTimePercent: 0,
  channels: Object.fromEntries(
    Object.keys(DEFAULT_ASSUMPTIONS.channels).map((channel) => [channel, { deliveredPercent: 100, provenPercent: 100, answeredPercent: 0 }]),
  ) as unknown as Assumptions['channels'],
  paysAfterRegistrationPercent: 0,
  paysAfterFilingPercent: 0,
});

describe('a simulation', () => {
  test('is the same run for the same seed, and another for another', () => {
    expect(simulate(input())).toEqual(simulate(input()));
    expect(simulate(input({ seed: 12 })).recoveredCents).not.toBe(simulate(input()).recoveredCents);
  });

  test('does not change the cases it is given', () => {
    const cases = sampleCases(40, 3, FROM);
    const before = structuredClone(cases);
    simulate(input({ cases }));
    expect(cases).toEqual(before);
  });

  test("nobody's life depends on who else is in the portfolio", () => {
    const cases = sampleCases(60, 3, FROM);
    const alone = createSimulation(input({ cases: [cases[17]!] }));
    const together = createSimulation(input({ cases: [...cases].reverse() }));
    while (!alone.done) alone.step();
    while (!together.done) together.step();
    expect(alone.timelineOf(cases[17]!.id)).toEqual(together.timelineOf(cases[17]!.id));
  });

  test('the lives add up to the counts', () => {
    const simulation = createSimulation(input());
    while (!simulation.done) simulation.step();
    const results = simulation.results();
    const timelines = input().cases.map(({ id }) => simulation.timelineOf(id));
    const entries = timelines.flatMap(({ entries: life }) => life);
    const count = (kind: TimelineEntry['kind']): number => entries.filter((entry) => entry.kind === kind).length;
    expect(count('contact')).toBe(results.contacts);
    expect(count('refusal')).toBe(sum(results.refusals));
    expect(count('wait')).toBe(sum(results.waits));
    expect(count('step')).toBe(results.steps.reduce((total, { executed }) => total + executed, 0));
    expect(count('step')).toBe(results.flows.reduce((total, flow) => total + flow.count, 0));
    expect(count('task')).toBe(sum(results.humanTasks));
    const recovered = entries.reduce((total, entry) => total + (entry.kind === 'event' ? (entry.amount ?? 0) : 0), 0);
    expect(recovered).toBe(results.recoveredCents);
    expect(results.byTrack.reduce((total, track) => total + track.recoveredCents, 0)).toBe(recovered);
    expect(results.byTier.reduce((total, tier) => total + tier.recoveredCents, 0)).toBe(recovered);
    expect(results.days.reduce((total, day) => total + sum(day.recoveredByTrack), 0)).toBe(recovered);
    expect(entries.reduce((total, entry) => total + (entry.kind === 'contact' ? entry.costCents : 0), 0)).toBe(results.costCents);
    expect(sum(results.contactsPerDebtor)).toBe(results.cases);
    expect(results.contactsPerDebtor.reduce((total, cases, contacts) => total + cases * contacts, 0)).toBe(results.contacts);
    expect(recovered).toBeGreaterThan(0);
  });

  test('advances by day or by a few cases, and the pieces change nothing', () => {
    const whole = simulate(input());
    const simulation = createSimulation(input());
    let pieces = 0;
    while (!simulation.done) {
      simulation.advance(7);
      pieces += 1;
    }
    expect(simulation.results()).toEqual(whole);
    expect(pieces).toBeGreaterThan(120);
    expect(() => simulation.step()).toThrow('último dia');
  });

  test('reports each day and ends when it is told to', () => {
    const seen: string[] = [];
    const results = simulate(input({ onDay: (day, { done, of }) => (seen.push(`${day.on} ${done}/${of}`), done < 3) }));
    expect(seen).toEqual(['2026-03-02 1/120', '2026-03-03 2/120', '2026-03-04 3/120']);
    expect(results.days).toHaveLength(3);
  });

  test('refuses a length that makes no sense and a debtor it does not know', () => {
    for (const days of [0, -1, 1.5, 4000]) expect(() => createSimulation(input({ days }))).toThrow('dias');
    expect(() => createSimulation(input()).timelineOf('ninguem')).toThrow('não está na carteira');
  });

  test('reports every step and event of those who are followed, and counts everybody all the same', () => {
    const followed = new Set(
      input()
        .cases.slice(0, 9)
        .map(({ id }) => id),
    );
    const simulation = createSimulation(input({ followed }));
    while (!simulation.done) simulation.step();
    const { days } = simulation.results();
    for (const id of followed) {
      const { entries } = simulation.timelineOf(id);
      expect(days.flatMap(({ moves }) => moves.filter(({ caseId }) => caseId === id).map(({ to }) => to))).toEqual(
        entries.flatMap((entry) => (entry.kind === 'step' ? [entry.stepId] : [])),
      );
      expect(days.flatMap(({ happenings }) => happenings.filter(({ caseId }) => caseId === id).map(({ event }) => event))).toEqual(
        entries.flatMap((entry) => (entry.kind === 'event' ? [entry.event] : [])),
      );
    }
    const unwatched = simulate(input());
    expect(unwatched.days.every(({ moves, happenings }) => moves.length + happenings.length === 0)).toBe(true);
    expect(days.map(({ steps, flows, events }) => ({ steps, flows, events }))).toEqual(
      unwatched.days.map(({ steps, flows, events }) => ({ steps, flows, events })),
    );
  });
});

describe('the law holds in every simulated life', () => {
  const simulation = createSimulation(input({ cases: sampleCases(200, 5, FROM), days: 150, seed: 5 }));
  while (!simulation.done) simulation.step();
  const lives: CaseTimeline[] = sampleCases(200, 5, FROM).map(({ id }) => simulation.timelineOf(id));

  test('no contact outside the hours of the debtor’s place', () => {
    const { windows } = document.policies;
    for (const { subject } of lives) {
      for (const { at, channel } of subject.contacts) expect(contactOpening(at, { uf: subject.debtor.uf, channel, windows }).allowed).toBe(true);
    }
  });

  test('never more contacts than the caps allow', () => {
    const { perDay, perSevenDays } = document.policies.frequency;
    for (const { subject } of lives) {
      const days = subject.contacts.filter(({ status }) => status !== 'failed').map(({ localDate }) => localDate);
      for (const day of days) {
        expect(days.filter((other) => other === day).length).toBeLessThanOrEqual(perDay);
        expect(days.filter((other) => daysBetween(other, day) >= 0 && daysBetween(other, day) < 7).length).toBeLessThanOrEqual(perSevenDays);
      }
    }
  });

  test('no registration without a notice delivered its days before', () => {
    let entries = 0;
    for (const { subject } of lives) {
      for (const entry of subject.bureauEntries) {
        entries += 1;
        const proven = subject.contacts
          .filter(({ purpose, deliveredAt }) => purpose === 'bureau-notice' && deliveredAt !== undefined)
          .map(({ deliveredAt }) => deliveredAt!.slice(0, 10));
        expect(proven.some((date) => daysBetween(date, entry.requestedOn) >= document.policies.bureau.noticeWaitDays)).toBe(true);
      }
    }
    expect(entries).toBeGreaterThan(0);
  });

  test('who opted out or paid everything is charged no more', () => {
    for (const { entries } of lives) {
      const end = entries.findIndex((entry) => entry.kind === 'event' && entry.event === 'optOuts');
      if (end !== -1) expect(entries.slice(end).some(({ kind }) => kind === 'contact')).toBe(false);
      const settled = entries.findIndex((entry) => entry.kind === 'event' && entry.event === 'settled');
      if (settled !== -1) expect(entries.slice(settled).some(({ kind }) => kind === 'step')).toBe(false);
    }
  });

  test('no step runs twice in a cycle', () => {
    for (const { subject } of lives) {
      const keys = subject.steps.map(({ stepId, cycle }) => `${stepId}/${cycle}`);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});

describe('assumptions', () => {
  test('with silence nothing is recovered and everybody walks to the end of their track', () => {
    const results = simulate(input({ assumptions: silence, days: 200 }));
    expect(results.recoveredCents).toBe(0);
    expect(results.settledCases).toBe(0);
    expect(results.steps.find(({ stepId }) => stepId === 'juizado')!.executed).toBeGreaterThan(80);
  });

  test('with everybody paying on their own nobody is left to charge', () => {
    const results = simulate(input({ assumptions: assume({ spontaneousDailyPercent: 100, paysOnTimePercent: 100 }) }));
    expect(results.settledCases).toBe(150);
    expect(results.recoveredCents).toBeGreaterThan(results.owedCents * 0.9);
  });

  test('a warmer answer recovers more, a tier that never answers nothing by contact', () => {
    const answering = (percent: number): Assumptions =>
      assume({
        ...silence,
        channels: Object.fromEntries(
          Object.entries(silence.channels).map(([channel, one]) => [channel, { ...one, answeredPercent: percent }]),
        ) as unknown as Assumptions['channels'],
      });
    const recovered = (assumptions: Assumptions): number => simulate(input({ assumptions })).recoveredCents;
    expect(recovered(answering(40))).toBeGreaterThan(recovered(answering(5)));
    const deaf = { ...answering(40), tiers: Object.fromEntries(document.tiers.map(({ id }) => [id, 0])) };
    expect(recovered(deaf)).toBe(0);
  });

  test('a notice that is never proven never becomes a registration', () => {
    const unproven = assume({
      channels: Object.fromEntries(
        Object.entries(silence.channels).map(([channel, one]) => [channel, { ...one, provenPercent: 0 }]),
      ) as unknown as Assumptions['channels'],
    });
    const results = simulate(input({ assumptions: { ...silence, channels: unproven.channels } }));
    expect(results.days.reduce((total, { events }) => total + events.registered, 0)).toBe(0);
    expect(results.waits['notice-not-proven']).toBeGreaterThan(0);
  });

  test('travel with the results', () => {
    expect(simulate(input({ days: 1 })).assumptions).toBe(DEFAULT_ASSUMPTIONS);
  });
});

describe('one debtor through time', () => {
  test('with the messages as they would have been written, when asked for', () => {
    const simulation = createSimulation(input());
    while (!simulation.done) simulation.step();
    const id = input()
      .cases.map((one) => one.id)
      .find((one) => simulation.timelineOf(one).entries.some(({ kind }) => kind === 'contact'))!;
    const contacts = simulation.timelineOf(id, { messages: true }).entries.filter((entry) => entry.kind === 'contact');
    const { firstName } = { firstName: simulation.timelineOf(id).subject.debtor.name.split(' ')[0]! };
    for (const { message } of contacts) expect(message!.text).toContain(firstName);
    expect(simulation.timelineOf(id).entries.some((entry) => entry.kind === 'contact' && 'message' in entry)).toBe(false);
  });

  test('goes as far as the simulation has gone', () => {
    const simulation = createSimulation(input());
    expect(simulation.timelineOf('amostra-1').entries).toEqual([]);
    simulation.step();
    for (const { on } of simulation.timelineOf('amostra-1').entries) expect(on).toBe(FROM);
  });

  test('every entry says why', () => {
    const simulation = createSimulation(input());
    while (!simulation.done) simulation.step();
    for (const { id } of input().cases.slice(0, 40)) {
      for (const { reasons } of simulation.timelineOf(id).entries) expect(reasons.length).toBeGreaterThan(0);
    }
  });
});

describe('the sample portfolio', () => {
  const cases = sampleCases(500, 1, FROM);

  test('is invented but well-formed: valid documents, phones and e-mails at an example domain', () => {
    for (const { debtor, debts } of cases) {
      expect(parseDocument(debtor.document)).toMatchObject({ valid: true });
      expect(debts.length).toBeGreaterThan(0);
      expect(debtor.invoicesPaidOnTime).toBeLessThanOrEqual(debtor.invoicesPaid);
      for (const point of debtor.contactPoints) {
        if (point.kind === 'email') expect(parseEmail(point.value).valid && point.value.endsWith('.example')).toBe(true);
        else expect(parsePhone(point.value)).toMatchObject({ valid: true, type: point.kind });
      }
    }
    expect(new Set(cases.map(({ debtor }) => debtor.uf)).size).toBeGreaterThan(8);
  });

  test('is the same for the same seed and grows without changing who is in it', () => {
    expect(sampleCases(500, 1, FROM)).toEqual(cases);
    expect(sampleCases(20, 1, FROM)).toEqual(cases.slice(0, 20));
    expect(sampleCases(20, 2, FROM)).not.toEqual(cases.slice(0, 20));
  });
});

describe('an agreement in force', () => {
  const agreed = () => {
    const [first] = sampleCases(1, 3, FROM);
    const debts = first!.debts.map((one) => ({ ...one, dueDate: '2026-02-10', status: 'open' as const }));
    const agreement = {
      id: 'acordo',
      madeOn: FROM,
      debtIds: debts.map(({ id }) => id),
      originalTotal: 30_000,
      total: 30_000,
      installments: [{ number: 1, dueDate: '2026-03-20', amount: 30_000 }],
      status: 'active' as const,
    };
    return { ...first!, debts, agreements: [agreement] };
  };
  const told = (over: Partial<SimulationInput> = {}) => {
    const subject = agreed();
    const simulation = createSimulation(input({ cases: [subject], assumptions: silence, days: 28, ...over }));
    while (!simulation.done) simulation.step();
    return simulation.timelineOf(subject.id, { messages: true });
  };

  test('is reminded of its instalment by the reaction, once near and once for each late day, with its value', () => {
    const contacts = told().entries.flatMap((entry) => (entry.kind === 'contact' ? [entry] : []));
    expect(contacts.map(({ on, stepId }) => [on, stepId])).toEqual([
      ['2026-03-17', 'parcela-1-antes-3'],
      // Saturday 21/03 is no contact day.
      ['2026-03-23', 'parcela-1-depois-1'],
      ['2026-03-25', 'parcela-1-depois-5'],
    ]);
    for (const { message } of contacts) expect(message!.text).toContain('R$ 300,00');
  });

  test('is left in peace when the cadence has no reaction', () => {
    const silent = { ...document, events: { ...document.events, installment: [] } };
    expect(told({ document: silent }).entries.filter(({ kind }) => kind === 'contact')).toEqual([]);
  });
});
