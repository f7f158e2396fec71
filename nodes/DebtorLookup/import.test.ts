import { describe, expect, it } from 'vitest';
import { PORTFOLIO } from '../../ledger/testing/fixtures.ts';
import { nodeRuns } from '../testing/node-run.ts';
import { importPortfolio } from './import.ts';

const n8n = nodeRuns();
const HEADER = 'Nome;CPF;Telefone;UF;Título;Vencimento;Valor;Situação';
const title = (number: string, situation = 'Em aberto', name = 'Maria Souza') =>
  `${name};447.712.782-02;11987654321;SP;${number};05/02/2026;500,00;${situation}`;
const importFile = async (lines: readonly string[], change: Readonly<Record<string, unknown>> = {}) =>
  (await n8n.run(importPortfolio, { portfolio: PORTFOLIO, ...change }, [{ json: {}, file: [HEADER, ...lines].join('\n') }])).map((output) =>
    output.map(({ json }) => json),
  );
const openNumbers = async () => (await n8n.ledger.openTitles({ portfolio: PORTFOLIO })).map(({ number }) => number);

describe('a title that a later table says is not ours to charge', () => {
  it.each([
    ['Jurídico', 'quem trata deste título não é a régua'],
    ['Em análise', 'Não conheço a situação'],
  ])('rests when its situation is "%s", and comes back when a table has it open', async (situation, reason) => {
    await importFile([title('T1'), title('T2')]);
    const [, refused] = await importFile([title('T1', situation), title('T2')]);
    expect(refused).toMatchObject([{ rowNumber: 2, reasons: [expect.stringContaining(reason), expect.stringContaining('parou de ser cobrado')] }]);
    expect(await openNumbers()).toEqual(['T2']);
    await importFile([title('T1')]);
    expect(await openNumbers()).toEqual(['T1', 'T2']);
  });

  it('rests with all the others when the name says that the person died, whatever their rows say', async () => {
    await importFile([title('T1'), title('T2')]);
    const [taken, refused] = await importFile([title('T1', 'Em aberto', 'Maria Souza (FALECIDA)'), title('T2')]);
    expect(taken).toEqual([]);
    expect(refused!.map(({ rowNumber }) => rowNumber)).toEqual([2, 3]);
    expect(await openNumbers()).toEqual([]);
  });
});

describe('a list of everything that is open', () => {
  it('closes what it lacks as the user says, and says so', async () => {
    await importFile([title('T1'), title('T2')]);
    const [done] = await importFile([title('T2')], { allOpen: 'cancelled' });
    expect(done!.at(-1)).toMatchObject({ debtNumber: 'T1', closed: 'cancelled', documentMasked: expect.stringMatching(/^\*/) as string });
    expect(await openNumbers()).toEqual(['T2']);
    await importFile([title('T1'), title('T2')], { allOpen: 'paid' });
    expect(await openNumbers()).toEqual(['T1', 'T2']);
    await importFile([title('T2')], { allOpen: 'paid' });
    await importFile([title('T1'), title('T2')], { allOpen: 'paid' });
    expect(await openNumbers()).toEqual(['T2']);
  });

  it('only shows what it lacks when asked to, and nothing without being asked', async () => {
    await importFile([title('T1'), title('T2')]);
    const [, shown] = await importFile([title('T2')], { allOpen: 'ask' });
    expect(shown).toMatchObject([{ debtNumber: 'T1', reasons: [expect.stringContaining('Foi pago ou cancelado?')] }]);
    expect((await importFile([title('T2')]))[1]).toEqual([]);
    expect(await openNumbers()).toEqual(['T1', 'T2']);
  });

  it('closes nothing when it looks cut off, lacks too much, or refuses a row of that person', async () => {
    const many = Array.from({ length: 20 }, (_, index) => title(`T${index + 1}`));
    await importFile(many);
    const refusal = async (lines: readonly string[], change = {}) => (await importFile(lines, { allOpen: 'cancelled', ...change }))[1]!.at(-1);
    expect(await refusal(many.slice(0, 10))).toMatchObject({ problem: { code: 'all-open.too-many' } });
    expect(await refusal([...many.slice(0, 18), 'Maria Souza;447.712'])).toMatchObject({ problem: { code: 'all-open.cut-off' } });
    expect(await refusal([])).toMatchObject({ problem: { code: 'all-open.empty' } });
    expect(await refusal([...many.slice(0, 18), title('T19').replace('500,00', 'x')])).toMatchObject({ rowNumber: 20 });
    expect(await openNumbers()).toHaveLength(20);
    await importFile(many.slice(0, 10), { allOpen: 'cancelled', missingLimit: 60 });
    expect(await openNumbers()).toHaveLength(10);
  });
});

it('what is nobody’s title, or concerns the whole table, is said above the output', async () => {
  await importFile([title('T1'), 'Total;;;;;;500,00;'], { columns: { column: [{ header: 'Nada', field: 'email' }] } });
  expect(n8n.hints).toEqual([expect.stringContaining('A coluna "Nada"'), expect.stringMatching(/^Linha 3: A linha soma outras/)]);
});
