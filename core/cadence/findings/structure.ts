import type { CadenceDocument } from '../document.ts';
import { placedBlocks } from '../document.ts';
import { chargeFindings } from '../../charges/index.ts';
import { checkVocabulary } from '../../vocabulary/index.ts';
import { textsIn } from '../foreign-texts.ts';
import type { Policies } from '../policies.ts';
import { dayLabel } from '../labels.ts';
import { secretsIn } from '../secrets.ts';
import type { Finding, FindingPlace } from './finding.ts';

/** Empty places, offers that are not there, contract terms; secrets and threats inside foreign nodes. */
export function* structureFindings(document: CadenceDocument): Generator<Finding> {
  for (const track of document.tracks) {
    if (track.steps.length === 0)
      yield {
        code: 'track.empty',
        severity: 'warning',
        message: `A trilha ${track.name} ainda não tem etapas.`,
        values: { track: track.name },
        where: { trackId: track.id },
      };
    for (const step of track.steps) {
      if (step.blocks.length > 0) continue;
      yield {
        code: 'step.empty',
        severity: 'warning',
        message: `A etapa ${step.name} (${dayLabel(step.day)}) não faz nada.`,
        values: { step: step.name, day: step.day },
        where: { trackId: track.id, stepId: step.id },
        fix: { label: 'Apagar a etapa vazia', operation: { kind: 'removeStep', stepId: step.id } },
      };
    }
  }
  for (const { block, track, step, event } of placedBlocks(document)) {
    const where: FindingPlace = {
      blockId: block.id,
      ...(track ? { trackId: track.id } : {}),
      ...(step ? { stepId: step.id } : {}),
      ...(event ? { event } : {}),
    };
    if (block.kind === 'offer' && !document.policies.offers.some((policy) => policy.id === block.policyId)) {
      const first = document.policies.offers[0];
      yield {
        code: 'offer.unknown-policy',
        severity: 'error',
        message: 'A proposta não tem uma política de acordo: escolha uma nas regras.',
        values: {},
        where,
        ...(first ? { fix: { label: `Usar ${first.name}`, operation: { kind: 'updateBlock', block: { ...block, policyId: first.id } } } } : {}),
      };
    }
    if (block.kind === 'custom') yield* foreignNodeFindings({ ...block.node, name: block.label }, where, document.policies.vocabulary);
  }
  for (const node of document.n8n.loose) yield* foreignNodeFindings(node, { field: 'n8n.loose' }, document.policies.vocabulary);
  for (const finding of chargeFindings(document.policies.contract, { consumer: true })) {
    yield { code: finding.code, severity: finding.severity, message: finding.message, values: {}, where: { field: `policies.contract.${finding.field}` } };
  }
}

/** Words that would reach a debtor past the guard; style is the business of messages of ours. */
const THREATS: ReadonlySet<string> = new Set(['threat', 'coercion', 'ridicule', 'exposure', 'false-urgency', 'discrimination', 'custom']);

/** Secrets in the open and texts that no message may have, in a node that is not ours; both would do harm where the guard does not stand. */
export function* foreignNodeFindings(node: Record<string, unknown>, where: FindingPlace, vocabulary?: Policies['vocabulary']): Generator<Finding> {
  const name = String(node['name'] ?? '');
  for (const path of secretsIn(node['parameters'])) {
    yield {
      code: 'secret.in-parameter',
      severity: 'error',
      message: `O nó "${name}" guarda uma senha ou chave em ${path}. Passe-a para uma credencial do n8n.`,
      values: { node: name, path },
      where,
    };
  }
  const seen = new Set<string>();
  for (const text of textsIn(node['parameters'])) {
    for (const { code, severity, excerpt, message } of checkVocabulary(text, { channel: 'whatsapp', vocabulary })) {
      if (severity !== 'error' || !THREATS.has(code) || seen.has(`${code} ${excerpt}`)) continue;
      seen.add(`${code} ${excerpt}`);
      yield { code: `vocabulary.${code}`, severity, message: `O nó "${name}" diz "${excerpt}". ${message}`, values: { excerpt }, where };
    }
  }
}
