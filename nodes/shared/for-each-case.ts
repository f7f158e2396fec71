import type { IBinaryKeyData, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { CadenceSettings } from '../../core/cadence/settings.ts';
import type { Case } from '../../core/case/index.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { calledAsTool, refusedCall, toolCallRefusal } from './as-tool.ts';
import { chunks } from './chunks.ts';
import { forIncomingCases } from './incoming-cases.ts';
import type { CaseItem } from './item.ts';
import { CASE_CHUNK, missingCase } from './load-cases.ts';
import { Outputs } from './outputs.ts';
import { readParameters } from './parameters.ts';
import type { Problem } from './problem.ts';
import { problemOf } from './problem.ts';
import { RunSettings } from './run-settings.ts';
import { StepJournal } from './step-journal.ts';
import type { Moment } from './today.ts';
import { momentOfItem } from './today.ts';

/** Everything an operation on one case has at hand. */
export interface CaseContext<P> {
  readonly item: CaseItem;
  readonly subject: Case;
  readonly settings: CadenceSettings;
  readonly moment: Moment;
  readonly parameters: P;
  readonly ledger: Ledger;
  readonly journal: StepJournal;
}

export interface CaseOutcome {
  readonly output: number;
  /** Added to the item. */
  readonly add: object;
  /** Sentences added to the item's `why`. */
  readonly why?: readonly string[];
  readonly binary?: IBinaryKeyData;
}

/**
 * Runs one operation case by case: cases are read in chunks, and a case that fails leaves by `failureOutput` without holding the
 * others. Called as an AI tool it works on the one case that the workflow gave in the parameter `caseId`, never on one that the model names, and what it
 * found leaves by the first output, the only one an agent sees, without the rest of the item.
 */
export async function forEachCase<P extends { caseId: string }>(
  context: IExecuteFunctions,
  options: { readonly defaults: P; readonly outputs: number; readonly failureOutput: number },
  work: (one: CaseContext<P>) => Promise<CaseOutcome>,
): Promise<INodeExecutionData[][]> {
  const asTool = calledAsTool(context);
  const refusal = asTool ? toolCallRefusal(context, 'caseId', 'policyId' in options.defaults ? ['policyId'] : []) : undefined;
  if (refusal !== undefined) return refusedCall(refusal);
  const parametersAt = readParameters(context, options.defaults);
  const outputs = new Outputs(options.outputs);
  const fail = (index: number, json: object, problem: Problem): void => {
    if (asTool) outputs.push(0, { refused: true, reason: problem.message }, index);
    else outputs.push(options.failureOutput, { ...json, problem }, index);
  };
  const given = asTool ? [{ json: {} }] : context.getInputData();
  const input = given.map((entry, index): INodeExecutionData => {
    const caseId = String(parametersAt(index).caseId).trim();
    return caseId === '' ? entry : { ...entry, json: { ...entry.json, caseId } };
  });
  await forIncomingCases(context, input, fail, async ({ ledger, items }) => {
    const settings = new RunSettings(ledger);
    const journal = new StepJournal(ledger);
    for (const chunk of chunks(items, CASE_CHUNK)) {
      const cases = await ledger.loadCases(chunk.map(({ json }) => json.caseId));
      for (const { index, json: item } of chunk) {
        const subject = cases.get(item.caseId);
        if (!subject) {
          fail(index, item, missingCase);
          continue;
        }
        try {
          const one = {
            item,
            subject,
            settings: await settings.of(item, subject),
            moment: momentOfItem(item),
            parameters: parametersAt(index),
            ledger,
            journal,
          };
          const { output, add, why = [], binary } = await work(one);
          if (asTool) outputs.push(0, { ...add, why }, index);
          else outputs.push(output, { ...item, ...add, why: [...item.why, ...why] }, index, binary);
        } catch (error) {
          fail(index, item, problemOf(error));
        }
      }
      await journal.flush();
    }
  });
  return outputs.data;
}
