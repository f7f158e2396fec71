import { describe, expect, it } from 'vitest';
import essential from '../../templates/essential.json' with { type: 'json' };
import { parseCadence, placedBlocks, type CadenceDocument } from '../cadence/index.ts';
import { mergeCadences } from './index.ts';

const base = parseCadence(essential);

/** The cadence with `ending` at the end of its first message, and another hour. */
function ended(ending: string, at: string): CadenceDocument {
  const copy = structuredClone(base) as unknown as {
    schedule: { at: string };
    tracks: { steps: { blocks: { kind: string; texts: { body: string }[] }[] }[] }[];
  };
  copy.schedule.at = at;
  copy.tracks[0]!.steps[0]!.blocks.find(({ kind }) => kind === 'message')!.texts[0]!.body += ending;
  return parseCadence(copy);
}

describe('a conflict', () => {
  const { conflicts } = mergeCadences(base, ended(' Conte com a gente.', '08:00'), ended(' Ligue quando quiser.', '10:15'));
  const [text, hour] = [conflicts.find(({ texts }) => texts), conflicts.find(({ texts }) => !texts)];

  it('about a message has both texts to the last letter, however short the sentence is', () => {
    const messages = [...placedBlocks(base)].flatMap(({ block }) => (block.kind === 'message' ? [block] : []));
    const { body } = messages[0]!.texts[0]!;
    expect(text!.texts).toEqual({ mine: `${body} Conte com a gente.`, theirs: `${body} Ligue quando quiser.` });
    expect(text!.mine.length).toBeLessThan(body.length);
  });

  it('says what it is about apart from what each side has', () => {
    expect(text!.what).toMatch(/^D-3, .*: o texto mudou dos dois lados\.$/);
    expect(hour).toMatchObject({
      what: 'A régua: o horário da rodada mudou dos dois lados.',
      sentence: 'A régua: o horário da rodada mudou dos dois lados. No seu arquivo: "08:00"; no outro arquivo: "10:15".',
    });
  });
});
