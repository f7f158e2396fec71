import { describe, expect, it } from 'vitest';
import { asksToStop } from './asks-to-stop.ts';

describe('a reply that asks for no more messages', () => {
  it.each([
    'SAIR',
    'sair',
    ' Sair. ',
    '"SAIR"',
    'Quero sair, por favor',
    'PARAR',
    'stop',
    'Não quero mais receber mensagens',
    'não me mandem mais nada',
    'Parem de me ligar!',
    'Cancelar',
  ])('is heard: %s', (reply) => {
    expect(asksToStop(reply)).toBe(true);
  });

  it.each([
    'Vou sair agora, pago amanhã',
    'Sairá o boleto hoje?',
    'Quero cancelar o parcelamento e pagar à vista',
    'ok',
    '',
    'Não recebi o boleto',
    'Pode parar na loja?',
    'Não me lembro desta compra',
  ])('is not heard in: %s', (reply) => {
    expect(asksToStop(reply)).toBe(false);
  });
});
