import { pluralIn } from '../plural.ts';

const plural = pluralIn('pt-BR');

/** Undo, edits and kept versions. */
export const history = {
  history: {
    undo: 'Desfazer',
    redo: 'Refazer',
    undoNamed: (name: string) => `Desfazer: ${name}`,
    redoNamed: (name: string) => `Refazer: ${name}`,
    did: (name: string) => `Feito: ${name}.`,
    undid: (name: string) => `Desfeito: ${name}.`,
    redid: (name: string) => `Refeito: ${name}.`,
    nothingToUndo: 'Nada para desfazer.',
    nothingToRedo: 'Nada para refazer.',
    title: 'Histórico',
    start: 'Como foi aberta',
    empty: 'Nada mudou desde que você abriu esta régua.',
  },
  edits: {
    moveBlocks: (count: number, day: string) => (count === 1 ? `Mover bloco para ${day}` : `Mover ${count} blocos para ${day}`),
    moveSteps: (count: number) => (count === 1 ? 'Mover etapa' : `Mover ${count} etapas`),
    items: (count: number) => plural(count, 'item', 'itens'),
    remove: (name: string) => `Apagar ${name}`,
    removed: (name: string) => `${name}: apagado.`,
    duplicate: (count: number) => (count === 1 ? 'Duplicar' : `Duplicar ${count} itens`),
    paste: (count: number) => (count === 1 ? 'Colar' : `Colar ${count} itens`),
    copied: (count: number) => `${plural(count, 'item copiado', 'itens copiados')}.`,
    pasted: (count: number) => `${plural(count, 'item colado', 'itens colados')}.`,
    nothingToPaste: 'Não há etapas nem blocos da Régua na área de transferência.',
  },
  versions: {
    defaultName: (date: Date) => `Versão de ${date.toLocaleString('pt-BR', { day: '2-digit', month: '2-digit', hour: '2-digit', minute: '2-digit' })}`,
    saved: (name: string) => `Guardada: ${name}.`,
    title: 'Versões e histórico',
    intro: 'Guarde versões com nome e veja, em frases, o que mudou desde então.',
    name: 'Nome da versão',
    namePlaceholder: 'Ex.: aprovada pelo jurídico',
    save: 'Guardar versão',
    saved_: 'Versões guardadas',
    none: 'Nenhuma ainda. Guarde uma antes de uma mudança grande.',
    remove: (name: string) => `Apagar a versão ${name}`,
    since: (name: string) => `O que mudou desde "${name}"`,
    same: 'Nada: a régua está igual a esta versão.',
    restore: 'Voltar a esta versão',
    restored: (name: string) => `Voltar à versão ${name}`,
    unsaved: 'Não salva a tempo',
    beforeOpening: 'Antes de abrir o arquivo',
  },
};
