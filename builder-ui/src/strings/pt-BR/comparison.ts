import { pluralIn } from '../plural.ts';

const plural = pluralIn('pt-BR');

/** Two versions of a cadence, side by side. */
export const comparison = {
  comparison: {
    with: 'Comparar com',
    asOpened: 'Como estava ao abrir',
    template: (name: string) => `Modelo ${name}`,
    noVersions: 'Guarde uma versão antes de uma mudança grande: depois você vê as duas lado a lado.',
    thisOne: 'Régua de agora',
    rulers: 'As duas réguas, lado a lado',
    track: (name: string) => `Trilha ${name}`,
    noTrackHere: 'Não tem esta trilha',
    onlyChanges: 'Mostrar só o que mudou',
    noStepChanged: 'Nenhuma etapa mudou. As diferenças estão nas regras.',
    whatChanged: 'O que mudou',
    nothingChanged: 'Nada: as duas são iguais.',
    kinds: { added: 'nova', removed: 'saiu', moved: 'mudou de dia', changed: 'mudou' },
    blockKinds: { added: ', bloco novo', removed: ', bloco que saiu', moved: ', bloco que mudou de lugar', changed: ', bloco que mudou' },
    otherTrack: 'mudou de trilha',
    wentTo: (day: string) => `foi para ${day}`,
    cameFrom: (day: string) => `veio de ${day}`,
    run: 'Simular as duas',
    runAgain: 'Simular as duas de novo',
    running: 'Simulando as duas…',
    before: 'Simule para ver o que cada uma traria com os mesmos clientes e a mesma sorte.',
    results: 'O que cada uma traria',
    setup: (clients: number, days: number, seed: number) =>
      `${plural(clients, 'cliente', 'clientes')}, ${plural(days, 'dia', 'dias')}, semente ${seed}: os mesmos para as duas.`,
    finished: 'Comparação pronta.',
    outcome: 'O que muda no resultado',
    figures: 'Ver os números',
    measures: {
      difference: 'A mais que sem cobrar',
      recovered: 'Recuperado',
      settled: 'Clientes que quitaram',
      contacts: 'Contatos',
      cost: 'Custo dos contatos',
      costPerReal: 'Custo de cada R$ 1 recuperado',
      forgiven: 'Perdoado em acordos cumpridos',
      work: 'Trabalho da equipe',
    },
    groups: { outcome: 'Resultado', channels: 'Contatos por canal', refusals: 'Contatos que a régua segurou' },
    difference: 'Diferença',
    differs: { more: (amount: string) => `${amount} a mais`, less: (amount: string) => `${amount} a menos`, same: (_amount: string) => 'igual' },
    cents: (amount: string) => `${amount} centavos`,
    hours: (amount: string) => `${amount} h`,
    verdict: { better: 'Melhor:', worse: 'Pior:' },
    verdicts: {
      recovered: (way: 'more' | 'less' | 'same', amount: string) =>
        ({
          more: `A régua de agora recupera ${amount} a mais.`,
          less: `A régua de agora recupera ${amount} a menos.`,
          same: 'As duas recuperam o mesmo valor.',
        })[way],
      settled: (way: 'more' | 'less' | 'same', amount: string, one: boolean) =>
        ({
          more: one ? 'Mais 1 cliente fica em dia.' : `Mais ${amount} clientes ficam em dia.`,
          less: one ? 'Menos 1 cliente fica em dia.' : `Menos ${amount} clientes ficam em dia.`,
          same: 'O mesmo número de clientes fica em dia.',
        })[way],
      contacts: (way: 'more' | 'less' | 'same', amount: string, one: boolean) =>
        ({
          more: `As pessoas recebem ${amount} ${one ? 'contato' : 'contatos'} a mais.`,
          less: `As pessoas recebem ${amount} ${one ? 'contato' : 'contatos'} a menos.`,
          same: 'As pessoas recebem o mesmo número de contatos.',
        })[way],
      cost: (way: 'more' | 'less' | 'same', amount: string) =>
        ({ more: `Os contatos custam ${amount} a mais.`, less: `Os contatos custam ${amount} a menos.`, same: 'Os contatos custam o mesmo.' })[way],
      costPerReal: (way: 'more' | 'less' | 'same', amount: string) =>
        ({
          more: `Cada real recuperado custa ${amount} a mais.`,
          less: `Cada real recuperado custa ${amount} a menos.`,
          same: 'Cada real recuperado custa o mesmo.',
        })[way],
    },
    luck: 'Uma diferença pequena pode ser só sorte. Mude a semente e simule de novo: se ela continuar, é da régua.',
    open: 'Ver lado a lado',
  },
};
