import { describe, expect, it } from 'vitest';
import { findings } from '../core/cadence/index.ts';
import { fromWorkflow, toWorkflow } from '../core/workflow/index.ts';
import { TEMPLATES } from './index.ts';

describe('the templates', () => {
  for (const { document } of TEMPLATES) {
    it(`${document.name} has nothing wrong with it`, () => {
      expect(findings(document)).toEqual([]);
    });

    it(`${document.name} says no day that a late entry or a weekend makes a lie`, () => {
      expect(JSON.stringify(document)).not.toMatch(/\b(?:ontem|anteontem|semana passada|mês passado)\b/i);
    });

    it(`${document.name} comes back whole from n8n`, () => {
      expect(fromWorkflow(JSON.parse(JSON.stringify(toWorkflow(document)))).document).toEqual(document);
    });
  }

  it('the classic one walks the seven steps of the field', () => {
    expect(TEMPLATES[0]!.document.tracks[0]!.steps.map((step) => step.day)).toEqual([-3, 1, 7, 15, 30, 45, 90]);
  });
});
