import type { VocabularyCode } from './codes.ts';

/** A way in which a wording harms: why it is refused, with the law, and what to write instead. Both go to a manager as they stand. */
export interface Wrong {
  readonly code: Exclude<VocabularyCode, 'shouting' | 'custom' | 'legalese'>;
  readonly reason: string;
  readonly suggestion: string;
}

const FACT = 'Diga só o que é certo, com data: "Depois de 10 dias deste aviso, o registro poderá ser pedido. Podemos conversar antes?"';
const ONLY_DEBTOR = 'Fale só com a própria pessoa, pelos contatos dela, e tire a frase.';
const DATE = 'Diga a data como fato e dê tempo: "O valor vale até 20/01/2026. Se precisar de outro prazo, fale com a gente."';
const ACCOUNT = 'Fale da conta, não da pessoa: "há um valor em aberto".';
const CARE = 'Diga o fato e ofereça conversa: "Queremos encontrar um caminho que caiba para você."';

/** The headings of the corpus. Their order is that of the letters in the weights: add at the end. */
export const WRONGS = {
  seizure: {
    code: 'threat',
    reason:
      'Anunciar bloqueio, penhora ou a tomada de bens é ameaça (CDC, arts. 42 e 71): só um juiz os determina, e salário e benefício são protegidos (CPC, art. 833).',
    suggestion: FACT,
  },
  documents: {
    code: 'threat',
    reason: 'Dívida comum não bloqueia CPF, documento nem benefício: dizer isso engana e assusta (CDC, arts. 42 e 71).',
    suggestion: 'Tire a frase e diga o valor e como pagar.',
  },
  crime: {
    code: 'threat',
    reason: 'Dever não é crime: falar em polícia ou prisão engana e assusta (CDC, arts. 42 e 71).',
    suggestion: 'Tire a frase e fale do valor e do prazo.',
  },
  court: {
    code: 'threat',
    reason: 'Processo, oficial e "medidas" usados como pressão são ameaça (CDC, arts. 42 e 71).',
    suggestion:
      'Se for mesmo um próximo passo, diga qual, quando e como evitar: "Sem acordo até 30/09, poderemos levar o caso ao Juizado. Vamos conversar antes?"',
  },
  credit: {
    code: 'threat',
    reason: 'Usar o nome e o crédito da pessoa como pressão é ameaça; o registro só vem depois de aviso por escrito (CDC, arts. 42 e 43 §2º).',
    suggestion: FACT,
  },
  visit: {
    code: 'threat',
    reason: 'Ir atrás da pessoa, ou mostrar que se sabe onde ela está, é perseguição (CDC, arts. 42 e 71).',
    suggestion: 'Convide: "Se preferir, ligue para a gente no horário que for bom para você."',
  },
  violence: { code: 'threat', reason: 'Ameaça de violência ao cobrar é crime (CDC, art. 71; Código Penal, arts. 147 e 158).', suggestion: 'Tire a frase.' },
  veiled: { code: 'threat', reason: 'Ameaça ao cobrar, mesmo velada, é proibida (CDC, arts. 42 e 71); o WhatsApp também a recusa.', suggestion: CARE },
  insistence: {
    code: 'coercion',
    reason: 'Insistir para vencer pelo cansaço é constrangimento (CDC, arts. 42 e 71).',
    suggestion: 'Pergunte e respeite: "Qual o melhor dia e horário para falarmos?"',
  },
  'no-choice': {
    code: 'coercion',
    reason: 'Mandar pagar sem saída é coação (CDC, arts. 42 e 71).',
    suggestion: 'Peça e ofereça opções: "Você pode pagar por Pix ou parcelar. O que fica melhor?"',
  },
  hardship: {
    code: 'coercion',
    reason: 'Desprezar a dificuldade, ou mandar vender e tomar emprestado, é constrangimento (CDC, art. 42; mínimo existencial, Lei 14.181/21).',
    suggestion: 'Acolha: "Veja quanto cabe no seu mês e combinamos a partir daí."',
  },
  withholding: {
    code: 'coercion',
    reason: 'Reter aula, prova, documento ou atendimento para forçar o pagamento é proibido (Lei 9.870/99, art. 6º; CDC, arts. 39 e 42).',
    suggestion: 'Separe as coisas: "O atendimento continua. Podemos combinar o valor em aberto?"',
  },
  'last-chance': {
    code: 'false-urgency',
    reason: '"Última chance" e "último aviso" fabricam urgência (CDC, arts. 37 §1º e 42), e o WhatsApp recusa mensagens assim.',
    suggestion: DATE,
  },
  hurry: { code: 'false-urgency', reason: 'Pressa fabricada pressiona (CDC, arts. 37 §1º e 42), e o WhatsApp recusa mensagens assim.', suggestion: DATE },
  family: { code: 'exposure', reason: 'A dívida é assunto só de quem deve: a família não entra na conversa (CDC, art. 42; LGPD).', suggestion: ONLY_DEBTOR },
  workplace: {
    code: 'exposure',
    reason: 'Cobrar no trabalho, ou contar a chefes e colegas, expõe a pessoa (CDC, arts. 42 e 71; LGPD).',
    suggestion: ONLY_DEBTOR,
  },
  public: {
    code: 'exposure',
    reason: 'Tornar a dívida pública expõe a pessoa ao ridículo (CDC, arts. 42 e 71; LGPD).',
    suggestion: 'Tire a frase: nada sobre a dívida é público.',
  },
  insult: { code: 'ridicule', reason: 'Ofender quem deve é proibido (CDC, art. 42) e é crime (CDC, art. 71).', suggestion: ACCOUNT },
  character: {
    code: 'ridicule',
    reason: 'Atrasar uma conta não mede o caráter de ninguém: julgar a pessoa a expõe ao ridículo (CDC, art. 42).',
    suggestion: 'Tire o julgamento: "Ainda não vimos o pagamento. Aconteceu alguma coisa?"',
  },
  lifestyle: { code: 'ridicule', reason: 'Como a pessoa vive e gasta não é assunto de quem cobra (CDC, art. 42).', suggestion: ACCOUNT },
  irony: {
    code: 'ridicule',
    reason: 'Ironia ao cobrar humilha (CDC, art. 42).',
    suggestion: 'Diga simplesmente: "Seu boleto venceu ontem. Quer que eu envie de novo?"',
  },
  group: {
    code: 'discrimination',
    reason: 'Ofende a dignidade e discrimina (Constituição, arts. 3º IV e 5º; Lei 7.716/89; CDC, art. 42).',
    suggestion: 'Tire a frase e trate a pessoa pelo nome.',
  },
} as const satisfies Record<string, Wrong>;

export type WrongName = keyof typeof WRONGS;
export const WRONG_NAMES = Object.keys(WRONGS) as readonly WrongName[];
