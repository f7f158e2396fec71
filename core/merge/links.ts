import type { CadenceDocument, N8nLink } from '../cadence/document.ts';
import { triggerEvents } from '../workflow/layout.ts';
import { ROLES, trackRole } from '../workflow/names.ts';

/** A connection whose output is named by what comes out of it, so that it stays right when steps, tiers or events come and go. */
export type NamedLink = Omit<N8nLink, 'output'> & { readonly output: string };

const BEYOND = '+';

/** Outputs of the nodes whose outputs the cadence numbers, in order; `undefined` for nodes with outputs of their own. */
function outputsOf(document: CadenceDocument, part: string): readonly string[] | undefined {
  if (part === ROLES.tier) return document.tiers.map(({ id }) => `tier:${id}`);
  if (part === ROLES.trigger) return triggerEvents(document).map((event) => `event:${event}`);
  const track = document.tracks.find(({ id }) => trackRole(id) === part);
  if (!track) return undefined;
  return [...track.steps.map(({ id }) => `step:${id}`), 'nothing', 'installment'];
}

export function nameOutput(document: CadenceDocument, link: N8nLink): NamedLink {
  const outputs = link.type === 'main' && 'part' in link.from ? outputsOf(document, link.from.part) : undefined;
  const output = outputs === undefined ? String(link.output) : (outputs[link.output] ?? `${BEYOND}${link.output - outputs.length}`);
  return { ...link, output };
}

/** The link as the document numbers it, or `undefined` when what came out there is gone. */
export function numberOutput(document: CadenceDocument, link: NamedLink): N8nLink | undefined {
  const outputs = link.type === 'main' && 'part' in link.from ? outputsOf(document, link.from.part) : undefined;
  if (outputs === undefined) return /^\d+$/.test(link.output) ? { ...link, output: Number(link.output) } : undefined;
  const output = link.output.startsWith(BEYOND) ? outputs.length + Number(link.output.slice(1)) : outputs.indexOf(link.output);
  return output < 0 ? undefined : { ...link, output };
}

export const keyOfLink = ({ from, output, type, to, input, inputType }: NamedLink): string =>
  JSON.stringify([Object.entries(from), output, type, Object.entries(to), input, inputType]);
