import { findings, foreignNodeFindings, readCadence, type CadenceDocument, type Finding } from '../cadence/index.ts';
import { ReguaError } from '../errors.ts';
import { fromWorkflow, holdsOurNodes, isWorkflow, readWorkflow } from './from-workflow.ts';
import type { ImportNote } from './import-note.ts';
import { draftFromWorkflow } from './recognise/index.ts';

/** What a file turned out to hold. */
export interface OpenedFile {
  /** `draft` is a workflow made by hand, read as far as it could be recognised. */
  readonly kind: 'cadence' | 'workflow' | 'draft' | 'unknown';
  /** Absent when the file holds no cadence; the findings say why. */
  readonly document?: CadenceDocument;
  readonly findings: readonly Finding[];
  /** What the import of a workflow has to tell, node by node. */
  readonly notes: readonly ImportNote[];
  /** Of a draft: how many of the workflow's nodes were understood. */
  readonly nodes?: { readonly read: number; readonly total: number };
}

/**
 * Opens the text of a file as a cadence document or an n8n workflow, whichever it is. Never throws for bad content:
 * what is wrong with it stands in the findings.
 */
export function openFile(text: string): OpenedFile {
  let content: unknown;
  try {
    content = parseFile(text);
  } catch {
    return unknown(broken('file.not-json', 'O arquivo não é JSON. Abra uma régua (.json) ou um workflow exportado do n8n.'));
  }
  if (isWorkflow(content) && holdsOurNodes(readWorkflow(content))) return openWorkflow(content);
  if (typeof content === 'object' && content !== null && 'nodes' in content) return openHandMade(content);
  const read = readCadence(content);
  if (!read.ok)
    return {
      kind: 'schemaVersion' in (Object(content) as object) ? 'cadence' : 'unknown',
      notes: [],
      findings: read.problems.map((problem) => broken(problem.code, problem.message, problem.path)),
    };
  return { kind: 'cadence', document: read.document, findings: findings(read.document), notes: [] };
}

/**
 * The JSON of a file. Editors on Windows begin it with a byte order mark; n8n's CLI and API export lists of workflows, and a list of one is that one.
 * @throws SyntaxError when it is no JSON
 */
export function parseFile(text: string): unknown {
  const json: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
  return Array.isArray(json) && json.length === 1 ? (json[0] as unknown) : json;
}

function openWorkflow(json: unknown): OpenedFile {
  try {
    const { document, notes } = fromWorkflow(json);
    return { kind: 'workflow', document, notes, findings: [...findings(document), ...notes.map(asFinding)] };
  } catch (error) {
    if (!(error instanceof ReguaError)) throw error;
    const inside = readWorkflow(json).nodes.flatMap((node) => [...foreignNodeFindings(node, { field: `nodes.${node.name}` })]);
    return { kind: 'workflow', notes: [], findings: [broken(error.code, error.message, error.field), ...inside] };
  }
}

/** A workflow without nodes of ours: a draft of what it does, with what is wrong in its nodes, which the draft leaves behind. */
function openHandMade(json: { readonly nodes: unknown }): OpenedFile {
  const { document, notes, read, total } = draftFromWorkflow(json);
  if (!document && !isWorkflow(json))
    return unknown(broken('workflow.invalid', 'O arquivo parece um workflow do n8n, mas está incompleto. Exporte de novo pelo menu do n8n.'));
  const nodes = (Array.isArray(json.nodes) ? (json.nodes as unknown[]) : []).filter((node) => typeof node === 'object' && node !== null) as Record<
    string,
    unknown
  >[];
  const inMessages = new Set(notes.filter(({ code }) => code === 'read.message').map(({ nodeName }) => nodeName));
  const inside = nodes.flatMap((node) =>
    [...foreignNodeFindings(node, { field: `nodes.${String(node['name'] ?? '')}` })].filter(
      // The words of what became a message are judged there, by its purpose.
      ({ code }) => code === 'secret.in-parameter' || !inMessages.has(String(node['name'])),
    ),
  );
  if (!document) {
    const refusal = broken(
      'workflow.no-cadence',
      'Não achei neste workflow mensagens de cobrança para pôr numa régua: nenhum nó lembra ou avisa um devedor por e-mail, WhatsApp, SMS ou ligação. Abra um workflow que envie as mensagens, ou comece por um modelo.',
    );
    return { kind: 'workflow', notes: [], findings: [refusal, ...inside] };
  }
  return { kind: 'draft', document, notes, nodes: { read, total }, findings: [...findings(document), ...inside, ...notes.map(asFinding)] };
}

function asFinding(note: ImportNote): Finding {
  return { code: note.code, severity: note.severity, message: `${note.nodeName}: ${note.message}`, values: {}, where: { field: `nodes.${note.nodeName}` } };
}

function broken(code: string, message: string, field = ''): Finding {
  return { code, severity: 'error', message, values: {}, where: field === '' ? {} : { field } };
}

function unknown(finding: Finding): OpenedFile {
  return { kind: 'unknown', findings: [finding], notes: [] };
}
