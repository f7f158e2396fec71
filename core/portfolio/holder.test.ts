import { describe, expect, it } from 'vitest';
import type { PortfolioHolder } from './index.ts';
import { emptyPortfolioHint, runRefusal, sameCreditor } from './index.ts';

const A = { name: 'Loja Horizonte', document: '11.222.333/0001-81' };
const B = { name: 'Escola Sol', document: '11.444.777/0001-61' };
const holder = (change: Partial<PortfolioHolder> = {}): PortfolioHolder => ({
  portfolio: 'Loja',
  cadenceId: 'regua-a',
  cadenceName: 'Régua da loja',
  creditor: A,
  ...change,
});

describe('the same creditor', () => {
  it.each([
    ['the document in another spelling', A, { ...A, document: '11222333000181' }, true],
    ['the name corrected under the same document', A, { ...A, name: 'Loja Horizonte Ltda.' }, true],
    ['another document under the same name', A, { ...A, document: B.document }, false],
    ['a document with a slip in it, corrected', { ...A, document: '11.222.333/0001-82' }, A, true],
    ['a document with a slip in it, and another name', { ...A, document: '11.222.333/0001-82' }, { ...A, name: 'Outra' }, false],
    ['no document and the same name, but for accents and case', { name: 'PADARIA SAO JOSE', document: '' }, { name: 'Padaria São José', document: '' }, true],
    ['no document and another name', { ...A, document: '' }, { ...B, document: '' }, false],
    ['nothing said yet', { name: '', document: '' }, A, true],
  ])('%s', (_, one, other, same) => {
    expect(sameCreditor(one, other)).toBe(same);
    expect(sameCreditor(other, one)).toBe(same);
  });
});

describe('a run is refused', () => {
  it('on the portfolio of another creditor, naming both, and before anything else is looked at', () => {
    const refusal = runRefusal(holder({ cadenceId: 'regua-b', cadenceName: 'Régua da escola', creditor: B }), holder(), []);
    expect(refusal?.code).toBe('portfolio.other-creditor');
    expect(refusal?.message).toContain('a carteira "Loja" é de Loja Horizonte (régua "Régua da loja"), e a régua "Régua da escola" cobra por Escola Sol');
    expect(refusal?.message).toContain('dê outro nome à carteira');
  });

  it('on the portfolio of another cadence of the same creditor, naming both and the two ways out', () => {
    const refusal = runRefusal(holder({ cadenceId: 'regua-2', cadenceName: 'Régua nova' }), holder(), []);
    expect(refusal?.code).toBe('portfolio.other-cadence');
    expect(refusal?.message).toContain('"Régua da loja" (código regua-a)');
    expect(refusal?.message).toContain('"Régua nova" (código regua-2)');
    expect(refusal?.message).toMatch(/uma carteira só dela.*"Mudar de régua"/);
  });

  it('when the cadence speaks for another creditor elsewhere', () => {
    const refusal = runRefusal(holder({ portfolio: 'Escola', creditor: B }), undefined, [holder()]);
    expect(refusal?.code).toBe('portfolio.cadence-of-other-creditor');
    expect(refusal?.message).toContain('duplique-a no designer');
  });

  it('never on its own portfolio, on one nobody has run, or on a second one of the same creditor', () => {
    expect(runRefusal(holder(), holder(), [holder()])).toBeUndefined();
    expect(runRefusal(holder({ creditor: { ...A, name: 'Loja Horizonte ME' } }), holder(), [holder()])).toBeUndefined();
    expect(runRefusal(holder(), undefined, [])).toBeUndefined();
    expect(runRefusal(holder({ portfolio: 'Loja, filial' }), undefined, [holder()])).toBeUndefined();
  });
});

describe('who ran a portfolio without anybody in it', () => {
  it('is told where the people of that creditor are, and nothing of other creditors', () => {
    const hint = emptyPortfolioHint('Nova', A, [
      { portfolio: 'Escola', cases: 9, holder: holder({ portfolio: 'Escola', creditor: B }) },
      { portfolio: 'Loja', cases: 200, holder: holder() },
      { portfolio: 'principal', cases: 1 },
      { portfolio: 'Vazia', cases: 0, holder: holder({ portfolio: 'Vazia' }) },
    ]);
    expect(hint).toBe(
      'A carteira "Nova" ainda não tem ninguém. Há gente em "Loja" (200 pessoas), "principal" (1 pessoa). Se a carteira mudou de nome, rode o nó "Carteiras", operação "Renomear uma carteira"; se não, importe os clientes nesta.',
    );
  });

  it('is told to import when there is nobody anywhere, and nothing when there is somebody', () => {
    expect(emptyPortfolioHint('Nova', A, [])).toBe('A carteira "Nova" ainda não tem ninguém. Importe nela os clientes.');
    expect(emptyPortfolioHint('Loja', A, [{ portfolio: 'Loja', cases: 1 }])).toBeUndefined();
  });
});
