/** Element ids by which sentences and cards find each other. */
export const sentenceId = (index: number): string => `difference-${index}`;
export const cardId = (side: 'before' | 'after', stepId: string): string => `compared-${side}-${stepId}`;
export const RESULTS_ID = 'results-compared';
