import { describe, expect, it } from 'vitest';
import classic from '../../templates/classic.json' with { type: 'json' };
import type { N8nWorkflow } from '../../core/workflow/index.ts';
import { runForTest as regua } from '../run-for-test.ts';

const parameters = (text: string, type: string) => (JSON.parse(text) as N8nWorkflow).nodes.find((node) => node.type.endsWith(`.${type}`))!.parameters;

describe('regua export and the portfolio', () => {
  it("of a template is the template's own, never the one every node has by default", async () => {
    const { out } = await regua(['export', 'classica']);
    expect(parameters(out, 'debtorLookup')).toMatchObject({ portfolio: 'Régua clássica', cadenceId: 'classica' });
  });

  it('named by the command gives a template an id that follows from it, so that two clients have two cadences and the companion fits', async () => {
    const { out } = await regua(['export', 'classica', '--portfolio', ' Padaria São José ']);
    expect(parameters(out, 'debtorLookup')).toMatchObject({ portfolio: 'Padaria São José', cadenceId: 'classica-padaria-sao-jose' });
    expect(parameters(out, 'reguaTrigger')).toMatchObject({ portfolio: 'Padaria São José', cadenceId: 'classica-padaria-sao-jose' });
    const companion = await regua(['export', 'classica', '--portfolio', 'Padaria São José', '--import-workflow']);
    expect(parameters(companion.out, 'debtorLookup')).toEqual({ operation: 'import', portfolio: 'Padaria São José' });
    expect((JSON.parse(companion.out) as N8nWorkflow).name).toBe('Importar carteira · Régua clássica');
  });

  it("named for a file keeps the file's id and answers the finding that it was missing", async () => {
    const file = JSON.stringify({ ...classic, id: 'minha', portfolio: '' });
    const without = await regua(['export', 'r.json'], { 'r.json': file });
    expect(without).toMatchObject({ code: 1 });
    expect(without.err).toContain('Dê um nome à carteira');
    const named = await regua(['export', 'r.json', '--portfolio', 'Loja'], { 'r.json': file });
    expect(named).toMatchObject({ code: 0, err: '' });
    expect(parameters(named.out, 'debtorLookup')).toMatchObject({ portfolio: 'Loja', cadenceId: 'minha' });
  });

  it('that is no name is refused with what a name is', async () => {
    const { code, err } = await regua(['export', 'classica', '--portfolio', 'a\nb']);
    expect(code).toBe(2);
    expect(err).toContain('de 1 a 100 caracteres');
  });
});
