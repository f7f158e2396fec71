import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Case, Contact } from '../case/index.ts';
import { chargeDebts, contractTerms } from '../charges/index.ts';
import { addDays } from '../civil-date.ts';
import { collectibleDebts, SAMPLE_CASE, SAMPLE_SETTINGS, sampleCharges } from '../message/index.ts';
import { formatMoney } from '../money.ts';
import { pdfText } from '../testing/pdf-text.ts';
import { contactLogPdf } from './contact-log.ts';
import { creditorIdentification } from './creditor-identification.ts';
import { debtTablePdf } from './debt-table.ts';
import { letterPdf } from './letter.ts';
import { noticesPdf } from './notices.ts';
import { printable } from './printable.ts';
import { zip } from './zip.ts';

const ON = '2026-04-01';
const contact = (over: Partial<Contact>): Contact => ({
  id: '1',
  cadenceId: 'e',
  stepId: 's',
  blockId: 'b',
  cycle: 't-1',
  channel: 'email',
  purpose: 'formal',
  status: 'delivered',
  at: '2026-01-08T02:30:00Z',
  localDate: '2026-01-07',
  ...over,
});
const withContacts = (...contacts: Contact[]): Case => ({ ...SAMPLE_CASE, contacts });
const settings = SAMPLE_SETTINGS;

describe('letterPdf', () => {
  const letter = (text: string) =>
    letterPdf({
      message: { subject: 'Sobre o título NF-1001', text },
      debtor: SAMPLE_CASE.debtor,
      creditor: settings.creditor,
      charges: sampleCharges(SAMPLE_CASE, ON),
      on: ON,
    });

  it('shows who collects with address and document (CDC 42-A), the debtor’s address and the itemised value', async () => {
    const text = pdfText(await letter('Olá.\n\nAté logo.'));
    expect(text).toContain('Loja Exemplo · CNPJ 12.345.678/0001-95 · Rua das Flores, 10, São Paulo/SP');
    expect(text).toContain('Ana Souza\nRua das Laranjeiras, 20, Apto 3, São Paulo\nSP, 01310-000');
    expect(text).toContain('Valor original\nR$ 100,00\nMulta\nR$ 2,00\nJuros\nR$ 3,00\nTotal\nR$ 105,00');
  });

  it('shows no CPF through the window', async () => {
    expect(pdfText(await letter('Olá'))).not.toMatch(/529\.?982/);
  });

  it('goes on over as many pages as the text needs, each with the identification', async () => {
    const text = pdfText(await letter(Array.from({ length: 120 }, (_, index) => `Parágrafo ${index}.`).join('\n\n')));
    expect(text).toContain('Parágrafo 119.');
    expect(text.match(/CNPJ 12/g)!.length).toBeGreaterThanOrEqual(4);
    expect(text).toMatch(/\n(\d)\/\1(?:\n|$)/);
  });

  it('breaks a long name at the head and in the window, and keeps the street with its number', async () => {
    const name = 'Associação Educacional e Cultural Professora Conceição Evaristo de Ensino Técnico e Profissionalizante do Vale do Paraíba';
    const text = pdfText(
      await letterPdf({
        message: { text: 'Olá' },
        debtor: {
          name: 'Maria Aparecida do Perpétuo Socorro de Albuquerque Cavalcanti e Vasconcellos',
          address: 'Avenida Brasil, 12345, Bloco C, Apto 2104, São José do Vale do Rio Preto, RJ, 25780-000',
        },
        creditor: { ...settings.creditor, name },
        on: ON,
      }),
    );
    expect(text).toContain('Associação Educacional e Cultural Professora Conceição Evaristo de\nEnsino Técnico e Profissionalizante do Vale do Paraíba');
    expect(text).toMatch(
      /Maria Aparecida do Perpétuo Socorro de\nAlbuquerque .*\n(.*\n)?Avenida Brasil, 12345, Bloco C, Apto 2104\nSão José do Vale do Rio Preto, RJ, 25780-000/,
    );
    expect(text).toContain('São Paulo, 1º de abril de 2026');
  });

  it('leaves out what no window holds, and says so', async () => {
    const text = pdfText(
      await letterPdf({ message: { text: 'Olá' }, debtor: { name: 'Ana', address: `Rua ${'Y'.repeat(600)}` }, creditor: settings.creditor, on: ON }),
    );
    expect(text).toMatch(/Y\n…\n/);
    expect(text.match(/^Y+$/gm)!.length).toBe(5);
  });

  it('does not part the sum from the items above it', async () => {
    for (let lines = 10; lines < 30; lines += 1) {
      const text = pdfText(await letter(Array.from({ length: lines }, () => 'Uma linha.').join('\n\n')));
      expect(text, String(lines)).toContain('Juros\nR$ 3,00\nTotal\nR$ 105,00');
    }
  });

  it('is the same file for the same letter', async () => {
    expect(await letter('Olá')).toEqual(await letter('Olá'));
    expect(await letter('Olá')).not.toEqual(await letter('Oi'));
  });

  it('prints what a message may hold: emoji go, other alphabets become readable or ?', async () => {
    expect(pdfText(await letter('Olá 🙂 – “certo” − ő я'))).toContain('Olá  – “certo” – o ?');
  });

  it('cuts a word that is wider than the page', async () => {
    expect(pdfText(await letter('x'.repeat(400))).replace(/\n/g, '')).toContain('x'.repeat(400));
  });
});

describe('debtTablePdf', () => {
  const charges = sampleCharges(SAMPLE_CASE, ON);
  const debts = collectibleDebts(SAMPLE_CASE, ON);

  it('shows each item with its formula, and the sums; the CPF masked', async () => {
    const text = pdfText(await debtTablePdf({ subject: SAMPLE_CASE, settings, debts, charges, on: ON }));
    for (const { label, formula } of charges.debts[0]!.items) {
      expect(text).toContain(printable(label));
      expect(text.replace(/\n/g, ' ')).toContain(printable(formula));
    }
    expect(text).toContain('Total do título\nR$ 105,00');
    expect(text).toContain('***.982.247-**');
    expect(text).not.toContain('529.982');
  });

  it('adds up across: original, charges, payments and rebates, total', async () => {
    const debts = [{ ...SAMPLE_CASE.debts[0]!, abatement: 10_00, payments: [{ date: '2026-02-01', amount: 30_00 }] }];
    const charges = chargeDebts(debts, contractTerms({}), ON);
    const { principal, fine, interest, total } = charges;
    const text = pdfText(await debtTablePdf({ subject: SAMPLE_CASE, settings, debts, charges, on: ON }));
    expect(principal + fine + interest - 40_00).toBe(total);
    expect(text).toContain(`NF-1001\n01/01/2026\nR$ 100,00\n${formatMoney(fine + interest)}\n-R$ 40,00\n${formatMoney(total)}`);
  });

  it('shows each period of a long working, over as many pages as it takes', async () => {
    const payments = Array.from({ length: 150 }, (_, day) => ({ date: addDays('2026-01-02', day), amount: 1 }));
    const debts = [{ ...SAMPLE_CASE.debts[0]!, payments }];
    const charges = chargeDebts(debts, contractTerms({}), '2026-09-01');
    const text = pdfText(await debtTablePdf({ subject: SAMPLE_CASE, settings, debts, charges, on: '2026-09-01' }));
    expect(text.match(/R\$ 100,00 × 1% ÷ 30 × 1 dia = R\$ 0,03/g)).toHaveLength(150);
    expect(text.match(/Como foi calculado/g)!.length).toBeGreaterThan(3);
  });

  it('refuses charges of other debts', async () => {
    await expect(debtTablePdf({ subject: SAMPLE_CASE, settings, debts: [], charges, on: ON })).rejects.toMatchObject({ code: 'documents.charges' });
  });
});

describe('contactLogPdf', () => {
  it('lists what left, on the debtor’s clock, oldest first', async () => {
    const subject = withContacts(
      contact({ id: '2', at: '2026-01-09T12:00:00Z', channel: 'sms', purpose: 'charge', status: 'sent' }),
      contact({ deliveredAt: '2026-01-08T02:31:00Z' }),
      contact({ id: '3', status: 'claimed' }),
      contact({ id: '4', status: 'composed' }),
    );
    const text = pdfText(await contactLogPdf({ subject, settings, on: ON }));
    expect(text).toContain('07/01/2026 23:30\nE-mail\nMensagem formal\nentregue\n07/01/2026 23:31\n-');
    expect(text.indexOf('07/01/2026')).toBeLessThan(text.indexOf('09/01/2026'));
    expect(text).not.toContain('em envio');
    expect(pdfText(await contactLogPdf({ subject: { ...subject, debtor: { ...subject.debtor, uf: 'AC' } }, settings, on: ON }))).toContain('07/01/2026 21:30');
  });

  it('says when there was none, and shows promises and agreements', async () => {
    const subject: Case = {
      ...SAMPLE_CASE,
      promises: [{ id: 'p', madeOn: '2026-01-09', dueOn: '2026-01-15', amount: 10_233, status: 'broken' }],
      agreements: [
        {
          id: 'a',
          madeOn: '2026-01-20',
          debtIds: ['t-1'],
          originalTotal: 1,
          total: 9800,
          status: 'broken',
          brokenOn: '2026-03-01',
          installments: [{ number: 1, dueDate: '2026-02-01', amount: 9800, paidOn: '2026-02-01' }],
        },
      ],
    };
    const text = pdfText(await contactLogPdf({ subject, settings, on: ON }));
    expect(text).toContain('Nenhum contato foi feito.');
    expect(text).toContain('09/01/2026\n15/01/2026\nR$ 102,33\nnão cumprida');
    expect(text).toContain('20/01/2026\nR$ 98,00\n1\n1\nrompido em 01/03/2026');
  });
});

describe('noticesPdf', () => {
  it('gives formal messages word for word with their receipts, and nothing else', async () => {
    const contents = [
      {
        contact: contact({ purpose: 'bureau-notice', deliveredAt: '2026-01-08T12:00:00Z' }),
        subject: 'Aviso prévio',
        text: 'Texto do aviso.\n\nSegundo parágrafo.',
        providerMessageId: 'wamid.1',
      },
      { contact: contact({ id: '2', purpose: 'legal-notice', status: 'sent' }), text: 'Outro aviso.' },
      { contact: contact({ id: '3', purpose: 'charge' }), text: 'Lembrete comum.' },
      { contact: contact({ id: '4', purpose: 'formal', status: 'composed' }), text: 'Nunca saiu.' },
    ];
    const text = pdfText(await noticesPdf({ subject: SAMPLE_CASE, settings, contents, on: ON }));
    expect(text).toContain('1. Aviso prévio de negativação por e-mail');
    expect(text).toContain('Entrega comprovada em 08/01/2026 09:00.');
    expect(text).toContain('Identificação no provedor: wamid.1.');
    expect(text).toContain('Segundo parágrafo.');
    expect(text).toContain('Entrega ainda sem comprovação.');
    expect(text).not.toContain('Lembrete comum.');
    expect(text).not.toContain('Nunca saiu.');
  });
});

describe('creditorIdentification', () => {
  it('leaves out what is not known', () => {
    expect(creditorIdentification({ name: 'Loja', document: '', address: '', city: '', uf: 'SP' })).toBe('Loja');
    expect(creditorIdentification({ name: 'Loja', document: '', address: 'Rua A, Santos', city: 'Santos', uf: 'SP' })).toBe('Loja · Rua A, Santos');
  });
});

describe('zip', () => {
  const files = [{ fileName: 'a.txt', bytes: new TextEncoder().encode('olá') }];

  it('holds the files, the same bytes on the same day in any time zone', () => {
    expect(unzipSync(zip(files, ON))['a.txt']).toEqual(files[0]!.bytes);
    const before = process.env['TZ'];
    const zones = ['America/Rio_Branco', 'Asia/Tokyo', 'UTC'].map((zone) => {
      process.env['TZ'] = zone;
      return zip(files, ON);
    });
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
    expect(zones[1]).toEqual(zones[0]);
    expect(zones[2]).toEqual(zones[0]);
    expect(zip(files, '2026-04-02')).not.toEqual(zones[0]);
  });
});
