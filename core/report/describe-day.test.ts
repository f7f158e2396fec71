import { describe, expect, it } from 'vitest';
import type { DayReport } from './day-report.ts';
import { describeDay } from './describe-day.ts';

const day = (over: Partial<DayReport> = {}): DayReport => ({
  portfolio: 'principal',
  on: '2026-11-23',
  runs: 2,
  contacts: [],
  leftInPeace: [],
  openTasks: [],
  unmatchedPayments: { count: 0, amount: 0 },
  unattributedEvents: 0,
  ...over,
});

describe('the day in words', () => {
  it('says who heard from us and what it cost, whatever became of each message since', () => {
    const contacts: DayReport['contacts'] = [
      { channel: 'whatsapp', status: 'sent', count: 90, costCents: 3150 },
      { channel: 'whatsapp', status: 'read', count: 1, costCents: 35 },
      { channel: 'voice', status: 'delivered', count: 1, costCents: 12 },
    ];
    expect(describeDay(day({ contacts }))).toBe('Carteira "principal", 23/11/2026\n92 mensagens: 91 WhatsApps, 1 ligação. Custo: R$ 31,97.');
  });

  it('keeps failures and doubts apart from what was sent', () => {
    const contacts: DayReport['contacts'] = [
      { channel: 'sms', status: 'failed', count: 2, costCents: 0 },
      { channel: 'sms', status: 'unknown', count: 1, costCents: 9 },
    ];
    expect(describeDay(day({ contacts })).split('\n').slice(1)).toEqual([
      'Ninguém foi contatado.',
      '2 tentativas falharam no provedor.',
      '1 mensagem em dúvida: podem ter saído, e não saem de novo até alguém conferir.',
    ]);
  });

  it('gives every reason for peace, the most frequent first, and counts everybody', () => {
    const leftInPeace = Array.from({ length: 14 }, (_, index) => ({ code: 'hours', reason: `motivo ${index}`, cases: index + 1 }));
    const text = describeDay(day({ leftInPeace }));
    expect(text).toContain('105 clientes ficaram em paz hoje:\n  14 · motivo 13\n');
    expect(text).toContain('  3 · outros motivos');
  });

  it('names what waits for a person', () => {
    const text = describeDay(
      day({ openTasks: [{ kind: 'bureau-removal', count: 3, overdue: 1 }], unmatchedPayments: { count: 1, amount: 500 }, unattributedEvents: 2 }),
    );
    expect(text).toContain('Tarefas abertas: 3 de retirar negativação (1 atrasada).');
    expect(text).toContain('1 pagamento sem título (R$ 5,00)');
    expect(text).toContain('2 avisos sem dono: use o nó "Devedores: consulta", operação "Avisos sem dono".');
  });

  it('says so when nothing ran', () => {
    expect(describeDay(day({ runs: 0 }))).toBe('Nenhuma rodada da carteira "principal" em 23/11/2026.');
  });
});
