import { checkVocabulary } from '../../vocabulary/index.ts';
import type { VocabularyCode } from '../../vocabulary/index.ts';
import type { CadenceDocument } from '../document.ts';
import { placedBlocks } from '../document.ts';
import { foreignTexts } from '../foreign-texts.ts';
import { BLOCK_LABELS } from '../labels.ts';
import { ROLES, trackRole } from '../n8n-parts.ts';
import type { Policies } from '../policies.ts';
import { secretsIn } from '../secrets.ts';
import { ownValue } from '../../json/own-value.ts';
import type { Finding, FindingPlace } from './finding.ts';

/** What n8n knows and a cadence has no words for: nodes that are switched off, and what nodes of others say and keep. */
export function* n8nFindings(document: CadenceDocument): Generator<Finding> {
  yield* partFindings(document);
  for (const { block, track, step, event } of placedBlocks(document)) {
    const where: FindingPlace = {
      blockId: block.id,
      ...(track ? { trackId: track.id } : {}),
      ...(step ? { stepId: step.id } : {}),
      ...(event ? { event } : {}),
    };
    if (block.disabled) {
      const name = block.kind === 'custom' ? block.label : BLOCK_LABELS[block.kind];
      yield {
        code: 'block.disabled',
        severity: 'info',
        message: `"${name}" está desligado no n8n: os casos passam por ele e nada acontece ali.`,
        values: { block },
        where,
        fix: { label: 'Ligar de novo', operation: { kind: 'switchBlock', blockId: block.id, on: true } },
      };
    }
    if (block.kind !== 'custom') continue;
    yield* foreignNodeFindings({ ...block.node, name: block.label, disabled: block.disabled }, where, document.policies.vocabulary);
  }
  for (const node of document.n8n.loose) {
    yield* foreignNodeFindings(node, { field: 'n8n.loose' }, document.policies.vocabulary);
  }
}

/** Switched off, a node of n8n hands every item to its first output: the tiers and the routers then send everybody the same way. */
const WITHOUT_IT = {
  trigger: ['error', 'O gatilho dos eventos está desligado no n8n: nenhum pagamento, resposta ou pedido para sair chega à régua.'],
  schedule: ['warning', 'O relógio da régua está desligado no n8n: ela não roda sozinha.'],
  lookup: ['error', 'O nó "Casos do dia" está desligado no n8n: a régua não busca ninguém.'],
  tier: ['error', 'O nó das faixas está desligado no n8n: todos os clientes entrariam na primeira faixa.'],
  removal: ['warning', 'A retirada de negativação está desligada no n8n: quem pagou continuaria negativado.'],
  track: ['error', 'está desligada no n8n: todos os seus casos entrariam na primeira etapa, todo dia.'],
} as const;

function* partFindings(document: CadenceDocument): Generator<Finding> {
  for (const part of [ROLES.trigger, ROLES.schedule, ROLES.lookup, ROLES.tier, ROLES.removal]) {
    const [severity, message] = WITHOUT_IT[part];
    if (isOff(document, part)) yield off(part, severity, message, part, '');
  }
  for (const track of document.tracks) {
    const [severity, message] = WITHOUT_IT.track;
    if (isOff(document, trackRole(track.id))) yield off('track', severity, `A trilha ${track.name} ${message}`, trackRole(track.id), track.name, track.id);
  }
}

function isOff(document: CadenceDocument, part: string): boolean {
  return ownValue(document.n8n.nodes, part)?.fields?.['disabled'] === true;
}

function off(kind: keyof typeof WITHOUT_IT, severity: 'error' | 'warning', message: string, part: string, track: string, trackId?: string): Finding {
  return {
    code: 'part.disabled',
    severity,
    message,
    values: { part: kind, track },
    where: trackId === undefined ? { field: `n8n.nodes.${part}` } : { trackId },
    fix: { label: 'Ligar de novo', operation: { kind: 'switchPart', part, on: true } },
  };
}

/** What a node of another package keeps in the open and what it would say; the words of one that is switched off reach nobody. */
export function* foreignNodeFindings(node: { readonly [key: string]: unknown }, where: FindingPlace, vocabulary?: Policies['vocabulary']): Generator<Finding> {
  const name = String(node['name'] ?? '');
  yield* secretFindings(name, node, where);
  if (node['disabled'] !== true) yield* wordFindings(name, node, where, vocabulary);
}

function* secretFindings(name: string, node: { readonly [key: string]: unknown }, where: FindingPlace): Generator<Finding> {
  for (const path of secretsIn(node['parameters'])) {
    yield {
      code: 'secret.in-parameter',
      severity: 'error',
      message: `O nó "${name}" guarda uma senha ou chave em ${path}. Passe-a para uma credencial do n8n.`,
      values: { node: name, path },
      where,
    };
  }
}

/** The guard can't hold back what a node of another package sends, so what it would refuse keeps the cadence from being published. */
function* wordFindings(
  name: string,
  node: { readonly [key: string]: unknown },
  where: FindingPlace,
  vocabulary: Policies['vocabulary'] | undefined,
): Generator<Finding> {
  const told = new Set<string>();
  for (const { text, channel } of foreignTexts(node)) {
    for (const finding of checkVocabulary(text, { channel, vocabulary })) {
      const key = `${finding.code} ${finding.excerpt}`;
      if (finding.severity === 'info' || told.has(key)) continue;
      told.add(key);
      yield {
        code: 'foreign.text',
        severity: finding.severity,
        message: `O nó "${name}" manda um texto que a Régua não enviaria. ${finding.message}${finding.suggestion ? ` Sugestão: ${finding.suggestion}` : ''}`,
        values: { node: name, code: finding.code as VocabularyCode, excerpt: finding.excerpt },
        where,
      };
    }
  }
}
