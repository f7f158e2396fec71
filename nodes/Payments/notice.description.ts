import type { INodeProperties } from 'n8n-workflow';

const displayOptions = { show: { operation: ['notice'] } };

export const noticeProperties: INodeProperties[] = [
  {
    displayName:
      'Ponha antes um nó Webhook que responda na hora, com código 200 ("Respond: Immediately"), e com "Raw Body" ligado nas opções dele. O que o aviso não conta sai pela segunda saída com o endereço que responde: ligue ali um HTTP Request com a sua credencial do provedor, e depois outro nó destes com "A resposta da consulta".',
    name: 'noticeHelp',
    type: 'notice',
    default: '',
    displayOptions,
  },
  {
    displayName: 'Provedor',
    name: 'noticeProvider',
    type: 'options',
    options: [
      { name: 'Asaas', value: 'asaas' },
      { name: 'Cora', value: 'cora', description: 'O aviso não tem corpo nem valor: a fatura é consultada' },
      { name: 'Efí', value: 'efi', description: 'Pix e cobranças' },
      { name: 'Inter', value: 'inter', description: 'Pix e cobranças; assine só um dos dois avisos para a mesma cobrança' },
      { name: 'Iugu', value: 'iugu' },
      { name: 'Mercado Pago', value: 'mercadopago', description: 'O aviso traz só um número: o pagamento é consultado' },
      { name: 'Pagar.me', value: 'pagarme', description: 'Versão 5 da API' },
      { name: 'Pix de outro banco', value: 'pix', description: 'O webhook da API Pix do Banco Central, que o banco chama com "/pix" no fim do endereço' },
      { name: 'Woovi (OpenPix)', value: 'woovi' },
    ],
    default: 'asaas',
    description: 'Quem envia o aviso',
    displayOptions,
  },
  {
    displayName: 'O que o item traz',
    name: 'noticeSource',
    type: 'options',
    options: [
      { name: 'A resposta da consulta', value: 'lookup', description: 'O que o provedor respondeu a um HTTP Request seu' },
      { name: 'O aviso, do nó Webhook', value: 'notice', description: 'O que o provedor enviou por conta própria' },
    ],
    default: 'notice',
    description: 'Uma resposta é acreditada, porque foi você que perguntou; um aviso precisa mostrar de quem é',
    displayOptions,
  },
  {
    displayName: 'Quem confere se o aviso é verdadeiro',
    name: 'noticeProof',
    type: 'options',
    options: [
      {
        name: 'Este nó, com a credencial',
        value: 'here',
        description: 'A credencial "Régua: segredo do webhook" guarda o token, a senha ou a assinatura secreta do provedor',
      },
      { name: 'Quem vem antes', value: 'before', description: 'O nó Webhook já pede autenticação, ou um proxy confere o certificado do banco' },
    ],
    default: 'here',
    description: 'Sem quem confira, nada é lançado: qualquer um poderia dizer que pagou',
    displayOptions: { show: { operation: ['notice'], noticeSource: ['notice'] } },
  },
];
