import type { INodeExecutionData } from 'n8n-workflow';
import type { CaseItem } from './item.ts';
import { caseItemSchema } from './item.ts';
import { breathe } from '../../ledger/breathe.ts';
import type { Problem } from './problem.ts';

export interface IndexedItem {
  readonly index: number;
  readonly json: CaseItem;
}

const NOT_A_CASE: Problem = {
  code: 'item.not-a-case',
  message: 'Este item não traz um caso da Régua (falta caseId). Ligue antes o nó "Devedores: consulta" ou o gatilho da Régua.',
};

/** Splits what came in into cases and the rest; every item ends up in one of the two. */
export async function readItems(
  items: readonly INodeExecutionData[],
  onProblem: (index: number, json: object, problem: Problem) => void,
): Promise<IndexedItem[]> {
  const read: IndexedItem[] = [];
  for (const [index, { json }] of items.entries()) {
    await breathe();
    const parsed = caseItemSchema.safeParse(json);
    if (parsed.success) read.push({ index, json: parsed.data });
    else onProblem(index, json, parsed.error.issues.some((issue) => issue.path[0] === 'caseId') ? NOT_A_CASE : brokenItem(parsed.error.issues[0]!.path));
  }
  return read;
}

function brokenItem(path: readonly PropertyKey[]): Problem {
  return {
    code: 'item.broken',
    message: `O item chegou com o campo "${path.map(String).join('.')}" fora do formato da Régua. Confira o nó que o alterou no caminho.`,
  };
}
