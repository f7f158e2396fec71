import type { CadenceDocument } from '../../../../core/cadence/document.ts';
import { dayLabel } from '../../../../core/cadence/labels.ts';
import type { CadenceOperation, Place } from '../../../../core/cadence/operations/operation.ts';
import { labels } from './labels.ts';

/** An edit's name for the undo list, as the core's `describeOperation` writes it in Portuguese. */
export function describeOperation(operation: CadenceOperation, document: CadenceDocument): string {
  switch (operation.kind) {
    case 'describe':
      return operation.name !== undefined
        ? `Rename the cadence to ${operation.name}`
        : operation.scheduleAt !== undefined
          ? `Run every day at ${operation.scheduleAt}`
          : 'Change the description';
    case 'setCreditor':
      return "Change the company's data";
    case 'setPolicies':
      return 'Change the rules';
    case 'addTier':
      return `Create the tier ${operation.tier.name}`;
    case 'updateTier':
      return `Change the tier ${nameOf(document.tiers, operation.tierId)}`;
    case 'moveTier':
      return `Reorder the tier ${nameOf(document.tiers, operation.tierId)}`;
    case 'removeTier':
      return `Delete the tier ${nameOf(document.tiers, operation.tierId)}`;
    case 'addTrack':
      return `Create the track ${operation.track.name}`;
    case 'updateTrack':
      return `Change the track ${nameOf(document.tracks, operation.trackId)}`;
    case 'moveTrack':
      return `Reorder the track ${nameOf(document.tracks, operation.trackId)}`;
    case 'removeTrack':
      return `Delete the track ${nameOf(document.tracks, operation.trackId)}`;
    case 'splitTrack':
      return `Split the track ${nameOf(document.tracks, operation.trackId)}`;
    case 'addStep':
      return `Create the step ${operation.step.name} on ${dayLabel(operation.step.day)}`;
    case 'renameStep':
      return `Rename the step to ${operation.name}`;
    case 'moveStep':
      return `Move the step ${stepName(document, operation.stepId)} to ${dayLabel(operation.day)}`;
    case 'removeStep':
      return `Delete the step ${stepName(document, operation.stepId)}`;
    case 'addBlock':
      return `Put ${labels.blocks[operation.block.kind]} on ${placeName(operation.place)}`;
    case 'updateBlock':
      return `Edit ${labels.blocks[operation.block.kind]}`;
    case 'switchBlock':
      return `Switch ${blockName(document, operation.blockId)} ${operation.on ? 'on' : 'off'}`;
    case 'switchPart':
      return `Switch a node ${operation.on ? 'on' : 'off'} in n8n`;
    case 'moveBlock':
      return `Move ${blockName(document, operation.blockId)} to ${placeName(operation.place)}`;
    case 'removeBlock':
      return `Delete ${blockName(document, operation.blockId)}`;
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

function stepName({ tracks }: CadenceDocument, id: string): string {
  return nameOf(
    tracks.flatMap(({ steps }) => steps),
    id,
  );
}

function blockName({ tracks, events }: CadenceDocument, id: string): string {
  const blocks = [...tracks.flatMap(({ steps }) => steps.flatMap((step) => step.blocks)), ...Object.values(events).flat()];
  const block = blocks.find((candidate) => candidate.id === id);
  return block ? labels.blocks[block.kind] : id;
}

function placeName(place: Place): string {
  return 'event' in place ? `"${labels.events[place.event]}"` : dayLabel(place.day);
}
