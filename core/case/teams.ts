/** Who gets a task when nobody says otherwise. */
export const TEAMS = { collection: 'cobrança', legal: 'jurídico', finance: 'financeiro' } as const;
