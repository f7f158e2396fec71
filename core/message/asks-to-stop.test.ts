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
    'para de mandar mensagem',
    'Para de me mandar msg pfv',
    'me tira dessa lista',
    'Tira meu número da lista de vocês',
    'não me perturbe',
    'Não me perturbem mais!!',
    'me deixa em paz',
    'Deixem-me em paz',
    'chega de mensagem',
    'chega de me ligar',
    'Não quero mais mensagens',
    'nao quero que me liguem',
    'nao manda mais msg',
    'Não envie mais nada para este número',
    'remove meu numero',
    'Remova meu contato, por favor',
    'descadastra',
    'Quero ser removido da lista',
    'exclui meu telefone do cadastro',
    'parem de encher o saco',
    'Retiro minha autorização',
    'unsubscribe',
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
    'Para de pagar juros eu preciso do boleto novo',
    'Para quando é o vencimento?',
    'Não quero mais o plano, quanto falta?',
    'Não me mandaram o boleto',
    'Não me enviaram o boleto ainda',
    'Não mandei o comprovante ainda',
    'Me tira uma dúvida?',
    'tira o juros que eu pago',
    'Deixa eu ver e te falo',
    'Me deixa pagar em duas vezes',
    'Chega quando o boleto?',
    'Quero sair da dívida',
    'Parei de receber o boleto',
    'Remove a multa e eu pago hoje',
    'Pode me ligar amanhã?',
    'Não me ligaram ontem como combinado',
  ])('is not heard in: %s', (reply) => {
    expect(asksToStop(reply)).toBe(false);
  });
});
