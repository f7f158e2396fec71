import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { ReminderToday } from '../../core/agreement/index.ts';
import type { LookPlan } from '../../core/run/index.ts';
import { lookAt } from '../../core/run/index.ts';
import { installmentOutput } from '../../core/workflow/layout.ts';
import { breathe } from '../../ledger/breathe.ts';
import { chunks } from '../shared/chunks.ts';
import { forIncomingCases } from '../shared/incoming-cases.ts';
import { CASE_CHUNK, missingCase } from '../shared/load-cases.ts';
import { Outputs } from '../shared/outputs.ts';
import { memoByIdentity, readParameters } from '../shared/parameters.ts';
import type { Problem } from '../shared/problem.ts';
import { problemOf } from '../shared/problem.ts';
import { RunSettings } from '../shared/run-settings.ts';
import { Settlement } from '../shared/settlement.ts';
import { momentOfItem } from '../shared/today.ts';
import { trackPlan } from './plan.ts';

const defaults = {
  cadenceId: '',
  trackId: 'principal',
  lateEntry: 'latest-step' as LookPlan['lateEntry'],
  installments: true,
  installmentClosedBy: '',
  steps: { step: [] } as Parameters<typeof trackPlan>[0]['steps'],
};

/**
 * Sends each case out by the step that is due today; the others leave by the output after the steps, with the reason and the day on
 * which they are looked at again. An agreement's instalment that is to be reminded of today leaves by the last output, before any
 * step of other debts, which has its turn tomorrow: two messages on one day would be one too many.
 */
export async function chooseSteps(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const parametersAt = readParameters(this, defaults);
  const planOf = memoByIdentity((parameters: typeof defaults) => trackPlan(parameters));
  const input = this.getInputData();
  const nothing = planOf(parametersAt(0)).outputOf.size;
  const outputs = new Outputs(installmentOutput(nothing) + 1);
  const fail = (index: number, json: object, problem: Problem): void => outputs.push(nothing, { ...json, problem }, index);
  await forIncomingCases(this, input, fail, async ({ ledger, items }) => {
    const settings = new RunSettings(ledger);
    for (const chunk of chunks(items, CASE_CHUNK)) {
      const settlement = new Settlement();
      const cases = await ledger.loadCases(chunk.map(({ json }) => json.caseId));
      for (const { index, json } of chunk) {
        await breathe();
        const subject = cases.get(json.caseId);
        if (!subject) {
          fail(index, json, missingCase);
          continue;
        }
        try {
          const parameters = parametersAt(index);
          const { policies, cadenceId } = await settings.of(json);
          const { plan: track, outputOf } = planOf(parameters);
          const { installments, installmentClosedBy } = parameters;
          const plan: LookPlan = {
            ...track,
            cadenceId: parameters.cadenceId.trim() || cadenceId,
            installments: installments ? { closedBy: installmentClosedBy.trim() || undefined } : null,
          };
          const moment = momentOfItem(json);
          const looked = lookAt(subject, plan, policies, moment.today);
          if (looked.kind === 'wait') {
            const { code, nextActionOn, reasons } = looked;
            settlement.waits(subject.id, nextActionOn, { code, reason: reasons[0] ?? code, on: moment.today });
            outputs.push(nothing, { ...json, wait: { code, nextActionOn }, why: [...json.why, ...reasons] }, index);
            continue;
          }
          const { whenEntered, reasons, ...step } = looked.step;
          const item = { ...json, cadenceId: plan.cadenceId, step: { ...step, reasons: [...reasons] }, why: [...json.why, ...reasons] };
          settlement.entered(item, moment, whenEntered?.nextActionOn);
          if (looked.kind === 'step') outputs.push(outputOf.get(step.id)!, item, index);
          else outputs.push(installmentOutput(nothing), { ...item, event: reminderEvent(looked.due) }, index);
        } catch (error) {
          fail(index, json, problemOf(error));
        }
      }
      await settlement.flush(ledger);
    }
  });
  return outputs.data;
}

/** What makes a reminder be said once, as it travels on the item. */
const reminderEvent = ({ id, agreement, reminder }: ReminderToday) => ({
  kind: 'installment',
  id,
  agreementId: agreement.id,
  installment: reminder.installment.number,
  reminder: reminder.kind,
});
