import { describe, expect, it } from 'vitest';
import type { Case, Contact } from '../case/index.ts';
import { SAMPLE_CASE, SAMPLE_SETTINGS, sampleCharges } from '../message/index.ts';
import { formatMoney } from '../money.ts';
import { pdfText } from '../testing/pdf-text.ts';
import { filingChecklist } from './checklist.ts';
import { smallClaimsEligibility } from './eligibility.ts';
import { filingPackage } from './filing-package.ts';
import { missingForPetition } from './missing-data.ts';
import { petitionContent } from './petition-content.ts';

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
  at: '2026-01-08T12:30:00Z',
  localDate: '2026-01-08',
  ...over,
});
const CONTACTS = [
  contact({}),
  contact({ id: '2', channel: 'sms', purpose: 'charge', at: '2026-01-02T12:00:00Z', answeredAt: '2026-01-02T13:00:00Z' }),
  contact({ id: '3', purpose: 'legal-notice', at: '2026-03-15T12:00:00Z', deliveredAt: '2026-03-15T12:01:00Z' }),
  contact({ id: '4', status: 'failed' }),
];
const SUBJECT: Case = { ...SAMPLE_CASE, contacts: CONTACTS };
const settings = SAMPLE_SETTINGS;
const charges = sampleCharges(SUBJECT, ON);
const input = { subject: SUBJECT, settings, charges, contents: [], on: ON };
const content = (subject: Case = SUBJECT) => petitionContent({ ...input, subject, debts: subject.debts, charges: sampleCharges(subject, ON) });
const eligibility = (amount = 10_500) => smallClaimsEligibility({ amount, plaintiff: 'EPP', dueDate: '2026-01-01', on: ON });

describe('petitionContent', () => {
  it('names the parties with document and address, and the court of the debtor’s city', () => {
    const { plaintiff, defendant, addressedTo } = content();
    expect(plaintiff).toBe(
      'Loja Exemplo, empresa de pequeno porte, CNPJ 12.345.678/0001-95, com endereço em Rua das Flores, 10, São Paulo/SP, e-mail atendimento@loja.example, telefone (11) 3000-1000.',
    );
    expect(defendant).toContain('Ana Souza, CPF 529.982.247-25, com endereço em Rua das Laranjeiras');
    expect(addressedTo).toBe('Ao Juizado Especial Cível de São Paulo/SP');
  });

  it('tells the facts in short, from the record', () => {
    const facts = content().facts.join('\n');
    expect(facts).toContain('título NF-1001 (Mensalidade de janeiro), de R$ 100,00, vencido em 01/01/2026, que não foi pago');
    expect(facts).toContain('somam-se multa de R$ 2,00 e juros de R$ 3,00, o que dá R$ 105,00 em 01/04/2026');
    expect(facts).toContain('3 contatos entre 02/01/2026 e 15/03/2026, por SMS e e-mail, com 1 resposta');
    expect(facts).toContain('Avisou da presente ação, com entrega comprovada em 15/03/2026');
  });

  it('adds up before the judge: what is added and what is taken off, each by its name', () => {
    const debts = [
      { ...SUBJECT.debts[0]!, abatement: 5_00, payments: [{ date: '2026-02-01', amount: 20_00 }] },
      { ...SUBJECT.debts[0]!, id: 't-2', number: 'NF-1002', dueDate: '2026-02-01' },
    ];
    const { facts, titles } = content({ ...SUBJECT, debts });
    expect(facts[0]).toBe('A parte ré deve à parte autora 2 títulos, que não foram pagos por inteiro:');
    expect(titles).toEqual([
      'NF-1001 (Mensalidade de janeiro), de R$ 100,00, vencido em 01/01/2026',
      'NF-1002 (Mensalidade de janeiro), de R$ 100,00, vencido em 01/02/2026',
    ]);
    const { fine, interest, total } = sampleCharges({ ...SUBJECT, debts }, ON);
    expect(facts[1]).toBe(
      `Ao valor original de R$ 200,00 somam-se multa de ${formatMoney(fine)} e juros de ${formatMoney(interest)} e descontam-se pagamentos de R$ 20,00 e abatimento de R$ 5,00, o que dá ${formatMoney(total)} em 01/04/2026, como mostra a memória de cálculo.`,
    );
    expect(200_00 + fine + interest - 25_00).toBe(total);
  });

  it('names each proven notice once, with all its days, and why the plaintiff may sue there', () => {
    const notices = ['2026-03-15T12:00:00Z', '2026-03-20T12:00:00Z', '2026-03-20T13:00:00Z'].map((at, index) =>
      contact({ id: `n${index}`, purpose: 'legal-notice', at, deliveredAt: at }),
    );
    const { facts, grounds } = content({ ...SUBJECT, contacts: notices });
    expect(facts.filter((fact) => fact.startsWith('Avisou'))).toEqual(['Avisou da presente ação, com entrega comprovada em 15/03/2026 e 20/03/2026.']);
    expect(grounds).toContain('empresa de pequeno porte (art. 8º, §1º, II)');
  });

  it('asks for what is owed, and its value is the sum asked for, in figures and words', () => {
    const { requests, value, valueInWords } = content();
    expect(requests.join(' ')).toContain('R$ 105,00 (cento e cinco reais)');
    expect({ value, valueInWords }).toEqual({ value: 10_500, valueInWords: 'cento e cinco reais' });
  });

  it('says what was promised, agreed and broken', () => {
    const subject: Case = {
      ...SUBJECT,
      promises: [
        { id: 'p', madeOn: '2026-01-09', dueOn: '2026-01-15', amount: 1, status: 'broken' },
        { id: 'q', madeOn: '2026-01-09', dueOn: '2026-01-20', amount: 1, status: 'kept' },
      ],
      agreements: [
        {
          id: 'a',
          madeOn: '2026-01-20',
          debtIds: ['t-1'],
          originalTotal: 1,
          total: 9800,
          status: 'broken',
          brokenOn: '2026-03-01',
          installments: [{ number: 1, dueDate: '2026-02-01', amount: 9800 }],
        },
      ],
    };
    const facts = content(subject).facts.join('\n');
    expect(facts).toContain('acordo em 20/01/2026, de R$ 98,00 em 1 parcela, das quais nenhuma foi paga; o acordo foi rompido em 01/03/2026');
    expect(facts).toContain('prometeu pagá-la em 15/01/2026, o que');
  });

  it('leaves a blank for what is not known instead of inventing it', () => {
    const { city: _city, address: _address, ...debtor } = SUBJECT.debtor;
    const { addressedTo, defendant } = content({ ...SUBJECT, debtor });
    expect(addressedTo).toBe('Ao Juizado Especial Cível de ____________________/SP');
    expect(defendant).toContain('endereço em ____________________');
    expect(content({ ...SUBJECT, debtor: { ...SUBJECT.debtor, name: ' ' } }).defendant).toMatch(/^____________________, CPF 529/);
  });

  it('without contacts claims none', () => {
    expect(content(SAMPLE_CASE).facts.join(' ')).not.toContain('solução amigável');
  });
});

describe('missingForPetition', () => {
  it('is nothing when everything is there, and names what is not', () => {
    const creditor = { ...settings.creditor, document: '11222333000181' };
    expect(missingForPetition(SUBJECT, creditor)).toEqual([]);
    const { city: _city, address: _address, ...debtor } = SUBJECT.debtor;
    expect(
      missingForPetition({ debtor: { ...debtor, name: '', document: '111' } }, { ...creditor, name: '', address: '', document: '' }).map(({ field }) => field),
    ).toEqual(['debtor.name', 'debtor.address', 'debtor.city', 'debtor.document', 'creditor.name', 'creditor.address', 'creditor.document']);
  });
});

describe('filingChecklist', () => {
  const list = (over: Partial<Parameters<typeof filingChecklist>[0]> = {}) =>
    filingChecklist({ subject: SUBJECT, settings, eligibility: eligibility(), contents: [], ...over }).join('\n');

  it('asks for the proof of size of a small business, and for a lawyer above twenty wages', () => {
    expect(list()).toContain('enquadramento como EPP');
    expect(list()).toContain('não é preciso advogado');
    expect(list({ eligibility: eligibility(3_300_000) })).toContain('é preciso advogado (Lei 9.099/95, art. 9º)');
    expect(list({ settings: { ...settings, creditor: { ...settings.creditor, kind: 'PF' } } })).toContain('RG, CPF');
  });

  it('tells when no notice has proof, and to look after the CPF', () => {
    expect(list()).toContain('Nenhum aviso tem entrega comprovada');
    expect(list({ contents: [{ contact: CONTACTS[2]!, text: 'x' }] })).not.toContain('Nenhum aviso');
    expect(list()).toContain('CPF completo');
  });
});

describe('filingPackage', () => {
  it('holds the documents in reading order, no name with personal data', async () => {
    expect((await filingPackage(input)).map(({ fileName }) => fileName)).toEqual([
      '0-o-que-falta-fazer.pdf',
      '1-peticao.pdf',
      '2-memoria-de-calculo.pdf',
      '3-historico-de-contatos.pdf',
      '4-avisos-e-comprovantes.pdf',
    ]);
  });

  it('shows the CPF in full in the petition alone', async () => {
    for (const { fileName, bytes } of await filingPackage(input))
      expect(pdfText(bytes).replace(/\n/g, ' ').includes('529.982.247-25'), fileName).toBe(fileName === '1-peticao.pdf');
  });

  it('is the same bytes for the same case on the same day', async () => {
    expect(await filingPackage(input)).toEqual(await filingPackage(input));
  });

  it('is refused when nothing is owed', async () => {
    const paid: Case = { ...SUBJECT, debts: SUBJECT.debts.map((debt) => ({ ...debt, status: 'paid' as const })) };
    await expect(filingPackage({ ...input, subject: paid })).rejects.toMatchObject({ code: 'filing.no-debt' });
  });
});
