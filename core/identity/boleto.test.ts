import { generateBoleto, getBoletoInfo } from '@brazilian-utils/brazilian-utils';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueDateOf, parseBoleto } from './boleto.ts';

const LINE = '00190000090114971860168524522114675860000102656';
const on = (referenceDate: string) => ({ referenceDate });

describe('a bank slip', () => {
  it('of R$ 1,026.56 due 15/07/2018 is read from its line and its barcode', () => {
    const slip = {
      valid: true,
      type: 'bank',
      normalized: LINE,
      formatted: '00190.00009 01149.718601 68524.522114 6 75860000102656',
      barcode: '00196758600001026560000001149718606852452211',
      bank: '001',
      amount: 1026_56,
      dueDate: '2018-07-15',
    };
    expect(parseBoleto('00190.00009 01149.718601 68524.522114 6 75860000102656', on('2018-07-01'))).toEqual(slip);
    expect(parseBoleto(slip.barcode, on('2018-07-01'))).toEqual(slip);
    expect(parseBoleto(LINE, on('2026-11-21')).dueDate).toBe('2018-07-15');
  });

  it.each([
    [9, 'campo 1'],
    [20, 'campo 2'],
    [31, 'campo 3'],
    [32, 'geral'],
    [36, 'geral'],
  ])('with digit %i changed says which check fails', (at, which) => {
    const wrong = LINE.slice(0, at) + ((Number(LINE[at]) + 1) % 10) + LINE.slice(at + 1);
    expect(parseBoleto(wrong, on('2018-07-01'))).toMatchObject({ valid: false, reason: expect.stringContaining(which) });
  });

  it.each([
    ['123', 'este tem 3'],
    ['00190.00009 01149.71860A', 'só tem números'],
    ['', 'só tem números'],
  ])('%j is refused', (text, reason) => {
    expect(parseBoleto(text, on('2018-07-01'))).toMatchObject({ valid: false, reason: expect.stringContaining(reason) });
  });

  it('agrees with the library on any it generates, and on any digit changed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 46 }),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom('2012-05-01', '2024-01-01', '2025-02-22', '2030-01-01'),
        (at, change, date) => {
          const line = generateBoleto();
          for (const text of [line, line.slice(0, at) + ((Number(line[at]) + change) % 10) + line.slice(at + 1)]) {
            const ours = parseBoleto(text, on(date));
            const theirs = getBoletoInfo(text, { referenceDate: new Date(`${date}T12:00:00`) });
            if (text[3] !== '9' || text.startsWith('8')) continue;
            expect(ours.valid).toBe(theirs !== null);
            if (!theirs) continue;
            expect(ours.amount ?? 0).toBe(theirs.amount);
            const due = theirs.expirationDate;
            expect(ours.dueDate ?? null).toBe(
              due && `${due.getFullYear()}-${String(due.getMonth() + 1).padStart(2, '0')}-${String(due.getDate()).padStart(2, '0')}`,
            );
          }
        },
      ),
    );
  });
});

describe('the due factor', () => {
  it('runs out on 21/02/2025 and begins again the next day', () => {
    expect([dueDateOf(9999, '2025-02-01'), dueDateOf(1000, '2025-03-01'), dueDateOf(1001, '2025-03-01')]).toEqual(['2025-02-21', '2025-02-22', '2025-02-23']);
    expect(dueDateOf(1000, '2000-07-01')).toBe('2000-07-03');
    expect(dueDateOf(1667, '2002-01-01')).toBe('2002-05-01');
  });

  it('means the date within 3,000 days back and 5,500 ahead of the day of reading', () => {
    expect([dueDateOf(1000, '2008-09-19'), dueDateOf(1000, '2010-02-01')]).toEqual(['2000-07-03', '2025-02-22']);
    expect(dueDateOf(7586, '2026-11-21')).toBe('2018-07-15');
  });

  it('below 1000 says there is no date', () => {
    expect([dueDateOf(0, '2026-01-01'), dueDateOf(999, '2026-01-01')]).toEqual([undefined, undefined]);
  });
});

describe('a utility or tax slip', () => {
  const line = '846100000005246100291102005460339004695895061080';

  it('is read from its line and its barcode', () => {
    const slip = parseBoleto(line, on('2026-01-01'));
    expect(slip).toEqual({
      valid: true,
      type: 'collection',
      normalized: line,
      formatted: '84610000000-5 24610029110-2 00546033900-4 69589506108-0',
      barcode: '84610000000246100291100054603390069589506108',
      segment: 4,
      amount: 24_61,
    });
    expect(parseBoleto(slip.barcode!, on('2026-01-01'))).toEqual(slip);
  });

  it('has the check digit that the library has too, by modulo 10 and 11, and gives back its line', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^8[1-79][6-9]\d{40}$/), (base) => {
        const valid: number[] = [];
        for (let digit = 0; digit <= 9; digit += 1) {
          const barcode = base.slice(0, 3) + digit + base.slice(3);
          const ours = parseBoleto(barcode, on('2026-01-01'));
          expect(ours.valid).toBe(getBoletoInfo(barcode, { referenceDate: new Date(2026, 0, 1) }) !== null);
          if (!ours.valid) continue;
          valid.push(digit);
          expect(parseBoleto(ours.normalized, on('2026-01-01'))).toEqual(ours);
          expect(getBoletoInfo(ours.normalized, { referenceDate: new Date(2026, 0, 1) })?.segment).toBe(ours.segment);
        }
        expect(valid).toHaveLength(1);
      }),
    );
  });

  it.each([
    [11, 'bloco 1'],
    [23, 'bloco 2'],
    [35, 'bloco 3'],
    [47, 'bloco 4'],
  ])('with digit %i changed says which check fails', (at, which) => {
    const wrong = line.slice(0, at) + ((Number(line[at]) + 1) % 10) + line.slice(at + 1);
    expect(parseBoleto(wrong, on('2026-01-01')).reason).toContain(which);
  });

  it('of no known kind or segment is refused', () => {
    expect(parseBoleto(`841${line.slice(3)}`, on('2026-01-01')).reason).toContain('terceiro dígito');
    expect(parseBoleto(`80${line.slice(2)}`, on('2026-01-01')).reason).toContain('segmento');
    expect(parseBoleto('84600000000246100291100054603390069589506108', on('2026-01-01')).reason).toContain('geral');
  });
});
