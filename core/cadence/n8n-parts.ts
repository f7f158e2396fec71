/** The parts of a workflow that are no block, by the name under which a document keeps what n8n knows of them. */
export const ROLES = { schedule: 'schedule', manual: 'manual', lookup: 'lookup', removal: 'removal', tier: 'tier', trigger: 'trigger' } as const;

const TAKEN = new Set<string>(Object.values(ROLES));

/** The part that a block is: its id, which some document may have given the name of a role. */
export const blockPart = (blockId: string): string => (TAKEN.has(blockId) ? `block:${blockId}` : blockId);
/** The id of the block that a part is; undefined for a role. */
export const blockOfPart = (part: string): string | undefined => (TAKEN.has(part) ? undefined : part.replace(/^block:/, ''));

export const trackRole = (trackId: string): string => `track:${trackId}`;
