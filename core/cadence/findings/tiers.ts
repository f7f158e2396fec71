import type { CadenceDocument } from '../document.ts';
import type { TierRule } from '../policies.ts';
import type { Finding } from './finding.ts';

/** Every client falls in a tier, and every tier has a track. */
export function* tierFindings(document: CadenceDocument): Generator<Finding> {
  const { tiers, tracks } = document;
  const catchAll = tiers.findIndex((tier) => takesEveryone(tier.rule));
  if (catchAll === -1) {
    const last = tiers[tiers.length - 1]!;
    yield {
      code: 'tier.no-default',
      severity: 'error',
      message: 'Alguns clientes não entram em nenhuma faixa. Deixe a última sem condições, para receber todos os outros.',
      values: {},
      where: { tierId: last.id },
      fix: { label: `Deixar ${last.name} receber todos os outros`, operation: { kind: 'updateTier', tierId: last.id, patch: { rule: {} } } },
    };
  }
  for (const tier of catchAll === -1 ? [] : tiers.slice(catchAll + 1)) {
    yield {
      code: 'tier.unreachable',
      severity: 'warning',
      message: `Ninguém chega à faixa ${tier.name}: ${tiers[catchAll]!.name} vem antes e aceita todos.`,
      values: { tier: tier.name, before: tiers[catchAll]!.name },
      where: { tierId: tier.id },
      fix: { label: `Pôr ${tiers[catchAll]!.name} por último`, operation: { kind: 'moveTier', tierId: tiers[catchAll]!.id, index: tiers.length - 1 } },
    };
  }
  const served = new Set(tracks.flatMap((track) => track.tierIds));
  for (const tier of tiers) {
    if (served.has(tier.id)) continue;
    const first = tracks[0]!;
    yield {
      code: 'tier.no-track',
      severity: 'error',
      message: `A faixa ${tier.name} não tem trilha: esses clientes não receberiam nada.`,
      values: { tier: tier.name },
      where: { tierId: tier.id },
      fix: { label: `Pôr na trilha ${first.name}`, operation: { kind: 'updateTrack', trackId: first.id, patch: { tierIds: [...first.tierIds, tier.id] } } },
    };
  }
  for (const track of tracks) {
    const unknown = track.tierIds.filter((id) => !tiers.some((tier) => tier.id === id));
    if (unknown.length > 0) {
      yield {
        code: 'track.unknown-tier',
        severity: 'error',
        message: `A trilha ${track.name} atende uma faixa que não existe mais.`,
        values: { track: track.name },
        where: { trackId: track.id },
        fix: {
          label: 'Tirar a faixa que não existe',
          operation: { kind: 'updateTrack', trackId: track.id, patch: { tierIds: track.tierIds.filter((id) => !unknown.includes(id)) } },
        },
      };
    }
    if (track.tierIds.length === 0) {
      yield {
        code: 'track.unreachable',
        severity: 'warning',
        message: `Ninguém chega à trilha ${track.name}: nenhuma faixa de cliente leva a ela.`,
        values: { track: track.name },
        where: { trackId: track.id },
      };
    }
  }
}

function takesEveryone(rule: TierRule): boolean {
  return Object.values(rule).every((value) => value === undefined);
}
