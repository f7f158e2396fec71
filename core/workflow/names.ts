import { ownValue } from '../json/own-value.ts';
import { blockPart, ROLES, trackRole } from '../cadence/n8n-parts.ts';
import type { Block } from '../cadence/blocks.ts';
import type { CadenceDocument } from '../cadence/document.ts';
import { placedBlocks } from '../cadence/document.ts';
import { BLOCK_LABELS, dayLabel, EVENT_LABELS, PURPOSE_LABELS } from '../cadence/labels.ts';

export { ROLES, trackRole };
export const noteRole = (about: string): string => `note:${about}`;

export const ROLE_NAMES: Record<keyof typeof ROLES, string> = {
  schedule: 'Todo dia',
  manual: 'Rodar agora',
  lookup: 'Casos do dia',
  removal: 'Retirada de negativação',
  tier: 'Faixa do cliente',
  trigger: 'Eventos da régua',
};

export const trackNodeName = (trackName: string): string => `Trilha ${trackName}`;

function blockWords(block: Block): string {
  if (block.kind === 'message') return PURPOSE_LABELS[block.purpose];
  if (block.kind === 'humanTask') return block.title;
  return BLOCK_LABELS[block.kind];
}

/** Every part's node name, unique within the workflow: the one it was given in n8n, else one that says day and deed. */
export function nodeNames(document: CadenceDocument): Map<string, string> {
  const wanted: [part: string, name: string][] = [];
  for (const role of Object.values(ROLES)) wanted.push([role, ROLE_NAMES[role]]);
  for (const track of document.tracks) wanted.push([trackRole(track.id), trackNodeName(track.name)]);
  for (const [about, name] of [
    ['about', 'Régua · Sobre'],
    ['start', 'Régua · Início'],
    ['events', 'Régua · Eventos'],
  ] as const)
    wanted.push([noteRole(about), name]);
  for (const track of document.tracks) wanted.push([noteRole(track.id), `Régua · ${trackNodeName(track.name)}`]);
  const manyTracks = document.tracks.length > 1;
  for (const { block, track, step, event } of placedBlocks(document)) {
    if (block.kind === 'custom') wanted.push([blockPart(block.id), block.label]);
    else if (step && track) wanted.push([blockPart(block.id), `${dayLabel(step.day)} ${blockWords(block)}${manyTracks ? ` · ${track.name}` : ''}`]);
    else if (event) wanted.push([blockPart(block.id), `${EVENT_LABELS[event]}: ${blockWords(block)}`]);
  }
  const names = new Map<string, string>();
  const taken = new Set<string>(document.n8n.loose.map((node) => String(node['name'])));
  const give = (part: string, name: string): void => {
    let unique = name;
    for (let n = 2; taken.has(unique); n++) unique = `${name} (${n})`;
    taken.add(unique);
    names.set(part, unique);
  };
  // Names given by a person first: a default never takes one from them.
  for (const { block } of placedBlocks(document)) if (block.kind === 'custom') give(blockPart(block.id), block.label);
  for (const [part] of wanted) {
    const given = ownValue(document.n8n.nodes, part)?.name;
    if (given !== undefined && !names.has(part)) give(part, given);
  }
  for (const [part, name] of wanted) if (!names.has(part)) give(part, name);
  return names;
}

/** True when both are names that we give, alike but for the day and a number in brackets: the person did not rename it. */
export function isSameDefaultName(a: string, b: string): boolean {
  const plain = (name: string): string => name.replace(/^D(?:0|[+-]\d+) /, 'D ').replace(/ \(\d+\)$/, '');
  return plain(a) === plain(b);
}
