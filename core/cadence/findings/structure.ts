import type { CadenceDocument } from '../document.ts';
import { placedBlocks } from '../document.ts';
import { chargeFindings } from '../../charges/index.ts';
import { dayLabel } from '../labels.ts';
import type { Finding, FindingPlace } from './finding.ts';

/** Empty places, offers that are not there, contract terms. */
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
  }
  for (const finding of chargeFindings(document.policies.contract, { consumer: true })) {
    yield { code: finding.code, severity: finding.severity, message: finding.message, values: {}, where: { field: `policies.contract.${finding.field}` } };
  }
}
