import { ptBR, type Strings } from './pt-BR.ts';

/** English: what is not yet translated is shown in Portuguese. */
export const en: Strings = { ...ptBR };
