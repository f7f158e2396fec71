import { describe, expect, it } from 'vitest';
import essential from '../../templates/essential.json' with { type: 'json' };
import { parseCadence, type CadenceDocument } from '../cadence/index.ts';
import { fromWorkflow, toWorkflow, type N8nWorkflow } from '../workflow/index.ts';
import { mergeCadences } from './index.ts';

const published = fromWorkflow(toWorkflow(parseCadence(essential))).document;
const ABOUT = 'Régua · Sobre';

const noteIn = (workflow: N8nWorkflow): unknown => workflow.nodes.find(({ name }) => name === ABOUT)!.parameters['content'];
const inN8n = (from: CadenceDocument, change: (workflow: N8nWorkflow) => N8nWorkflow): CadenceDocument => fromWorkflow(change(toWorkflow(from))).document;
const written = (content: string) => (workflow: N8nWorkflow) => ({
  ...workflow,
  nodes: workflow.nodes.map((node) => (node.name === ABOUT ? { ...node, parameters: { ...node.parameters, content } } : node)),
});
const bring = (base: CadenceDocument, theirs: CadenceDocument): CadenceDocument => mergeCadences(base, base, theirs, { n8n: 'theirs' }).result;

describe('a note of the workflow after a change made in n8n', () => {
  it('that nobody wrote on follows the new name', () => {
    const renamed = bring(
      published,
      inN8n(published, (workflow) => ({ ...workflow, name: 'Régua da loja' })),
    );
    expect(renamed.name).toBe('Régua da loja');
    expect(renamed.n8n.nodes).toEqual(published.n8n.nodes);
    expect(noteIn(toWorkflow(renamed))).toMatch(/^## Régua da loja\n/);
  });

  it('that somebody wrote on keeps what was written, also through the next publication', () => {
    const withNote = bring(published, inN8n(published, written('Falar com a Bia antes de mudar.')));
    expect(noteIn(toWorkflow(withNote))).toBe('Falar com a Bia antes de mudar.');
    const renamed = bring(
      withNote,
      inN8n(withNote, (workflow) => ({ ...workflow, name: 'Régua da loja' })),
    );
    expect(renamed.name).toBe('Régua da loja');
    expect(noteIn(toWorkflow(renamed))).toBe('Falar com a Bia antes de mudar.');
  });

  it('keeps what else was set on it', () => {
    const pink = inN8n(published, (workflow) => ({
      ...workflow,
      name: 'Régua da loja',
      nodes: workflow.nodes.map((node) => (node.name === ABOUT ? { ...node, parameters: { ...node.parameters, color: 3 } } : node)),
    }));
    const note = toWorkflow(bring(published, pink)).nodes.find(({ name }) => name === ABOUT)!;
    expect(note.parameters).toMatchObject({ color: 3, content: expect.stringMatching(/^## Régua da loja\n/) as string });
  });
});
