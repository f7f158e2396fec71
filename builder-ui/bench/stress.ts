import { cadenceSchema, type CadenceDocument } from '../../core/cadence/document.ts';
import type { Block } from '../../core/cadence/blocks.ts';

const TRACKS = 4;

/** A cadence of so many steps in four tracks, two or three blocks each: larger than anybody should make, to see what it costs. */
export function stressCadence(steps: number): CadenceDocument {
  const perTrack = Math.ceil(steps / TRACKS);
  let made = 0;
  return cadenceSchema.parse({
    schemaVersion: 2,
    id: `estresse-${steps}`,
    name: `Estresse ${steps}`,
    creditor: {
      name: 'Loja Horizonte',
      document: '11.222.333/0001-81',
      address: 'Rua das Acácias, 120',
      paymentUrl: 'https://pague.exemplo.example/{{caseId}}',
      phone: '(11) 3000-1000',
    },
    tiers: Array.from({ length: TRACKS }, (_, index) => ({ id: `faixa-${index}`, name: `Faixa ${index + 1}` })),
    tracks: Array.from({ length: TRACKS }, (_, track) => ({
      id: `trilha-${track}`,
      name: `Trilha ${track + 1}`,
      tierIds: [`faixa-${track}`],
      steps: Array.from({ length: Math.min(perTrack, steps - made) }, (_, index) => {
        made += 1;
        return { id: `e-${track}-${index}`, name: `Etapa ${index + 1}`, day: -10 + index * 4 + track, blocks: blocksOf(`${track}-${index}`, index) };
      }),
    })),
  });
}

function blocksOf(key: string, index: number): Block[] {
  const choice: Block = { id: `c-${key}`, kind: 'channelChoice', channels: ['whatsapp', 'email', 'sms'], preferAnswered: true };
  const message: Block = {
    id: `m-${key}`,
    kind: 'message',
    purpose: 'charge',
    channel: 'chosen',
    texts: [
      {
        channel: 'any',
        body: 'Olá, {{ debtor.firstName }}! O título {{ debt.number }} está em {{ amount.breakdown }}. Pague em {{ payment.link }} ou ligue {{ contact.phone }}.',
      },
    ],
    asksForAnswer: false,
    aiWording: false,
  };
  const task: Block = { id: `t-${key}`, kind: 'humanTask', title: 'Ligar', instructions: '', team: 'cobrança', dueInBusinessDays: 1 };
  return index % 3 === 2 ? [choice, message, task] : [choice, message];
}
