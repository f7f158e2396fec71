import { pluralIn } from '../plural.ts';

const plural = pluralIn('pt-BR');

/** Where one begins. */
export const gallery = {
  gallery: {
    welcome: 'Monte com calma a conversa com quem atrasou: do lembrete gentil ao acordo, no tempo certo e pelo canal certo.',
    title: 'Escolha por onde começar',
    intro: 'Modelos prontos, com textos revisados. Tudo pode ser mudado depois.',
    all: 'Todos',
    blank: 'Começar do zero',
    blankHelp: 'Uma régua vazia, com as regras padrão.',
    blankName: 'Minha régua',
    blankTier: 'Todos os clientes',
    blankTrack: 'Trilha principal',
    use: 'Usar o modelo',
    steps: (count: number) => plural(count, 'etapa', 'etapas'),
    tracks: (count: number) => plural(count, 'trilha', 'trilhas'),
    upTo: (day: string) => `até ${day}`,
    continueTitle: 'Suas réguas neste navegador',
    updated: (when: string) => `mudada ${when}`,
    removeDraft: (name: string) => `Apagar ${name} deste navegador`,
    openFile: 'Abrir arquivo',
    openFileHelp: 'Uma régua exportada ou um fluxo do n8n (JSON). Também dá para soltar o arquivo na tela.',
    filters: 'Filtrar modelos',
    tags: {
      completa: 'completa',
      varejo: 'varejo',
      serviços: 'serviços',
      'medidas formais': 'medidas formais',
      'sem medidas formais': 'sem medidas formais',
      simples: 'simples',
      começando: 'começando',
      recorrência: 'recorrência',
      educação: 'educação',
      saúde: 'saúde',
      condomínio: 'condomínio',
    },
  },
};
