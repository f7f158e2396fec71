import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import classic from '../../templates/classic.json' with { type: 'json' };
import { arbitraryCadence } from '../testing/arbitrary-cadence.ts';
import { DEFAULT_PORTFOLIO, ownPortfolioName, readPortfolioName } from '../portfolio/portfolio-name.ts';
import { fromWorkflow, toWorkflow } from '../workflow/index.ts';
import type { CadenceDocument } from './index.ts';
import { applyOperation, asOwnCadence, compareCadences, describeOperation, findings, parseCadence, readCadence, sharedPortfolioFindings } from './index.ts';

const cadence = (change: Partial<CadenceDocument> = {}): CadenceDocument => ({ ...parseCadence(classic), ...change });
/** As version 1 wrote it: no portfolio, and what the lookup node was given in n8n among the extras. */
const versionOne = (parameters?: object) => {
  const { portfolio: _named, ...document } = cadence();
  const nodes = parameters === undefined ? {} : { lookup: { name: 'Casos do dia', parameters } };
  return { ...document, schemaVersion: 1, n8n: { ...document.n8n, nodes } };
};
const codes = (document: CadenceDocument): string[] => findings(document).map(({ code }) => code);
const nodeOf = (document: CadenceDocument, type: string) => toWorkflow(document).nodes.find((node) => node.type.endsWith(`.${type}`))!;

describe('a cadence of version 1', () => {
  it('keeps working the portfolio that its lookup node named in n8n, and nothing of it stays among the extras', () => {
    const migrated = parseCadence(versionOne({ portfolio: ' Loja Horizonte ', limit: 500 }));
    expect(migrated.portfolio).toBe('Loja Horizonte');
    expect(migrated.n8n.nodes['lookup']).toEqual({ name: 'Casos do dia', parameters: { limit: 500 } });
    expect(parseCadence(versionOne({ portfolio: 'Outra' })).n8n.nodes['lookup']).toEqual({ name: 'Casos do dia' });
  });

  it('works the portfolio of every node that was told nothing, when it named none: what it ran on so far', () => {
    expect(parseCadence(versionOne()).portfolio).toBe(DEFAULT_PORTFOLIO);
    expect(parseCadence(versionOne({ limit: 500 })).portfolio).toBe('principal');
  });

  it('asks for the name where n8n had an expression, and leaves the expression to n8n until it is given', () => {
    const migrated = parseCadence(versionOne({ portfolio: '={{ $env.CARTEIRA }}' }));
    expect(codes(migrated)).toContain('portfolio.missing');
    expect(nodeOf(migrated, 'debtorLookup').parameters['portfolio']).toBe('={{ $env.CARTEIRA }}');
    const named = applyOperation(migrated, { kind: 'setPortfolio', portfolio: 'Loja' });
    expect(nodeOf(named, 'debtorLookup').parameters['portfolio']).toBe('Loja');
    expect(codes(named)).not.toContain('portfolio.missing');
  });

  it('is refused with the reason when the name is none', () => {
    const read = readCadence(versionOne({ portfolio: 'Loja\nOutra' }));
    expect(read.ok ? [] : read.problems).toEqual([
      { code: 'cadence.invalid', path: 'portfolio', message: 'O nome da carteira não pode ter quebras de linha nem caracteres de controle.' },
    ]);
  });
});

describe('the name of a portfolio', () => {
  it.each([
    ['  Loja Horizonte ', 'Loja Horizonte'],
    ['x'.repeat(100), 'x'.repeat(100)],
    ['x'.repeat(101), undefined],
    ['   ', undefined],
    ['a\tb', undefined],
    ['a\u202eb', undefined],
    [7, undefined],
  ])('%j is read as %j', (text, name) => expect(readPortfolioName(text)).toBe(name));

  it('made for a cadence is one that can be read, is not the default, and differs wherever the mark differs', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 120 }), fc.stringMatching(/^[a-z0-9]{4}$/), fc.stringMatching(/^[a-z0-9]{4}$/), (name, one, other) => {
        const own = ownPortfolioName(name, one);
        expect(readPortfolioName(own)).toBe(own);
        expect(own).not.toBe(DEFAULT_PORTFOLIO);
        expect(own === ownPortfolioName(name, other)).toBe(one === other);
      }),
    );
  });
});

describe('a portfolio in the document', () => {
  it('is missed when it is blank, with a fix that gives the cadence its own', () => {
    const [finding] = findings(cadence({ portfolio: '' })).filter(({ code }) => code === 'portfolio.missing');
    expect(finding).toMatchObject({ severity: 'error', where: { field: 'portfolio' } });
    const fixed = applyOperation(cadence({ portfolio: '' }), finding!.fix!.operation);
    expect(codes(fixed)).not.toContain('portfolio.missing');
    expect(fixed.portfolio).toMatch(/^Régua clássica · /);
  });

  it('is trimmed by the edit, whose name tells it, and an edit to the same name is none', () => {
    const before = cadence({ portfolio: 'Uma' });
    const edit = { kind: 'setPortfolio', portfolio: ' Outra ' } as const;
    expect(applyOperation(before, edit).portfolio).toBe('Outra');
    expect(describeOperation(edit, before)).toBe('Mudar a carteira para Outra');
    expect(applyOperation(before, { kind: 'setPortfolio', portfolio: 'Uma ' })).toBe(before);
  });

  it('is told when two versions are compared', () => {
    expect(compareCadences(cadence({ portfolio: 'Uma' }), cadence({ portfolio: 'Outra' })).map(({ sentence }) => sentence)).toEqual([
      'A carteira passou de Uma para Outra.',
    ]);
  });

  it('shared with another draft is a warning that names it and its creditor; the cadence itself and other portfolios are none', () => {
    const mine = cadence({ id: 'minha', portfolio: 'Uma' });
    const [finding, ...more] = [...sharedPortfolioFindings(mine, [cadence({ id: 'outra', name: 'Da loja B', portfolio: 'Uma' })])];
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ code: 'portfolio.shared', severity: 'warning' });
    expect(finding!.message).toContain('A régua Da loja B, de Loja Horizonte, usa a mesma carteira, "Uma"');
    expect([...sharedPortfolioFindings(mine, [mine, cadence({ id: 'outra', portfolio: 'Duas' })])]).toEqual([]);
    expect([...sharedPortfolioFindings(cadence({ portfolio: '' }), [cadence({ id: 'outra', portfolio: '' })])]).toEqual([]);
  });

  it('of a copy is its own, as are its id and its address in n8n', () => {
    const published = cadence({
      n8n: {
        ...cadence().n8n,
        nodes: { trigger: { name: 'Eventos', fields: { webhookId: 'um', notes: 'x' }, parameters: { path: 'um', events: ['reply'] } } },
      },
    });
    const copy = asOwnCadence(published, '4k2m9x1a');
    expect(copy).toMatchObject({ id: 'classica-4k2m9x1a', portfolio: 'Régua clássica · 4k2m' });
    expect(copy.n8n.nodes['trigger']).toEqual({ name: 'Eventos', fields: { notes: 'x' }, parameters: { events: ['reply'] } });
    expect(asOwnCadence(published, 'zzzz').portfolio).not.toBe(copy.portfolio);
  });
});

describe('a portfolio in n8n', () => {
  it('stands in the node of the daily run and in the trigger, and comes back from there', () => {
    fc.assert(
      fc.property(arbitraryCadence, (document) => {
        expect(nodeOf(document, 'debtorLookup').parameters['portfolio']).toBe(document.portfolio);
        const trigger = toWorkflow(document).nodes.find((node) => node.type.endsWith('.reguaTrigger'));
        if (trigger) expect(trigger.parameters['portfolio']).toBe(document.portfolio);
        const back = fromWorkflow(toWorkflow(document)).document;
        expect(back.portfolio).toBe(document.portfolio);
        expect(back.n8n.nodes['lookup']).toBeUndefined();
      }),
      { numRuns: 50 },
    );
  });

  const changed = (portfolio: unknown, node = 'debtorLookup') => {
    const workflow = toWorkflow(cadence({ portfolio: 'Loja' }));
    const nodes = workflow.nodes.map((one) => {
      if (!one.type.endsWith(`.${node}`)) return one;
      const { portfolio: _before, ...parameters } = one.parameters;
      return { ...one, parameters: portfolio === undefined ? parameters : { ...parameters, portfolio } };
    });
    return fromWorkflow({ ...workflow, nodes });
  };

  it('that n8n left out, being the default, is the default', () => expect(changed(undefined).document.portfolio).toBe('principal'));

  it('picked from the list there is the name that was picked', () => {
    expect(changed({ __rl: true, mode: 'list', value: ' Loja B ', cachedResultName: 'Loja B' }).document.portfolio).toBe('Loja B');
  });

  it('by an expression stays an expression, is named in the notes and has to be told here', () => {
    const { document, notes } = changed('={{ $json.carteira }}');
    expect(document.portfolio).toBe('');
    expect(notes.map(({ message }) => message).join()).toContain('O nome da carteira não pôde ser lido');
    expect(nodeOf(document, 'debtorLookup').parameters['portfolio']).toBe('={{ $json.carteira }}');
  });

  it('that the trigger was given alone is named in the notes, and the run decides', () => {
    const { document, notes } = changed('Outra', 'reguaTrigger');
    expect(document.portfolio).toBe('Loja');
    expect(notes.filter(({ code }) => code === 'portfolio.differs').map(({ message }) => message)).toEqual([
      'Os eventos iam para a carteira "Outra", e a rodada trabalha a carteira "Loja". A exportação usa a da rodada nos dois nós.',
    ]);
    expect(nodeOf(document, 'reguaTrigger').parameters['portfolio']).toBe('Loja');
  });
});
