import { ownValue } from '../json/own-value.ts';
import { sameJson } from '../json/same-json.ts';
import { n8nExtrasSchema, type CadenceDocument, type N8nExtras, type N8nLink, type N8nLinkEnd } from '../cadence/document.ts';
import type { Assembled } from './assemble.ts';
import type { N8nNode, N8nWorkflow } from './n8n-workflow.ts';
import { usedCredentials } from './credentials.ts';
import { isSameDefaultName, noteRole, ROLES } from './names.ts';
import { isOwn } from './parameters.ts';
import { REMOVAL_PARAMETERS, toWorkflow, WORKFLOW_SETTINGS } from './to-workflow.ts';

const BASIC_KEYS = new Set(['id', 'name', 'type', 'typeVersion', 'position', 'parameters']);

/** Parameters that the exporter writes as constants, so that a change made in n8n lives only here. */
const CONSTANT_PARAMETERS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [ROLES.lookup, new Set(['operation', 'portfolio', 'today', 'limit'])],
  [ROLES.removal, new Set(Object.keys(REMOVAL_PARAMETERS))],
  [ROLES.trigger, new Set(['events'])],
]);
const TRACK_CONSTANTS = new Set(['lateEntry']);
/** A trigger that was deleted in n8n comes back, with its frame: who wants none switches it off. */
const ALWAYS_THERE = new Set<string>([ROLES.trigger, noteRole('events')]);
const NOTE_CONSTANTS = new Set(['content', 'width', 'height', 'color']);

/**
 * What the workflow says beyond the cadence: the difference between it and a plain export of the document.
 * Taking the difference, rather than collecting oddities on the way, is what makes the import lossless.
 */
export function extrasOf(assembled: Assembled, workflow: N8nWorkflow): N8nExtras {
  const { parts, unread } = assembled;
  const base = { ...assembled.document, n8n: n8nExtrasSchema.parse({}) } as CadenceDocument;
  const triggerNode = workflow.nodes.find((node) => parts.get(node.name) === ROLES.trigger);
  // The trigger's outputs depend on the events chosen in n8n; the plain export has to number them alike.
  const events = triggerNode?.parameters['events'];
  const plainDocument: CadenceDocument = Array.isArray(events)
    ? { ...base, n8n: { ...base.n8n, nodes: { [ROLES.trigger]: { parameters: { events } } } } }
    : base;
  const plain = toWorkflow(plainDocument);

  const actualByPart = new Map(workflow.nodes.flatMap((node) => (parts.has(node.name) ? [[parts.get(node.name)!, node] as const] : [])));
  const plainByPart = new Map(plain.nodes.map((node) => [String(node.id), node]));
  const shift = shiftBetween(actualByPart, plainByPart);

  const nodes = new Map<string, N8nExtras['nodes'][string]>();
  const known = usedCredentials(workflow.nodes);
  for (const [part, actual] of actualByPart) {
    const expected = plainByPart.get(part);
    if (!expected) continue;
    const extra = nodeExtras(part, actual, expected, shift, unread.get(part));
    // Said outright, so that only a node that is new takes those of its neighbours.
    if (known.size > 0 && isOwn(actual.type) && actual['credentials'] === undefined) extra.fields = { ...extra.fields, credentials: {} };
    if (Object.keys(extra).length > 0) nodes.set(part, extra);
  }

  const loose = workflow.nodes.filter((node) => !parts.has(node.name));
  const nameOfPart = new Map([...actualByPart].map(([part, node]) => [part, node.name]));
  const plainNameToPart = new Map(plain.nodes.map((node) => [node.name, String(node.id)]));
  const expectedLinks = linksOf(plain, (name) => ({ part: plainNameToPart.get(name)! })).filter((link) => isPresent(link.from) && isPresent(link.to));
  const actualLinks = linksOf(workflow, (name) => (parts.has(name) ? { part: parts.get(name)! } : { node: name })).filter(
    (link) => exists(link.from) && exists(link.to),
  );

  return {
    nodes: Object.fromEntries(nodes),
    loose,
    links: without(actualLinks, expectedLinks),
    cut: without(expectedLinks, actualLinks),
    absent: [...plainByPart.keys()].filter((part) => !actualByPart.has(part) && (triggerNode !== undefined || !ALWAYS_THERE.has(part))),
    settings: Object.fromEntries(Object.entries(workflow.settings).filter(([key, value]) => !sameJson(value, ownValue<unknown>(WORKFLOW_SETTINGS, key)))),
  };

  function isPresent(end: N8nLinkEnd): boolean {
    return 'part' in end && nameOfPart.has(end.part);
  }

  function exists(end: N8nLinkEnd): boolean {
    return 'part' in end || loose.some((node) => node.name === end.node);
  }
}

function nodeExtras(
  part: string,
  actual: N8nNode,
  expected: N8nNode,
  shift: readonly [number, number],
  unread: ReadonlySet<string> | undefined,
): N8nExtras['nodes'][string] {
  const extra: N8nExtras['nodes'][string] = {};
  if (actual.name !== expected.name && !isSameDefaultName(actual.name, expected.name)) extra.name = actual.name;
  const position: [number, number] = [actual.position[0] - shift[0], actual.position[1] - shift[1]];
  if (!sameJson(position, expected.position)) extra.position = position;
  const constants = part.startsWith('note:') ? NOTE_CONSTANTS : part.startsWith('track:') ? TRACK_CONSTANTS : CONSTANT_PARAMETERS.get(part);
  const parameters = Object.entries(actual.parameters).filter(
    ([key, value]) =>
      (!Object.hasOwn(expected.parameters, key) || constants?.has(key) === true || unread?.has(key) === true) &&
      !sameJson(value, ownValue(expected.parameters, key)),
  );
  if (parameters.length > 0) extra.parameters = Object.fromEntries(parameters);
  const fields = Object.entries(actual).filter(
    ([key, value]) => !BASIC_KEYS.has(key) && !(key === 'disabled' && value === false) && !sameJson(value, ownValue(expected, key)),
  );
  if (actual.typeVersion !== expected.typeVersion) fields.push(['typeVersion', actual.typeVersion]);
  if (fields.length > 0) extra.fields = Object.fromEntries(fields);
  return extra;
}

/** A paste moves everything alike: that is no edit. The first node found in both says by how much. */
function shiftBetween(actual: ReadonlyMap<string, N8nNode>, plain: ReadonlyMap<string, N8nNode>): readonly [number, number] {
  const votes = new Map<string, { shift: [number, number]; count: number }>();
  for (const [part, node] of actual) {
    const expected = plain.get(part);
    if (!expected) continue;
    const shift: [number, number] = [node.position[0] - expected.position[0], node.position[1] - expected.position[1]];
    const key = shift.join();
    const vote = votes.get(key);
    if (vote) vote.count++;
    else votes.set(key, { shift, count: 1 });
  }
  let best: { shift: [number, number]; count: number } = { shift: [0, 0], count: 0 };
  for (const vote of votes.values()) if (vote.count > best.count) best = vote;
  return best.shift;
}

function linksOf(workflow: N8nWorkflow, endOf: (name: string) => N8nLinkEnd): N8nLink[] {
  const links: N8nLink[] = [];
  for (const [from, types] of Object.entries(workflow.connections)) {
    for (const [type, outputs] of Object.entries(types)) {
      for (const [output, targets] of outputs.entries()) {
        for (const target of targets ?? [])
          links.push({ from: endOf(from), output, type, to: endOf(target.node), input: target.index, inputType: target.type });
      }
    }
  }
  return links;
}

function without(links: readonly N8nLink[], others: readonly N8nLink[]): N8nLink[] {
  const keys = new Set(others.map(keyOf));
  return links.filter((link) => !keys.has(keyOf(link)));
}

function keyOf(link: N8nLink): string {
  const end = (value: N8nLinkEnd): string => ('part' in value ? `part ${value.part}` : `node ${value.node}`);
  return JSON.stringify([end(link.from), link.type, link.output, end(link.to), link.inputType, link.input]);
}
