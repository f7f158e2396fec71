import type { Page } from 'playwright-core';
import { parseCadence, type CadenceDocument } from '../../../core/cadence/index.ts';
import { en } from '../../../builder-ui/src/strings/en/index.ts';
import { ptBR } from '../../../builder-ui/src/strings/pt-BR/index.ts';

/** A cadence whose own names and texts are English, so that every Portuguese word on the page is the page's. It has findings of many kinds. */
export function englishCadence(): CadenceDocument {
  const message = (id: string, body: string, channel: 'chosen' | 'email' = 'email') => ({
    id,
    kind: 'message',
    purpose: 'charge',
    channel,
    texts: [{ channel: 'any', subject: 'Hello', body }],
    asksForAnswer: false,
    aiWording: false,
  });
  return parseCadence({
    schemaVersion: 2,
    id: 'english',
    name: 'Gentle reminders',
    creditor: { name: 'Sun Bakery', document: '11.222.333/0001-82', address: '', kind: 'LTDA' },
    tiers: [
      { id: 'all', name: 'Everyone' },
      { id: 'vip', name: 'Partners' },
    ],
    tracks: [
      {
        id: 'main',
        name: 'Main',
        tierIds: ['all'],
        steps: [
          {
            id: 's1',
            name: 'Hello',
            day: -3,
            blocks: [message('m1', 'Hello {{ debtor.firstName }}, pay {{ amount.total }} at {{ payment.link }} or call {{ contact.phone }}.')],
          },
          { id: 's2', name: 'Twice', day: 2, blocks: [message('m2', 'One {{ debtor.nickname }}'), message('m3', 'Two', 'chosen'), message('m4', '')] },
          { id: 's3', name: 'Choice', day: 5, blocks: [{ id: 'c1', kind: 'channelChoice', channels: ['whatsapp', 'email'], preferAnswered: true }] },
          { id: 's4', name: 'Deal', day: 9, blocks: [{ id: 'o1', kind: 'offer', policyId: 'gone' }] },
          { id: 's5', name: 'Bureau', day: 12, blocks: [{ id: 'b1', kind: 'bureau', action: 'request' }] },
          { id: 's6', name: 'Court', day: 15, blocks: [{ id: 'j1', kind: 'smallClaims' }] },
          {
            id: 's7',
            name: 'Call',
            day: 20,
            blocks: [{ id: 't1', kind: 'humanTask', title: 'Ring up', instructions: 'Be kind.', team: 'care', dueInBusinessDays: 1 }],
          },
          { id: 's8', name: 'Nothing', day: 25, blocks: [] },
        ],
      },
      { id: 'spare', name: 'Spare', tierIds: [], steps: [] },
    ],
    policies: { offers: [{ id: 'deal', name: 'Plain deal' }] },
  });
}

/** Words of everyday Portuguese that no English sentence has; names of the product, of laws and of invented people are no slips. */
const PORTUGUESE =
  /(?<![\p{L}.])(?:não|você|voce|uma|etapas?|trilhas?|faixas?|dias?|clientes?|mensage(?:m|ns)|atraso|atrasou|dívidas?|acordos?|parcelas?|pagamentos?|prévia|enviar|escolha|regras?|régua|blocos?|nenhum|nenhuma|pessoas?|canal|canais|quando|também|já|até|são|com|sem|para|foi|hoje|valor|juros|multa|aviso|ação|vencimento|horários?|semana|segunda|terça|quarta|quinta|sexta|sábado|domingo)(?!\p{L})|\p{L}+(?:ção|ções|ões|ável)(?!\p{L})/u;
const NAMES = /da Conceição|C[oó]digo Civil|CDC, art\.|Súmula|Lei \d|Régua|regua/g;

/** Each leaf of the Portuguese surface that is a plain text and reads differently in English. */
function portugueseLeaves(): Set<string> {
  const leaves = new Set<string>();
  const walk = (portuguese: unknown, english: unknown): void => {
    if (typeof portuguese === 'string') {
      if (portuguese !== english) leaves.add(portuguese);
    } else if (typeof portuguese === 'object' && portuguese !== null) {
      for (const [key, value] of Object.entries(portuguese)) walk(value, (english as Record<string, unknown>)[key]);
    }
  };
  walk(ptBR, en);
  const spoken = new Set<string>();
  const collect = (english: unknown): void => {
    if (typeof english === 'string') spoken.add(english);
    else if (typeof english === 'object' && english !== null) Object.values(english).forEach(collect);
  };
  collect(en);
  return new Set([...leaves].filter((leaf) => !spoken.has(leaf) && leaf.length > 2));
}
const LEAVES = portugueseLeaves();

/** What the page says in Portuguese where nothing marks it as Portuguese: texts, names, hints. Empty is right. */
export async function portugueseOn(page: Page): Promise<string[]> {
  const said = await page.evaluate(() => {
    const found = new Set<string>();
    const isMarked = (element: Element | null): boolean => element?.closest('[lang]')?.getAttribute('lang') === 'pt-BR';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node instanceof Element) {
        if (isMarked(node)) continue;
        for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-roledescription', 'aria-valuetext']) {
          const value = node.getAttribute(name)?.trim();
          if (value) found.add(value);
        }
      } else if (!isMarked(node.parentElement) && !node.parentElement?.closest('script, style')) {
        const value = node.textContent?.trim();
        if (value) found.add(value);
      }
    }
    return [...found];
  });
  return said.filter((text) => LEAVES.has(text) || PORTUGUESE.test(text.replace(NAMES, '').toLowerCase()));
}
