import { describe, expect, it } from 'vitest';
import { runForTest } from '../run-for-test.ts';

describe('regua tier', () => {
  it('puts who spent R$ 10.000 on time and owes R$ 300 among the partners, and says why', async () => {
    const { code, json } = await runForTest('tier --debt 300.00 --lifetime 10.000,00 --invoices 10 --on-time 9 --since 2020-01-31 --on 2026-06-01 --json');
    expect(code).toBe(0);
    expect(json).toEqual({
      tier: { id: 'parceiro', name: 'Parceiro' },
      goodPayer: true,
      reasons: [
        'Já comprou R$ 10.000,00 (a faixa pede R$ 5.000,00 ou mais).',
        'A dívida de R$ 300,00 é 3% do que já comprou (a faixa vai até 10%).',
        'Pagou em dia 90% das faturas (a faixa pede 80%).',
        'Bom pagador: costuma pagar em dia.',
      ],
      metrics: { lifetimeValue: '10000.00', debt: '300.00', debtToLifetimePercent: 3, punctualityPercent: 90, relationshipMonths: 76 },
    });
  });

  it('gives no benefit on what is not known', async () => {
    const { json } = await runForTest('tier --debt 300.00 --json');
    expect(json).toMatchObject({ tier: { id: 'novo' }, goodPayer: false });
    expect(json.metrics).toEqual({ lifetimeValue: '0.00', debt: '300.00', debtToLifetimePercent: null, punctualityPercent: null, relationshipMonths: null });
  });

  it('takes the tiers of a file', async () => {
    const cadence = {
      schemaVersion: 2,
      id: 'r',
      name: 'R',
      tiers: [
        { id: 'grande', name: 'Grande', rule: { minDebtCents: 50_000 } },
        { id: 'resto', name: 'Resto' },
      ],
      tracks: [{ id: 'a', name: 'A' }],
    };
    const files = { 'r.json': JSON.stringify(cadence) };
    expect((await runForTest('tier --debt 500.00 --cadence r.json --json', files)).json.tier.id).toBe('grande');
    expect((await runForTest('tier --debt 499.99 --cadence r.json --json', files)).json.tier.id).toBe('resto');
    expect((await runForTest('tier --debt 500.00 --cadence r.json', files)).out).toContain('Grande (grande)');
  });

  it.each([
    ['tier --json', 'usage.missing'],
    ['tier --debt -1 --json', 'usage.negative'],
    ['tier --debt 1 --invoices 1 --on-time 2 --json', 'usage.on-time'],
    ['tier --debt 1 --cadence nada.json --json', 'file.json'],
  ])('%s is wrong use: %s', async (line, code) => {
    expect(await runForTest(line)).toMatchObject({ code: 2, json: { error: { code } } });
  });
});
