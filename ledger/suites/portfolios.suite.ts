import { describe, expect, test } from 'vitest';
import type { Ledger, Run } from '../ledger.ts';
import { AT, IMPORT, importedCase, importOne, ON, PORTFOLIO, portfolioOf, runWith } from '../testing/fixtures.ts';

const HORIZONTE = { name: 'Loja Horizonte', document: '11.222.333/0001-81' };
const SOL = { name: 'Escola Sol', document: '11.444.777/0001-61' };

export function portfoliosSuite(ledger: () => Ledger, another: () => Promise<Ledger>): void {
  let count = 0;
  const run = (change: Partial<Run> & { readonly creditor?: object; readonly name?: string } = {}): Run => {
    const { creditor = HORIZONTE, name, ...rest } = change;
    const made = runWith({ id: `rodada-${++count}`, ...rest });
    return { ...made, settings: { ...made.settings, cadenceName: name ?? made.cadenceId, creditor: { ...made.settings.creditor, ...creditor } } };
  };
  const code = (work: Promise<unknown>) =>
    work.then(
      () => undefined,
      (error: { code?: string }) => error.code,
    );
  const due = (portfolio: string) => ledger().takeDue({ portfolio, on: ON, now: AT, limit: 100, leaseMs: 0, owner: 'teste' });

  describe('whose portfolio it is', () => {
    test('a portfolio that ran for one creditor is refused to another, by document, and nothing of that run is kept', async () => {
      await ledger().startRun(run());
      const other = run({ cadenceId: 'escola', creditor: SOL });
      expect(await code(ledger().startRun(other))).toBe('portfolio.other-creditor');
      expect(await ledger().getRun(other.id)).toBeUndefined();
      // The same cadence under another creditor is no less another creditor.
      expect(await code(ledger().startRun(run({ creditor: SOL })))).toBe('portfolio.other-creditor');
      await ledger().startRun(run({ creditor: { ...HORIZONTE, name: 'Loja Horizonte Ltda.' } }));
      expect((await ledger().portfolios()).map(({ holder }) => holder?.creditor.name)).toEqual(['Loja Horizonte Ltda.']);
    });

    test('without documents the name decides', async () => {
      await ledger().startRun(run({ creditor: { ...HORIZONTE, document: '' } }));
      expect(await code(ledger().startRun(run({ creditor: { ...SOL, document: '' } })))).toBe('portfolio.other-creditor');
      await ledger().startRun(run({ creditor: { name: 'LOJA HORIZONTE', document: '' } }));
    });

    test('a second cadence of the same creditor is refused, also on the portfolio that every node has by default', async () => {
      for (const portfolio of [PORTFOLIO, 'principal']) {
        await ledger().startRun(run({ portfolio, cadenceId: `primeira-${portfolio}`, name: 'Primeira' }));
        const second = run({ portfolio, cadenceId: `segunda-${portfolio}`, name: 'Segunda' });
        await expect(ledger().startRun(second)).rejects.toThrow(/"Primeira".*"Segunda"/);
        expect(await ledger().latestRun(`segunda-${portfolio}`)).toBeUndefined();
      }
    });

    test('a cadence that collects for one creditor is refused to collect for another elsewhere; a second portfolio of its own creditor is fine', async () => {
      await ledger().startRun(run());
      expect(await code(ledger().startRun(run({ portfolio: 'escola', creditor: SOL })))).toBe('portfolio.cadence-of-other-creditor');
      await ledger().startRun(run({ portfolio: 'filial' }));
    });

    test('of several cadences that start on one portfolio at the same moment exactly one does', async () => {
      const others = [ledger(), await another(), await another()];
      const codes = await Promise.all(others.map((one, index) => code(one.startRun(run({ cadenceId: `regua-${index}` })))));
      expect(codes.filter((one) => one === undefined)).toHaveLength(1);
      expect(codes.filter((one) => one === 'portfolio.other-cadence')).toHaveLength(2);
    });

    test('a run that was started is not refused when its node starts it again, whoever has the portfolio by then', async () => {
      const first = run();
      await ledger().startRun(first);
      await ledger().handOverPortfolio({ portfolio: PORTFOLIO, cadenceId: 'nova', at: AT });
      await ledger().startRun(first);
      expect(await ledger().getRun(first.id)).toEqual(first);
    });

    test('the known ones are those with people and those that ran, with who works them', async () => {
      await ledger().importCases(portfolioOf(3), { ...IMPORT, portfolio: 'só importada' });
      await ledger().startRun(run({ name: 'Clássica' }));
      expect(await ledger().portfolios()).toEqual([
        { portfolio: PORTFOLIO, cases: 0, holder: { portfolio: PORTFOLIO, cadenceId: 'classica', cadenceName: 'Clássica', creditor: HORIZONTE } },
        { portfolio: 'só importada', cases: 3 },
      ]);
    });
  });

  describe('a portfolio handed over', () => {
    test('is worked by the other cadence from then on, and refused to the one that worked it', async () => {
      await ledger().startRun(run({ name: 'Antiga' }));
      await ledger().handOverPortfolio({ portfolio: PORTFOLIO, cadenceId: 'nova', at: AT });
      expect(await code(ledger().startRun(run()))).toBe('portfolio.other-cadence');
      await ledger().startRun(run({ cadenceId: 'nova', name: 'Nova' }));
      expect((await ledger().portfolios())[0]!.holder).toMatchObject({ cadenceId: 'nova', cadenceName: 'Nova' });
    });

    test('stays with its creditor: neither a cadence of another one nor a first run for another one gets it', async () => {
      await ledger().startRun(run());
      await ledger().startRun(run({ portfolio: 'escola', cadenceId: 'escola', creditor: SOL }));
      expect(await code(ledger().handOverPortfolio({ portfolio: PORTFOLIO, cadenceId: 'escola', at: AT }))).toBe('portfolio.other-creditor');
      await ledger().handOverPortfolio({ portfolio: PORTFOLIO, cadenceId: 'nova', at: AT });
      expect(await code(ledger().startRun(run({ cadenceId: 'nova', creditor: SOL })))).toBe('portfolio.other-creditor');
    });

    test('has to be one that ran', async () => {
      await importOne(ledger());
      await expect(ledger().handOverPortfolio({ portfolio: 'nenhuma', cadenceId: 'nova', at: AT })).rejects.toThrow(`O registro tem: "${PORTFOLIO}".`);
    });
  });

  describe('a portfolio renamed', () => {
    test('takes everybody and everything along: people, runs, report, holder, and the settings that payments are counted by', async () => {
      const caseId = await importOne(ledger());
      await ledger().startRun(run({ id: 'antes' }));
      expect(await ledger().renamePortfolio({ from: PORTFOLIO, to: '  Loja Horizonte ', at: AT })).toEqual({ cases: 1 });
      expect((await due('Loja Horizonte')).map(({ id }) => id)).toEqual([caseId]);
      expect(await due(PORTFOLIO)).toEqual([]);
      expect((await ledger().getRun('antes'))?.portfolio).toBe('Loja Horizonte');
      expect(await ledger().portfolios()).toMatchObject([{ portfolio: 'Loja Horizonte', cases: 1, holder: { cadenceId: 'classica' } }]);
      expect((await ledger().dayReport({ portfolio: 'Loja Horizonte', on: ON })).runs).toBe(1);
      // Who is imported again is the same person; under the old name somebody else would begin.
      const [again] = await ledger().importCases([importedCase()], { ...IMPORT, portfolio: 'Loja Horizonte' });
      expect(again).toMatchObject({ caseId, debtor: 'unchanged' });
      await ledger().startRun(run({ portfolio: 'Loja Horizonte' }));
      await ledger().startRun(run({ portfolio: PORTFOLIO, cadenceId: 'outra' }));
    });

    test('takes over the name under which its cadence has already run without finding anybody', async () => {
      await importOne(ledger());
      await ledger().startRun(run());
      await ledger().startRun(run({ portfolio: 'Nova' }));
      await ledger().renamePortfolio({ from: PORTFOLIO, to: 'Nova', at: AT });
      expect(await ledger().portfolios()).toMatchObject([{ portfolio: 'Nova', cases: 1, holder: { cadenceId: 'classica' } }]);
    });

    test('is refused a name that others have, people or a cadence, and one that is none; then nothing has moved', async () => {
      const caseId = await importOne(ledger());
      await ledger().importCases([importedCase()], { ...IMPORT, portfolio: 'com gente' });
      await ledger().startRun(run({ portfolio: 'de outra', cadenceId: 'outra', name: 'Outra' }));
      const rename = (to: string, from = PORTFOLIO) => ledger().renamePortfolio({ from, to, at: AT });
      expect(await code(rename('com gente'))).toBe('portfolio.taken');
      await expect(rename('de outra')).rejects.toThrow('Já existe uma carteira "de outra", da régua "Outra".');
      for (const none of ['', '  ', 'a\nb', 'x'.repeat(101)]) expect(await code(rename(none))).toBe('portfolio.name');
      await expect(rename('Nova', 'nenhuma')).rejects.toThrow(/Não há carteira "nenhuma".*"carteira", "com gente"/);
      expect((await due(PORTFOLIO)).map(({ id }) => id)).toEqual([caseId]);
    });
  });
}
