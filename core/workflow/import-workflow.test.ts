import { describe, expect, it } from 'vitest';
import template from '../../templates/workflows/importar-carteira.json' with { type: 'json' };
import classic from '../../templates/classic.json' with { type: 'json' };
import { parseCadence } from '../cadence/index.ts';
import { DEFAULT_PORTFOLIO } from '../portfolio/index.ts';
import type { N8nWorkflow } from './index.ts';
import { importWorkflow, importWorkflowFor } from './index.ts';

const cadence = { ...parseCadence(classic), id: 'classica-4k2m', portfolio: 'Loja Horizonte' };
const node = (workflow: N8nWorkflow, name: string) => workflow.nodes.find((one) => one.name === name)!;

describe('the workflow that brings people in', () => {
  it('is named after the cadence and imports into its portfolio', () => {
    const workflow = importWorkflowFor(cadence);
    expect(workflow.name).toBe('Importar carteira · Régua clássica');
    expect(node(workflow, 'Importar para a Régua').parameters).toEqual({ operation: 'import', portfolio: 'Loja Horizonte' });
    expect(node(workflow, 'Como usar').parameters['content']).toContain('carteira **Loja Horizonte**');
  });

  it('has a locked form with an address of its own, and sends the rows that could not be read to an output of their own', () => {
    const workflow = importWorkflowFor(cadence);
    expect(node(workflow, 'Formulário')).toMatchObject({ webhookId: 'importar-classica-4k2m', parameters: { authentication: 'n8nUserAuth' } });
    expect(node(importWorkflowFor(cadence, { webhookId: 'outro' }), 'Formulário')['webhookId']).toBe('outro');
    expect(workflow.connections['Importar para a Régua']!['main']).toEqual([[], [{ node: 'Linhas para corrigir', type: 'main', index: 0 }]]);
  });

  it('takes the ledger that the cadence uses, and the file that is there', () => {
    const ledger = { id: '7', name: 'Registro da loja' };
    const workflow = importWorkflowFor(cadence, { credentials: { reguaLedger: ledger }, portfolioFile: 'C:\\dados\\devedores.csv' });
    expect(node(workflow, 'Importar para a Régua')['credentials']).toEqual({ reguaLedger: ledger });
    expect(node(workflow, 'Ler planilha').parameters['fileSelector']).toBe('C:/dados/devedores.csv');
    expect(node(importWorkflowFor(cadence), 'Importar para a Régua')).not.toHaveProperty('credentials');
  });

  it('made for nobody in particular is the one that comes with the package', () => {
    const made = importWorkflow({ name: 'Régua: importar carteira', portfolio: DEFAULT_PORTFOLIO, webhookId: 'regua-importar-carteira' });
    expect({ id: template.id, active: false, ...made }).toEqual(template);
  });
});
