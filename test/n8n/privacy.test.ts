import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
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
  it('and that is for a person to decide: an agent that has the node as a tool is refused', async () => {
    for (const operation of ['erase', 'retention']) {
      const context = {
        getNodeParameter: () => operation,
        isToolExecution: () => true,
        getNode: () => ({ name: 'apagar', type: 'n8n-nodes-regua.debtorLookupTool' }),
      };
      await expect(new DebtorLookup().execute.call(context as unknown as IExecuteFunctions)).rejects.toThrow(/decisão de uma pessoa/);
    }
    expect(await nameNow()).toBe('Ana Souza');
  });

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
