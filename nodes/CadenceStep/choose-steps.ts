import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { remindersToday } from '../../core/agreement/index.ts';
import { addDays } from '../../core/civil-date.ts';
import { chooseStep, nextActionOn } from '../../core/step/index.ts';
import type { StepPlan } from '../../core/step/index.ts';
import { installmentOutput } from '../../core/workflow/layout.ts';
import { chunks } from '../shared/chunks.ts';
import { forIncomingCases } from '../shared/incoming-cases.ts';
import { CASE_CHUNK, missingCase } from '../shared/load-cases.ts';
import { Outputs } from '../shared/outputs.ts';
import { memoByIdentity, readParameters } from '../shared/parameters.ts';
import type { Problem } from '../shared/problem.ts';
import { problemOf } from '../shared/problem.ts';
import { RunSettings } from '../shared/run-settings.ts';
import { StepJournal } from '../shared/step-journal.ts';
import { momentOfItem } from '../shared/today.ts';
import { trackPlan } from './plan.ts';

const defaults = {
  cadenceId: '',
  trackId: 'principal',
  lateEntry: 'latest-step' as StepPlan['lateEntry'],
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
    const journal = new StepJournal(ledger);
    for (const chunk of chunks(items, CASE_CHUNK)) {
      const cases = await ledger.loadCases(chunk.map(({ json }) => json.caseId));
      for (const { index, json } of chunk) {
        const subject = cases.get(json.caseId);
        if (!subject) {
          fail(index, json, missingCase);
          continue;
        }
        try {
          const parameters = parametersAt(index);
          const { policies, cadenceId } = await settings.of(json);
          const { plan: track, outputOf } = planOf(parameters);
          const plan: StepPlan = { ...track, cadenceId: parameters.cadenceId.trim() || cadenceId };
          const moment = momentOfItem(json);
          const decision = chooseStep(subject, plan, policies, moment.today);
          const [due, ...others] = remindersToday(subject, policies, moment.today);
          if (due) {
            const { agreement, reminder, day, id } = due;
            const step = {
              id: reminder.key,
              name: `Parcela ${reminder.installment.number} do acordo`,
              day,
              trackId: plan.trackId,
              cycle: agreement.id,
              ...(parameters.installmentClosedBy === '' ? {} : { closedBy: parameters.installmentClosedBy }),
              nextActionOn: decision.kind === 'wait' && others.length === 0 ? decision.nextActionOn : addDays(moment.today, 1),
              reasons: [...reminder.reasons],
            };
            const event = { kind: 'installment', id, agreementId: agreement.id, installment: reminder.installment.number, reminder: reminder.kind };
            const item = { ...json, cadenceId: plan.cadenceId, step, event, why: [...json.why, ...reminder.reasons] };
            journal.entered(item, moment);
            outputs.push(installmentOutput(nothing), item, index);
            continue;
          }
          if (decision.kind === 'wait') {
            journal.schedule(subject.id, decision.nextActionOn);
            outputs.push(
              nothing,
              { ...json, wait: { code: decision.code, nextActionOn: decision.nextActionOn }, why: [...json.why, ...decision.reasons] },
              index,
            );
            continue;
          }
          const { stepId, stepName, day, cycle, passedOver, reasons } = decision;
          const { doneWhen, closedBy } = plan.steps.find((planned) => planned.id === stepId)!;
          const step = {
            id: stepId,
            name: stepName,
            day,
            trackId: plan.trackId,
            cycle,
            nextActionOn: nextActionOn(subject, plan, policies, moment.today),
            ...(closedBy === undefined ? {} : { closedBy }),
            passedOver,
            reasons: [...reasons],
          };
          const item = { ...json, cadenceId: plan.cadenceId, step, why: [...json.why, ...reasons] };
          // Where only foreign nodes follow, nobody else closes the step.
          journal.entered(item, moment, doneWhen === 'entered' ? step.nextActionOn : undefined);
          outputs.push(outputOf.get(stepId)!, item, index);
        } catch (error) {
          fail(index, json, problemOf(error));
        }
      }
      await journal.flush();
    }
  });
  return outputs.data;
}
