import { describe, expect, it } from 'vitest';
import { decideStatement } from './decide-statement.ts';
import { matchCandidateJson, statementEntryJson } from './json.ts';
import { matchEntry, OpenDebtIndex } from './match-entry.ts';
import type { OpenDebt } from './open-debt.ts';
import { openDebtsOf } from './open-debt.ts';
import type { StatementEntry } from './statement.ts';
import { documentsIn } from './entry-text.ts';
import { policiesSchema } from '../cadence/policies.ts';
import type { Debt } from '../case/index.ts';

const ANA = '52998224725';
const BRUNO = '11144477735';

const owed = (change: Partial<OpenDebt> = {}): OpenDebt => ({
  caseId: 'ana',
  kind: 'debt',
  debtId: 'ana-1',
  number: 'NF-1001',
  dueDate: '2026-10-10',
  document: ANA,
  name: 'Ana Souza Lima',
  amounts: [15_000],
  ...change,
});
const bruno = owed({ caseId: 'bruno', debtId: 'bruno-1', number: 'NF-2002', document: BRUNO, name: 'Bruno Reis' });

const credit = (text: string, change: Partial<StatementEntry> = {}): StatementEntry => ({
  line: 1,
  id: '',
  account: '',
  date: '2026-11-05',
  amount: 15_000,
  text,
  documents: documentsIn(text),
  ...change,
});
const match = (entry: StatementEntry, debts: readonly OpenDebt[] = [owed(), bruno]) => matchEntry(entry, new OpenDebtIndex(debts));

describe('a credit', () => {
  it.each([
    ['PIX RECEBIDO 529.982.247-25', 15_000],
    ['PIX RECEBIDO REF NF-1001', 15_000],
    ['PIX RECEBIDO REF NF 1001', 15_000],
    ['PIX RECEBIDO REF nf1001', 15_000],
    ['Pix - ANA SOUZA - ***.982.247-**', 15_000],
    ['PIX TRANSF ANA SOU05/11 •••.982.247-••', 15_000],
    // Somebody says who and what it is for, and pays a part.
    ['PIX 52998224725 NF-1001', 4_000],
  ])('of "%s" and %i cents is certainly Ana’s', (text, amount) => {
    expect(match(credit(text, { amount }))).toMatchObject({ kind: 'match', debt: { debtId: 'ana-1' } });
  });

  it.each([
    ['PIX RECEBIDO', 15_000, 2],
    ['PIX ANA SOUZA LIMA', 15_000, 2],
    ['PIX ***.982.247-**', 15_000, 2],
    ['PIX 52998224725', 14_000, 1],
    ['PIX NF-1001', 14_000, 1],
    ['PIX ANA SOUZA', 14_000, 1],
    ['PIX ANA', 14_000, 0],
    ['PIX 1001', 14_000, 0],
    ['ESTORNO PIX 52998224725', 15_000, 2],
  ])('of "%s" and %i cents is for a person, with %i candidates', (text, amount, count) => {
    const found = match(credit(text, { amount }));
    expect(found.kind).toBe('candidates');
    if (found.kind === 'candidates') {
      expect(found.candidates).toHaveLength(count);
      if (count > 0) expect(found.candidates[0]!.debt.caseId).toBe('ana');
    }
  });

  it('that fits two people is nobody’s for certain', () => {
    const twin = { ...owed(), caseId: 'ana-elsewhere', debtId: 'x' };
    expect(match(credit('PIX 52998224725'), [owed(), twin])).toMatchObject({ kind: 'candidates', candidates: [{}, {}] });
  });

  it('whose payer owes too, and names somebody else’s title, is for a person', () => {
    const found = match(credit('PIX 111.444.777-35 REF NF-1001'), [owed(), { ...bruno, amounts: [99] }]);
    expect(found).toMatchObject({ kind: 'candidates', why: expect.stringContaining('outra pessoa') });
  });

  it('of a stranger who names the title and pays it to the cent is the title’s', () => {
    expect(match(credit('PIX 390.533.447-05 REF NF-1001'))).toMatchObject({ kind: 'match', debt: { debtId: 'ana-1' } });
  });

  it('between alike titles of one debtor pays the one that fell due first', () => {
    const later = owed({ debtId: 'ana-2', number: 'NF-1003', dueDate: '2026-11-01' });
    expect(match(credit('PIX 52998224725'), [later, owed()])).toMatchObject({ kind: 'match', debt: { debtId: 'ana-1' } });
  });

  it('is looked up by what a debt costs on its day', () => {
    const costly = owed({ costOn: (day) => (day === '2026-11-05' ? 15_613 : 1) });
    expect(match(credit('PIX 52998224725', { amount: 15_613 }), [costly])).toMatchObject({ kind: 'match', reasons: ['document', 'amount'] });
  });

  it('shows as many candidates as a person reads, the likeliest first, and tells how many more', () => {
    const school = Array.from({ length: 30 }, (_, index) =>
      owed({ caseId: `c${index}`, debtId: `d${index}`, number: `M-${index}`, document: BRUNO, name: 'X Y' }),
    );
    const found = match(credit('PIX ANA SOUZA'), [...school, owed()]);
    expect(found).toMatchObject({ kind: 'candidates', more: 21 });
    if (found.kind === 'candidates') expect(found.candidates.map(({ debt }) => debt.caseId).slice(0, 1)).toEqual(['ana']);
  });

  it.each([
    ['05/11 14:32 PIX', '05/11'],
    ['PIX AG 1234', '1234'],
    ['PIX RECEBIDO 12', '12'],
  ])('"%s" names no title %s', (text, number) => {
    expect(match(credit(text, { amount: 1 }), [owed({ number })])).toMatchObject({ candidates: [] });
  });

  it.each([
    ['PIX MENSALIDADE TITULO 12', '12'],
    ['PIX REF 123/1', '123/1'],
    ['PIX 0004711234', '4711234'],
    ['PIX (NF-1001)', 'NF-1001'],
  ])('"%s" names the title %s', (text, number) => {
    expect(match(credit(text), [owed({ number })])).toMatchObject({ kind: 'match' });
  });
});

describe('what may be paid of a case', () => {
  const debt = (change: Partial<Debt> = {}): Debt => ({
    id: 't1',
    number: 'NF-1',
    principal: 10_000,
    dueDate: '2026-03-02',
    payments: [],
    abatement: 0,
    status: 'open',
    ...change,
  });
  const policies = policiesSchema.parse({});
  const of = (change: Partial<Parameters<typeof openDebtsOf>[0]> = {}) =>
    openDebtsOf({ id: 'c', debtor: { document: ANA, name: 'Ana', uf: 'SP' }, debts: [debt()], agreements: [], contacts: [], ...change }, policies);

  it('is a title’s value, what a message asked for, and what it costs on a day', () => {
    const asked = [{ debtId: 't1', total: 10_223 }];
    const [title, ...rest] = of({
      debts: [debt(), debt({ id: 't2', status: 'paid' })],
      contacts: [
        { asked, status: 'sent' },
        { asked: [{ debtId: 't1', total: 1 }], status: 'failed' },
      ],
    });
    expect(title).toMatchObject({ kind: 'debt', debtId: 't1', amounts: [10_000, 10_223] });
    expect(title!.costOn!('2026-03-10')).toBe(10_227);
    expect(rest).toEqual([]);
  });

  it('is everything at once where there are several', () => {
    const all = of({ debts: [debt(), debt({ id: 't2', number: 'NF-2', principal: 5_000, payments: [{ date: '2026-03-03', amount: 1_000 }] })] });
    expect(all.map(({ kind, amounts }) => [kind, amounts])).toEqual([
      ['debt', [10_000]],
      ['debt', [4_000]],
      ['everything', [14_000]],
    ]);
  });

  it('is the instalments where an agreement covers it', () => {
    const installments = [
      { number: 1, dueDate: '2026-04-01', amount: 3_000, paidOn: '2026-04-01', paidAmount: 3_000 },
      { number: 2, dueDate: '2026-05-01', amount: 3_000, paidAmount: 500 },
      { number: 3, dueDate: '2026-06-01', amount: 3_000 },
    ];
    const agreement = { id: 'a', madeOn: '2026-03-20', debtIds: ['t1'], originalTotal: 10_000, total: 9_000, installments, status: 'active' as const };
    expect(of({ agreements: [agreement] }).map(({ kind, number, amounts }) => [kind, number, amounts])).toEqual([
      ['debt', 'NF-1', []],
      ['installment', '2', [2_500]],
      ['installment', '3', [3_000]],
      ['everything', '', [5_500]],
    ]);
  });
});

describe('a statement against what is owed', () => {
  const decide = (entries: readonly StatementEntry[], more: Partial<Parameters<typeof decideStatement>[1]> = {}) =>
    decideStatement({ format: 'ofx', entries }, { openDebts: [owed(), bruno], booked: [], today: '2026-11-10', ...more });
  const pix = credit('PIX 52998224725', { id: 'a' });

  it('books nothing twice: not what is known by its reference, nor what another credit pays', () => {
    const [first, second] = decide([pix, { ...pix, id: 'b' }]);
    expect([first, second]).toMatchObject([
      { kind: 'match' },
      { kind: 'candidates', why: expect.stringContaining('duas vezes'), candidates: [{ taken: true }, {}] },
    ]);
    const booked = [{ caseId: 'ana', reference: first!.reference, amount: 15_000, paidOn: '2026-11-05' }];
    expect(decide([pix], { booked })).toMatchObject([{ kind: 'known', caseId: 'ana' }]);
  });

  it('two alike credits pay two alike titles, and what is whole is not paid again in parts', () => {
    const other = owed({ debtId: 'ana-2', number: 'NF-1003', dueDate: '2026-11-01' });
    const everything = owed({ kind: 'everything', number: '', amounts: [30_000] });
    const openDebts = [owed(), other, everything];
    const two = decide([pix, { ...pix, id: 'b' }, { ...pix, id: 'c' }], { openDebts });
    expect(two).toMatchObject([{ kind: 'match', debt: { debtId: 'ana-1' } }, { kind: 'match', debt: { debtId: 'ana-2' } }, { kind: 'candidates' }]);
    expect(
      decide(
        [
          { ...pix, amount: 30_000 },
          { ...pix, id: 'b' },
        ],
        { openDebts },
      ),
    ).toMatchObject([{ kind: 'match', debt: { kind: 'everything' } }, { kind: 'candidates' }]);
  });

  it('asks a person about a payment of that amount in those days that came by another door', () => {
    const twin = { caseId: 'ana', reference: 'retorno:237:1', amount: 15_000, paidOn: '2026-11-03' };
    expect(decide([pix], { booked: [twin] })).toMatchObject([
      { kind: 'candidates', why: expect.stringContaining('outro caminho'), candidates: [{ debt: { debtId: 'ana-1' } }] },
    ]);
    for (const booked of [
      { ...twin, paidOn: '2026-10-30' },
      { ...twin, amount: 1 },
      { ...twin, caseId: 'bruno' },
    ]) {
      expect(decide([pix], { booked: [booked] })).toMatchObject([{ kind: 'match' }]);
    }
  });

  it('books nothing of a day that has not come', () => {
    expect(decide([pix], { today: '2026-11-04' })).toMatchObject([{ kind: 'candidates', why: expect.stringContaining('ainda não chegou') }]);
  });

  it('takes a Pix that comes twice in one file for one, and leaves a repeated entry to a person', () => {
    const known = { ...pix, endToEndId: 'E60746948202611051432A1b2C3d4E5f' };
    expect(decide([known, known])).toMatchObject([{ kind: 'match', reference: known.endToEndId }]);
    expect(decide([{ ...pix, repeats: true }])).toMatchObject([{ kind: 'candidates', why: expect.stringContaining('igual') }]);
  });
});

describe('for scripts and n8n', () => {
  it('CPFs are masked, in the text too', () => {
    const json = {
      entry: statementEntryJson(credit('PIX 529.982.247-25 ANA', { id: '52998224725' })),
      candidate: matchCandidateJson(credit('PIX'), { debt: owed(), reasons: ['document', 'amount'] }),
    };
    expect(JSON.stringify(json)).not.toMatch(/529\.?982\.?247-?25/);
    expect(json).toMatchObject({
      entry: { amount: '150.00', documentMasked: '***.982.247-**', endToEndId: null },
      candidate: { caseId: 'ana', why: 'o documento ***.982.247-** está no extrato; R$ 150,00 é o que se paga pelo título NF-1001.' },
    });
    expect(statementEntryJson(credit('PIX xxx982247xx')).documentMasked).toBe('***.982.247-**');
  });
});
