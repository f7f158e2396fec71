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

/** A first text for a new message block. */
export function defaultMessageTexts(): MessageText[] {
  return [
    {
      channel: 'any',
      subject: 'Sobre o título {{ debt.number }}',
      body:
        'Olá, {{ debtor.firstName }}! O título {{ debt.number }}, com vencimento em {{ debt.dueDate }}, está em {{ amount.breakdown }}.\n\n' +
        'Para pagar: {{ payment.link }}. Se preferir conversar, fale com a gente: {{ contact.phone }}.',
    },
  ];
}
