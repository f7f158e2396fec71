import { describe, expect, it } from 'vitest';
import classic from '../../templates/classic.json' with { type: 'json' };
import { parseCadence } from '../cadence/index.ts';
import { fromWorkflow, toWorkflow, updateWorkflow, type N8nWorkflow } from './index.ts';

describe('an update of a workflow that was moved as a whole on n8n’s canvas', () => {
  it('leaves every node where it stands, also those that are not ours', () => {
    const workflow = JSON.parse(JSON.stringify(toWorkflow(parseCadence(classic)))) as N8nWorkflow;
    workflow.nodes.push({ id: 'x', name: 'Avisar a equipe', type: 'n8n-nodes-base.slack', typeVersion: 2, position: [1600, 300], parameters: {} });
    for (const node of workflow.nodes) node.position = [node.position[0] + 640, node.position[1] - 320];
    const updated = updateWorkflow(workflow, { ...fromWorkflow(workflow).document, name: 'Outro nome' });
    const positions = ({ nodes }: N8nWorkflow) => Object.fromEntries(nodes.map(({ name, position }) => [name, position]));
    expect(updated.name).toBe('Outro nome');
    expect(positions(updated)).toEqual(positions(workflow));
    expect(positions(updated)['Avisar a equipe']).toEqual([2240, -20]);
  });
});
