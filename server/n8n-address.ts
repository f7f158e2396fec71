import { ReguaError } from '../core/errors.ts';

const EXAMPLE = 'Escreva como no navegador, por exemplo https://n8n.suaempresa.com.br ou http://localhost:5678.';

/**
 * An n8n's address as we use it: http or https, a path where n8n lives under one, no slash at the end.
 * @throws ReguaError `n8n.address`
 */
export function parseN8nAddress(text: string): string {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
  const refuse = (reason: string) => new ReguaError('n8n.address', `${reason} ${EXAMPLE}`, { field: 'n8n' });
  if (!url || !/^https?:$/.test(url.protocol)) throw refuse(`"${withoutPassword(text)}" não é o endereço de um n8n.`);
  if (url.username || url.password) throw refuse('O endereço do n8n não leva usuário nem senha; a chave de API é escrita na página.');
  if (url.search || url.hash) throw refuse('O endereço do n8n não leva o que vem depois de "?" ou "#".');
  return url.href.replace(/\/+$/, '');
}

const withoutPassword = (text: string): string => text.replace(/\/\/[^/@]*@/, '//');

/** What a first call tells: n8n's public API is there; something else answers; another address is named; nobody answers. */
export type Greeting = { readonly kind: 'n8n' | 'not-n8n' | 'unreachable' } | { readonly kind: 'moved'; readonly to: string };

/** Knocks at n8n's public API without a key: n8n answers 401. */
export async function greetN8n(n8nUrl: string, patienceMs = 5000): Promise<Greeting> {
  try {
    const response = await fetch(`${n8nUrl}/api/v1/workflows?limit=1`, { redirect: 'manual', signal: AbortSignal.timeout(patienceMs) });
    await response.body?.cancel();
    if (response.status === 401) return { kind: 'n8n' };
    const to = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && to && URL.canParse(to, n8nUrl)) return { kind: 'moved', to: new URL(to, n8nUrl).origin };
    return { kind: 'not-n8n' };
  } catch {
    return { kind: 'unreachable' };
  }
}

/** The sentence for a person, when there is something to say. */
export function greetingSentence(n8nUrl: string, greeting: Greeting): string | undefined {
  switch (greeting.kind) {
    case 'n8n':
      return undefined;
    case 'moved':
      return `Quem pergunta em ${n8nUrl} é mandado para ${greeting.to}. Encerre e comece de novo com --n8n ${greeting.to}.`;
    case 'not-n8n':
      return `Quem responde em ${n8nUrl} não mostrou a API pública de um n8n. Confira o endereço, e se a API não foi desligada (N8N_PUBLIC_API_DISABLED). O designer abre assim mesmo.`;
    case 'unreachable':
      return `O n8n não respondeu em ${n8nUrl}. Confira o endereço e se ele está no ar. O designer abre assim mesmo, e publica quando o n8n responder.`;
  }
}
