import { withDailyRun } from '../clock.ts';
import type { CadenceDocument } from '../document.ts';
import { addBlock, moveBlock, removeBlock, switchBlock, updateBlock } from './blocks.ts';
import type { CadenceOperation } from './operation.ts';
import { addStep, moveStep, removeStep, renameStep } from './steps.ts';
import { addTier, moveTier, removeTier, updateTier } from './tiers.ts';
import { switchPart } from './parts.ts';
import { addTrack, moveTrack, removeTrack, splitTrack, updateTrack } from './tracks.ts';

/**
 * The document after one edit. Pure; unchanged parts keep their identity.
 * @throws ReguaError `operation.unknown-id`, `operation.last-tier`, `operation.last-track`
 */
export function applyOperation(document: CadenceDocument, operation: CadenceOperation): CadenceDocument {
  switch (operation.kind) {
    case 'describe':
      return {
        ...(operation.scheduleAt === undefined ? document : withDailyRun(document, operation.scheduleAt)),
        ...(operation.name === undefined ? {} : { name: operation.name }),
        ...(operation.description === undefined ? {} : { description: operation.description }),
      };
    case 'setCreditor':
      return { ...document, creditor: { ...document.creditor, ...operation.patch } };
    case 'setPolicies':
      return { ...document, policies: { ...document.policies, ...operation.patch } };
    case 'addTier':
      return addTier(document, operation);
    case 'updateTier':
      return updateTier(document, operation);
    case 'moveTier':
      return moveTier(document, operation);
    case 'removeTier':
      return removeTier(document, operation);
    case 'addTrack':
      return addTrack(document, operation);
    case 'updateTrack':
      return updateTrack(document, operation);
    case 'moveTrack':
      return moveTrack(document, operation);
    case 'removeTrack':
      return removeTrack(document, operation);
    case 'splitTrack':
      return splitTrack(document, operation);
    case 'addStep':
      return addStep(document, operation);
    case 'renameStep':
      return renameStep(document, operation);
    case 'moveStep':
      return moveStep(document, operation);
    case 'removeStep':
      return removeStep(document, operation);
    case 'addBlock':
      return addBlock(document, operation);
    case 'updateBlock':
      return updateBlock(document, operation);
    case 'switchBlock':
      return switchBlock(document, operation);
    case 'switchPart':
      return switchPart(document, operation);
    case 'moveBlock':
      return moveBlock(document, operation);
    case 'removeBlock':
      return removeBlock(document, operation);
    case 'replaceDocument':
      return operation.document;
    case 'batch':
      return operation.operations.reduce(applyOperation, document);
    default:
      return operation satisfies never;
  }
}
