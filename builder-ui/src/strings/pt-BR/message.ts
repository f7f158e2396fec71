import { pluralIn } from '../plural.ts';

const plural = pluralIn('pt-BR');

/** The editor of a message and its preview. */
export const message = {
  message: {
    addVariant: 'Outro texto',
    removeVariant: 'Apagar este texto',
    whenUsed: 'Quando este texto vale',
    variables: 'Dados do cliente e da dívida',
    insertVariable: 'Inserir dado',
    insertHint: 'ou digite /',
    insertList: 'Dados que podem entrar no texto',
    editorHelp: 'Digite barra para inserir um dado do cliente ou da dívida.',
    inserted: (words: string) => `Inserido: ${words}.`,
    removed: (words: string) => `Apagado: ${words}.`,
    preview: 'Como o cliente recebe',
    previewFor: 'Prévia para',
    previewChannel: 'Canal da prévia',
    previewDay: (day: string) => `No dia ${day}`,
    segments: (count: number, length: number) => `${plural(count, 'SMS', 'SMS')} · ${plural(length, 'caractere', 'caracteres')}`,
    accented: 'Com acento ou símbolo, cada SMS leva 70 caracteres.',
    previewLoading: 'Preparando a prévia…',
    previewFailed: 'O texto ainda não pode ser mostrado',
    tone: 'Tom e clareza',
    toneGood: 'Tom respeitoso',
    toneFindings: (count: number) => plural(count, 'ponto no texto', 'pontos no texto'),
    readability: 'Facilidade de leitura',
    reading: { easy: 'Fácil de ler', fair: 'Razoável', hard: 'Difícil de ler' },
    replace: (word: string) => `Trocar por "${word}"`,
    from: 'De',
    to: 'Para',
    voiceHelp: 'Lido em voz alta pela ligação automática.',
  },
};
