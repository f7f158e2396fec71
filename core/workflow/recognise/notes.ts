import { CHANNEL_LABELS, type Channel } from '../../case/index.ts';
import type { ImportNote } from '../import-note.ts';

type NoValues = Readonly<Record<never, never>>;
interface OnDay {
  /** As `dayLabel` writes it. */
  readonly day: string;
}

/** What each note's sentence is made of. Which words a code begins with says what became of the node. */
export interface DraftNoteValues {
  'read.message': OnDay & { readonly channel: Channel };
  'read.payment': { readonly channel: Channel };
  'read.days': { readonly days: string };
  'read.source': { readonly days: string };
  'read.fields': NoValues;
  'read.wait': { readonly days: number };
  'read.schedule': { readonly at: string };
  'read.task': OnDay;
  'read.team': OnDay & { readonly recipient: string };
  'read.bureau': OnDay;
  'read.protest': OnDay;
  'covered.paid': NoValues;
  'covered.sent': NoValues;
  'covered.contact': NoValues;
  'covered.failure': NoValues;
  'covered.record': NoValues;
  'covered.flow': NoValues;
  'covered.duplicates': NoValues;
  'covered.pause': NoValues;
  'covered.manual': NoValues;
  'left.source': NoValues;
  'left.trigger': NoValues;
  'left.condition': NoValues;
  'left.code': NoValues;
  'left.python': NoValues;
  'left.ai': NoValues;
  'left.payment-link': NoValues;
  'left.channel': { readonly channel: string };
  'left.wait': NoValues;
  'left.schedule': NoValues;
  'left.request': NoValues;
  'left.other': NoValues;
  'left.disabled': NoValues;
  'left.unreached': NoValues;
  'left.far': OnDay;
  'check.guessed': OnDay;
  'check.from-words': OnDay;
  'check.open': OnDay;
  'check.branch': OnDay & { readonly channel: Channel };
  'check.same-day': OnDay;
  'check.no-text': NoValues;
  'check.field': { readonly field: string };
  'check.provider-template': { readonly template: string };
  'check.broken': { readonly count: number };
}
export type DraftNoteCode = keyof DraftNoteValues;

const by = (channel: Channel): string => (channel === 'voice' ? 'ligação' : CHANNEL_LABELS[channel]);

const SENTENCES: { readonly [Code in DraftNoteCode]: (values: DraftNoteValues[Code]) => string } = {
  'read.message': ({ channel, day }) => `Virou a mensagem por ${by(channel)} de ${day}.`,
  'read.payment': ({ channel }) => `Virou o agradecimento por ${by(channel)}, na reação "Pagamento recebido".`,
  'read.days': ({ days }) => `Os dias desta condição: ${days}.`,
  'read.source': ({ days }) => `Daqui vinham os títulos de ${days}. O dia foi lido; os títulos entram pela carteira da régua, que a importação preenche.`,
  'read.fields': () => 'Os campos e textos que este nó monta foram lidos.',
  'read.wait': ({ days }) =>
    days === 1 ? 'A espera de 1 dia foi somada às etapas que vêm depois.' : `A espera de ${days} dias foi somada às etapas que vêm depois.`,
  'read.schedule': ({ at }) => `A régua roda todo dia às ${at}.`,
  'read.task': ({ day }) => `Virou uma tarefa para uma pessoa em ${day}.`,
  'read.team': ({ day, recipient }) =>
    `Vai sempre para ${recipient}, que não é o devedor: virou uma tarefa para a equipe em ${day}. Se era o devedor, troque a tarefa por uma mensagem.`,
  'read.bureau': ({ day }) => `Virou um pedido de negativação em ${day}. A lei pede um aviso prévio comprovado antes: confira os achados.`,
  'read.protest': ({ day }) => `Virou uma tarefa para o jurídico em ${day}: uma pessoa decide sobre protesto ou ação.`,
  'covered.paid': () => 'A régua já deixa em paz quem pagou; esta condição não é precisa.',
  'covered.sent': () => 'A régua já sabe o que enviou e nunca repete; esta condição não é precisa.',
  'covered.contact': () => 'A régua já escolhe o canal pelos contatos que o devedor tem.',
  'covered.failure': () => 'A régua já trata do envio que falha: tenta de novo, muda de canal ou chama uma pessoa.',
  'covered.record': () => 'A régua registra sozinha o que foi enviado; não é preciso anotar em planilha ou banco.',
  'covered.flow': () => 'A régua trata caso a caso; laços, junções, limites e arrumações de dados não são precisos.',
  'covered.duplicates': () => 'A régua nunca envia duas vezes a mesma mensagem.',
  'covered.pause': () => 'A régua já espaça os envios; esta pausa não é precisa.',
  'covered.manual': () => 'A régua publicada também roda na hora, pelo nó "Rodar agora".',
  'left.source': () => 'Os títulos vinham daqui. Importe-os na carteira da régua: pelo designer, ou ligando esta fonte ao nó "Importar para a Régua".',
  'left.trigger': () =>
    'A régua roda uma vez por dia, não quando este nó dispara. O que acontece fora do calendário entra pelas reações (pagamento, resposta, promessa).',
  'left.condition': () => 'Esta condição não fala de dias. Ficou uma trilha só; se ela separa clientes ou valores, crie faixas e uma trilha para cada.',
  'left.code': () => 'Não achei dias nem textos neste código. Se ele decide quem recebe o quê, refaça a regra com etapas e faixas.',
  'left.python': () => 'Só leio código em JavaScript. Se este decide dias ou textos, ponha-os nas etapas.',
  'left.ai': () => 'A IA escrevia o texto. Escreva um texto-base na mensagem; depois pode ligar a redação por IA, que a guarda confere.',
  'left.payment-link': () =>
    'A forma de pagar vinha daqui. Preencha a página de pagamento ou a chave Pix do credor, ou traga o código de cada título na importação.',
  'left.channel': ({ channel }) => `A régua não envia por ${channel}. Escolha e-mail, WhatsApp, SMS, ligação ou carta para esta mensagem.`,
  'left.wait': () => 'Esta espera não tem um número de dias que eu entenda (espera uma data ou uma resposta). Confira os dias das etapas que vêm depois.',
  'left.schedule': () => 'O horário não é "todo dia a tal hora", ou cai fora das horas de contato; fiquei com 09:00.',
  'left.request': () => 'Não reconheci o que esta chamada faz. Se ela manda mensagens, ponha a mensagem na etapa; se avisa a equipe, crie uma tarefa.',
  'left.other': () => 'Uma régua não tem lugar para este nó. Se faz falta, publique a régua e ligue-o de novo no n8n: nós de fora são guardados.',
  'left.disabled': () => 'Está desligado no n8n; deixei fora.',
  'left.unreached': () => 'Nenhum início leva a este nó, então no n8n ele não roda; deixei fora.',
  'left.far': ({ day }) => `${day} fica fora do que uma régua alcança (de D-60 a D+2000); deixei fora.`,
  'check.guessed': ({ day }) => `Não achei em que dia isto sai; pus em ${day}. Confira o dia da etapa.`,
  'check.from-words': ({ day }) => `O dia veio do nome do nó ou do texto: ${day}. Confira.`,
  'check.open': ({ day }) => `A condição vale por vários dias, e lá podia sair todo dia. Na régua cada etapa acontece uma vez: ficou em ${day}.`,
  'check.branch': ({ channel, day }) =>
    `Há mais de um texto por ${by(channel)} em ${day}, e o que decide entre eles não é o dia. Ficou o primeiro; os outros estão na anotação do bloco.`,
  'check.same-day': ({ day }) =>
    `Em ${day} saíam mensagens por mais de um canal. A régua envia uma, pelo melhor canal de cada devedor; os textos de todos ficaram.`,
  'check.no-text': () => 'Não achei o texto desta mensagem. Escreva-o na etapa.',
  'check.field': ({ field }) =>
    `Não sei que dado é "${field}". No texto ficou [INSERIR: ${field}]: troque por uma variável ou apague; assim a mensagem não sai.`,
  'check.provider-template': ({ template }) => `O texto é o modelo "${template}", que fica no provedor. Copie as palavras dele para a etapa.`,
  'check.broken': ({ count }) =>
    `${count} ${count === 1 ? 'entrada' : 'entradas'} da lista de nós não ${count === 1 ? 'é nó' : 'são nós'} e não ${count === 1 ? 'pôde' : 'puderam'} ser ${count === 1 ? 'lida' : 'lidas'}.`,
};

const WARNINGS = new Set<DraftNoteCode>(['left.condition', 'left.channel', 'left.request', 'left.wait', 'left.code', 'left.python', 'left.far']);

export function draftNote<Code extends DraftNoteCode>(nodeName: string, code: Code, values: DraftNoteValues[Code]): ImportNote {
  const kind = code.slice(0, code.indexOf('.'));
  return {
    code,
    severity: kind === 'check' || WARNINGS.has(code) ? 'warning' : 'info',
    nodeName,
    message: SENTENCES[code](values),
    outcome: kind === 'covered' || kind === 'left' ? kind : 'read',
    values: { ...values },
  };
}
