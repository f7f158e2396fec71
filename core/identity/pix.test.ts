import { generatePixPayload, getPixPayloadInfo } from '@brazilian-utils/brazilian-utils';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc16 } from './crc16.ts';
import { buildPixBrCode, parsePixBrCode } from './pix.ts';

const OPEN = '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***6304';

describe('the CRC', () => {
  it('of the published texts', () => {
    expect([crc16('123456789'), crc16(''), crc16(OPEN)]).toEqual(['29B1', 'FFFF', '1D3D']);
  });

  it('is of the UTF-8 bytes', () => {
    expect(crc16('é')).toBe(crc16Bytes([0xc3, 0xa9]));
  });
});

/** Bit by bit, independent of the table. */
function crc16Bytes(bytes: readonly number[]): string {
  let crc = 0xffff;
  for (const byte of bytes) {
    for (let bit = 7; bit >= 0; bit -= 1) {
      const carry = ((crc >> 15) ^ (byte >> bit)) & 1;
      crc = ((crc << 1) & 0xffff) ^ (carry ? 0x1021 : 0);
    }
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}

describe('a copia e cola', () => {
  it("is read, Bacen's own example", () => {
    expect(parsePixBrCode(`${OPEN}1D3D`)).toEqual({
      valid: true,
      normalized: `${OPEN}1D3D`,
      crc: '1D3D',
      kind: 'static',
      key: '123e4567-e12b-12d1-a456-426655440000',
      merchantName: 'Fulano de Tal',
      merchantCity: 'BRASILIA',
    });
    expect(parsePixBrCode(` ${OPEN}1d3d\n`)).toMatchObject({ valid: true, normalized: `${OPEN}1D3D` });
  });

  it('without its CRC is completed, not accepted', () => {
    expect(parsePixBrCode(OPEN)).toEqual({ valid: false, normalized: `${OPEN}1D3D`, crc: '1D3D', reason: 'Falta o CRC no fim do código; o certo é 1D3D.' });
  });

  it.each([
    [`${OPEN.replace('Fulano', 'Fulana')}1D3D`, 'não confere'],
    ['123456789', 'começa com 000201'],
    ['fulano@exemplo.example', 'chave Pix'],
    [OPEN.slice(0, 60), 'cortado'],
    [sealed(OPEN.replace('5913', '5914')), 'não fecham'],
    [sealed(OPEN.replace('br.gov.bcb.pix', 'br.gov.bcb.pax')), 'não tem os dados do Pix'],
    [sealed(OPEN.replace('5303986', '5303840')), 'reais'],
    [sealed(OPEN.replace('5802BR', '5802US')), 'Brasil'],
    [sealed(OPEN.replace('52040000', '')), 'categoria'],
    [sealed(OPEN.replace('5802BR', '54031,05802BR')), 'formato'],
  ])('%s is refused with the reason', (text, reason) => {
    expect(parsePixBrCode(text)).toMatchObject({ valid: false, reason: expect.stringContaining(reason) });
  });

  it('of a charge has an address and no key', () => {
    const dynamic = generatePixPayload({ url: 'pix.example.com/qr/v2/1234', merchantName: 'Fulano de Tal', merchantCity: 'Brasília' })!;
    expect(parsePixBrCode(dynamic)).toMatchObject({ valid: true, kind: 'dynamic', url: 'pix.example.com/qr/v2/1234' });
    expect(parsePixBrCode(dynamic)).not.toHaveProperty('key');
  });

  it('whose bank counts bytes instead of characters is read too', () => {
    const byBytes = sealed(OPEN.replace('5913Fulano de Tal', '5908São Joã').replace('5908', '5909'));
    expect(parsePixBrCode(byBytes)).toMatchObject({ valid: true, merchantName: 'São Joã' });
    expect(parsePixBrCode(sealed(OPEN.replace('5913Fulano de Tal', '5907São Joã')))).toMatchObject({ valid: true, merchantName: 'São Joã' });
  });
});

function sealed(text: string): string {
  return text + crc16(text);
}

describe('a static code', () => {
  it('says back what it was made of', () => {
    const code = buildPixBrCode({
      key: '529.982.247-25',
      amount: 123_45,
      merchantName: 'Loja São João',
      merchantCity: 'São Paulo',
      txid: 'ACORDO1',
      description: 'Acordo 1',
    });
    expect(parsePixBrCode(code)).toMatchObject({
      valid: true,
      key: '52998224725',
      amount: 123_45,
      merchantName: 'Loja Sao Joao',
      merchantCity: 'Sao Paulo',
      txid: 'ACORDO1',
      description: 'Acordo 1',
    });
  });

  it('is what the library writes, for any amount, name and description', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999_999 }),
        fc.stringMatching(/^[A-Za-zçãéô]{1,40}$/),
        fc.stringMatching(/^[A-Za-z0-9]{1,25}$/),
        fc.option(fc.stringMatching(/^[a-z]{1,90}$/), { nil: undefined }),
        (amount, name, txid, description) => {
          const ours = buildPixBrCode({ key: 'ana@exemplo.example', amount, merchantName: name, merchantCity: name, txid, description });
          expect(ours).toBe(
            generatePixPayload({
              key: 'ana@exemplo.example',
              amount: amount / 100,
              merchantName: name,
              merchantCity: name,
              txid,
              ...(description === undefined ? {} : { description }),
            }),
          );
          expect(getPixPayloadInfo(ours)).toMatchObject({ amount: amount / 100, txid });
        },
      ),
    );
  });

  it.each([
    [{ key: 'x' }, 'pix.key'],
    [{ amount: 0 }, 'pix.amount'],
    [{ amount: 1.5 }, 'pix.amount'],
    [{ txid: 'a b' }, 'pix.txid'],
    [{ txid: 'x'.repeat(26) }, 'pix.txid'],
    [{ merchantName: '  ' }, 'pix.merchant'],
  ])('is refused for %j', (change, code) => {
    expect(() => buildPixBrCode({ key: '52998224725', merchantName: 'A', merchantCity: 'B', ...change })).toThrow(expect.objectContaining({ code }));
  });
});
