import { describe, expect, it } from 'vitest';
import { runForTest } from '../run-for-test.ts';

const ask = async (line: string) => (await runForTest(`removal ${line} --json`)).json;

describe('regua removal', () => {
  it('counts five business days from the first one after the payment, across Carnival', async () => {
    expect(await ask('--cleared 2026-02-13 --on 2026-02-13')).toEqual({
      deadline: '2026-02-24',
      kind: 'due',
      businessDaysLeft: 5,
      nextActionOn: '2026-02-14',
      reasons: ['A dívida foi quitada em 13/02/2026: peça a retirada até 24/02/2026 (faltam 5 dias úteis).'],
    });
    expect(await ask('--cleared 2026-03-11 --on 2026-03-11')).toMatchObject({ deadline: '2026-03-18' });
  });

  it.each([
    ['--on 2026-02-12', 'not-needed'],
    ['--on 2026-02-20', 'alarm'],
    ['--on 2026-02-25', 'overdue'],
    ['--on 2026-02-18 --requested 2026-02-18', 'requested'],
    ['--on 2026-02-25 --removed 2026-02-20', 'removed'],
  ])('with %s it is %s', async (line, kind) => {
    expect(await ask(`--cleared 2026-02-13 ${line}`)).toMatchObject({ kind, deadline: '2026-02-24' });
  });

  it('takes a stricter house rule and no looser one', async () => {
    expect(await ask('--cleared 2026-02-13 --on 2026-02-13 --days 2')).toMatchObject({ deadline: '2026-02-19' });
    expect(await ask('--cleared 2026-02-13 --days 6')).toMatchObject({ error: { code: 'usage.days' } });
    expect(await ask('--cleared 2026-02-13 --days 0')).toMatchObject({ error: { code: 'usage.days' } });
    expect(await ask('--on 2026-02-13')).toMatchObject({ error: { code: 'usage.missing' } });
  });

  it('reads well without --json', async () => {
    expect((await runForTest('removal --cleared 2026-02-13 --on 2026-02-20')).out).toContain('Retirar até  24/02/2026\nDias úteis   2\n');
  });
});
