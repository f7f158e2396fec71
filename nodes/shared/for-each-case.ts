import type { IBinaryKeyData, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { CadenceSettings } from '../../core/cadence/settings.ts';
import type { Case } from '../../core/case/index.ts';
import { breathe } from '../../ledger/breathe.ts';
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
import type { RunSetting } from '../../core/run/index.ts';
import { settingOf } from './run-setting.ts';
import type { OpenedTask } from './settlement.ts';
import { Settlement } from './settlement.ts';
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
  /** The same as the machine of a step reads it. */
  readonly setting: RunSetting;
  /** What is written together for all cases of a chunk, once they are through. */
  readonly settlement: Settlement;
}

export interface CaseOutcome {
  readonly output: number;
  /** Added to the item; what depends on tasks that are only then opened is asked for once they are. */
  readonly add: object | ((taskOf: (key: string) => OpenedTask | undefined) => object);
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
    for (const chunk of chunks(items, CASE_CHUNK)) {
      const settlement = new Settlement();
      const done: { readonly index: number; readonly item: CaseItem; readonly outcome: CaseOutcome }[] = [];
      const cases = await ledger.loadCases(chunk.map(({ json }) => json.caseId));
      for (const { index, json: item } of chunk) {
        await breathe();
        const subject = cases.get(item.caseId);
        if (!subject) {
          fail(index, item, missingCase);
          continue;
        }
        try {
          const cadence = await settings.of(item, subject);
          const moment = momentOfItem(item);
          const setting = settingOf(item, subject, cadence, moment);
          const one = { item, subject, settings: cadence, moment, setting, parameters: parametersAt(index), ledger, settlement };
          done.push({ index, item, outcome: await work(one) });
        } catch (error) {
          fail(index, item, problemOf(error));
        }
      }
      let taskOf: Awaited<ReturnType<Settlement['flush']>>;
      try {
        taskOf = await settlement.flush(ledger);
      } catch (error) {
        // Nothing of these cases was written; those of the other chunks are none the worse for it.
        for (const { index, item } of done) fail(index, item, problemOf(error));
        continue;
      }
      for (const { index, item, outcome } of done) {
        const { output, why = [], binary } = outcome;
        const add = typeof outcome.add === 'function' ? outcome.add((key) => taskOf(item.caseId, key)) : outcome.add;
        if (asTool) outputs.push(0, { ...add, why }, index);
        else outputs.push(output, { ...item, ...add, why: [...item.why, ...why] }, index, binary);
      }
    }
  });
  return outputs.data;
}
