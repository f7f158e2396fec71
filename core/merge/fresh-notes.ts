import type { CadenceDocument, N8nExtras } from '../cadence/document.ts';
import { noteTexts } from '../workflow/notes.ts';

type NodeExtras = N8nExtras['nodes'][string];

/**
 * A note in n8n that still says what the last publication wrote there was not written by anybody: a name or a day changed in n8n made it out of date.
 * Without it the note follows the cadence again.
 * @param base what was last published
 */
export function withFreshNotes(document: CadenceDocument, base: CadenceDocument | null): CadenceDocument {
  if (base === null) return document;
  const published = noteTexts(base);
  const isOutOfDate = (part: string, { parameters }: NodeExtras): boolean =>
    parameters?.['content'] !== undefined &&
    parameters['content'] === published.get(part)?.content &&
    base.n8n.nodes[part]?.parameters?.['content'] === undefined;
  const nodes = Object.entries(document.n8n.nodes);
  if (!nodes.some(([part, extras]) => isOutOfDate(part, extras))) return document;
  const fresh = nodes.flatMap(([part, extras]) => {
    const kept = isOutOfDate(part, extras) ? withoutContent(extras) : extras;
    return Object.keys(kept).length > 0 ? [[part, kept] as const] : [];
  });
  return { ...document, n8n: { ...document.n8n, nodes: Object.fromEntries(fresh) } };
}

function withoutContent({ parameters = {}, ...others }: NodeExtras): NodeExtras {
  const { content: _content, ...kept } = parameters;
  return Object.keys(kept).length > 0 ? { ...others, parameters: kept } : others;
}
