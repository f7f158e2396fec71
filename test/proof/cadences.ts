import type { MessageBlock } from '../../core/cadence/blocks.ts';
import type { CadenceDocument } from '../../core/cadence/document.ts';
import { cadenceSchema, INBOUND_EVENT_KINDS } from '../../core/cadence/document.ts';
import type { Channel, MessagePurpose } from '../../core/case/index.ts';
import { CHANNELS } from '../../core/case/index.ts';
import type { Random } from '../../core/simulation/random.ts';
import { between, chance, mulberry32, pick } from '../../core/simulation/random.ts';
import { TEMPLATES } from '../../templates/index.ts';

/** Texts that the templates really send, by purpose. */
const TEXTS = new Map<MessagePurpose, MessageBlock['texts'][]>();
for (const { document } of TEMPLATES) {
  const chains = [...document.tracks.flatMap(({ steps }) => steps.map(({ blocks }) => blocks)), ...Object.values(document.events)];
  for (const block of chains.flat()) if (block.kind === 'message') TEXTS.set(block.purpose, [...(TEXTS.get(block.purpose) ?? []), block.texts]);
}

const OVERDUE: readonly MessagePurpose[] = ['charge', 'formal', 'offer', 'bureau-notice', 'legal-notice', 'charge', 'charge'];
const NOTHING_HAPPENS = ['n8n-nodes-base.noOp'] as const;

/** A cadence that somebody might have made: any blocks in any order, tiers, caps, agreements and reactions; the same for the same seed. */
export function arbitraryCadence(seed: number): CadenceDocument {
  const random = mulberry32(seed);
  let blocks = 0;
  const idOf = (kind: string): string => `${kind}-${(blocks += 1)}`;
  const some = (list: readonly Channel[], min: number): Channel[] => {
    const rest = [...list];
    return Array.from({ length: between(random, min, list.length) }, () => rest.splice(between(random, 0, rest.length - 1), 1)[0]!);
  };
  const message = (purposes: readonly MessagePurpose[], chosen: boolean): object => {
    const purpose = pick(
      random,
      purposes.filter((one) => TEXTS.has(one)),
    );
    return {
      id: idOf('mensagem'),
      kind: 'message',
      purpose,
      channel: chosen && chance(random, 70) ? 'chosen' : pick(random, CHANNELS),
      texts: pick(random, TEXTS.get(purpose)!),
      asksForAnswer: chance(random, 20),
      ...(chance(random, 4) ? { disabled: true } : {}),
    };
  };
  const chain = (random: Random, purposes: readonly MessagePurpose[], formal: boolean): object[] => {
    const list: object[] = [];
    let chosen = false;
    for (let count = between(random, 1, 4); count > 0; count -= 1) {
      const dice = random() * 100;
      if (dice < 20) {
        chosen = true;
        list.push({
          id: idOf('canal'),
          kind: 'channelChoice',
          channels: some(CHANNELS, 1),
          preferAnswered: chance(random, 60),
          ...(chance(random, 15) ? { maxCostCents: 40 } : {}),
        });
      } else if (dice < 62) list.push(message(purposes, chosen));
      else if (dice < 72) list.push({ id: idOf('oferta'), kind: 'offer', policyId: pick(random, ['geral', 'tarde']) }, message(['offer'], chosen));
      else if (dice < 82)
        list.push({ id: idOf('tarefa'), kind: 'humanTask', title: 'Ligar', team: pick(random, ['', 'campo']), dueInBusinessDays: between(random, 0, 5) });
      else if (dice < 89 && formal) list.push({ id: idOf('negativar'), kind: 'bureau', action: pick(random, ['request', 'request', 'removal']) });
      else if (dice < 94 && formal) list.push({ id: idOf('juizado'), kind: 'smallClaims' });
      else
        list.push({
          id: idOf('outro'),
          kind: 'custom',
          label: `Outro ${blocks}`,
          node: { type: pick(random, NOTHING_HAPPENS), typeVersion: 1, parameters: {} },
        });
    }
    return list;
  };
  const tiers = chance(random, 50)
    ? [{ id: 'todos', name: 'Todos' }]
    : [
        { id: 'bons', name: 'Bons', rule: { minPunctualityPercent: between(random, 30, 80) } },
        { id: 'grandes', name: 'Grandes', rule: { minDebtCents: between(random, 10_000, 60_000) } },
        { id: 'todos', name: 'Todos' },
      ];
  const ids = tiers.map(({ id }) => id);
  const served = tiers.length > 1 && chance(random, 50) ? [ids.slice(0, 1), ids.slice(1)] : [chance(random, 85) ? ids : ids.slice(-1)];
  const tracks = served.map((tierIds, index) => {
    const days = [...new Set(Array.from({ length: between(random, 3, 9) }, () => between(random, -7, 50)))].sort((a, b) => a - b);
    return {
      id: `trilha-${index + 1}`,
      name: `Trilha ${index + 1}`,
      tierIds,
      steps: days.map((day, at) => ({
        id: `etapa-${index + 1}-${at + 1}`,
        name: `Etapa ${at + 1}`,
        day,
        blocks: chain(random, day < 0 ? ['reminder'] : OVERDUE, day > 10),
      })),
    };
  });
  const events: Record<string, object[]> = {};
  for (const event of [...INBOUND_EVENT_KINDS, 'installment'] as const) {
    if (!chance(random, event === 'installment' ? 60 : 40)) continue;
    events[event] = chain(
      random,
      event === 'payment' ? ['thanks'] : event === 'installment' || event === 'agreement' ? ['agreement'] : ['other', 'thanks', 'charge'],
      false,
    );
  }
  return cadenceSchema.parse({
    schemaVersion: 2,
    id: `prova-${seed}`,
    name: `Prova ${seed}`,
    portfolio: `prova-${seed}`,
    creditor: TEMPLATES[0]!.document.creditor,
    policies: {
      offers: [
        {
          id: 'geral',
          name: 'Geral',
          discount: { fine: 100, interest: 100 },
          maxInstallments: 3,
          minInstallmentCents: 1_000,
          validityDays: between(random, 0, 7),
        },
        { id: 'tarde', name: 'Tarde', fromDay: 15, discount: { principal: 10, fine: 100, interest: 100 }, minInstallmentCents: 1_000 },
      ],
      frequency: { perDay: between(random, 1, 2), perSevenDays: between(random, 2, 5) },
      lateEntry: pick(random, ['latest-step', 'first-step']),
      promise: { maxDays: between(random, 3, 15), graceBusinessDays: between(random, 0, 3) },
      agreement: { remindDaysBefore: chance(random, 70) ? [between(random, 0, 4)] : [], remindDaysLate: [1, 5], breakAfterDays: between(random, 3, 12) },
      bureau: { noticeWaitDays: between(random, 2, 12), minAmountCents: chance(random, 30) ? 10_000 : 0 },
      smallClaims: { minAmountCents: chance(random, 30) ? 20_000 : 0 },
    },
    tiers,
    tracks,
    events,
  });
}
