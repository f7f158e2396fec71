import type { CadenceDocument } from '../document.ts';
import { BLOCK_LABELS, dayLabel, EVENT_LABELS } from '../labels.ts';
import { findBlock } from './blocks.ts';
import type { CadenceOperation, Place } from './operation.ts';
import { findStep } from './steps.ts';

/**
 * The edit in a manager's words, for the undo list: "Mover Lembrete para D+2".
 * @param document the document before the edit
 */
export function describeOperation(operation: CadenceOperation, document: CadenceDocument): string {
  switch (operation.kind) {
    case 'describe':
      return operation.name !== undefined
        ? `Renomear a régua para ${operation.name}`
        : operation.scheduleAt !== undefined
          ? `Rodar todo dia às ${operation.scheduleAt}`
          : 'Mudar a descrição';
    case 'setCreditor':
      return 'Mudar os dados do credor';
    case 'setPolicies':
      return 'Mudar as regras';
    case 'addTier':
      return `Criar a faixa ${operation.tier.name}`;
    case 'updateTier':
      return `Mudar a faixa ${nameOf(document.tiers, operation.tierId)}`;
    case 'moveTier':
      return `Mudar a ordem da faixa ${nameOf(document.tiers, operation.tierId)}`;
    case 'removeTier':
      return `Apagar a faixa ${nameOf(document.tiers, operation.tierId)}`;
    case 'addTrack':
      return `Criar a trilha ${operation.track.name}`;
    case 'updateTrack':
      return `Mudar a trilha ${nameOf(document.tracks, operation.trackId)}`;
    case 'moveTrack':
      return `Mudar a ordem da trilha ${nameOf(document.tracks, operation.trackId)}`;
    case 'removeTrack':
      return `Apagar a trilha ${nameOf(document.tracks, operation.trackId)}`;
    case 'splitTrack':
      return `Dividir a trilha ${nameOf(document.tracks, operation.trackId)}`;
    case 'addStep':
      return `Criar a etapa ${operation.step.name} em ${dayLabel(operation.step.day)}`;
    case 'renameStep':
      return `Renomear a etapa para ${operation.name}`;
    case 'moveStep':
      return `Mover a etapa ${findStep(document, operation.stepId).step.name} para ${dayLabel(operation.day)}`;
    case 'removeStep':
      return `Apagar a etapa ${findStep(document, operation.stepId).step.name}`;
    case 'addBlock':
      return `Colocar ${BLOCK_LABELS[operation.block.kind]} em ${placeName(operation.place)}`;
    case 'updateBlock':
      return `Editar ${BLOCK_LABELS[operation.block.kind]}`;
    case 'switchBlock':
      return `${operation.on ? 'Ligar' : 'Desligar'} ${BLOCK_LABELS[findBlock(document, operation.blockId).block.kind]}`;
    case 'switchPart':
      return operation.on ? 'Ligar um nó no n8n' : 'Desligar um nó no n8n';
    case 'moveBlock':
      return `Mover ${BLOCK_LABELS[findBlock(document, operation.blockId).block.kind]} para ${placeName(operation.place)}`;
    case 'removeBlock':
      return `Apagar ${BLOCK_LABELS[findBlock(document, operation.blockId).block.kind]}`;
    case 'replaceDocument':
    case 'batch':
      return operation.label;
    default:
      return operation satisfies never;
  }
}

function nameOf(list: readonly { readonly id: string; readonly name: string }[], id: string): string {
  return list.find((item) => item.id === id)?.name ?? id;
}

function placeName(place: Place): string {
  return 'event' in place ? `"${EVENT_LABELS[place.event]}"` : dayLabel(place.day);
}
