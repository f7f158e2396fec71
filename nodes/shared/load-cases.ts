import type { Problem } from './problem.ts';

/** Cases read at once: large enough that reading is cheap, small enough that few are held in memory. */
export const CASE_CHUNK = 500;

export const missingCase: Problem = {
  code: 'case.missing',
  message: 'O caso não está no registro. Confira se todos os nós da régua usam a mesma credencial de registro e se a carteira foi importada nele.',
};
