import type { CadenceDocument } from '../document.ts';
import { placedBlocks } from '../document.ts';
import { chargeFindings } from '../../charges/index.ts';
import { dayLabel } from '../labels.ts';
import { secretsIn } from '../secrets.ts';
import type { Finding, FindingPlace } from './finding.ts';

/** Empty places, offers that are not there, contract terms, secrets inside foreign nodes. */
export function* structureFindings(document: CadenceDocument): Generator<Finding> {
  for (const track of document.tracks) {
    if (track.steps.length === 0)
      yield { code: 'track.empty', severity: 'warning', message: `A trilha ${track.name} ainda não tem etapas.`, where: { trackId: track.id } };
    for (const step of track.steps) {
      if (step.blocks.length > 0) continue;
      yield {
        code: 'step.empty',
        severity: 'warning',
        message: `A etapa ${step.name} (${dayLabel(step.day)}) não faz nada.`,
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
        where,
        ...(first ? { fix: { label: `Usar ${first.name}`, operation: { kind: 'updateBlock', block: { ...block, policyId: first.id } } } } : {}),
      };
    }
    if (block.kind === 'custom') yield* secretFindings(block.node, where);
  }
  for (const node of document.n8n.loose) yield* secretFindings(node, { field: 'n8n.loose' });
  for (const finding of chargeFindings(document.policies.contract, { consumer: true })) {
    yield { code: finding.code, severity: finding.severity, message: finding.message, where: { field: `policies.contract.${finding.field}` } };
  }
}

function* secretFindings(node: Record<string, unknown>, where: FindingPlace): Generator<Finding> {
  for (const path of secretsIn(node['parameters'])) {
    yield {
      code: 'secret.in-parameter',
      severity: 'error',
      message: `O nó "${String(node['name'] ?? '')}" guarda uma senha ou chave em ${path}. Passe-a para uma credencial do n8n.`,
      where,
    };
  }
}
