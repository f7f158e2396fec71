import { describe, expect, it } from 'vitest';
import { classicCadence } from '../test/time-travel/cadence.ts';
import { runForTest } from './run-for-test.ts';

const step = (line: string) => runForTest(`step ${line}`, { 'r.json': JSON.stringify(classicCadence), 'x.json': '{}' }, { today: () => '2026-03-20' });
const ask = async (line: string) => (await step(`--cadence r.json --due 2026-03-02 ${line} --json`)).json;

describe('regua step', () => {
  it('names the latest due step after an outage, and when to look next', async () => {
    expect(await ask('--on 2026-03-20 --done lembrete=2026-02-27')).toMatchObject({
      kind: 'run',
      stepId: 'proposta',
      day: 15,
      daysOverdue: 18,
      passedOver: ['aviso', 'formal'],
      nextActionOn: '2026-04-01',
    });
  });

  it('begins a debt that was never spoken of with the first words, however old it is, and says what a formal step still wants', async () => {
    for (const [template, day] of [
      ['classica', 1],
      ['essencial', 2],
    ])
      expect((await step(`--cadence ${template} --due 2026-08-01 --on 2026-11-23 --json`)).json).toMatchObject({
        kind: 'run',
        day,
        nextActionOn: '2026-11-26',
      });
    expect(await ask('--on 2026-04-20 --done aviso=2026-04-19')).toMatchObject({ code: 'between-steps', nextActionOn: '2026-04-22' });
  });

  it('waits, and says why and until when', async () => {
    expect(await ask('--on 2026-03-20 --done proposta=2026-03-17')).toMatchObject({ kind: 'wait', code: 'between-steps', nextActionOn: '2026-04-01' });
    expect(await ask('--on 2026-03-10 --promise 2026-03-13')).toMatchObject({ code: 'promise-open', nextActionOn: '2026-03-18' });
    expect(await ask('--on 2026-03-10 --contested')).toMatchObject({ code: 'contested', nextActionOn: null });
  });

  it('never jumps over the notice, nor runs ahead of its proof', async () => {
    expect(await ask('--on 2026-04-20 --done proposta=2026-03-17')).toMatchObject({ stepId: 'notificacao' });
    expect(await ask('--on 2026-04-20 --done notificacao=2026-04-01 --notice sent')).toMatchObject({ code: 'notice-not-proven' });
    expect(await ask('--on 2026-04-20 --done notificacao=2026-04-01 --notice 2026-04-15')).toMatchObject({
      code: 'notice-waiting',
      nextActionOn: '2026-04-25',
    });
    expect(await ask('--on 2026-04-20 --done notificacao=2026-04-01 --notice 2026-04-10')).toMatchObject({ stepId: 'negativacao' });
  });

  it('speaks to people too, and refuses what the cadence does not have', async () => {
    expect((await step('--cadence r.json --due 2026-03-02')).out).toContain('Primeiro aviso (aviso)');
    expect(await step('--cadence r.json --due 2026-03-02 --track vip --json')).toMatchObject({
      code: 2,
      json: { error: { code: 'usage.choice', field: 'track' } },
    });
    expect(await step('--cadence r.json --due 2026-03-02 --done nada=2026-03-01 --json')).toMatchObject({ code: 2, json: { error: { field: 'done' } } });
    expect(await step('--cadence x.json --due 2026-03-02 --json')).toMatchObject({ code: 2, json: { error: { code: 'file.invalid' } } });
  });
});
