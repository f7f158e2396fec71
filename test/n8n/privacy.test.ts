import type { IDataObject } from 'n8n-workflow';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DebtorLookup } from '../../nodes/DebtorLookup/DebtorLookup.node.ts';
import { jsonOf, runInCore } from './support/coreWorkflow.ts';
import type { Bench } from './support/journey.ts';
import { openBench } from './support/journey.ts';
import { ALL_PORTFOLIOS } from '../../ledger/portfolio-scope.ts';

const ANA = '52998224725';
const TODAY = '2026-03-10';
const row = { Nome: 'Ana Souza', 'CPF/CNPJ': ANA, Título: 'NF-1', Vencimento: '09/03/2026', 'Valor (R$)': '1.234,56', Celular: '(11) 98765-4321', UF: 'SP' };

let bench: Bench;
let caseId: string;
beforeEach(async () => {
  bench = await openBench();
  vi.stubEnv('N8N_USER_FOLDER', bench.folder);
  caseId = (await run({ operation: 'import', today: TODAY }, [row]))[0]![0]!['caseId'] as string;
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await bench.close();
});

async function run(parameters: object, items: readonly IDataObject[] = [{}]): Promise<IDataObject[][]> {
  const outputs = await runInCore(items, [{ name: 'node', node: new DebtorLookup(), parameters, credentials: bench.credentials }]);
  return [0, 1].map((output) => jsonOf(outputs, 'node', output));
}

const nameNow = async () => (await bench.ledger.loadCases([caseId])).get(caseId)!.debtor.name;

describe('a client asks for their data', () => {
  it('and gets a masked view, unless the whole record is asked for', async () => {
    const [masked] = await run({ operation: 'export', today: TODAY, document: '529.982.247-25' });
    expect(masked).toMatchObject([
      { found: true, masked: true, document: '***.982.247-**', cases: [{ debtor: { name: 'Ana Souza' }, debts: [{ number: 'NF-1', principal: '1234.56' }] }] },
    ]);
    expect(JSON.stringify(masked)).not.toMatch(/52998224725|987654321/);
    const [whole] = await run({ operation: 'export', today: TODAY, document: ANA, masked: false });
    expect(whole).toMatchObject([{ masked: false, document: ANA, cases: [{ id: caseId }], events: [{ kind: 'debt.created' }, { kind: 'debtor.created' }] }]);
    expect(JSON.stringify(whole)).toContain('+5511987654321');
  });

  it('and the node says when nothing is held, or the number is wrong', async () => {
    expect((await run({ operation: 'export', today: TODAY, document: '111.444.777-35' }))[1]).toMatchObject([{ found: false }]);
    expect((await run({ operation: 'export', today: TODAY, document: '123' }))[1]).toMatchObject([{ found: false, problem: { code: 'document.invalid' } }]);
  });
});

describe('a client asks to be forgotten', () => {
  it('and nothing is erased before somebody writes APAGAR', async () => {
    for (const confirmation of ['', 'apagar', 'sim']) {
      const [erased, kept] = await run({ operation: 'erase', today: TODAY, document: ANA, confirmation });
      expect([erased, kept]).toMatchObject([[], [{ erased: false, cases: 0, problem: { code: 'erase.unconfirmed' } }]]);
    }
    expect(await nameNow()).toBe('Ana Souza');
  });

  it('and is erased once, with the number of cases touched', async () => {
    const asked = { operation: 'erase', today: TODAY, document: '529.982.247-25', confirmation: 'APAGAR' };
    expect((await run(asked))[0]).toMatchObject([{ erased: true, cases: 1, document: '***.982.247-**' }]);
    expect(await nameNow()).toBe('Titular apagado');
    expect((await run(asked))[1]).toMatchObject([{ erased: false, cases: 0 }]);
  });
});

describe('a person in the portfolios of two creditors', () => {
  let atSchool: string;
  beforeEach(async () => {
    atSchool = (await run({ operation: 'import', portfolio: 'escola', today: TODAY }, [{ ...row, Título: 'M-7' }]))[0]![0]!['caseId'] as string;
  });
  const schoolName = async () => (await bench.ledger.loadCases([atSchool])).get(atSchool)!.debtor.name;

  it('is found once in each, or in the one that is asked for', async () => {
    const find = async (more: object) => (await run({ operation: 'find', findBy: 'document', findValue: ANA, today: TODAY, ...more }))[0]!;
    expect((await find({})).map(({ portfolio, caseId: id }) => [portfolio, id]).sort()).toEqual([
      ['escola', atSchool],
      ['principal', caseId],
    ]);
    expect(await find({ portfolio: 'escola' })).toMatchObject([{ portfolio: 'escola', caseId: atSchool }]);
    expect((await run({ operation: 'find', findBy: 'phone', findValue: '(11) 98765-4321', portfolio: 'outra', today: TODAY }))[1]).toMatchObject([
      { found: false },
    ]);
  });

  it('gets what each of them holds by name, or what one of them holds', async () => {
    const [all] = await run({ operation: 'export', today: TODAY, document: ANA });
    expect(all).toMatchObject([{ portfolios: ['escola', 'principal'] }]);
    const [one] = await run({ operation: 'export', today: TODAY, document: ANA, portfolio: 'escola' });
    expect(one).toMatchObject([{ portfolios: ['escola'], cases: [{ portfolio: 'escola', debts: [{ number: 'M-7' }] }] }]);
    expect(JSON.stringify(one)).not.toContain('NF-1');
  });

  it('is erased where it was asked for; without that each is named and nobody is touched', async () => {
    const erase = (more: object) => run({ operation: 'erase', today: TODAY, document: ANA, confirmation: 'APAGAR', ...more });
    const [none, [refused] = []] = await erase({});
    expect(none).toEqual([]);
    expect(refused).toMatchObject({ erased: false, cases: 0, problem: { code: 'erase.which' } });
    expect(JSON.stringify(refused)).toContain('está em 2 carteiras: \\"escola\\" (1 título em aberto), \\"principal\\" (1 título em aberto)');
    expect([await nameNow(), await schoolName()]).toEqual(['Ana Souza', 'Ana Souza']);
    expect((await erase({ portfolio: 'escola' }))[0]).toMatchObject([{ erased: true, cases: 1, portfolios: ['escola'] }]);
    expect([await nameNow(), await schoolName()]).toEqual(['Ana Souza', 'Titular apagado']);
  });

  it('is erased everywhere when that was said', async () => {
    const [done] = await run({ operation: 'erase', today: TODAY, document: ANA, confirmation: 'APAGAR', everyPortfolio: true });
    expect(done).toMatchObject([{ cases: 2, portfolios: ['escola', 'principal'] }]);
    expect([await nameNow(), await schoolName()]).toEqual(['Titular apagado', 'Titular apagado']);
  });
});

describe('a sheet from whoever has the form', () => {
  const changed = { ...row, 'E-mail': 'outro@exemplo.example', Celular: '(21) 99999-8888' };
  const pointsNow = async () => (await bench.ledger.loadCases([caseId])).get(caseId)!.debtor.contactPoints.map(({ value, verified }) => [value, verified]);

  it('cannot lead a known client’s messages elsewhere: what it changes is shown, masked, and held until it is accepted', async () => {
    for (let times = 0; times < 2; times += 1) {
      const [[item]] = (await run({ operation: 'import', today: TODAY }, [changed])) as [IDataObject[]];
      expect(item).toMatchObject({
        contactChanges: [{ kind: 'mobile' }, { kind: 'email' }],
        why: [expect.stringContaining('Contatos novos: aceitar') as string],
      });
      expect(JSON.stringify(item)).not.toMatch(/99998888|outro@exemplo/);
      expect((await pointsNow()).filter(([, verified]) => verified)).toEqual([['+5511987654321', true]]);
    }
    await run({ operation: 'import', today: TODAY, contactChanges: 'accept' }, [changed]);
    expect((await pointsNow()).every(([, verified]) => verified)).toBe(true);
  });

  it('says when a telephone is another client’s, too', async () => {
    const bruno = { ...row, Nome: 'Bruno', 'CPF/CNPJ': '111.444.777-35', Título: 'NF-2' };
    const [[item]] = (await run({ operation: 'import', today: TODAY }, [bruno])) as [IDataObject[]];
    expect(item!['why']).toEqual([expect.stringMatching(/também é de outro cliente/)]);
  });
});

describe('what came for nobody known', () => {
  const keep = (body: object, kind = 'optOut') =>
    bench.ledger.keepEvent({ portfolio: 'principal', door: 'regua', key: JSON.stringify(body), kind, at: `${TODAY}T12:00:00Z`, reason: 'Ninguém.', body });

  it('is listed masked, put on the case a person names, and gone from the list', async () => {
    await keep({ event: 'optOut', channel: 'sms', document: '11144477735', phone: '+5521999998888' });
    const [[item]] = (await run({ operation: 'unattributed', portfolio: 'principal' })) as [IDataObject[]];
    expect(item).toMatchObject({ kind: 'optOut', reason: 'Ninguém.', documentMasked: '***.444.777-**', said: { channel: 'sms' } });
    expect(JSON.stringify(item)).not.toMatch(/11144477735|99998888/);
    expect((await run({ operation: 'attribute', today: TODAY, caseId }, [item!]))[0]).toMatchObject([{ caseId, result: 'recorded', event: 'optOut' }]);
    expect((await bench.ledger.loadCases([caseId])).get(caseId)!.debtor.optedOut).toEqual(['sms']);
    expect((await run({ operation: 'unattributed' }))[0]).toEqual([]);
  });

  it('does not go to a case of another portfolio, stays when it cannot be done, and may be closed', async () => {
    const atSchool = (await run({ operation: 'import', portfolio: 'escola', today: TODAY }, [row]))[0]![0]!['caseId'];
    await keep({ event: 'dispute', debtNumbers: ['OUTRO'], resolved: false }, 'dispute');
    const [[item]] = (await run({ operation: 'unattributed' })) as [IDataObject[]];
    expect((await run({ operation: 'attribute', caseId: atSchool }, [item!]))[1]).toMatchObject([{ problem: { code: 'event.case' } }]);
    expect((await run({ operation: 'attribute', caseId }, [item!]))[1]).toMatchObject([{ problem: { code: 'event.refused' } }]);
    expect((await run({ operation: 'unattributed' }))[0]).toHaveLength(1);
    expect((await run({ operation: 'attribute', caseId: '' }, [{ eventId: item!['eventId'] }]))[0]).toMatchObject([{ result: 'closed' }]);
    expect((await run({ operation: 'unattributed' }))[0]).toEqual([]);
    expect((await run({ operation: 'attribute', eventId: 'nenhum', caseId }))[1]).toMatchObject([{ problem: { code: 'event.unknown' } }]);
  });
});

describe('the term of keeping', () => {
  it('erases who was closed for longer than the months asked for', async () => {
    await bench.ledger.recordPayment({ portfolio: ALL_PORTFOLIOS, reference: 'pix-1', amount: 1_000_000, paidOn: TODAY, at: `${TODAY}T15:00:00Z`, caseId });
    expect((await run({ operation: 'retention', today: '2031-03-10' }))[0]).toMatchObject([{ months: 60, before: TODAY, cases: 0 }]);
    expect((await run({ operation: 'retention', today: '2031-03-11' }))[0]).toMatchObject([{ cases: 1 }]);
    expect(await nameNow()).toBe('Titular apagado');
  });

  it('never erases without a term', async () => {
    await bench.ledger.recordPayment({ portfolio: ALL_PORTFOLIOS, reference: 'pix-1', amount: 1_000_000, paidOn: TODAY, at: `${TODAY}T15:00:00Z`, caseId });
    await expect(run({ operation: 'retention', today: '2031-03-11', months: 0 })).rejects.toThrow('Nada foi apagado');
    expect(await nameNow()).toBe('Ana Souza');
  });
});
