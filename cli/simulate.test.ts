import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sampleCases, simulate } from '../core/simulation/index.ts';
import { TEMPLATES } from '../templates/index.ts';
import { runForTest } from './run-for-test.ts';

interface Printed {
  readonly recoveredCents: number;
  readonly difference: { readonly cents: number };
  readonly cases: number;
  readonly people: readonly { readonly contacts: readonly object[]; readonly tasks: readonly object[] }[];
}

describe('regua simulate', () => {
  it.each(TEMPLATES.map(({ document }) => [document.id, document] as const))('prints for %s the very run that the designer shows', async (id, document) => {
    const { out: stdout, code } = await runForTest(['simulate', id, '--debtors', '60', '--days', '60', '--seed', '3', '--on', '2026-03-02', '--json']);
    const printed = JSON.parse(stdout) as Printed;
    const shown = simulate({ document, cases: sampleCases(60, 3, '2026-03-02'), from: '2026-03-02', days: 60, seed: 3 });
    expect(code).toBe(0);
    expect(printed).toMatchObject({ recoveredCents: shown.recoveredCents, difference: shown.difference, cases: 60 });
    expect(printed.people.reduce((sum, { contacts }) => sum + contacts.length, 0)).toBe(shown.contacts);
    expect(printed.people.reduce((sum, { tasks }) => sum + tasks.length, 0)).toBe(Object.values(shown.humanTasks).reduce((sum, count) => sum + count, 0));
  });

  it('reads a portfolio, names the rows that it leaves out, and never shows a document', async () => {
    const csv = readFileSync('sandbox/sample/devedores.csv', 'utf8');
    const {
      out: stdout,
      err: stderr,
      code,
    } = await runForTest(['simulate', 'essencial', '--portfolio', 'carteira.csv', '--days', '10', '--on', '2026-11-23', '--json'], { 'carteira.csv': csv });
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as Printed).cases).toBe(200);
    expect(stderr).toMatch(/^Linha \d+ ficou de fora/m);
    expect(stdout).not.toMatch(/\d{11}/);
  });

  it('says in words what the cadence brings beyond "sem cobrar"', async () => {
    const { out: stdout } = await runForTest(['simulate', 'classica', '--debtors', '80', '--days', '40', '--on', '2026-03-02']);
    expect(stdout).toMatch(/Sem cobrar\s+R\$/);
    expect(stdout).toMatch(/A régua traz\s+-?R\$ [\d.,]+ a mais \(entre/);
    expect(stdout).toMatch(/Equipe\s+[\d.,]+ h, até/);
  });

  it('refuses a number that is none', async () => {
    const { code, err: stderr } = await runForTest(['simulate', 'classica', '--days', 'muitos']);
    expect(code).toBe(2);
    expect(stderr).toContain('--days');
  });
});
