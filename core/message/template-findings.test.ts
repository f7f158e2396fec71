import { describe, expect, it } from 'vitest';
import { checkTemplate } from './template-findings.ts';
import { MESSAGE_VARIABLES } from './variables.ts';

const first = (body: string, channel: Parameters<typeof checkTemplate>[1] = 'whatsapp') => checkTemplate(body, channel)[0];

describe('checkTemplate', () => {
  it('accepts every variable of the catalogue', () => {
    for (const { name, fields } of MESSAGE_VARIABLES)
      expect(checkTemplate(fields ? `{% for one in ${name} %}{{ one.${fields[0]} }}{% endfor %}` : `{{ ${name} }}`, 'email'), name).toEqual([]);
  });

  it('accepts conditions on groups, counts, loops and our filters', () => {
    const body =
      '{% if offer %}{{ offer.summary }}{% endif %}{% if offers.size > 0 %}{{ offers[0].total }}{% endif %}{{ debt.daysOverdue | plural: "dia", "dias" }}{{ 100 | dinheiro }}{{ "2026-01-01" | data }}{% assign nome = debtor.firstName %}{{ nome }}';
    expect(checkTemplate(body, 'email')).toEqual([]);
  });

  it.each([
    ['{{ debtor.fistName }}', 'debtor.firstName'],
    ['{{ nome }}', 'debtor.firstName'],
    ['{{ valor }}', 'amount.total'],
    ['{{ valor_total }}', 'amount.total'],
    ['{{ data_vencimento }}', 'debt.dueDate'],
    ['{{ vencimento }}', 'debt.dueDate'],
    ['{{ linkPagamento }}', 'payment.link'],
    ['{{ amount.totl }}', 'amount.total'],
    ['{{ payment.url }}', 'payment.'],
    ['{% for t in debts %}{{ t.dueDat }}{% endfor %}', 't.dueDate'],
  ])('names the unknown variable of %s and the nearest one', (body, near) => {
    expect(first(body)).toMatchObject({
      code: 'message.unknown-variable',
      severity: 'error',
      message: expect.stringContaining('não existe'),
      suggestion: expect.stringContaining(near),
    });
  });

  it('guesses nothing when nothing is near', () => {
    expect(first('{{ qwertyuiopxyz }}')?.suggestion).toBe('Escolha uma variável da lista.');
  });

  it.each([
    ['Olá {{ debtor.firstName', 'sem o "}}"', '}}'],
    ['{% if debt %}x', 'não foi fechado', '{% endif %}'],
    ['x{% endif %}', 'sem o começo', 'if'],
    ['{{ amount.total | dinhero }}', 'O filtro "dinhero" não existe', 'dinheiro'],
    ['{{ amount.total | date: "%Y" }}', 'O filtro "date" não existe', 'data'],
    ['{{ amount.total | sort_natural }}', 'O filtro "sort_natural" não existe', 'Filtros que existem'],
    ['{% include "x" %}', 'não pode ser usado', 'if'],
    ['{% render "x" %}', 'não pode ser usado', 'if'],
    ['{% layout "x" %}', 'não pode ser usado', 'if'],
    ['{{ }}', 'Falta o nome da variável', 'debtor.firstName'],
    ['{% for x %}{% endfor %}', 'incompleto', 'for titulo in debts'],
    ['{% if debt.count = 1 %}{% endif %}', 'Não entendi a expressão', '=='],
  ])('explains %s in Portuguese', (body, message, suggestion) => {
    expect(first(body)).toMatchObject({
      code: 'message.template-error',
      severity: 'error',
      message: expect.stringContaining(message),
      suggestion: expect.stringContaining(suggestion),
    });
  });

  it('says where', () => {
    expect(first('linha um\n{{ amount.total | nada }}')?.message).toContain('linha 2');
  });

  it.each(['Olá, [NOME]!', 'Valor: R$ XX', 'Olá, {nome}!', 'Olá, <cliente>', 'Total de R$ ___'])('finds what was left to fill in: %s', (body) => {
    expect(first(body)).toMatchObject({ code: 'message.placeholder', severity: 'error' });
  });

  it('an empty text is an error', () => {
    expect(first('  \n')).toMatchObject({ code: 'message.empty', severity: 'error' });
  });

  it('warns when a text is long for SMS, and of what cannot be said there', () => {
    expect(checkTemplate('a'.repeat(161), 'sms')).toMatchObject([{ code: 'message.sms-segments', severity: 'warning' }]);
    expect(checkTemplate('a'.repeat(161), 'whatsapp')).toEqual([]);
    expect(first('{{ payment.pix }}', 'voice')).toMatchObject({ code: 'message.not-for-channel', suggestion: expect.stringContaining('contact.phone') });
  });
});
