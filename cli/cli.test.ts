import { describe, expect, it } from 'vitest';
import { COMMANDS } from './commands/index.ts';
import type { Io } from './io.ts';
import { runForTest } from './run-for-test.ts';

const regua = (line: string | readonly string[], files: Record<string, string> = {}, fetchJson?: Io['fetchJson']) =>
  runForTest(line, files, { today: () => '2026-11-21', ...(fetchJson && { fetchJson }) });

describe('regua', () => {
  it('warns where a due date on a weekend was charged although it was paid on the next business day', async () => {
    // 07/03/2026 is a Saturday.
    const late = async (more: string) => (await regua(`charges --principal 100 --due 2026-03-07 --fine 2 --interest 1 ${more} --json`)).json;
    const told = { code: 'charges.due-not-business-day', severity: 'warning', field: 'dueDate' };
    expect((await late('--on 2026-03-09')).findings).toEqual([
      {
        ...told,
        message:
          'O vencimento de 07/03/2026 não é dia útil: quem paga até 09/03/2026 não deve multa nem juros (Código Civil, art. 132, §1º). Calcule com --business-days.',
      },
    ]);
    expect((await late('--on 2026-04-01 --paid 2026-03-09=100')).findings).toMatchObject([told]);
    expect(await late('--on 2026-03-09 --business-days')).toMatchObject({ findings: [], total: '100.00' });
    expect((await late('--on 2026-03-10')).findings).toEqual([]);
    expect((await late('--on 2026-03-07')).findings).toEqual([]);
  });

  it('shows a long working period by period, on lines that a terminal holds', async () => {
    const { out } = await regua('charges --principal 1234,56 --due 2024-01-15 --on 2025-06-20 --index ipca --interest 1 --paid 2024-06-10=300');
    const lines = out.split('\n').filter((line) => !line.startsWith('─'));
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(140);
    expect(lines.filter((line) => line.trim().startsWith('+ (R$')).length).toBe(2);
    expect(out.replace(/\s+/g, ' ')).toMatch(/\(R\$ 1\.262,57 × 1% ÷ 30 × 147 dias = R\$ 61,87\) \+ \(R\$ /);
  });

  it.each([
    ['charges extra --principal 100 --due 2026-01-01', 'Não esperava "extra" aqui.'],
    ['charges --json=sim', 'A opção --json não recebe valor.'],
    ['charges --principal 1.234 --due 2026-01-01', '"1.234" pode ser lido de dois jeitos.'],
    ['charges --principal 100.005 --due 2026-01-01', 'como 1234.00 ou 1.234,00'],
    ['calendar', 'Escreva a data'],
    ['calendar --validity 1', 'Escreva a data'],
    ['eligibility protesto', 'regua eligibility small-claims ou regua eligibility bureau'],
  ])('%s is wrong use, and says what to do: %s', async (line, sentence) => {
    const { code, err } = await regua(line);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });

  it('shows every command in its help, and each has its own', async () => {
    const { code, out } = await regua('--help');
    expect(code).toBe(0);
    for (const { name, summary, usage } of COMMANDS) {
      expect(out).toContain(name);
      expect(out).toContain(summary);
      expect((await regua(`${name} --help`)).out).toBe(usage);
      expect((await regua(`help ${name}`)).out).toBe(usage);
      expect(usage).toContain('--json');
    }
  });

  it('without a command shows the help and says it was used wrong', async () => {
    expect(await regua([])).toMatchObject({ code: 2, out: '', err: expect.stringContaining('Uso: regua COMANDO') });
  });

  it.each([
    ['cobrar', 'usage.command', 'command'],
    ['charges --foo', 'usage.option', 'foo'],
    ['charges --due', 'usage.option', 'due'],
    ['charges --principal 100', 'usage.missing', 'due'],
    ['charges --principal cem --due 2026-01-01', 'money.unreadable', 'principal'],
    ['charges --principal -5 --due 2026-01-01', 'usage.negative', 'principal'],
    ['charges --principal 100 --due 2026-02-30', 'date.unreadable', 'due'],
    ['charges --principal 100 --due 2026-01-01 --fine -1', 'usage.percent', 'fine'],
    ['charges --principal 100 --due 2026-01-01 --index selic', 'usage.choice', 'index'],
    ['charges --principal 100 --due 2026-01-01 --grace meio', 'usage.number', 'grace'],
    ['charges --principal 100 --due 2026-01-01 --paid 50', 'usage.paid', 'paid'],
    ['charges extra', 'usage.option', ''],
    ['charges --taxa-legal=sim', 'usage.option', 'taxa-legal'],
    ['price --amount 100 --installments 0 --rate 1', 'price.installments', 'installments'],
    ['calendar', 'usage.missing', 'date'],
    ['calendar 2026-01-01 --uf XX', 'uf.unknown', 'uf'],
    ['calendar 2026-01-01 --add x', 'usage.number', 'add'],
    ['opening 2026-01-01T00:00:00Z', 'usage.missing', 'uf'],
    ['opening agora --uf SP', 'instant.unreadable', 'instant'],
    ['opening 2026-01-01T00:00:00Z --uf SP --channel pombo', 'usage.choice', 'channel'],
    ['document', 'usage.missing', 'value'],
  ])('%s is wrong use: %s', async (line, code, field) => {
    const answer = await regua(`${line} --json`);
    expect(answer.code).toBe(2);
    expect(answer.json).toEqual({ error: { code, message: expect.any(String), field } });
    expect(answer.err).toBe(`${answer.json.error.message}\n`);
    expect(await regua(line)).toMatchObject({ code: 2, out: '' });
  });
});

describe('regua charges', () => {
  it('keeps its contract', async () => {
    const { code, json } = await regua('charges --principal 100.00 --due 2026-01-01 --on 2026-01-11 --fine 2 --interest 1 --json');
    expect(code).toBe(0);
    expect(json).toMatchObject({
      principal: '100.00',
      fine: '2.00',
      interest: '0.33',
      correction: '0.00',
      total: '102.33',
      daysOverdue: 10,
      items: [
        { name: 'principal', amount: '100.00' },
        { name: 'fine', amount: '2.00' },
        { name: 'interest', amount: '0.33', formula: 'R$ 100,00 × 1% ÷ 30 × 10 dias' },
      ],
      warnings: [],
      findings: [],
    });
  });

  it('charges no more than it is told: Taxa Legal alone, index alone, nothing', async () => {
    const base = 'charges --principal 1000.00 --due 2025-01-01 --on 2025-03-01 --json';
    expect((await regua(`${base} --taxa-legal`)).json.total).toBe('1014.92');
    expect((await regua(`${base} --index ipca`)).json.total).toBe('1014.72');
    expect((await regua(base)).json.total).toBe('1000.00');
  });

  it('takes payments, grace, abatement, discount and Brazilian writing', async () => {
    expect(
      (
        await regua([
          'charges',
          '--principal',
          'R$ 100,00',
          '--due',
          '01/01/2026',
          '--on',
          '21/01/2026',
          '--fine',
          '2',
          '--interest',
          '1',
          '--paid',
          '2026-01-11=50,00',
          '--json',
        ])
      ).json,
    ).toMatchObject({ paid: '50.00', total: '52.50' });
    expect((await regua('charges --principal 100 --due 2026-01-01 --on 2026-01-06 --fine 2 --grace 5 --json')).json.total).toBe('100.00');
    expect((await regua('charges --principal 100 --due 2026-01-01 --on 2025-12-01 --discount 10% --abatement 20 --json')).json).toMatchObject({
      discount: '8.00',
      total: '72.00',
    });
    expect((await regua('charges --principal 100 --due 2026-01-01 --on 2026-01-02 --fine 2 --business-days --uf SP --json')).json).toMatchObject({
      fine: '0.00',
      daysOverdue: 0,
    });
  });

  it('is an error for a consumer charged more than 2%, and a warning when nobody said', async () => {
    const line = 'charges --principal 100 --due 2026-01-01 --on 2026-01-11 --fine 10 --json';
    expect(await regua(`${line} --consumer`)).toMatchObject({
      code: 1,
      json: { fine: '10.00', findings: [{ code: 'charges.consumer-fine', severity: 'error' }] },
    });
    expect(await regua(line)).toMatchObject({ code: 0, json: { findings: [{ severity: 'warning' }] } });
  });

  it('names the months an index lacks, and takes them from a file', async () => {
    const line = 'charges --principal 1000 --due 2026-07-01 --on 2026-09-01 --index ipca --json';
    expect((await regua(line)).json).toMatchObject({ correction: '0.70', warnings: [{ code: 'index.missing-months', months: ['2026-08'] }] });
    expect((await regua(`${line} --indices mais.csv`, { 'mais.csv': 'series,month,percent,source\nipca,2026-08,1,teste\n' })).json).toMatchObject({
      correction: '10.71',
      warnings: [],
    });
  });

  it('is a table for people, today when no day is given', async () => {
    const { out } = await regua('charges --principal 100.00 --due 2026-11-11 --fine 2 --interest 1');
    expect(out).toBe(
      [
        'Item                     Valor  Como se chega',
        '───────────────────  ─────────  ─────────────────────────────',
        'Valor original       R$ 100,00  Vencimento em 11/11/2026',
        'Multa de 2%            R$ 2,00  R$ 100,00 × 2%',
        'Juros de 1% ao mês     R$ 0,33  R$ 100,00 × 1% ÷ 30 × 10 dias',
        'Total em 21/11/2026  R$ 102,33  10 dias de atraso',
        '',
      ].join('\n'),
    );
  });
});

describe('regua document', () => {
  it.each([
    ['529.982.247-25', 'cpf', '52998224725'],
    ['12.abc.345/01de-35', 'cnpj', '12ABC34501DE35'],
    ['(11) 98765-4321', 'phone', '+5511987654321'],
    ['11987654321', 'phone', '+5511987654321'],
    ['+5555987654321', 'phone', '+5555987654321'],
    ['1132221234', 'phone', '+551132221234'],
    ['01132221234', 'phone', '+551132221234'],
    ['01234567890', 'cpf', '01234567890'],
    ['0 15 11 98765-4321', 'phone', '+5511987654321'],
    ['5511987654321', 'phone', '+5511987654321'],
    ['12345678000195', 'cnpj', '12345678000195'],
    ['Ana@Exemplo.example', 'email', 'ana@exemplo.example'],
    ['00190.00009 01149.718601 68524.522114 6 75860000102656', 'boleto', '00190000090114971860168524522114675860000102656'],
  ])('tells that %s is a %s', async (value, kind, normalized) => {
    expect(await regua(['document', value, '--json'])).toMatchObject({ code: 0, json: { kind, valid: true, normalized } });
  });

  it('keeps its contract for boletos, phones and Pix', async () => {
    expect((await regua('document 00190000090114971860168524522114675860000102656 --kind boleto --reference-date 2018-07-01 --json')).json).toMatchObject({
      kind: 'boleto',
      valid: true,
      amount: '1026.56',
      dueDate: '2018-07-15',
      bank: '001',
      barcode: '00196758600001026560000001149718606852452211',
    });
    expect((await regua(['document', '(11) 3222-1234', '--kind', 'phone', '--json'])).json).toMatchObject({ type: 'landline', uf: 'SP' });
    const pix = '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***6304';
    expect((await regua(['document', `${pix}1D3D`, '--kind', 'pix', '--json'])).json).toMatchObject({ kind: 'pix', valid: true, crc: '1D3D' });
    expect((await regua(['document', pix, '--kind', 'pix', '--json'])).json).toMatchObject({ valid: false, crc: '1D3D' });
    expect((await regua('document 123456789 --kind pix --json')).json).toMatchObject({ valid: false, crc: '29B1' });
  });

  it('says what is wrong, and ends with 1', async () => {
    expect(await regua('document 111.111.111-11 --kind cpf --json')).toMatchObject({
      code: 1,
      json: { kind: 'cpf', valid: false, reason: expect.any(String) },
    });
    expect((await regua('document 111.111.111-11')).out).toContain('Válido   não');
  });

  it('shows people what matters of each', async () => {
    expect((await regua(['document', '11 8765-4321'])).out).toContain('o nono dígito foi acrescentado');
    expect((await regua('document 846100000005246100291102005460339004695895061080')).out).toContain('R$ 24,61');
    expect((await regua('document 98765-4321 --kind phone --ddd 21')).out).toContain('(21) 98765-4321');
  });

  it.each([
    ['3003-4567', 'phone'],
    ['98765-4321', 'phone'],
    ['0800 765 4321', 'phone'],
    ['08007654321', 'phone'],
    // A CPF may begin so too.
    ['08007654356', 'cpf'],
    ['12345678909', 'cpf'],
  ])('%s looks like a %s', async (value, kind) => {
    expect((await regua(['document', value, '--json'])).json.kind).toBe(kind);
  });
});

describe('regua calendar', () => {
  it('keeps its contract', async () => {
    expect((await regua('calendar 2026-02-16 --add 5 --json')).json).toEqual({
      date: '2026-02-16',
      isBusinessDay: false,
      holiday: 'Carnaval (segunda-feira)',
      holidayKind: 'bank',
      next: '2026-02-18',
      result: '2026-02-24',
    });
    expect((await regua('calendar 2026-07-09 --uf SP --json')).json).toMatchObject({ isBusinessDay: false, next: '2026-07-10' });
    expect((await regua('calendar 2026-07-09 --json')).json).toEqual({ date: '2026-07-09', isBusinessDay: true, next: '2026-07-10' });
    expect((await regua('calendar 2026-02-18 --add -1 --json')).json.result).toBe('2026-02-13');
    expect((await regua('calendar --cobv 2020-12-25 --validity 1 --json')).json).toEqual({ lastPayable: '2020-12-29' });
  });

  it('lists a year and speaks to people', async () => {
    expect((await regua('calendar --year 2026 --uf SP --json')).json.holidays).toHaveLength(14);
    expect((await regua('calendar --year 2026')).out).toContain('16/02/2026  segunda-feira  Carnaval (segunda-feira)');
    expect((await regua('calendar 2026-02-13 --add 1')).out).toContain('Com 1 dia útil    18/02/2026 (quarta-feira)');
    expect((await regua('calendar --cobv 2020-12-25')).out).toBe('Pode ser pago até 28/12/2020 (segunda-feira).\n');
  });
});

describe('regua indices', () => {
  it('says how far each series goes', async () => {
    const { json } = await regua('indices --json');
    expect(json.series.map((each: { series: string; lastMonth: string }) => [each.series, each.lastMonth])).toEqual([
      ['ipca', '2026-07'],
      ['inpc', '2025-12'],
      ['igpm', '2025-12'],
      ['taxa-legal', '2026-10'],
    ]);
    expect((await regua('indices --series taxa-legal --json')).json.values[0]).toEqual({
      month: '2024-08',
      percent: '0.605306',
      source: 'SGS 29543 / two copies agree',
    });
    expect((await regua('indices')).out).toContain('IPCA          433  1995-01       2026-07       379');
  });

  it('fetches what is missing into a file that charges can use', async () => {
    const files: Record<string, string> = {};
    const asked: string[] = [];
    const sgs: Io['fetchJson'] = async (address) => {
      asked.push(address);
      return address.includes('.433/') ? { status: 200, body: [{ data: '01/08/2026', valor: '-0.32' }] } : { status: 404, body: { erro: {} } };
    };
    const { code, json } = await regua('indices --fetch --out novos.csv --json', files, sgs);
    expect({ code, added: json.added }).toEqual({ code: 0, added: [{ series: 'ipca', month: '2026-08', percent: '-0.32', source: 'SGS 433 / API do BCB' }] });
    expect(asked[0]).toBe('https://api.bcb.gov.br/dados/serie/bcdata.sgs.433/dados?formato=json&dataInicial=01/08/2026&dataFinal=01/11/2026');
    expect(files['novos.csv']).toBe('series,month,percent,source\nipca,2026-08,-0.32,SGS 433 / API do BCB\n');
    expect((await regua('charges --principal 1000 --due 2026-07-01 --on 2026-09-01 --index ipca --indices novos.csv --json', files)).json).toMatchObject({
      correction: '0.00',
      warnings: [],
    });
  });

  it('says when it cannot', async () => {
    expect((await regua('indices --fetch --out x --json')).json.error.code).toBe('network.unreachable');
    expect((await regua('indices --fetch --json')).json.error.field).toBe('out');
    expect((await regua('indices --fetch --out x --json', {}, async () => ({ status: 503, body: null }))).json.error.code).toBe('network.refused');
  });
});

describe('files of the user', () => {
  const city = JSON.stringify([{ uf: 'SP', city: 'Santos', on: '01-26', name: 'Aniversário de Santos' }]);

  it('bring city holidays and other hours', async () => {
    expect((await regua('calendar 2026-01-26 --uf SP --city Santos --city-holidays c.json --json', { 'c.json': city })).json).toMatchObject({
      isBusinessDay: false,
      holiday: 'Aniversário de Santos',
    });
    expect((await regua('opening 2026-01-26T15:00:00Z --uf SP --city santos --city-holidays c.json --json', { 'c.json': city })).json.code).toBe('holiday');
    const windows = JSON.stringify({ default: { saturday: [['08:00', '20:00']] } });
    expect((await regua('opening 2026-11-21T16:59:00Z --uf SP --windows w.json --json', { 'w.json': windows })).json.allowed).toBe(true);
    expect((await regua('opening 2026-11-21T17:00:00Z --uf SP --windows w.json --json', { 'w.json': windows })).json.allowed).toBe(false);
  });

  it('are refused with the place when wrong', async () => {
    expect((await regua('calendar 2026-01-26 --city-holidays c.json --json', { 'c.json': '{' })).json.error.code).toBe('file.json');
    expect(
      (await regua('opening 2026-01-26T15:00:00Z --uf SP --windows w.json --json', { 'w.json': '{"default":{"monday":[["8","9"]]}}' })).json.error,
    ).toMatchObject({
      code: 'file.invalid',
      field: 'windows',
      message: expect.stringContaining('default.monday.0.0'),
    });
  });
});

describe('regua opening, price and overcharge', () => {
  it('keep their contracts', async () => {
    expect((await regua('opening 2026-11-22T04:30:00Z --uf AC --channel sms --json')).json).toMatchObject({
      allowed: false,
      nextOpening: '2026-11-23T14:00:00Z',
      localTime: '2026-11-21T23:30',
      reason: expect.any(String),
    });
    const { json } = await regua('price --amount 30000.00 --installments 12 --rate 1.5 --json');
    expect(json.installments[0]).toEqual({ number: 1, amount: '2750.40', interest: '450.00', amortization: '2300.40', balance: '27699.60' });
    expect(json).toMatchObject({ total: '33004.80', interest: '3004.80' });
    expect((await regua('overcharge --paid 300.00 --due 220.00 --json')).json).toEqual({ excess: '80.00', doubled: '160.00' });
  });

  it('speak to people', async () => {
    expect((await regua('opening 2026-11-23T14:00:00Z --uf SP')).out).toContain('Pode contatar     sim');
    expect((await regua('price --amount 100 --installments 3')).out).toContain('Total: R$ 100,00, sendo R$ 0,00 de juros.');
    expect((await regua('overcharge --paid 300 --due 220')).out).toBe('Pago a mais  R$ 80,00\nEm dobro     R$ 160,00\n');
  });
});
