import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MessageText } from '../cadence/blocks.ts';
import type { Case, Channel } from '../case/index.ts';
import { CHANNELS, MESSAGE_PURPOSES } from '../case/index.ts';
import { formatMoney } from '../money.ts';
import type { ComposeInput } from './compose.ts';
import { composeMessage } from './compose.ts';
import { SAMPLE_CASE, SAMPLE_SETTINGS, sampleCharges } from './sample-case.ts';
import { messageValues } from './values.ts';
import { MESSAGE_VARIABLES } from './variables.ts';

const ON = '2026-01-11';
const CREDITOR = SAMPLE_SETTINGS.creditor;

function compose(body: string, options: Partial<ComposeInput> = {}) {
  const subject = options.subject ?? SAMPLE_CASE;
  const on = options.on ?? ON;
  const channel = options.channel ?? 'whatsapp';
  const texts: MessageText[] = [{ channel: 'any', body }];
  return composeMessage({
    texts,
    purpose: 'charge',
    asksForAnswer: false,
    channel,
    subject,
    settings: SAMPLE_SETTINGS,
    charges: sampleCharges(subject, on),
    on,
    ...options,
  });
}
const withCreditor = (creditor: Partial<typeof CREDITOR>) => ({ ...SAMPLE_SETTINGS, creditor: { ...CREDITOR, ...creditor } });
const debtor = (changes: Partial<Case['debtor']>): Case => ({ ...SAMPLE_CASE, debtor: { ...SAMPLE_CASE.debtor, ...changes } });
const codes = (message: ReturnType<typeof compose>) => message.findings.map(({ code }) => code);

describe('values', () => {
  it('come in Brazilian form, and the breakdown adds up in the open', () => {
    expect(compose('{{ debtor.firstName }}: {{ amount.breakdown }}, vencido em {{ debt.dueDate }} há {{ debt.daysOverdue }} dias').text).toMatch(
      /^Ana: R\$ 100,00 \+ multa R\$ 2,00 \+ juros R\$ 0,33 = R\$ 102,33, vencido em 01\/01\/2026 há 10 dias/,
    );
  });

  it('cover every name of the catalogue when the case has everything', () => {
    const subject: Case = {
      ...SAMPLE_CASE,
      debts: [{ ...SAMPLE_CASE.debts[0]!, paymentCode: '00020126', payments: [{ date: '2026-01-05', amount: 1000 }] }],
      agreements: [
        {
          id: 'a',
          madeOn: ON,
          debtIds: ['t-1'],
          originalTotal: 9000,
          total: 9000,
          status: 'active',
          installments: [
            { number: 1, dueDate: '2026-02-01', amount: 4500 },
            { number: 2, dueDate: '2026-03-01', amount: 4500 },
          ],
        },
      ],
    };
    const offers = [
      {
        kind: 'cash' as const,
        total: 9000,
        installments: [{ number: 1, dueDate: '2026-01-16', amount: 9000 }],
        savings: 233,
        validUntil: '2026-01-16',
        description: '',
      },
      {
        kind: 'installments' as const,
        total: 9233,
        entry: 1000,
        installments: [{ number: 1, dueDate: '2026-02-16', amount: 8233 }],
        savings: 100,
        validUntil: '2026-01-17',
        description: '',
      },
    ];
    const received = { amount: 1000, excess: 200 };
    const values = messageValues({ subject, settings: SAMPLE_SETTINGS, charges: sampleCharges(subject, ON), channel: 'email', offers, received, on: ON });
    for (const { name } of MESSAGE_VARIABLES) {
      const value = name.split('.').reduce<unknown>((tree, key) => (tree as Record<string, unknown> | undefined)?.[key], values);
      expect(value, name).not.toBeUndefined();
      expect(value, name).not.toBe('');
    }
    expect(values['offer']).toMatchObject({
      savings: 'R$ 2,33',
      validUntil: '16/01/2026',
      cash: { total: 'R$ 90,00' },
      installments: { summary: 'Entrada de R$ 10,00 e 1 parcela de R$ 82,33 em 16/02/2026' },
    });
    expect(values['agreement']).toMatchObject({ remaining: 'R$ 90,00', installment: { number: 1, dueDate: '01/02/2026' } });
    expect(values['lastPayment']).toEqual({ amount: 'R$ 10,00', excess: 'R$ 2,00', date: '05/01/2026' });
  });

  it('a shouting ERP and line breaks in a name do not reach the message', () => {
    expect(compose('Olá, {{ debtor.name }}', { subject: debtor({ name: 'MARIA DAS DORES\nD’ÁVILA' }) }).text).toMatch(/^Olá, Maria das Dores D’Ávila/);
    expect(compose('Olá, {{ debtor.firstName }}', { subject: debtor({ name: 'PADARIA BOM PÃO LTDA', kind: 'company' }) }).text).toMatch(
      /^Olá, Padaria Bom Pão Ltda/,
    );
  });

  it('speak of no contested debt (CDC 54-G), and of several as a list', () => {
    const [first] = SAMPLE_CASE.debts;
    const subject: Case = {
      ...SAMPLE_CASE,
      debts: [
        { ...first!, contestedOn: '2026-01-03' },
        { ...first!, id: 't-2', number: 'NF-2', dueDate: '2026-01-05' },
        { ...first!, id: 't-3', number: 'NF-3', dueDate: '2026-01-08' },
      ],
    };
    const { text } = compose('{{ debt.count }} títulos: {{ debt.list }}', { subject });
    expect(text).toMatch(/^2 títulos: NF-2, vencido em 05\/01\/2026, R\$ 102,20; NF-3, vencido em 08\/01\/2026, R\$ 102,10/);
    expect(text).not.toContain('NF-1001');
  });

  it('a link carries the case, encoded', () => {
    expect(compose('{{ payment.link }}', { subject: { ...SAMPLE_CASE, id: 'a b' } }).text).toContain('https://pague.loja.example/a%20b');
  });

  it('one code for one debt is not offered for several', () => {
    const [first] = SAMPLE_CASE.debts;
    const subject: Case = {
      ...SAMPLE_CASE,
      debts: [
        { ...first!, paymentCode: 'CODE-1' },
        { ...first!, id: 't-2', number: 'NF-2' },
      ],
    };
    expect(compose('{{ payment.instructions }}', { subject }).text).not.toContain('CODE-1');
  });
});

describe('what is wrong comes as findings and never as an exception', () => {
  it('no text that fits', () => {
    const message = compose('', { texts: [{ channel: 'sms', body: 'x' }], channel: 'email' });
    expect(message).toMatchObject({ text: '', variant: 'none', findings: [{ code: 'message.no-text', severity: 'error' }] });
  });

  it('a value that the case lacks, named by its label', () => {
    const message = compose('Oferta: {{ offer.cash.total }}.');
    expect(message.findings).toContainEqual(
      expect.objectContaining({ code: 'message.missing-value', severity: 'error', message: expect.stringContaining('Oferta à vista: valor') }),
    );
    expect(message.text).toMatch(/^Oferta: \./);
  });

  it('but not when the text asks first', () => {
    const message = compose('{% if offer.cash.total %}Oferta: {{ offer.cash.total }}.{% else %}Vamos conversar.{% endif %}');
    expect(message.findings).toEqual([]);
    expect(message.text).toMatch(/^Vamos conversar\./);
  });

  it('an unknown variable, a broken template', () => {
    expect(codes(compose('{{ debtor.nada }}'))).toContain('message.unknown-variable');
    expect(codes(compose('{{ debtor.firstName'))).toContain('message.template-error');
  });

  it('a text cannot run away with the machine', () => {
    const body = '{% for a in (1..100000) %}{% for b in (1..100000) %}{{ a }}{% endfor %}{% endfor %}';
    expect(codes(compose(body))).toContain('message.template-error');
  });

  it('blocked words', () => {
    expect(codes(compose('Última chance, {{ debtor.firstName }}'))).toContain('false-urgency');
  });

  it('words of names are not wording', () => {
    expect(compose('Olá, {{ debtor.name }}', { subject: debtor({ name: 'ANA URGENTE DA SILVA' }) }).findings).toEqual([]);
  });

  it.each([
    [{ name: '' }, 'message.no-creditor'],
    [{ phone: '', whatsapp: '', email: '' }, 'message.no-person'],
    [{ paymentUrl: '', pixKey: '' }, 'message.no-payment'],
    [{ address: '', city: '' }, 'message.no-creditor-identification'],
  ] as const)('creditor data that is missing: %o', (missing, code) => {
    expect(codes(compose('Olá', { settings: withCreditor(missing), channel: 'email' }))).toContain(code);
  });
});

describe('required parts', () => {
  it('are added to a body that has none', () => {
    expect(compose('Olá, {{ debtor.firstName }}.').text).toBe(
      [
        'Olá, Ana.',
        'Valor de hoje: R$ 100,00 + multa R$ 2,00 + juros R$ 0,33 = R$ 102,33.',
        'Para ver e pagar: https://pague.loja.example/c-123',
        'Para falar com uma pessoa, ligue para (11) 3000-1000, chame no WhatsApp (11) 98765-4321 ou escreva para atendimento@loja.example.',
        'Para não receber mais por aqui, responda SAIR.',
        'Loja Exemplo · CNPJ 12.345.678/0001-95\nRua das Flores, 10, São Paulo, SP',
      ].join('\n\n'),
    );
  });

  it('are not repeated when the body has them', () => {
    const body =
      '{{ creditor.name }}: {{ amount.breakdown }}. {{ payment.link }} {{ contact.phone }} Responda SAIR. {{ creditor.document }} {{ creditor.address }}';
    const { text } = compose(body);
    expect(text.match(/R\$ 102,33/g)).toHaveLength(1);
    expect(text.match(/pague\.loja/g)).toHaveLength(1);
    expect(text.match(/SAIR/g)).toHaveLength(1);
    expect(text.match(/12\.345/g)).toHaveLength(1);
  });

  it('a branch not taken does not count as having them', () => {
    expect(compose('Olá.{% if offer.cash.total %}{{ payment.link }}{% endif %}').text).toContain('https://pague.loja.example/c-123');
  });

  it('every message of every purpose and channel names the creditor and a person; those that collect, the value and how to pay', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...MESSAGE_PURPOSES),
        fc.constantFrom(...CHANNELS),
        fc.constantFrom('Olá.', 'Oi, {{ debtor.firstName }}!', '{{ amount.total }}', '{{ creditor.name }} {{ contact.phone }}'),
        (purpose, channel, body) => {
          const { text, findings } = compose(body, { purpose, channel });
          expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
          expect(text).toContain('Loja Exemplo');
          expect(text).toMatch(channel === 'voice' ? /um um, / : /\(11\) |@loja/);
          if (channel === 'sms' || channel === 'whatsapp' || channel === 'email') expect(text).toContain('SAIR');
          if (!['thanks', 'survey', 'other'].includes(purpose)) {
            expect(text).toContain(channel === 'voice' ? 'cento e dois reais e trinta e três centavos' : '102,33');
            if (channel !== 'voice') expect(text).toContain('https://pague.loja.example/c-123');
            if (channel === 'email' || channel === 'letter' || channel === 'whatsapp') expect(text).toContain('12.345.678/0001-95');
          }
        },
      ),
    );
  });

  it('thanks and surveys ask for no money', () => {
    for (const purpose of ['thanks', 'survey'] as const) expect(compose('Obrigado!', { purpose }).text).not.toContain('102,33');
  });
});

describe('an answer', () => {
  it('is asked for when the step wants one and the text does not', () => {
    expect(compose('Sua conta venceu.', { asksForAnswer: true }).text).toContain('Pode nos responder por aqui?');
    expect(compose('Podemos conversar?', { asksForAnswer: true }).text).not.toContain('Pode nos responder');
  });
});

describe('each channel', () => {
  it('SMS: without accents when that saves segments, the size told', () => {
    const message = compose('{{ creditor.name }}: olá {{ debtor.firstName }}, {{ amount.breakdownShort }} {{ payment.short }} {{ contact.short }} SAIR', {
      channel: 'sms',
    });
    expect(message.sms).toEqual({ segments: 1, encoding: 'GSM-7', length: message.text.length });
    expect(message.text).toContain('ola Ana');
    expect(codes(message)).toEqual(['message.sms-accents']);
  });

  it('SMS: accents stay on request, or when they cost nothing', () => {
    const long = compose('{{ creditor.name }}: olá', { channel: 'sms', smsAccents: 'keep' });
    expect(long).toMatchObject({ text: expect.stringContaining('olá'), sms: { encoding: 'UCS-2' } });
    expect(codes(long)).toContain('message.sms-segments');
    const thanks = compose('{{ creditor.name }} até já {{ contact.short }} SAIR', { channel: 'sms', purpose: 'thanks' });
    expect(thanks).toMatchObject({ text: expect.stringContaining('até já'), sms: { segments: 1, encoding: 'UCS-2' } });
  });

  it('WhatsApp: the positional form, each variable once', () => {
    expect(compose('Olá, {{ debtor.firstName }}! {{ amount.total }}; {{ debtor.firstName }}, {{ payment.link }}').whatsapp).toEqual({
      body: 'Olá, {{1}}! {{2}}; {{1}}, {{3}}',
      parameters: ['Ana', 'R$ 102,33', 'https://pague.loja.example/c-123'],
    });
    expect(compose('{% if offer %}x{% endif %}').whatsapp).toBeUndefined();
  });

  it('e-mail: a subject even when nobody wrote one', () => {
    expect(compose('Olá', { channel: 'email' }).subject).toBe('Loja Exemplo: sobre o título NF-1001');
    expect(compose('', { channel: 'email', texts: [{ channel: 'email', subject: 'Oi, {{ debtor.firstName }}', body: 'x' }] }).subject).toBe('Oi, Ana');
    for (const purpose of MESSAGE_PURPOSES) expect(compose('Olá', { channel: 'email', purpose }).subject).toMatch(/^Loja Exemplo: ./);
  });

  it('e-mail: accessible HTML', () => {
    const html = compose('Olá, {{ debtor.firstName }}!\n\nTotal: {{ amount.total }}.\n\n- um\n- dois', { channel: 'email' }).html!;
    expect(html).toContain('<html lang="pt-BR">');
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toMatch(/<table[^>]*>\s*<caption[^>]*>Como chegamos ao valor em 11\/01\/2026<\/caption>/);
    expect(html.match(/scope="row"/g)).toHaveLength(4);
    expect(html).toContain('<li>um</li><li>dois</li>');
    expect(html).toMatch(/<a href="https:\/\/pague\.loja\.example\/c-123"/);
    expect(html).toContain('href="mailto:atendimento@loja.example"');
    expect(html).not.toMatch(/<img|<script|<link|url\(|src=/);
  });

  it('e-mail: one button to pay with its address beneath, the identification at the foot alone, nothing torn apart', () => {
    const html = compose('Olá! Total: {{ amount.total }}.\n\nPara pagar: {{ payment.link }}\n\nDe novo: {{ payment.link }}', { channel: 'email' }).html!;
    expect(html.match(/>Ver e pagar<\/a>/g)).toHaveLength(1);
    expect(html).toContain('Se o botão não abrir, copie o endereço: <a class="link" href="https://pague.loja.example/c-123"');
    expect(html).toContain('De novo: <a class="link" href="https://pague.loja.example/c-123"');
    expect(html).toMatch(/Total: R\$&nbsp;\d/);
    expect(html).not.toMatch(/R\$ \d/);
    expect(html.match(/CNPJ/g)).toHaveLength(1);
    expect(html.indexOf('CNPJ')).toBeGreaterThan(html.indexOf('</main>'));
  });

  it.each([
    'Pix copia e cola: 00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Loja Horizonte6008BRASILIA62070503***63041D3D',
    'Linha do boleto: 23793.38128 60007.827136 95000.063305 9 84660000012050',
  ])('e-mail: a code to copy has a box of its own (%s)', (line) => {
    const [label, code] = line.split(': ');
    expect(compose(`Olá!\n\n${line}`, { channel: 'email' }).html).toMatch(
      new RegExp(`<p[^>]*>${label}:</p>\\n<p class="code[^>]*>${code!.replace(/[.*]/g, '\\$&')}</p>`),
    );
  });

  it('e-mail: data is escaped', () => {
    const html = compose('Olá, {{ debtor.name }}', { channel: 'email', subject: debtor({ name: '<script>alert("x")</script> & Cia' }) }).html!;
    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;script&gt;');
  });

  it('voice: words a voice reads, the recording told first', () => {
    const { text } = compose('Aqui é da {{ creditor.name }}.', { channel: 'voice' });
    expect(text).toBe(
      'Olá. Esta ligação é gravada. Aqui é da Loja Exemplo. Valor de hoje: cem reais, mais multa de dois reais, mais juros de trinta e três centavos, no total de cento e dois reais e trinta e três centavos. Para pagar ou conversar com uma pessoa, ligue para um um, três zero zero zero, um zero zero zero.',
    );
  });

  it('a template inside a value is text, not a template', () => {
    expect(compose('Olá, {{ debtor.name }}', { subject: debtor({ name: '{{ debtor.document }}' }) }).text).not.toContain('529');
  });

  it('no channel ever shows the whole CPF', () => {
    for (const channel of CHANNELS as readonly Channel[]) {
      const { text, html = '' } = compose('{{ debtor.name }} {{ debtor.documentMasked }}', { channel });
      expect(text + html).not.toMatch(/529\.?982\.?247-?25/);
    }
  });
});

describe('totals', () => {
  it('in the text are the charges to the cent for any debt', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000_000 }), fc.integer({ min: 0, max: 60 }), (principal, days) => {
        const subject: Case = { ...SAMPLE_CASE, debts: [{ ...SAMPLE_CASE.debts[0]!, principal }] };
        const on = new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10);
        expect(compose('{{ amount.breakdown }}', { subject, on }).text).toContain(formatMoney(sampleCharges(subject, on).total));
      }),
    );
  });
});
