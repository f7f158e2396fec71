import { pluralIn } from '../plural.ts';

const plural = pluralIn('pt-BR');

/** The first few by name; the rest as a number. */
const some = (names: readonly string[]): string => {
  const shown = names.slice(0, 4).map((name) => `"${name}"`);
  return names.length > 4 ? `${shown.join(', ')} e mais ${names.length - 4}` : shown.join(', ');
};

/** n8n's settings of a workflow, by the name its API gives them. */
const SETTINGS: Readonly<Record<string, string>> = {
  timezone: 'fuso horário',
  executionTimeout: 'tempo máximo de cada rodada',
  errorWorkflow: 'fluxo chamado quando há erro',
  saveDataErrorExecution: 'guardar as rodadas com erro',
  saveDataSuccessExecution: 'guardar as rodadas sem erro',
  saveManualExecutions: 'guardar as rodadas feitas à mão',
  saveExecutionProgress: 'guardar o andamento',
  callerPolicy: 'quem pode chamar este fluxo',
  callerIds: 'fluxos que podem chamar este',
};

/** Publishing to n8n and reading from it. */
export const n8n = {
  publish: {
    title: 'Publicar no n8n',
    intro: 'A régua vira um fluxo no seu n8n e passa a rodar todos os dias no horário marcado.',
    keyMissing: 'Cole aqui a chave da API do seu n8n.',
    url: 'Endereço do n8n',
    key: 'Chave da API do n8n',
    keyHelp: 'No n8n: Configurações, API do n8n, Criar chave. A chave fica só nesta página.',
    keyReady: 'A chave desta demonstração já está preenchida.',
    activate: 'Ligar o fluxo depois de publicar',
    activateHelp: 'Desligado, ele fica pronto para você testar no n8n.',
    create: 'Publicar',
    update: 'Atualizar o que está publicado',
    working: 'Publicando…',
    done: (name: string) => `"${name}" está no n8n.`,
    doneActive: 'O fluxo está ligado.',
    doneInactive: 'O fluxo está desligado, pronto para testar.',
    open: 'Abrir no n8n',
    outbox: 'Ver a caixa de saída',
    errorsFirst: (count: number) => `${plural(count, 'ponto precisa', 'pontos precisam')} de correção antes de publicar.`,
    showFindings: 'Ver o que corrigir',
    review: 'Ver o que muda no n8n',
    reading: 'Lendo o que está no n8n…',
    goes: 'O que vai mudar no n8n',
    goesNothing: 'Nada: o n8n já tem tudo o que está aqui.',
    comes: 'O que mudou no n8n e vem junto para cá',
    unread: 'O que está no n8n e não pôde ser lido aqui fica lá como está',
    conflicts: 'Mudou aqui e no n8n: escolha o que vale',
    conflictHelp: 'Nada é enviado antes de você decidir cada um.',
    here: 'Daqui',
    there: 'Do n8n',
    undecided: (count: number) => `${plural(count, 'decisão falta', 'decisões faltam')} antes de publicar.`,
    resultErrors: (count: number) => `Com o que vem do n8n, ${plural(count, 'ponto precisa', 'pontos precisam')} de correção antes de publicar.`,
    movedNow: 'Alguém salvou o fluxo no n8n agora há pouco. Nada foi enviado; confira de novo o que muda.',
    gone: 'O fluxo desta régua não está mais no n8n: foi apagado, arquivado ou ficou sem os nós da Régua.',
    goneHelp: 'Publicar cria um fluxo novo lá, com o que se sabe do anterior.',
    again: 'Publicar de novo',
    merged: 'Trazer as mudanças do n8n',
    secretName: (cadence: string) => `Régua: segredo de ${cadence}`,
    secretTitle: 'Segredo dos eventos',
    secretHelp:
      'Pagamentos, respostas e entregas só entram na régua quando quem os envia mostra este segredo. Guarde-o agora, num lugar seguro: ele não aparece de novo. Quem for ligar o seu sistema ao n8n põe o segredo no cabeçalho Authorization de cada pedido.',
    copySecret: 'Copiar o segredo',
    secretCopied: 'Segredo copiado.',
    secretCopyFailed: 'Não consegui copiar. Selecione o segredo e copie à mão.',
    inN8n: {
      credentials: (nodes: readonly string[]) => `Credenciais foram escolhidas ou trocadas em ${some(nodes)}.`,
      renamed: (nodes: readonly string[]) => `${plural(nodes.length, 'nó foi renomeado', 'nós foram renomeados')}: ${some(nodes)}.`,
      moved: (count: number) => `${plural(count, 'nó mudou', 'nós mudaram')} de lugar na tela.`,
      adjusted: (nodes: readonly string[]) => `Ajustes que só existem no n8n mudaram em ${some(nodes)}.`,
      added: (nodes: readonly string[]) => `${plural(nodes.length, 'nó de fora entrou', 'nós de fora entraram')}: ${some(nodes)}.`,
      removed: (nodes: readonly string[]) => `${plural(nodes.length, 'nó saiu', 'nós saíram')}: ${some(nodes)}.`,
      connections: 'Conexões entre os nós mudaram.',
      settings: (keys: readonly string[]) =>
        `Configurações do fluxo mudaram: ${keys.map((key) => (Object.hasOwn(SETTINGS, key) ? SETTINGS[key] : key)).join(', ')}.`,
    },
    publishedAt: (when: string) => `Publicado em ${when}.`,
    alternatives: 'Sem chave? Você também pode:',
    errors: {
      unauthorized: 'O n8n não aceitou a chave. Confira se ela foi copiada inteira e se não venceu.',
      forbidden: 'Esta chave não tem permissão para criar fluxos. Crie outra com os escopos de workflow.',
      notFound: 'O n8n respondeu que este endereço não existe. Confira se a API pública está ligada.',
      offline: 'Não consegui falar com o n8n. Veja se ele está no ar e se o endereço está certo.',
      noProxy: 'Esta página não está ligada a um n8n. Abra o designer por "npx n8n-nodes-regua serve", ou baixe o fluxo e importe no n8n.',
      rejected: (detail: string) => `O n8n recusou o fluxo: ${detail}`,
      server: (status: number) => `O n8n teve um problema (erro ${status}). Tente de novo em instantes.`,
      secret: (detail: string) =>
        `O n8n não deixou criar a credencial com o segredo dos eventos${detail === '' ? '' : ` (${detail})`}. O fluxo foi publicado sem ser ligado. Use uma chave com o escopo credential:create, ou crie no n8n uma credencial "Régua: segredo do webhook", escolha-a no nó do gatilho e ligue o fluxo.`,
      activation: (detail: string) => `O fluxo foi publicado, mas o n8n não o ligou: ${detail}. Abra-o no n8n, escolha as credenciais e ligue por lá.`,
    },
  },
  fromN8n: {
    title: 'Abrir do n8n',
    intro: 'Escolha um fluxo que tenha nós da Régua. O que foi mudado lá aparece aqui.',
    load: 'Buscar fluxos',
    none: 'Nenhum fluxo com nós da Régua neste n8n.',
    active: 'ligado',
    inactive: 'desligado',
  },
  live: {
    menu: 'Casos agora, do n8n…',
    title: 'Casos em cada etapa, agora',
    intro: 'Mostra na régua quantos casos estão em cada etapa neste momento, lidos do registro pelo fluxo publicado.',
    show: 'Mostrar na régua',
    hide: 'Parar de mostrar',
    publishFirst: 'Publique esta régua no n8n primeiro.',
    notReady: 'O fluxo precisa estar ligado no n8n e ter o gatilho da Régua.',
    day: 'O último dia no n8n',
    secret: 'Segredo dos eventos',
    secretHelp: 'O da credencial "Régua: segredo do webhook" que está no gatilho da Régua, no n8n.',
    secretWrong: 'O gatilho não aceitou o segredo. Confira, no n8n, se ele tem a credencial "Régua: segredo do webhook" e se o segredo é o mesmo.',
    unreachable: 'O webhook do fluxo não respondeu. Veja se o fluxo está ligado.',
  },
};
