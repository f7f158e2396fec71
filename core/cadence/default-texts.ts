import type { MessagePurpose } from '../case/index.ts';
import type { MessageText } from './blocks.ts';

/** A lawful notice before negativação, ready to be edited: what, how much, until when, how to pay, whom to talk to. */
export function defaultNoticeTexts(): MessageText[] {
  return [
    {
      channel: 'any',
      subject: 'Aviso sobre o título {{ debt.number }}',
      body:
        'Olá, {{ debtor.firstName }}. O título {{ debt.number }}, vencido em {{ debt.dueDate }}, segue em aberto: {{ amount.breakdown }}.\n\n' +
        'Conforme o art. 43 do Código de Defesa do Consumidor, avisamos que, sem pagamento ou acordo em 10 dias, ele poderá ser registrado em um órgão de proteção ao crédito.\n\n' +
        'Você pode pagar por aqui: {{ payment.link }}. Se algo não confere ou se quiser combinar outra forma, fale com a gente: {{ contact.phone }}.',
    },
  ];
}

const PAY = 'Para pagar ou ver os detalhes: {{ payment.link }}';

/** What a new message begins with, purpose by purpose: a text that does what the purpose promises, ready to be edited. */
const FIRST_TEXTS: Readonly<Record<Exclude<MessagePurpose, 'bureau-notice'>, Omit<MessageText, 'channel'>>> = {
  reminder: {
    subject: 'Lembrete: o título {{ debt.number }} vence em {{ debt.dueDate }}',
    body:
      'Olá, {{ debtor.firstName }}! Passando para lembrar: o título {{ debt.number }}, de {{ amount.total }}, vence em {{ debt.dueDate }}.\n\n' +
      `${PAY}\n\nSe já pagou, obrigado, pode desconsiderar. Se precisar de outra data, {{ contact.person }}: a gente combina.`,
  },
  charge: {
    subject: 'Sobre o título {{ debt.number }}',
    body:
      'Olá, {{ debtor.firstName }}! O título {{ debt.number }}, com vencimento em {{ debt.dueDate }}, está em {{ amount.breakdown }}.\n\n' +
      'Para pagar: {{ payment.link }}. Se preferir conversar, fale com a gente: {{ contact.phone }}.',
  },
  formal: {
    subject: 'O título {{ debt.number }} segue em aberto',
    body:
      'Olá, {{ debtor.firstName }}.\n\nO título {{ debt.number }}, com vencimento em {{ debt.dueDate }}, está em aberto há {{ debt.daysOverdue }} dias. O valor de hoje é {{ amount.breakdown }}.\n\n' +
      'Gostaríamos de saber de você: houve algum imprevisto, o valor não confere ou prefere outra data? Conte para a gente e procuramos juntos uma saída. Para isso, {{ contact.person }}.\n\n' +
      PAY,
  },
  offer: {
    subject: 'Condições para o título {{ debt.number }}',
    body:
      'Olá, {{ debtor.firstName }}. Sabemos que imprevistos acontecem, por isso separamos condições para você ficar em dia com o título {{ debt.number }}. Hoje ele está em {{ amount.breakdown }}.\n\n' +
      '{{ offer.summary }}\n\nAs condições valem até {{ offer.validUntil }}.\n\n' +
      'Para escolher: {{ payment.link }}\n\nSe nenhuma couber no seu mês, {{ contact.person }}: a gente conversa.',
  },
  'legal-notice': {
    subject: 'Sobre o título {{ debt.number }}',
    body:
      'Olá, {{ debtor.firstName }}.\n\nTentamos falar com você sobre o título {{ debt.number }}, com vencimento em {{ debt.dueDate }}. O valor de hoje é {{ amount.breakdown }}.\n\n' +
      'Ainda queremos resolver por acordo. Se isso não for possível, o passo seguinte previsto em lei é o Juizado Especial Cível, onde também há conciliação.\n\n' +
      'Para pagar ou propor um acordo: {{ payment.link }}. Para conversar, {{ contact.person }}.',
  },
  thanks: {
    subject: 'Recebemos o seu pagamento, obrigado',
    body: 'Olá, {{ debtor.firstName }}! Recebemos o seu pagamento{% if lastPayment.amount %} de {{ lastPayment.amount }}{% endif %}. Obrigado! Se algo não confere, {{ contact.person }}.',
  },
  survey: {
    subject: 'Como foi o nosso atendimento?',
    body: 'Olá, {{ debtor.firstName }}! De 0 a 10, quanto você recomendaria o nosso atendimento? É só responder com o número, e contar o motivo se quiser.',
  },
  agreement: {
    subject: 'Sobre o seu acordo',
    body:
      'Olá, {{ debtor.firstName }}! Passando para lembrar do nosso acordo: a parcela de {{ agreement.installment.amount }} tem vencimento em {{ agreement.installment.dueDate }}.\n\n' +
      `${PAY}\n\nSe já pagou, obrigado, pode desconsiderar. Se o mês apertou, {{ contact.person }}: a gente encontra um jeito com você.`,
  },
  other: {
    subject: 'Um recado da {{ creditor.name }}',
    body: 'Olá, {{ debtor.firstName }}! Aqui é da {{ creditor.name }}. Queremos manter o seu cadastro em dia: se o seu telefone, e-mail ou endereço mudou, {{ contact.person }}. Nunca pedimos senha nem código por mensagem.',
  },
};

/** A first text for a new message block. */
export function defaultMessageTexts(purpose: MessagePurpose): MessageText[] {
  return purpose === 'bureau-notice' ? defaultNoticeTexts() : [{ channel: 'any', ...FIRST_TEXTS[purpose] }];
}
