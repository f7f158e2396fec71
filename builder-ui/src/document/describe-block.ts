import type { Block } from '../../../core/cadence/blocks.ts';
import type { CadenceDocument } from '../../../core/cadence/document.ts';
import { messageVariable } from '../../../core/message/variables.ts';
import type { Strings } from '../strings/pt-BR/index.ts';

/** A block in two short lines: what it is, and what a manager wants to know first; that it is switched off comes before all else. */
export function describeBlock(block: Block, document: CadenceDocument, strings: Strings): { title: string; detail: string } {
  const { title, detail } = describeKind(block, document, strings);
  return { title, detail: block.disabled ? `${strings.block.off} · ${detail}` : detail };
}

function describeKind(block: Block, document: CadenceDocument, { block: words, labels }: Strings): { title: string; detail: string } {
  switch (block.kind) {
    case 'message':
      return {
        title: labels.purposes[block.purpose],
        detail:
          block.channel === 'chosen' ? firstWords(block.texts[0]?.body ?? '') : `${labels.channels[block.channel]} · ${firstWords(block.texts[0]?.body ?? '')}`,
      };
    case 'channelChoice':
      return { title: labels.blocks.channelChoice, detail: block.channels.map((channel) => labels.channels[channel]).join(', ') };
    case 'offer':
      return { title: labels.blocks.offer, detail: document.policies.offers.find((offer) => offer.id === block.policyId)?.name ?? words.noPolicy };
    case 'bureau':
      return { title: block.action === 'request' ? words.bureauRequest : words.bureauRemoval, detail: words.manualProvider };
    case 'smallClaims':
      return { title: labels.blocks.smallClaims, detail: words.smallClaimsDetail };
    case 'humanTask':
      return { title: block.title, detail: words.taskDetail(block.team, block.dueInBusinessDays) };
    case 'custom':
      return { title: block.label, detail: words.customDetail };
    default:
      return block satisfies never;
  }
}

/** The text as it might come out, short enough for a card. */
function firstWords(body: string): string {
  return body
    .replace(/\{%.*?%\}/gs, '')
    .replace(/\{\{\s*([\w.]+).*?\}\}/g, (_, name: string) => String(messageVariable(name)?.example ?? '…'))
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 90);
}
