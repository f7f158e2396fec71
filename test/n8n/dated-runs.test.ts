import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../core/case/index.ts';
import { parseCsv, readRows } from '../../core/portfolio/index.ts';
import { addDays, formatCivilDate, isCivilDate } from '../../core/civil-date.ts';
import type { World } from '../../core/simulation/index.ts';
import { QUIET_WORLD, simulate } from '../../core/simulation/index.ts';
import { importWorkflowFor, toWorkflow } from '../../core/workflow/index.ts';
import { openSqliteLedger, type Ledger } from '../../ledger/index.ts';
import { dumpSqlite } from '../../ledger/testing/sqlite.ts';
import { N8nCli, type ExecutionResult } from '../../sandbox/n8n/cli.ts';
import { startOutbox, type Outbox } from '../../sandbox/outbox/outbox.ts';
import { demoCredentials, refsOf } from '../../sandbox/start/demo.ts';
import { findTemplate } from '../../templates/index.ts';

/** 52 weeks: the same days of the week, and days that the clock has left behind, on none of which a run is the real one. */
const SHIFT_DAYS = 364;
const back = (date: string): string => addDays(date, -SHIFT_DAYS);
/** Dates that are none stay as they are: their rows are to come back with a reason. */
const SAMPLE = readFileSync('sandbox/sample/devedores.csv', 'utf8').replace(
  /\b(\d{2})\/(\d{2})\/(\d{4})\b/g,
  (written, day: string, month: string, year: string) => {
    const date = `${year}-${month}-${day}`;
    return isCivilDate(date) ? formatCivilDate(back(date)) : written;
  },
);
/** A Monday on which the sample has a case for every early step. */
const MONDAY = back('2026-11-23');
const classic = findTemplate('classica')!.document;

let folder: string;
let cli: N8nCli;
let outbox: Outbox;
let ledger: Ledger;
let caseIds: string[];
/** What the rehearsal of Monday showed, e-mails aside. */
let rehearsedTexts: string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'regua-journey-'));
  const files = join(folder, 'arquivos');
  mkdirSync(files);
  writeFileSync(join(files, 'devedores.csv'), SAMPLE);
  outbox = await startOutbox({ dataDir: join(folder, 'outbox') });
  cli = new N8nCli(join(folder, 'n8n'), { N8N_RESTRICT_FILE_ACCESS_TO: files });
  const credentials = demoCredentials(outbox, 'segredo-dos-testes');
  await cli.importCredentials(credentials);
  await cli.importWorkflow({ id: 'importarCarteira', ...importWorkflowFor(classic, { portfolioFile: join(files, 'devedores.csv') }) });
  const cadence = toWorkflow(classic, { credentials: refsOf(credentials) });
  await cli.importWorkflow({ id: 'reguaClassica001', ...cadence });
});

afterAll(async () => {
  await ledger?.close();
  await outbox?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Every item of one output. n8n runs a node once for each branch that leads to it, so a router that serves two tiers has two runs. */
const outputOf = (run: ExecutionResult, node: string, output: number) =>
  (run.data.resultData.runData[node] ?? []).flatMap((once) => once.data?.main?.[output] ?? []);
const runOn = (today: string): Promise<ExecutionResult> => cli.execute('reguaClassica001', { REGUA_TODAY: today });
const sent = (): string[] =>
  outbox
    .list()
    .messages.map((message) => `${message.channel} ${message.to.replace(/[^+\d@a-z._-]/gi, '')}`)
    .sort();

/** Whom the machine of a step writes to on a day at the hour of a simulated one, worked out without n8n. */
function planned(cases: Iterable<Case>, today: string): string[] {
  const written: string[] = [];
  const world: World = {
    ...QUIET_WORLD,
    delivers: (_, { candidate }) => {
      if (candidate.channel !== 'letter') written.push(`${candidate.channel} ${candidate.address}`);
      return { kind: 'accepted', status: 'sent' };
    },
  };
  simulate({ document: classic, cases: [...cases], from: today, days: 1, seed: 1, world, hours: ['11:00'] });
  return written.sort();
}

describe('the classic cadence, run by n8n’s command line on several dates', () => {
  it('imports the sample portfolio and gives each broken row back with its reason', async () => {
    const run = await cli.execute('importarCarteira', { REGUA_TODAY: MONDAY });
    const expected = readRows(parseCsv(SAMPLE).rows, { on: MONDAY });
    const imported = outputOf(run, 'Importar para a Régua', 0);
    const invalid = outputOf(run, 'Importar para a Régua', 1);
    expect(imported).toHaveLength(expected.cases.length);
    expect(invalid).toHaveLength(expected.invalid.length);
    expect(invalid.length).toBeGreaterThan(5);
    for (const item of invalid) expect((item.json['reasons'] as string[])[0]).toMatch(/[a-zà-ú]{3}/);
    caseIds = imported.map((item) => item.json['caseId'] as string);
    ledger = openSqliteLedger({ file: join(folder, 'n8n', '.n8n', 'regua', 'ledger.sqlite') });
  });

  it('rehearses the day where nothing says that it is a demonstration: nothing leaves, nothing is written, and everything says so', async () => {
    const file = join(folder, 'n8n', '.n8n', 'regua', 'ledger.sqlite');
    const before = await dumpSqlite(file);
    const plan = planned((await ledger.loadCases(caseIds)).values(), MONDAY);
    const run = await cli.execute('reguaClassica001', { REGUA_TODAY: MONDAY, REGUA_DEMONSTRATION: '' });
    expect(outbox.list().messages).toEqual([]);
    const { rehearsals, ...after } = await dumpSqlite(file);
    expect({ ...after, rehearsals: [] }).toEqual(before);
    expect(rehearsals).toHaveLength(1);
    const note = `Ensaio: a data pedida (${formatCivilDate(MONDAY)}) não é a de hoje; nada saiu e nada foi gravado.`;
    const typeOf = new Map(toWorkflow(classic).nodes.map(({ name, type }) => [name, type]));
    const executed = Object.entries(run.data.resultData.runData).filter(([name]) => typeOf.get(name)?.startsWith('n8n-nodes-regua.'));
    const itemsOf = (nodes: typeof executed) => nodes.flatMap(([, runs]) => runs.flatMap((once) => (once.data?.main ?? []).flatMap((output) => output ?? [])));
    const items = itemsOf(executed);
    expect(items.length).toBeGreaterThan(200);
    for (const { json } of items) expect(json).toMatchObject({ rehearsal: true, why: expect.arrayContaining([note]) as string[] });
    for (const [, runs] of executed) expect(runs[0]!.hints?.map(({ message }) => message)).toContain(note);
    // A message travels on with its item to the blocks that follow: it is counted where it left.
    const rehearsed = itemsOf(executed.filter(([name]) => typeOf.get(name) === 'n8n-nodes-regua.sendMessage')).map(
      ({ json }) => json['message'] as { status: string; channel: string; text: string; to: string } | undefined,
    );
    const messages = rehearsed.filter((message) => message?.status === 'rehearsed' && message.channel !== 'letter');
    expect(messages).toHaveLength(plan.length);
    for (const message of messages) expect(message!.to).toContain('*');
    rehearsedTexts = messages.flatMap((message) => (message!.channel === 'email' ? [] : [message!.text])).sort();
  });

  it('sends exactly what the core decides for the day, itemised and by name, and says why the others were left in peace', async () => {
    const cases = await ledger.loadCases(caseIds);
    const plan = planned(cases.values(), MONDAY);
    const run = await runOn(MONDAY);
    expect(plan.length).toBeGreaterThan(20);
    expect(sent()).toEqual(plan);
    // To the letter what was shown in the rehearsal; an e-mail's lines are folded on the way.
    const texts = outbox.list().messages.flatMap((message) => (message.channel === 'email' ? [] : [message.text]));
    expect(texts.sort()).toEqual(rehearsedTexts);
    const email = outbox.list({ channel: 'email' }).messages[0]!;
    expect(email.text).toMatch(/R\$ \d/);
    expect(email.text).toContain('Loja Horizonte');
    expect(JSON.stringify(run)).not.toMatch(/\d{3}\.\d{3}\.\d{3}-\d{2}/);
    const waiting = outputOf(run, 'Trilha Clássica', 7);
    for (const item of waiting) expect((item.json['why'] as string[]).length).toBeGreaterThan(0);
    const after = await ledger.loadCases(caseIds);
    const contacts = [...after.values()].flatMap((subject) => subject.contacts).filter((contact) => contact.channel !== 'letter');
    expect(contacts).toHaveLength(plan.length);
    expect(contacts.every((contact) => contact.status === 'sent' && contact.localDate === MONDAY)).toBe(true);
  });

  it('sums the day up in words: who heard from us, and why the others were left in peace', async () => {
    const report = JSON.parse(readFileSync('templates/workflows/relatorio-do-dia.json', 'utf8').replace('"principal"', JSON.stringify(classic.portfolio))) as {
      id: string;
      name: string;
    };
    await cli.importWorkflow(report);
    const [item] = outputOf(await cli.execute(report.id, { REGUA_TODAY: MONDAY }), 'Relatório do dia', 0);
    const text = item!.json['text'] as string;
    const count = (channel: string): number => sent().filter((line) => line.startsWith(`${channel} `)).length;
    expect(text).toContain(`${count('email')} e-mails, ${count('sms')} SMS, ${count('whatsapp')} WhatsApps`);
    const inPeace = (await ledger.dayReport({ portfolio: classic.portfolio, on: MONDAY })).leftInPeace;
    for (const { cases, reason } of inPeace.slice(0, 3)) expect(text).toContain(`${cases} · ${reason}`);
  });

  it('sends nothing when it runs again on the same day', async () => {
    const before = sent();
    await runOn(MONDAY);
    expect(sent()).toEqual(before);
  });

  it.each([back('2026-12-01'), back('2026-12-21')])('goes on as the core decides on %s', async (day) => {
    outbox.clear();
    const plan = planned((await ledger.loadCases(caseIds)).values(), day);
    await runOn(day);
    expect(sent()).toEqual(plan);
    await runOn(day);
    expect(sent()).toEqual(plan);
  });

  it('contacts nobody on a Sunday', async () => {
    outbox.clear();
    await runOn(back('2026-12-27'));
    expect(sent()).toEqual([]);
  });

  it('never wrote twice to anyone on a day, nor more than three times in seven days', async () => {
    for (const subject of (await ledger.loadCases(caseIds)).values()) {
      const days = subject.contacts.map((contact) => contact.localDate).sort();
      expect(new Set(days).size).toBe(days.length);
      for (const [index, day] of days.entries()) {
        const fourth = days[index + 3];
        if (fourth) expect(Date.parse(fourth) - Date.parse(day)).toBeGreaterThanOrEqual(7 * 86_400_000);
      }
    }
  });
});
