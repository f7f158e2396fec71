import { CHANNEL_LABELS } from '../case/channel.ts';
import { PORTUGUESE_DIFFERENCES, type DifferenceWords } from '../cadence/compare/words.ts';
import { EVENT_LABELS, PURPOSE_LABELS } from '../cadence/labels.ts';
import { formatMoney } from '../money.ts';
import type { Side } from './versions.ts';

/** Fields that have a name of their own in a conflict; the place names the others. */
export type FieldName =
  | `cadence.${'id' | 'name' | 'description' | 'portfolio'}`
  | 'schedule.at'
  | `creditor.${'name' | 'document' | 'address' | 'city' | 'uf' | 'kind' | 'phone' | 'whatsapp' | 'email' | 'paymentUrl' | 'pixKey'}`
  | `contract.${'finePercent' | 'interestMonthlyPercent' | 'correctionIndex' | 'legalInterest' | 'graceDays' | 'earlyDiscount'}`
  | `frequency.${'perDay' | 'perSevenDays'}`
  | `payment.${'toleranceCents' | 'messageStandsBusinessDays'}`
  | `promise.${'maxDays' | 'graceBusinessDays'}`
  | `agreement.${'remindDaysBefore' | 'remindDaysLate' | 'breakAfterDays'}`
  | `bureau.${'noticeWaitDays' | 'minAmountCents' | 'removalBusinessDays'}`
  | `smallClaims.${'minAmountCents' | 'withLawyer'}`
  | 'prescription.years'
  | `channel.${'provider' | 'costCents'}`
  | `tier.${'name' | 'description' | 'tracks' | 'rule'}`
  | `offer.${'name' | 'tierIds' | 'fromDay' | 'toDay' | 'discount' | 'maxInstallments' | 'monthlyRatePercent' | 'minEntryPercent' | 'minInstallmentCents' | 'validityDays'}`
  | `step.${'name' | 'day' | 'track'}`
  | 'track.name'
  | `block.${'place' | 'note' | 'purpose' | 'channel' | 'asksForAnswer' | 'aiWording' | 'channels' | 'maxCostCents' | 'preferAnswered' | 'policyId' | 'action' | 'provider'}`
  | `block.${'title' | 'instructions' | 'team' | 'dueInBusinessDays' | 'label' | 'disabled'}`
  | `text.${'body' | 'subject'}`
  | `node.${'name' | 'position' | 'credentials' | 'disabled'}`;

/** How conflicts are told; another language gives its own, and each place where two sides meet says what they are called there. */
export interface MergeWords {
  readonly differences: Pick<DifferenceWords, 'block' | 'place' | 'policies'>;
  /** As adverbs: `aqui`, `no n8n`. */
  readonly sides: Readonly<Record<Side, string>>;
  readonly fields: Readonly<Record<FieldName, string>>;
  readonly places: {
    readonly cadence: string;
    readonly creditor: string;
    readonly frequency: string;
    readonly rules: (group: string) => string;
    readonly channel: (channel: string) => string;
    readonly tier: (name: string) => string;
    readonly offer: (name: string) => string;
    readonly track: (name: string) => string;
    readonly step: (name: string, day: string, track: string | undefined) => string;
    readonly block: (block: string, place: string, track: string | undefined) => string;
    readonly node: (name: string) => string;
    readonly settings: string;
    readonly connections: string;
  };
  readonly groups: Readonly<
    Record<
      | 'contract'
      | 'windows'
      | 'cityHolidays'
      | 'vocabulary'
      | 'channels'
      | 'payment'
      | 'promise'
      | 'agreement'
      | 'lateEntry'
      | 'beforeFormal'
      | 'outage'
      | 'prescription'
      | 'bureau'
      | 'smallClaims',
      string
    >
  >;
  readonly channels: Readonly<Record<string, string>>;
  readonly purposes: Readonly<Record<string, string>>;
  readonly events: Readonly<Record<string, string>>;
  readonly text: (channel: string, tier: string | undefined, reason: boolean) => string;
  readonly anyChannel: string;
  readonly chosenChannel: string;
  readonly yes: string;
  readonly no: string;
  readonly nothing: string;
  readonly nobody: string;
  readonly money: (cents: number) => string;
  readonly quoted: (text: string) => string;
  readonly changed: string;
  readonly removed: string;
  readonly unreadable: string;
  /** Both sides changed one thing. */
  readonly changedBoth: (where: string, field: string | undefined) => string;
  /** What each side has, after what changed. */
  readonly eachHas: (mine: string, theirs: string) => string;
  /** One side took it out, the other changed it. */
  readonly removedOn: (where: string, side: Side) => string;
  readonly order: (where: string) => string;
  readonly orderOf: Readonly<Record<'tiers' | 'offers' | 'tracks', string>> & { readonly blocks: (place: string) => string };
  readonly unread: (where: string, side: Side) => string;
}

export const PORTUGUESE_SIDES: MergeWords['sides'] = { mine: 'no seu arquivo', theirs: 'no outro arquivo' };

export function portugueseMergeWords(sides: MergeWords['sides'] = PORTUGUESE_SIDES): MergeWords {
  const other = (side: Side): string => sides[side === 'mine' ? 'theirs' : 'mine'];
  return {
    differences: PORTUGUESE_DIFFERENCES,
    sides,
    fields: {
      'cadence.id': 'o identificador',
      'cadence.name': 'o nome',
      'cadence.description': 'a descrição',
      'cadence.portfolio': 'a carteira',
      'schedule.at': 'o horário da rodada',
      'creditor.name': 'o nome da empresa',
      'creditor.document': 'o CNPJ ou CPF',
      'creditor.address': 'o endereço',
      'creditor.city': 'a cidade',
      'creditor.uf': 'o estado',
      'creditor.kind': 'o tipo de empresa',
      'creditor.phone': 'o telefone de atendimento',
      'creditor.whatsapp': 'o WhatsApp de atendimento',
      'creditor.email': 'o e-mail de atendimento',
      'creditor.paymentUrl': 'a página de pagamento',
      'creditor.pixKey': 'a chave Pix',
      'contract.finePercent': 'a multa (%)',
      'contract.interestMonthlyPercent': 'os juros ao mês (%)',
      'contract.correctionIndex': 'a correção monetária',
      'contract.legalInterest': 'o uso da Taxa Legal',
      'contract.graceDays': 'a tolerância em dias',
      'contract.earlyDiscount': 'o desconto por pagar antes',
      'frequency.perDay': 'os contatos por dia',
      'frequency.perSevenDays': 'os contatos em 7 dias',
      'payment.toleranceCents': 'o resto que não se cobra',
      'payment.messageStandsBusinessDays': 'a validade do valor de uma mensagem (dias úteis)',
      'promise.maxDays': 'o prazo máximo de uma promessa (dias)',
      'promise.graceBusinessDays': 'a folga depois da promessa (dias úteis)',
      'agreement.remindDaysBefore': 'os dias de lembrete antes da parcela',
      'agreement.remindDaysLate': 'os dias de aviso de parcela atrasada',
      'agreement.breakAfterDays': 'os dias até o acordo se romper',
      'bureau.noticeWaitDays': 'a espera depois do aviso entregue (dias)',
      'bureau.minAmountCents': 'o valor mínimo',
      'bureau.removalBusinessDays': 'a baixa após o pagamento (dias úteis)',
      'smallClaims.minAmountCents': 'o valor mínimo',
      'smallClaims.withLawyer': 'ter advogado',
      'prescription.years': 'o prazo em anos',
      'channel.provider': 'quem envia',
      'channel.costCents': 'o custo por contato',
      'tier.name': 'o nome',
      'tier.description': 'a descrição',
      'tier.tracks': 'a trilha que a atende',
      'tier.rule': 'as condições',
      'offer.name': 'o nome',
      'offer.tierIds': 'as faixas',
      'offer.fromDay': 'o primeiro dia de atraso',
      'offer.toDay': 'o último dia de atraso',
      'offer.discount': 'o desconto (%)',
      'offer.maxInstallments': 'o número de parcelas',
      'offer.monthlyRatePercent': 'os juros ao mês (%)',
      'offer.minEntryPercent': 'a entrada mínima (%)',
      'offer.minInstallmentCents': 'a menor parcela',
      'offer.validityDays': 'a validade em dias',
      'step.name': 'o nome da etapa',
      'step.day': 'o dia',
      'step.track': 'a trilha',
      'track.name': 'o nome da trilha',
      'block.place': 'o lugar',
      'block.note': 'a anotação',
      'block.purpose': 'para que serve',
      'block.channel': 'o canal',
      'block.asksForAnswer': 'pedir resposta',
      'block.aiWording': 'a redação por IA',
      'block.channels': 'os canais',
      'block.maxCostCents': 'o custo máximo',
      'block.preferAnswered': 'preferir onde a pessoa já respondeu',
      'block.policyId': 'a política de acordo',
      'block.action': 'o que fazer',
      'block.provider': 'quem cuida',
      'block.title': 'o que fazer',
      'block.instructions': 'as instruções',
      'block.team': 'a equipe',
      'block.dueInBusinessDays': 'o prazo em dias úteis',
      'block.label': 'o nome',
      'block.disabled': 'estar desligado',
      'text.body': 'o texto',
      'text.subject': 'o assunto',
      'node.name': 'o nome',
      'node.position': 'a posição na tela do n8n',
      'node.credentials': 'a credencial',
      'node.disabled': 'estar desligado',
    },
    places: {
      cadence: 'A régua',
      creditor: 'Dados do credor',
      frequency: 'Regras, limite de contatos',
      rules: (group) => `Regras, ${group}`,
      channel: (channel) => `Regras, canal ${channel}`,
      tier: (name) => `Faixa ${name}`,
      offer: (name) => `Política de acordo ${name}`,
      track: (name) => `Trilha ${name}`,
      step: (name, day, track) => `${track === undefined ? '' : `Trilha ${track}, `}${day}, etapa ${name}`,
      block: (block, place, track) => `${track === undefined ? '' : `Trilha ${track}, `}${place}, ${block}`,
      node: (name) => `Nó "${name}" do n8n`,
      settings: 'Configurações do fluxo no n8n',
      connections: 'Conexões do fluxo no n8n',
    },
    groups: {
      contract: 'multa, juros e correção',
      windows: 'horários de contato',
      cityHolidays: 'feriados municipais',
      vocabulary: 'vocabulário',
      channels: 'canais',
      payment: 'pagamentos',
      promise: 'promessas',
      agreement: 'acordos',
      lateEntry: 'dívida que já chega atrasada',
      outage: 'provedor fora do ar',
      beforeFormal: 'conversa antes de um passo formal',
      prescription: 'prescrição',
      bureau: 'negativação',
      smallClaims: 'juizado especial',
    },
    channels: CHANNEL_LABELS,
    purposes: PURPOSE_LABELS,
    events: EVENT_LABELS,
    text: (channel, tier, reason) => `texto para ${channel}${tier === undefined ? '' : `, faixa ${tier}`}${reason ? ', com motivo do atraso' : ''}`,
    anyChannel: 'todos os canais',
    chosenChannel: 'o canal escolhido',
    yes: 'sim',
    no: 'não',
    nothing: 'vazio',
    nobody: 'nenhuma',
    money: formatMoney,
    quoted: (text) => `"${text}"`,
    changed: 'mudou',
    removed: 'saiu',
    unreadable: 'como está no n8n, sem que se possa ler',
    changedBoth: (where, field) => `${where}: ${field ?? 'o conteúdo'} mudou dos dois lados.`,
    eachHas: (mine, theirs) => `${capital(sides.mine)}: ${mine}; ${sides.theirs}: ${theirs}.`,
    removedOn: (where, side) => `${where}: saiu ${sides[side]}, mas mudou ${other(side)}.`,
    order: (where) => `${where} mudou dos dois lados.`,
    orderOf: {
      tiers: 'A ordem das faixas',
      offers: 'A ordem das políticas de acordo',
      tracks: 'A ordem das trilhas',
      blocks: (place) => `A ordem dos blocos em ${place}`,
    },
    unread: (where, side) => `${where}: o que está ${sides[side]} não pôde ser lido, e o mesmo mudou ${other(side)}.`,
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
