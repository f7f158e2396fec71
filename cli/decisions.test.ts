import { describe, expect, it } from 'vitest';
import { runForTest as regua } from './run-for-test.ts';

describe('regua eligibility small-claims', () => {
  it.each([
    ['EPP 32420.00', true, false],
    ['ME 32420.01', true, true],
    ['MEI 64840.00', true, true],
    ['PF 64840.01', false, undefined],
    ['LTDA 1000.00', false, undefined],
    ['SA 1000.00', false, undefined],
  ])('%s: eligible %s, lawyer required %s', async (line, eligible, lawyerRequired) => {
    const [plaintiff, amount] = line.split(' ');
    const { code, json } = await regua(`eligibility small-claims --amount ${amount} --plaintiff ${plaintiff} --due 2026-01-10 --on 2026-06-01 --json`);
    expect(code).toBe(0);
    expect(json.eligible).toBe(eligible);
    expect(json.lawyerRequired).toBe(lawyerRequired);
    expect(json.reasons.length).toBeGreaterThan(0);
  });

  it('uses the wage of the filing date and the prescription of that day', async () => {
    const ask = async (line: string) => (await regua(`eligibility small-claims --plaintiff EPP ${line} --json`)).json;
    expect(await ask('--amount 60720.00 --due 2025-01-10 --on 2025-12-31')).toMatchObject({ eligible: true, ceiling: '60720.00' });
    expect(await ask('--amount 60720.01 --due 2025-01-10 --on 2025-12-31')).toMatchObject({ eligible: false, code: 'above-ceiling' });
    expect(await ask('--amount 60720.01 --due 2025-01-10 --on 2026-01-01')).toMatchObject({ eligible: true, minimumWage: '1621.00' });
    expect(await ask('--amount 100.00 --due 2021-06-01 --on 2026-06-01')).toMatchObject({ eligible: true });
    expect(await ask('--amount 100.00 --due 2021-05-31 --on 2026-06-01')).toMatchObject({ eligible: false, code: 'prescribed' });
    expect(await ask('--amount 40000.00 --due 2026-01-01 --lawyer nao')).toMatchObject({ eligible: false, code: 'lawyer-required', lawyerRequired: true });
  });
});

describe('regua eligibility bureau', () => {
  const ask = async (line: string) => (await regua(`eligibility bureau --amount 500.00 --plaintiff LTDA ${line} --json`)).json;

  it('judges the debt, and names the notice as a condition when it was not spoken of', async () => {
    expect(await ask('--due 2026-01-10 --on 2026-06-01')).toMatchObject({ eligible: true, conditions: ['notice'] });
    expect(await ask('--due 2026-05-31 --on 2026-06-01')).toMatchObject({ eligible: true, conditions: ['notice'] });
    expect(await ask('--due 2021-05-31 --on 2026-06-01')).toMatchObject({ eligible: false, code: 'prescribed' });
    expect(await ask('--due 2021-05-31 --on 2026-06-01 --years 10')).toMatchObject({ eligible: false, code: 'too-old' });
    expect(await ask('--due 2026-06-01 --on 2026-06-01')).toMatchObject({ eligible: false, code: 'not-overdue' });
  });

  it('has nothing to register where nothing is owed', async () => {
    const { json } = await regua('eligibility bureau --amount 0 --due 2026-01-10 --on 2026-06-01 --notice 2026-03-01 --json');
    expect(json).toMatchObject({ eligible: false, code: 'paid' });
  });

  it('counts the days from the notice it is told of', async () => {
    expect(await ask('--due 2026-01-10 --on 2026-06-01 --notice 2026-05-23')).toMatchObject({
      eligible: false,
      code: 'notice-waiting',
      earliestOn: '2026-06-02',
    });
    expect(await ask('--due 2026-01-10 --on 2026-06-02 --notice 2026-05-23')).toMatchObject({ eligible: true });
    expect(await ask('--due 2026-01-10 --on 2026-06-02 --notice none')).toMatchObject({ eligible: false, code: 'notice-missing' });
  });

  it.each([
    ['--paid', 'paid'],
    ['--agreement', 'agreement'],
    ['--contested', 'contested'],
    ['--registered', 'already-registered'],
    ['--minimum 500.01', 'below-minimum'],
  ])('with %s it is not: %s', async (option, code) => {
    expect(await ask(`--due 2026-01-10 --on 2026-06-01 --notice 2026-03-01 ${option}`)).toMatchObject({ eligible: false, code });
  });

  it('an earlier entry by somebody else is a note', async () => {
    const json = await ask('--due 2026-01-10 --on 2026-06-01 --notice 2026-03-01 --previous-entry');
    expect(json.eligible).toBe(true);
    expect(json.reasons.join(' ')).toContain('Súmula 385');
  });
});

describe('regua offers', () => {
  it('gives offers inside the policy, exact to the cent', async () => {
    const { json, code } = await regua(
      'offers --principal 1000.00 --due 2026-03-02 --on 2026-04-02 --off-fine 100 --off-interest 100 --max-installments 3 --json',
    );
    expect(code).toBe(0);
    expect(json.owed).toMatchObject({ total: '1030.33', daysOverdue: 31 });
    expect(json.offers[0]).toMatchObject({ kind: 'cash', total: '1000.00', savings: '30.33', validUntil: '2026-04-07' });
    expect(json.offers.map((offer: { installments: unknown[] }) => offer.installments.length)).toEqual([1, 2, 3]);
  });

  it('takes the policy of a cadence for the tier and age, and says when it has none', async () => {
    const cadence = {
      schemaVersion: 2,
      id: 'r',
      name: 'R',
      tiers: [{ id: 't', name: 'T' }],
      tracks: [{ id: 'a', name: 'A' }],
      policies: { contract: { finePercent: '1' }, offers: [{ id: 'tarde', name: 'Tarde', fromDay: 30, discount: { fine: 100 } }] },
    };
    const files = { 'r.json': JSON.stringify(cadence) };
    expect((await regua('offers --principal 1000.00 --due 2026-03-02 --on 2026-04-02 --cadence r.json --json', files)).json).toMatchObject({
      policy: 'tarde',
      owed: { fine: '10.00' },
    });
    expect(await regua('offers --principal 1000.00 --due 2026-03-02 --on 2026-03-12 --cadence r.json --json', files)).toMatchObject({
      code: 2,
      json: { error: { code: 'offers.no-policy' } },
    });
    expect(await regua('offers --principal 1.00 --due 2026-03-02 --cadence r.json --json', { 'r.json': '{}' })).toMatchObject({
      code: 2,
      json: { error: { code: 'file.invalid' } },
    });
  });
});

describe('regua channel', () => {
  it('ranks, and explains every channel', async () => {
    const { json } = await regua('channel --phone 11987654321 --email ana@exemplo.example --history 2026-03-03=email:answered --json');
    expect(json.chosen).toBe('email');
    expect(json.ranking.map((ranked: { channel: string; eligible: boolean }) => [ranked.channel, ranked.eligible])).toEqual([
      ['email', true],
      ['whatsapp', true],
      ['sms', true],
      ['voice', true],
      ['letter', false],
    ]);
    for (const { reasons } of json.ranking) expect(reasons.length).toBeGreaterThan(0);
  });

  it('obeys consent, opt-out, cost and order', async () => {
    const chosen = async (line: string) => (await regua(`channel --phone 11987654321 --email ana@exemplo.example ${line} --json`)).json.chosen;
    expect(await chosen('--refused whatsapp')).toBe('sms');
    expect(await chosen('--opted-out all')).toBeNull();
    expect(await chosen('--max-cost 0.05')).toBe('email');
    expect(await chosen('--history 2026-03-03=email:answered --by-order')).toBe('whatsapp');
    expect(await chosen('--no-provider whatsapp,sms')).toBe('email');
    expect(await chosen('--purpose bureau-notice --channels voice')).toBeNull();
  });

  it('shows a table to people', async () => {
    const { out } = await regua('channel --phone 1133334444');
    expect(out).toContain('Ligação (URA)');
    expect(out).toContain('não há celular cadastrado');
  });
});

describe('wrong use', () => {
  it.each([
    ['eligibility', 'usage.missing', 'kind'],
    ['eligibility protesto', 'usage.choice', 'kind'],
    ['eligibility small-claims --amount 1 --due 2026-01-01', 'usage.missing', 'plaintiff'],
    ['eligibility small-claims --amount 1 --plaintiff EIRELI --due 2026-01-01', 'usage.choice', 'plaintiff'],
    ['eligibility bureau --amount 1 --due ontem', 'date.unreadable', 'due'],
    ['eligibility bureau --amount 1 --due 2026-01-01 --years 0', 'usage.years', 'years'],
    ['offers --principal 1 --due 2026-01-01 --off-fine 101', 'usage.percent', 'off-fine'],
    ['offers --principal 1 --due 2026-01-01 --max-installments 500', 'usage.policy', 'max-installments'],
    ['offers --principal 1 --due 2026-01-01 --validity 500', 'usage.policy', 'validity'],
    ['channel --history ontem', 'usage.history', 'history'],
    ['channel --channels pombo', 'usage.choice', 'channels'],
  ])('%s: %s', async (line, code, field) => {
    expect(await regua(`${line} --json`)).toMatchObject({ code: 2, json: { error: { code, field } } });
  });
});
