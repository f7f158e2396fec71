import type { Channel } from '../case/index.ts';
import { CHANNEL_LABELS } from '../case/index.ts';
import { escapePattern } from './escape-pattern.ts';
import type { Fact } from './locked-facts.ts';
import { lockFacts } from './locked-facts.ts';
import type { WordingContext } from './verify-wording.ts';

export interface WordingPrompt {
  readonly system: string;
  readonly user: string;
  /** Locked: give them to `verifyWording` with the answer. */
  readonly facts: readonly Fact[];
}

/**
 * What a chat model is asked. Names, documents, links and codes leave this machine as tokens (`[[1]]`), so that the model neither sees nor
 * changes them; `restore` puts them back.
 */
export function wordingPrompt(original: string, context: WordingContext): WordingPrompt & { readonly restore: (answer: string) => string } {
  const facts = lockFacts(original, context);
  const tokens = new Map<string, string>();
  let masked = original;
  for (const { value } of [...facts].sort((a, b) => b.value.length - a.value.length)) {
    if (tokens.has(value)) continue;
    const token = `[[${tokens.size + 1}]]`;
    // Numbers are masked as whole words: "10" must not eat into a token or another number.
    const next = masked.replace(new RegExp(`(?<![\\p{L}\\d[])${escapePattern(value)}(?![\\p{L}\\d\\]])`, 'gu'), token);
    if (next === masked) continue;
    masked = next;
    tokens.set(value, token);
  }
  return {
    system: instructions(context.channel),
    user: masked,
    facts,
    restore: (answer) => [...tokens].reduce((text, [value, token]) => text.replaceAll(token, value), answer),
  };
}

function instructions(channel: Channel): string {
  return [
    `Reescreva a mensagem abaixo, de uma empresa para um cliente com uma conta em aberto, para ${CHANNEL_LABELS[channel]}.`,
    'Português do Brasil, simples, cordial e respeitoso. Nada de pressão, ameaça, urgência, julgamento, ironia ou juridiquês.',
    'Mantenha cada marca entre colchetes duplos, como [[1]], exatamente como está e o mesmo número de vezes. Não acrescente valores, datas, prazos, links, telefones, promessas ou descontos.',
    'Mantenha a forma de falar com uma pessoa e a de parar de receber (SAIR).',
    channel === 'sms' ? 'Não passe do tamanho do original.' : 'Fique perto do tamanho do original.',
    'Responda só com a mensagem, em texto simples, sem aspas, títulos ou comentários.',
  ].join('\n');
}
