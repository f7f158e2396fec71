import type { ICredentialType, INodeProperties } from 'n8n-workflow';

const postgresOnly = { show: { engine: ['postgres'] } };

/** Where the ledger is. Without this credential it is a SQLite file in n8n's own folder. Tested by the nodes (`ledgerConnectionTest`). */
export class ReguaLedger implements ICredentialType {
  name = 'reguaLedger';

  displayName = 'Régua: registro (ledger)';

  icon = { light: 'file:reguaLedger.svg', dark: 'file:reguaLedger.dark.svg' } as const;

  documentationUrl = 'https://github.com/regua-cobranca/n8n-nodes-regua/blob/main/docs/registro.md';

  properties: INodeProperties[] = [
    {
      displayName: 'Banco',
      name: 'engine',
      type: 'options',
      options: [
        { name: 'SQLite (arquivo nesta máquina)', value: 'sqlite' },
        { name: 'PostgreSQL (necessário no modo fila, com workers)', value: 'postgres' },
      ],
      default: 'sqlite',
    },
    {
      displayName: 'Arquivo',
      name: 'file',
      type: 'string',
      default: '',
      placeholder: '/dados/regua/ledger.sqlite',
      description: 'Caminho completo do arquivo. Vazio: regua/ledger.sqlite na pasta .n8n. Só um nome, como loja.sqlite, fica na mesma pasta .n8n/regua.',
      displayOptions: { show: { engine: ['sqlite'] } },
    },
    {
      displayName: 'Se o arquivo não existir',
      name: 'whenMissing',
      type: 'options',
      options: [
        { name: 'Avisar e não rodar', value: 'refuse' },
        { name: 'Começar um registro novo, vazio', value: 'create' },
      ],
      default: 'refuse',
      description: 'Um registro vazio não sabe quem já foi contatado. Só comece um novo na primeira vez, e depois volte a "Avisar e não rodar".',
      displayOptions: { show: { engine: ['sqlite'] }, hide: { file: [''] } },
    },
    { displayName: 'Servidor', name: 'host', type: 'string', default: 'localhost', displayOptions: postgresOnly },
    { displayName: 'Porta', name: 'port', type: 'number', default: 5432, displayOptions: postgresOnly },
    { displayName: 'Banco de dados', name: 'database', type: 'string', default: 'regua', displayOptions: postgresOnly },
    { displayName: 'Usuário', name: 'user', type: 'string', default: 'regua', displayOptions: postgresOnly },
    { displayName: 'Senha', name: 'password', type: 'string', typeOptions: { password: true }, default: '', displayOptions: postgresOnly },
    {
      displayName: 'Conexão segura (TLS)',
      name: 'ssl',
      type: 'options',
      options: [
        { name: 'Não usar', value: 'off' },
        { name: 'Usar e conferir o certificado', value: 'verify' },
        { name: 'Usar sem conferir o certificado', value: 'allow' },
      ],
      default: 'off',
      description: 'Confira o certificado sempre que o banco estiver em outra máquina',
      displayOptions: postgresOnly,
    },
  ];
}
