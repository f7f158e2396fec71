import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TEXT_LIMITS } from '../limits.ts';
import { readStatement, statementReferences } from './read-statement.ts';
import { isMoneyGoingBack, shownText } from './entry-text.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const read = (...lines: readonly string[]) => readStatement(encode(lines.join('\r\n')));
const references = (statement: ReturnType<typeof readStatement>) => [...statementReferences(statement).values()];

const E2E = 'E60746948202611051432A1b2C3d4E5f';

const sgml = (...body: readonly string[]): string[] => [
  'OFXHEADER:100',
  'DATA:OFXSGML',
  'VERSION:102',
  'ENCODING:USASCII',
  'CHARSET:1252',
  '',
  '<OFX>',
  '<BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>BRL',
  '<BANKACCTFROM><BANKID>0341<BRANCHID>1234<ACCTID>56789-0<ACCTTYPE>CHECKING</BANKACCTFROM>',
  '<BANKTRANLIST><DTSTART>20261101100000[-03:EST]<DTEND>20261130100000[-03:EST]',
  ...body,
  '</BANKTRANLIST><LEDGERBAL><BALAMT>1234.56<DTASOF>20261130</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1>',
  '</OFX>',
];
const entry = (type: string, date: string, amount: string, id: string, memo: string): string[] => [
  '<STMTTRN>',
  `<TRNTYPE>${type}`,
  `<DTPOSTED>${date}`,
  `<TRNAMT>${amount}`,
  ...(id === '' ? [] : [`<FITID>${id}`]),
  `<MEMO>${memo}`,
  '</STMTTRN>',
];

describe('an OFX', () => {
  it('of SGML, unclosed tags and all, gives credits and debits apart', () => {
    const { format, account, entries, debits, problems } = read(
      ...sgml(
        ...entry('CREDIT', '20261105100000[-03:EST]', '150.00', '20261105001', 'PIX TRANSF ANA SOU05/11'),
        ...entry('DEBIT', '20261106100000[-03:EST]', '-35,90', '20261106001', 'TAR PACOTE ITAU'),
        ...entry('DEBIT', '20261106', '80.00', '20261106002', 'PAG BOLETO'),
        ...entry('OTHER', '20261106', '900.00', '20261106003', 'SALDO ANTERIOR'),
      ),
    );
    expect([format, account, problems]).toEqual(['ofx', '0341/1234/56789-0', []]);
    expect(entries).toEqual([
      {
        line: 11,
        id: '20261105001',
        account: '0341/1234/56789-0',
        date: '2026-11-05',
        amount: 15_000,
        text: 'PIX TRANSF ANA SOU05/11',
        documents: [],
        payerName: 'ANA SOU',
      },
    ]);
    expect(debits.map(({ amount, text }) => [amount, text])).toEqual([
      [3_590, 'TAR PACOTE ITAU'],
      [8_000, 'PAG BOLETO'],
    ]);
  });

  it('of XML is read too, with its entities and its empty tags', () => {
    const { entries, problems } = read(
      '<?xml version="1.0" encoding="UTF-8"?><?OFX OFXHEADER="200" VERSION="211"?>',
      '<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><BANKACCTFROM><BANKID>260</BANKID><ACCTID>123-4</ACCTID></BANKACCTFROM><BANKTRANLIST>',
      '<STMTTRN><TRNTYPE>CREDIT</TRNTYPE><DTPOSTED>20261105000000[-3:BRT]</DTPOSTED><TRNAMT>150.00</TRNAMT>',
      '<FITID>655d1f0e-3a1b-4c2d-9e8f-0123456789ab</FITID><NAME/>',
      '<MEMO>Transferência recebida pelo Pix - CASA &amp; CIA LTDA - 11.222.333/0001-81 - ITAÚ UNIBANCO S.A. (0341)</MEMO></STMTTRN>',
      '</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>',
    );
    expect(problems).toEqual([]);
    expect(entries).toMatchObject([
      { line: 3, account: '260/123-4', date: '2026-11-05', amount: 15_000, documents: ['11222333000181'], payerName: 'CASA & CIA LTDA' },
    ]);
  });

  it('is read in the encoding its bytes are in, whatever its header says', () => {
    const lines = sgml(...entry('CREDIT', '20261105', '10,00', 'a', 'PIX RECEBIDO - JOSÉ DA CONCEIÇÃO')).join('\n');
    for (const bytes of [encode(lines), latin1(lines), encode(`\ufeff${lines}`)]) {
      expect(readStatement(bytes).entries[0]).toMatchObject({ text: 'PIX RECEBIDO - JOSÉ DA CONCEIÇÃO', payerName: 'JOSÉ DA CONCEIÇÃO' });
    }
  });

  it.each([
    ['150.00', 15_000],
    ['+150,00', 15_000],
    ['1.234,56', 123_456],
    ['1234.5', 123_450],
    ['150.0000', 15_000],
  ])('of an amount written %s is %i cents', (written, cents) => {
    expect(read(...sgml(...entry('CREDIT', '20261105', written, 'a', 'PIX'))).entries[0]!.amount).toBe(cents);
  });

  it.each([
    ['1.500', '20261105', 'valor "1.500"'],
    ['cem', '20261105', 'valor "cem"'],
    ['10,00', '20261345', 'dia "20261345"'],
    ['10,00', '', 'dia ""'],
  ])('says what it can’t read of an amount %s on %s, with its line', (amount, date, words) => {
    const { entries, problems } = read(...sgml(...entry('CREDIT', date, amount, 'a', 'PIX RECEBIDO')));
    expect(entries).toEqual([]);
    expect(problems).toEqual([{ line: 11, message: expect.stringContaining(words) }]);
  });

  it('names the account of each part, and leaves a card’s bill out', () => {
    const part = (account: string) => [
      `<STMTRS><BANKACCTFROM><BANKID>001<ACCTID>${account}</BANKACCTFROM><BANKTRANLIST>`,
      ...entry('CREDIT', '20261105', '10.00', 'a', 'PIX'),
      '</BANKTRANLIST></STMTRS>',
    ];
    const { entries, problems } = read(
      '<OFX>',
      ...part('1-9'),
      ...part('2-7'),
      '<CCSTMTRS><CCACCTFROM><ACCTID>4111</CCACCTFROM><BANKTRANLIST>',
      ...entry('CREDIT', '20261105', '10.00', 'a', 'PAGAMENTO RECEBIDO'),
      '</BANKTRANLIST></CCSTMTRS></OFX>',
    );
    expect(entries.map(({ account }) => account)).toEqual(['001/1-9', '001/2-7']);
    expect(problems).toMatchObject([{ message: expect.stringContaining('fatura de um cartão') }]);
  });

  it('leaves out an account in another currency', () => {
    const dollars = read(...sgml(...entry('CREDIT', '20261105', '10.00', 'a', 'WIRE')).map((line) => line.replace('BRL', 'USD')));
    expect(dollars).toMatchObject({ entries: [], problems: [{ message: expect.stringContaining('USD') }] });
  });

  it('that was cut says so', () => {
    const { entries, problems } = read(...sgml(...entry('CREDIT', '20261105', '10.00', 'a', 'PIX')).slice(0, -2));
    expect(entries).toHaveLength(1);
    expect(problems).toMatchObject([{ message: expect.stringContaining('cortado') }]);
  });
});

describe('what an entry’s text tells', () => {
  const first = (memo: string) => read(...sgml(...entry('CREDIT', '20261105', '10.00', 'a', memo))).entries[0]!;

  it.each([
    ['PIX RECEBIDO 529.982.247-25 ANA', ['52998224725']],
    ['CRED PIX 52998224725', ['52998224725']],
    ['PIX CPF52998224725ANA', ['52998224725']],
    ['PIX 152998224725', []],
    ['TED 00052998224725 ANA SOUZA', ['52998224725']],
    ['PIX 529.982.247-26 ANA', []],
    ['Transferência recebida - ANA SOUZA - •••.982.247-•• - NU', ['***982247**']],
    ['PIX ANA ***.982.247-** E 11.222.333/0001-81', ['11222333000181', '***982247**']],
    ['PIX xxx982247xx', ['***982247**']],
    ['DOC 12ABC34501DE35 E 12.ABC.345/01DE-35', ['12ABC34501DE35']],
    ['TEL 11987654321', []],
  ])('%s: documents %j', (memo, documents) => expect(first(memo).documents).toEqual(documents));

  it('is the Pix’s own id, never that of a return', () => {
    expect(first(`PIX RECEBIDO ${E2E}`).endToEndId).toBe(E2E);
    expect(first(`PIX DEVOLVIDO D${E2E.slice(1)}`)).not.toHaveProperty('endToEndId');
  });

  it.each([
    ['PIX RECEBIDO - ANA SOUZA LIMA', 'ANA SOUZA LIMA'],
    ['Pix recebido de Ana Souza', 'Ana Souza'],
    ['TED RECEBIDA REM: MERCADO BOM PRECO LTDA', 'MERCADO BOM PRECO LTDA'],
    ['Transferência Recebida|Ana Souza', 'Ana Souza'],
    ['LIQ COBRANCA 05/11', undefined],
  ])('%s: paid by %s', (memo, name) => expect(first(memo).payerName).toBe(name));

  it('is shown without anybody’s CPF', () => {
    expect(shownText('PIX 529.982.247-25 e 52998224725, título 12345678901')).toBe('PIX ***.982.247-** e ***.982.247-**, título 12345678901');
  });

  it('and so is a problem', () => {
    const told = [
      read(...sgml(...entry('CREDIT', '20261105', 'x', 'a', 'PIX 529.982.247-25'))),
      read('Data;Histórico;Valor', '05/11/2026;PIX 52998224725;cem', '05/11/2026;PIX;52998224725x', '52998224725;PIX;1,00'),
    ].flatMap(({ problems }) => problems);
    expect(told).toHaveLength(4);
    expect(JSON.stringify(told)).not.toMatch(/529\.?982\.?247-?25/);
  });

  it('of money that goes back is known', () => {
    expect(['DEVOLUÇÃO PIX', 'Estorno de Pix', 'CHEQUE DEVOLVIDO', 'PIX ENVIADO'].map(isMoneyGoingBack)).toEqual([true, true, true, false]);
  });
});

describe('a bank’s CSV', () => {
  const seen = ({ entries, debits, problems }: ReturnType<typeof readStatement>) => ({
    in: entries.map(({ line, date, amount, text }) => [line, date, amount, text]),
    out: debits.map(({ line, amount }) => [line, amount]),
    problems,
  });

  it('of Nubank', () => {
    const statement = read(
      'Data,Valor,Identificador,Descrição',
      '05/11/2026,150.00,655d1f0e-3a1b-4c2d-9e8f-0123456789ab,Transferência recebida pelo Pix - ANA SOUZA - •••.982.247-•• - ITAÚ UNIBANCO S.A. (0341) Agência: 1 Conta: 123-4',
      '06/11/2026,-20.50,655d1f0e-3a1b-4c2d-9e8f-0123456789ac,Compra no débito - PADARIA',
    );
    expect(statement.entries[0]).toMatchObject({ date: '2026-11-05', amount: 15_000, documents: ['***982247**'], payerName: 'ANA SOUZA' });
    expect(seen(statement)).toMatchObject({ out: [[3, 2_050]], problems: [] });
    expect(references(statement)).toEqual(['extrato:655d1f0e-3a1b-4c2d-9e8f-0123456789ab']);
  });

  it('of Inter, below its title lines', () => {
    const statement = read(
      ' Extrato Conta Corrente ',
      'Conta ;1234567-8',
      'Período ;01/11/2026 a 30/11/2026',
      'Saldo ;1.234,56',
      '',
      'Data Lançamento;Histórico;Descrição;Valor;Saldo',
      '05/11/2026;Pix recebido;ANA SOUZA;150,00;1.384,56',
      '06/11/2026;Pix enviado;FORNECEDOR SA;-1.000,00;384,56',
    );
    expect(statement.account).toBe('1234567-8');
    expect(seen(statement)).toEqual({ in: [[7, '2026-11-05', 15_000, 'Pix recebido - ANA SOUZA']], out: [[8, 100_000]], problems: [] });
  });

  it('of C6, with a column for what came in and one for what went out', () => {
    const statement = read(
      'EXTRATO DE CONTA CORRENTE C6 BANK',
      'Agência: 1 / Conta: 123456789',
      '',
      'Data Lançamento,Data Contábil,Título,Descrição,Entrada(R$),Saída(R$),Saldo do Dia(R$)',
      '05/11/2026,05/11/2026,Pix recebido de Ana Souza,TRANSF ENVIADA PIX,150.00,0.00,1150.00',
      '05/11/2026,05/11/2026,Tarifa,TAR,0.00,9.90,1140.10',
    );
    expect(statement.account).toBe('1/123456789');
    expect(seen(statement)).toEqual({
      in: [[5, '2026-11-05', 15_000, 'Pix recebido de Ana Souza - TRANSF ENVIADA PIX']],
      out: [[6, 990]],
      problems: [],
    });
  });

  it('of Bradesco, who paid on the line below, with its totals left out', () => {
    const statement = read(
      'Extrato de: Ag: 1234 | CC: 0012345-6 | Entre 01/11/2026 e 30/11/2026;;;;;',
      'Data;Histórico;Docto.;Crédito (R$);Débito (R$);Saldo (R$)',
      '01/11/2026;SALDO ANTERIOR;;;;1.000,00',
      '05/11/2026;TRANSFERENCIA PIX;0001234;150,00;;1.150,00',
      ';REM: ANA SOUZA 05/11;;;;',
      '06/11/2026;TARIFA BANCARIA;0005678;;-9,90;1.140,10',
      'Total;;;150,00;-9,90;1.140,10',
    );
    expect(statement.account).toBe('1234/0012345-6');
    expect(seen(statement)).toEqual({ in: [[4, '2026-11-05', 15_000, 'TRANSFERENCIA PIX - REM: ANA SOUZA 05/11']], out: [[6, 990]], problems: [] });
    expect(statement.entries[0]).toMatchObject({ id: '0001234', payerName: 'ANA SOUZA' });
  });

  it('of Banco do Brasil, which says "Entrada" and "Saída"', () => {
    const statement = readStatement(
      latin1(
        [
          '"Data","Lançamento","Detalhes","N° documento","Valor","Tipo Lançamento"',
          '"01/11/2026","Saldo Anterior","","","1.000,00",""',
          '"05/11/2026","Pix - Recebido","05/11 14:32 00052998224725 ANA SOUZA","51432","150,00","Entrada"',
          '"06/11/2026","Pix - Enviado","FORNECEDOR","61010","-80,00","Saída"',
          '"00/00/0000","Saldo do dia","","","1.070,00",""',
          '"30/11/2026","S A L D O","","","1.070,00",""',
        ].join('\r\n'),
      ),
    );
    expect(seen(statement)).toEqual({
      in: [[3, '2026-11-05', 15_000, 'Pix - Recebido - 05/11 14:32 00052998224725 ANA SOUZA']],
      out: [[4, 8_000]],
      problems: [],
    });
    expect(statement.entries[0]!.documents).toEqual(['52998224725']);
  });

  it('of Bradesco as it really comes: lines ended by a carriage return, years of two digits, amounts in quotes, a second part', () => {
    const statement = readStatement(
      latin1(
        [
          'Extrato de: Ag: 1234 | Conta: 123456-7 | Entre 01/11/2026 e 30/11/2026',
          'Data;Histórico;Docto.;Crédito (R$);Débito (R$);Saldo (R$);',
          '31/10/26;COD. LANC. 0;0;"0,00"; ;"1,00";',
          '05/11/26; Transferencia Pix;5050404;"150,00";;"151,00";',
          ';Rem: Ana Souza 05/11;;;;;',
          '06/11/26; Pagamento boleto;5050404;;"25,00";"126,00";',
          ';Total;;"150,00";"-25,00";"126,00";',
          'Os dados acima têm como base 30/11/2026 às 17:39 e estão sujeitos a alterações.;;;;;',
          'Últimos Lançamentos;;;;;',
          'Data;Histórico;Docto.;Crédito (R$);Débito (R$);Saldo (R$);',
          '30/11/26;COD. LANC. 0;0;;;"126,00";',
          '30/11/26;PIX RECEBIDO;7;"10,00";;"136,00";',
        ].join('\r'),
      ),
    );
    expect(statement.account).toBe('1234/123456-7');
    expect(seen(statement)).toEqual({
      in: [
        [4, '2026-11-05', 15_000, 'Transferencia Pix - Rem: Ana Souza 05/11'],
        [12, '2026-11-30', 1_000, 'PIX RECEBIDO'],
      ],
      out: [[6, 2_500]],
      problems: [],
    });
  });

  it('of Banco do Brasil where it calls everything "Entrada", by the letter of the amount', () => {
    const statement = read(
      'Data;Lançamento;Detalhes;N° documento;Valor;Tipo Lançamento',
      '05/11/2026;Pix - Recebido;ANA SOUZA;51432;150,00 C;Entrada',
      '05/11/2026;Pix - Enviado;LOJA;51433;80,00 D;Entrada',
    );
    expect(seen(statement)).toMatchObject({ in: [[2, '2026-11-05', 15_000, 'Pix - Recebido - ANA SOUZA']], out: [[3, 8_000]], problems: [] });
    const bare = read('Data;Lançamento;Valor;Tipo Lançamento', '05/11/2026;Pix - Enviado;80,00;Entrada');
    expect(seen(bare)).toMatchObject({ in: [], problems: [{ line: 2, message: expect.stringContaining('saída') }] });
  });

  it('of Stone, PagBank and Mercado Pago', () => {
    const stone = read(
      'Movimentação;Tipo;Valor;Data;Origem',
      'Crédito;Pix;"150,00";05/11/2026 14:32;Ana Souza',
      'Débito;Transferência;"80,00";05/11/2026 15:00;',
    );
    expect(seen(stone)).toMatchObject({ in: [[2, '2026-11-05', 15_000, 'Pix - Ana Souza']], out: [[3, 8_000]], problems: [] });
    const pagbank = read('CODIGO DA TRANSACAO;DATA;TIPO;DESCRICAO;VALOR', 'x;05/11/2026;Pix recebido;Ana Souza;150,00', 'y;05/11/2026;Pix enviado;Loja;-80,00');
    expect(seen(pagbank)).toMatchObject({ in: [[2, '2026-11-05', 15_000, 'Pix recebido - Ana Souza']], out: [[3, 8_000]], problems: [] });
    const mercado = read(
      'INITIAL_BALANCE;CREDITS;DEBITS;FINAL_BALANCE',
      '0,00;150,00;-80,00;70,00',
      '',
      'RELEASE_DATE;TRANSACTION_TYPE;REFERENCE_ID;TRANSACTION_NET_AMOUNT;PARTIAL_BALANCE',
      '05-11-2026;Transferência Pix recebida ANA SOUZA;123;150,00;150,00',
      '05-11-2026;Transferência Pix enviada LOJA;124;-80,00;70,00',
    );
    expect(seen(mercado)).toMatchObject({ in: [[5, '2026-11-05', 15_000, 'Transferência Pix recebida ANA SOUZA']], out: [[6, 8_000]], problems: [] });
  });

  it('of Sicoob and of Caixa, which mark C and D', () => {
    const sicoob = read(
      'DATA;DOCUMENTO;HISTÓRICO;VALOR',
      '05/11/2026;Pix;"PIX RECEB.OUTRA IF\nRecebimento Pix\nANA SOUZA\n***.982.247-**";150,00C',
      '06/11/2026;Pix;PIX EMIT.OUTRA IF;80,00D',
    );
    expect(sicoob.entries[0]).toMatchObject({
      amount: 15_000,
      documents: ['***982247**'],
      text: 'PIX RECEB.OUTRA IF Recebimento Pix ANA SOUZA ***.982.247-**',
    });
    expect(seen(sicoob).out).toEqual([[3, 8_000]]);
    const caixa = read(
      '"Conta";"Data_Mov";"Nr_Doc";"Historico";"Valor";"Deb_Cred"',
      '"0123003000012345";"20261105";"051432";"CRED PIX";"150.00";"C"',
      '"0123003000012345";"20261106";"061010";"ENVIO PIX";"80.00";"D"',
      '"0123003000012345";"20261106";"000000";"SALDO ANT";"1.00";"C"',
      '"0123003000012345";"20261106";"000000";"SALDO DIA";"71.00";"C"',
    );
    expect(caixa.entries).toMatchObject([{ account: '0123003000012345', id: '051432', date: '2026-11-05', amount: 15_000 }]);
    expect(seen(caixa)).toMatchObject({ out: [[3, 8_000]], problems: [] });
  });

  it('of Santander and of Sicredi, signed', () => {
    const santander = read(
      'AGENCIA;CONTA;;;',
      '1234;130012345;;;',
      'Data;Histórico;Documento;Valor (R$);Saldo (R$)',
      '05/11/2026;PIX RECEBIDO 52998224725;000000;150,00;1.150,00',
      '06/11/2026;PAGAMENTO DE BOLETO;000000;-80,00;1.070,00',
    );
    expect(seen(santander)).toMatchObject({ in: [[4, '2026-11-05', 15_000, 'PIX RECEBIDO 52998224725']], out: [[5, 8_000]], problems: [] });
    const sicredi = read(
      'Associado:;ESCOLA EXEMPLO LTDA;;;',
      'Cooperativa:;0101;;;',
      'Conta:;12345-6;;;',
      'Data;Descrição;Documento;Valor (R$);Saldo (R$)',
      '05/11/2026;RECEBIMENTO PIX 52998224725 ANA SOUZA;PIX_CRED;150,00;1.150,00',
      '06/11/2026;PAGAMENTO PIX;PIX_DEB;-80,00;1.070,00',
    );
    expect(sicredi.account).toBe('12345-6');
    expect(seen(sicredi)).toMatchObject({ in: [[5, '2026-11-05', 15_000, expect.any(String)]], out: [[6, 8_000]], problems: [] });
  });

  it('of Itaú, whose columns have no names', () => {
    const statement = read('05/11/2026;PIX TRANSF ANA SOU05/11;150,00', '06/11/2026;TAR PACOTE;-35,90');
    expect(seen(statement)).toEqual({ in: [[1, '2026-11-05', 15_000, 'PIX TRANSF ANA SOU05/11']], out: [[2, 3_590]], problems: [] });
  });

  it('loses no line: what can’t be read is told with its line', () => {
    const statement = read(
      'Data;Histórico;Valor;Saldo',
      '05/11/2026;PIX A;150,00;1',
      '99/11/2026;PIX B;150,00;1',
      '05/11/2026;PIX C;cento;1',
      '05/11/2026;PIX D;;1',
      '05/11/2026;PIX; E;150,00;1',
      '05/11/2026;PIX F;-1,00',
      'Obrigado por usar o nosso banco',
    );
    expect(seen(statement)).toMatchObject({ in: [[2, '2026-11-05', 15_000, 'PIX A']], out: [[7, 100]] });
    expect(statement.problems.map(({ line }) => line)).toEqual([3, 4, 5, 6]);
  });

  it('never takes for a credit what may have gone out', () => {
    const unsigned = read('Data;Histórico;Valor', '05/11/2026;PIX RECEBIDO;150,00', '05/11/2026;PIX ENVIADO;80,00');
    expect(seen(unsigned)).toMatchObject({ in: [[2, '2026-11-05', 15_000, 'PIX RECEBIDO']], problems: [{ line: 3, message: expect.stringContaining('OFX') }] });
    const sides = read('Data;Histórico;Valor;D/C', '05/11/2026;PIX;150,00;C', '05/11/2026;PIX;80,00;?', '05/11/2026;PIX;-80,00;C', '05/11/2026;PIX;+80,00;D');
    expect(seen(sides)).toMatchObject({ in: [[2, '2026-11-05', 15_000, 'PIX']], out: [[4, 8_000]], problems: [{ line: 3 }, { line: 5 }] });
    const both = read('Data;Histórico;Crédito;Débito', '05/11/2026;PIX;150,00;80,00');
    expect(seen(both)).toMatchObject({ in: [], out: [], problems: [{ line: 2 }] });
  });

  it('reads a column "Tipo" as text where it doesn’t say which way the money went', () => {
    expect(read('Data;Tipo;Descrição;Valor', '05/11/2026;Pix;Ana Souza;150,00', '05/11/2026;Pix;Loja;-1,00').entries[0]!.text).toBe('Pix - Ana Souza');
  });
});

describe('what is no statement', () => {
  it.each([
    ['', 'vazio'],
    ['%PDF-1.7', 'PDF'],
    ['PK\u0003\u0004', 'Excel'],
    [`02RETORNO01COBRANCA`, 'regua return'],
    [`34100000${' '.repeat(232)}`, 'regua return'],
    ['Nome;CPF;Valor\nAna;1;2', 'coluna de data'],
    ['date,title,amount\n2026-11-05,Padaria,150.00', 'coluna de data'],
  ])('%j says what to do', (text, words) => {
    expect(readStatement(encode(text))).toEqual({ format: '', entries: [], debits: [], problems: [{ line: 1, message: expect.stringContaining(words) }] });
  });
});

describe('a credit’s reference', () => {
  const ofx = (...bodies: readonly string[][]) => read(...sgml(...bodies.flat()));

  it('is the Pix’s own id wherever there is one, once', () => {
    const statement = ofx(entry('CREDIT', '20261105', '10.00', 'a', `PIX ${E2E}`), entry('CREDIT', '20261105', '10.00', 'a', `PIX ${E2E}`));
    expect(references(statement)).toEqual([E2E, E2E]);
    expect(statement.problems).toEqual([]);
  });

  it('is the bank’s number with the account, the day and the amount, as banks give a number twice', () => {
    const statement = ofx(
      entry('CREDIT', '20261105', '10.00', '1', 'PIX A'),
      entry('CREDIT', '20261105', '20.00', '1', 'PIX A'),
      entry('CREDIT', '20261105', '10.00', '1', 'PIX A'),
    );
    const [first, other, again] = references(statement);
    expect(first).toMatch(/^extrato:0341\/1234\/56789-0:2026-11-05:1000:[\da-f]{16}$/);
    expect(other).toBe(first!.replace('1000', '2000'));
    expect(again).toBe(`${first}:2`);
    expect(references(ofx(entry('CREDIT', '20261105', '10.00', '1', 'pix a, in other words')))).toEqual([first]);
    expect(references(ofx(entry('CREDIT', '20261105', '10.00', '2', 'PIX A')))).not.toEqual([first]);
    expect(statement.entries.map(({ repeats }) => repeats ?? false)).toEqual([false, false, true]);
    expect(statement.problems).toMatchObject([{ line: 25, message: expect.stringContaining('linha 11') }]);
  });

  it('without a number is what the statement says, and two alike are two in every file', () => {
    const pix = entry('CREDIT', '20261105', '10.00', '', 'PIX RECEBIDO');
    const other = entry('CREDIT', '20261104', '10.00', '', 'PIX RECEBIDO');
    const [first, second] = references(ofx(pix, pix));
    expect(first).not.toBe(second);
    expect(references(ofx(other, pix, pix)).slice(1)).toEqual([first, second]);
  });

  it('names nobody, and fits in the ledger', () => {
    const [reference] = references(ofx(entry('CREDIT', '20261105', '10.00', '', `PIX ANA SOUZA 529.982.247-25 ${'X'.repeat(500)}`)));
    expect(reference).not.toMatch(/ana|529/i);
    expect(reference!.length).toBeLessThan(TEXT_LIMITS.reference);
  });

  it('of a bank’s table counts its number and its text', () => {
    const row = (number: string, text: string): string => `05/11/2026;${text};${number};150,00`;
    const table = (...rows: readonly string[]) => references(read('Data;Histórico;Docto;Valor', ...rows, '06/11/2026;TARIFA;1;-1,00'));
    const [one, two, three, again] = table(row('1', 'PIX ANA'), row('1', 'PIX BIA'), row('2', 'PIX ANA'), row('1', 'PIX ANA'));
    expect(new Set([one, two, three]).size).toBe(3);
    expect(again).toBe(`${one}:2`);
    expect(table(row('1', 'pix ana'))).toEqual([one]);
  });
});

describe('whatever the file', () => {
  const scrap = fc.constantFrom(
    '<STMTTRN>',
    '</STMTTRN>',
    '<TRNAMT>',
    '<MEMO>',
    '<OFX>',
    '</OFX>',
    '150,00',
    '05/11/2026',
    'Data',
    'Valor',
    'Histórico',
    ';',
    '\n',
    '"',
    '-',
    '&#9;',
  );

  it('it is read without an error, and tells something', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(scrap, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 40 }), (parts) => {
        const { format, entries, debits, problems } = readStatement(encode(parts.join('')));
        expect(format !== '' || problems.length > 0).toBe(true);
        for (const { amount, line } of [...entries, ...debits]) expect([amount > 0, line > 0]).toEqual([true, true]);
      }),
    );
  });

  it('every transaction of an OFX comes out once: as a credit, a debit, or a problem', () => {
    const amounts = fc.array(fc.constantFrom('10.00', '-5,00', 'x', '1.000', '+7', ''), { maxLength: 20 });
    fc.assert(
      fc.property(amounts, (written) => {
        const { entries, debits, problems } = read(...sgml(...written.flatMap((amount, index) => entry('OTHER', '20261105', amount, String(index), 'PIX'))));
        expect(entries.length + debits.length + problems.length).toBe(written.length);
      }),
    );
  });
});
