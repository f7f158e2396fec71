import type { TextFinding } from './composed.ts';
import { closestName } from './closest-name.ts';
import { TEMPLATE_FILTERS } from './liquid.ts';

/** What liquidjs says in English, as a finding that tells a manager what to change. */
export function explainLiquidError(error: unknown): TextFinding {
  const raw = error instanceof Error ? error.message : String(error);
  const where = /, line:(\d+), col:(\d+)/.exec(raw);
  const text = where ? raw.slice(0, where.index) : raw;
  const place = where ? ` (linha ${where[1]}, coluna ${where[2]})` : '';
  const [message, suggestion, excerpt] = explain(text);
  return { code: 'message.template-error', severity: 'error', excerpt: excerpt ?? '', message: `${message}${place}.`, ...(suggestion ? { suggestion } : {}) };
}

function explain(text: string): readonly [message: string, suggestion?: string, excerpt?: string | undefined] {
  let match = /^output "(.*)" not closed/s.exec(text);
  if (match) return ['Há um "{{" sem o "}}" que o fecha', 'Feche a variável com }}, como em {{ debtor.firstName }}.', match[1]];
  match = /^tag "?(.*?)"? not closed/s.exec(text);
  if (match) return [`O comando ${match[1]} não foi fechado`, 'Feche com o comando de fim: {% endif %} para {% if %}, {% endfor %} para {% for %}.', match[1]];
  match = /^undefined filter: (\S+)/.exec(text);
  if (match) {
    const near = closestName(
      match[1]!,
      TEMPLATE_FILTERS.filter((name) => Math.abs(name.length - match![1]!.length) < 4),
    );
    return [
      `O filtro "${match[1]}" não existe nas mensagens`,
      near && TEMPLATE_FILTERS.includes(near) ? `Você quis dizer "${near}"?` : `Filtros que existem: ${TEMPLATE_FILTERS.join(', ')}.`,
      match[1],
    ];
  }
  match = /^tag "([^"]*)" not found/.exec(text);
  if (match) {
    return match[1]!.startsWith('end') || match[1] === 'else' || match[1] === 'elsif'
      ? [`Há um {% ${match[1]} %} sem o começo dele`, 'Apague-o ou escreva o começo, como {% if … %}.', match[1]]
      : [`O comando {% ${match[1]} %} não pode ser usado em mensagens`, 'Use if, unless, case, for, assign, comment ou raw.', match[1]];
  }
  match = /^invalid value expression: "(.*)"/s.exec(text);
  if (match) return ['Falta o nome da variável entre as chaves', 'Escreva uma variável, como {{ debtor.firstName }}.', match[1]];
  match = /^illegal tag: (.*)/s.exec(text);
  if (match) return [`O comando ${match[1]} está incompleto`, 'Escreva {% for titulo in debts %} … {% endfor %}.', match[1]];
  if (/expected "\|" before filter/.test(text))
    return ['Não entendi a expressão entre as chaves', 'Para comparar use ==, !=, > ou <, como em {% if debt.daysOverdue > 5 %}.'];
  if (/limit exceeded/.test(text)) return ['O texto é longo ou repetitivo demais para uma mensagem', 'Encurte o texto ou tire a repetição.'];
  return ['Não entendi o modelo do texto', 'Confira as chaves {{ }} e os comandos {% %}.'];
}
