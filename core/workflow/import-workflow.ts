import type { CadenceDocument } from '../cadence/document.ts';
import type { CredentialReferences } from './credentials.ts';
import type { N8nWorkflow } from './n8n-workflow.ts';
import { NODE_TYPES } from './parameters.ts';
import { WORKFLOW_SETTINGS } from './to-workflow.ts';

export interface ImportWorkflowOptions {
  /** Credentials that exist in the n8n it goes to. */
  readonly credentials?: CredentialReferences;
  /** Where n8n reads the spreadsheet from; by default n8n's own folder for files in its container. */
  readonly portfolioFile?: string;
  /** The end of the form's address; n8n makes two workflows with the same one share a door. */
  readonly webhookId?: string;
}

export interface ImportWorkflowInput extends ImportWorkflowOptions {
  readonly name: string;
  readonly portfolio: string;
}

const CONTAINER_FILE = '/home/node/.n8n-files/devedores.csv';
const FIELD = 'planilha';

/** Whoever uploads is signed in to n8n and may run this workflow: a file changes whom we write to. */
const FORM_LOCK = { authentication: 'n8nUserAuth', requireExecuteAccess: true } as const;
/** The first version of n8n's form that knows this lock. */
const FORM_VERSION = 2.6;

/** The n8n workflow that brings people into a cadence's own portfolio: "Importar carteira · Régua clássica". */
export function importWorkflowFor(document: Pick<CadenceDocument, 'id' | 'name' | 'portfolio'>, options: ImportWorkflowOptions = {}): N8nWorkflow {
  return importWorkflow({ webhookId: `importar-${document.id}`, ...options, name: importWorkflowName(document), portfolio: document.portfolio });
}

export const importWorkflowName = ({ name }: Pick<CadenceDocument, 'name'>): string => `Importar carteira · ${name}`;

/**
 * Takes a CSV from the disk or from a form, and imports it: our node reads the file itself, so that separator, encoding and header line are found the same
 * way by every door; rows with a problem leave by an output of their own with the reason.
 */
export function importWorkflow({ name, portfolio, webhookId, portfolioFile = CONTAINER_FILE, credentials = {} }: ImportWorkflowInput): N8nWorkflow {
  const { reguaLedger } = credentials;
  return {
    name,
    nodes: [
      {
        id: 'note-import',
        name: 'Como usar',
        type: 'n8n-nodes-base.stickyNote',
        typeVersion: 1,
        position: [-64, -304],
        parameters: { content: noteText(portfolio), width: 960, height: 672, color: 4 },
      },
      { id: 'import-manual', name: 'Rodar agora', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, position: [0, 0], parameters: {} },
      {
        id: 'import-read',
        name: 'Ler planilha',
        type: 'n8n-nodes-base.readWriteFile',
        typeVersion: 1,
        position: [224, 0],
        // n8n takes it as a glob, in which a backslash is no separator.
        parameters: { operation: 'read', fileSelector: portfolioFile.replaceAll('\\', '/'), options: { dataPropertyName: FIELD } },
      },
      {
        id: 'import-form',
        name: 'Formulário',
        type: 'n8n-nodes-base.formTrigger',
        typeVersion: FORM_VERSION,
        position: [224, 192],
        ...(webhookId === undefined ? {} : { webhookId }),
        parameters: {
          ...FORM_LOCK,
          formTitle: 'Enviar carteira',
          formDescription: `Escolha a planilha em CSV com os títulos em aberto. As pessoas entram na carteira "${portfolio}". Serve como sai do ERP, do banco ou do Excel.`,
          formFields: { values: [{ fieldLabel: FIELD, fieldType: 'file', multipleFiles: false, acceptFileTypes: '.csv,.txt', requiredField: true }] },
          options: { buttonLabel: 'Importar' },
        },
      },
      {
        id: 'import-ledger',
        name: 'Importar para a Régua',
        type: NODE_TYPES.debtorLookup,
        typeVersion: 1,
        position: [448, 0],
        parameters: { operation: 'import', portfolio },
        ...(reguaLedger ? { credentials: { reguaLedger: { id: reguaLedger.id, name: reguaLedger.name } } } : {}),
      },
      { id: 'import-invalid', name: 'Linhas para corrigir', type: 'n8n-nodes-base.noOp', typeVersion: 1, position: [704, 128], parameters: {} },
    ],
    connections: {
      'Rodar agora': { main: [[to('Ler planilha')]] },
      'Ler planilha': { main: [[to('Importar para a Régua')]] },
      Formulário: { main: [[to('Importar para a Régua')]] },
      'Importar para a Régua': { main: [[], [to('Linhas para corrigir')]] },
    },
    settings: { ...WORKFLOW_SETTINGS },
  };
}

const to = (node: string) => ({ node, type: 'main', index: 0 });

function noteText(portfolio: string): string {
  return [
    `### Trazer a carteira\nAs pessoas entram na carteira **${portfolio}**, que é a da sua régua.`,
    '**Rodar agora** lê a planilha do disco (o caminho está no nó *Ler planilha*). **Formulário** abre uma página para enviar a planilha, a quem entrou no n8n.',
    'A planilha serve como sai do sistema: separador, acentos, linha do cabeçalho e colunas (cliente, CPF/CNPJ, vencimento, valor…) são achados sozinhos. Linha com problema sai na segunda saída com o motivo: nada se perde e nada é importado pela metade. Importar de novo a mesma planilha não duplica ninguém.',
  ].join('\n\n');
}
