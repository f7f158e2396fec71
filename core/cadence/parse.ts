import { ReguaError } from '../errors.ts';
import { allowedIn, fieldAt } from './definitions/field-at.ts';
import { cadenceSchema, SCHEMA_VERSION, type CadenceDocument } from './document.ts';
import { placedBlocks } from './document.ts';
import { nameThePortfolio } from './migrations/0001-own-portfolio.ts';

/** One thing that keeps a file from being a cadence, with the place as a path such as `tracks.0.steps.2.day`. */
export interface ParseProblem {
  readonly code: string;
  readonly path: string;
  readonly message: string;
}

export type ParseResult = { readonly ok: true; readonly document: CadenceDocument } | { readonly ok: false; readonly problems: readonly ParseProblem[] };

/**
 * Turns a document of version N into one of version N + 1; index 0 migrates version 1.
 * A migration never throws: what it can't understand is left for the schema to report.
 */
const MIGRATIONS: readonly ((document: Record<string, unknown>) => Record<string, unknown>)[] = [nameThePortfolio];

/** Checks unknown JSON against the cadence schema after migrating it. Nothing is repaired silently. */
export function readCadence(json: unknown): ParseResult {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return failure('cadence.not-object', '', 'O arquivo não contém uma régua. Abra um arquivo exportado pelo designer.');
  let candidate = json as Record<string, unknown>;
  const version = candidate['schemaVersion'];
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return failure('cadence.no-version', 'schemaVersion', 'O arquivo não diz a versão da régua (schemaVersion). Abra um arquivo exportado pelo designer.');
  }
  if (version > SCHEMA_VERSION) {
    return failure('cadence.newer-version', 'schemaVersion', `Esta régua foi feita por uma versão mais nova (${version}). Atualize a Régua para abri-la.`);
  }
  for (const migrate of MIGRATIONS.slice(version - 1)) candidate = migrate(candidate);
  const parsed = cadenceSchema.safeParse(candidate);
  if (!parsed.success) {
    return {
      ok: false,
      problems: parsed.error.issues.map((issue) => ({ code: 'cadence.invalid', path: issue.path.join('.'), message: sentenceFor(issue, candidate) })),
    };
  }
  const repeated = repeatedIds(parsed.data);
  if (repeated.length > 0) {
    return {
      ok: false,
      problems: repeated.map((id) => ({
        code: 'cadence.repeated-id',
        path: id,
        message: `O identificador "${id}" aparece mais de uma vez. Dê a cada parte o seu.`,
      })),
    };
  }
  return { ok: true, document: sorted(parsed.data) };
}

/** As {@link readCadence}. @throws ReguaError with the first problem */
export function parseCadence(json: unknown): CadenceDocument {
  const result = readCadence(json);
  if (result.ok) return result.document;
  const first = result.problems[0]!;
  throw new ReguaError(first.code, first.path ? `${first.message} (em ${first.path})` : first.message, { field: first.path });
}

function failure(code: string, path: string, message: string): ParseResult {
  return { ok: false, problems: [{ code, path, message }] };
}

function sorted(document: CadenceDocument): CadenceDocument {
  return { ...document, tracks: document.tracks.map((track) => ({ ...track, steps: [...track.steps].sort((a, b) => a.day - b.day) })) };
}

function repeatedIds(document: CadenceDocument): string[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  const see = (id: string): void => void (seen.has(id) ? repeated.add(id) : seen.add(id));
  for (const tier of document.tiers) see(tier.id);
  for (const policy of document.policies.offers) see(policy.id);
  for (const track of document.tracks) {
    see(track.id);
    for (const step of track.steps) see(step.id);
  }
  for (const { block } of placedBlocks(document)) see(block.id);
  return [...repeated];
}

function sentenceFor(issue: { code?: string | undefined; message: string; keys?: readonly string[]; path: readonly PropertyKey[] }, document: unknown): string {
  const field = issue.code === 'unrecognized_keys' || issue.code === 'custom' ? undefined : fieldAt(document, issue.path.join('.'));
  if (field) return `Confira "${field.label}". ${allowedIn(field)}`;
  switch (issue.code) {
    case 'unrecognized_keys':
      return `Não conheço: ${(issue.keys ?? []).join(', ')}. Confira a escrita ou atualize a Régua.`;
    case 'invalid_type':
      return 'Falta um valor ou ele é de outro tipo.';
    case 'too_small':
    case 'too_big':
      return 'O valor está fora do tamanho permitido.';
    case 'custom':
      return issue.message;
    default:
      return 'O valor não é um dos permitidos.';
  }
}
