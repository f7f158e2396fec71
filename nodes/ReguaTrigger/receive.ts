import type { IDataObject, INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import type { EventKind } from '../../core/cadence/document.ts';
import { ReguaError } from '../../core/errors.ts';
import { describeDay, rehearsalEventNote } from '../../core/report/index.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { chargesOf, debtorSummary, debtSummary, USUAL_POLICIES } from '../shared/case-summary.ts';
import { ledgerOf } from '../shared/ledger-access.ts';
import { problemOf } from '../shared/problem.ts';
import { momentOf, momentOfFact, momentOnItem } from '../shared/today.ts';
import type { Moment } from '../shared/today.ts';
import { readBody } from './inbound/read-body.ts';
import { recordEvent } from './record-event.ts';
import type { Recorded } from './record-event.ts';
import type { WebhookSecret } from './webhook-secret.ts';
import { showsSecret } from './webhook-secret.ts';

/** Answers at once, records in the ledger, and starts the workflow by the output of each event that was selected. */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
  try {
    if (context.getNode().credentials?.['reguaWebhook']) {
      const secret = await context.getCredentials<WebhookSecret>('reguaWebhook');
      if (!showsSecret(context.getHeaderData(), secret)) return answer(context, 401, { ok: false, reason: 'Segredo ausente ou errado.' });
    }
    const ledger = await ledgerOf(context);
    return context.getWebhookName() === 'setup' ? await view(context, ledger) : await take(context, ledger);
  } catch (error) {
    // A refusal of ours says what to change; anything else is our own failure, and the sender tries again later.
    const { code, message } = problemOf(error);
    return answer(context, error instanceof ReguaError && !/^(?:ledger|setup)\./.test(code) ? 400 : 500, { ok: false, code, reason: message });
  }
}

async function view(context: IWebhookFunctions, ledger: Ledger): Promise<IWebhookResponseData> {
  const { view } = context.getQueryData() as { view?: unknown };
  const cadenceId = String(context.getNodeParameter('cadenceId', ''));
  if (view === 'steps') return answer(context, 200, { ok: true, cadenceId, steps: await ledger.stepCounts(cadenceId) });
  if (view === 'day') {
    const run = await ledger.latestRun(cadenceId);
    if (!run) return answer(context, 404, { ok: false, reason: 'Esta régua ainda não rodou.' });
    const report = await ledger.dayReport({ portfolio: run.portfolio, on: run.on });
    return answer(context, 200, { ok: true, cadenceId, report, text: describeDay(report) });
  }
  return answer(context, 404, {
    ok: false,
    reason: 'Use ?view=steps para ver quantos casos estão em cada etapa, ?view=day para o último dia em palavras, ou POST para enviar um evento.',
  });
}

async function take(context: IWebhookFunctions, ledger: Ledger): Promise<IWebhookResponseData> {
  const body = readBody(context.getBodyData());
  if (body.kind === 'invalid') return answer(context, 400, { ok: false, reason: body.reason });
  const cadenceId = String(context.getNodeParameter('cadenceId', '')).trim();
  const selected = context.getNodeParameter('events', []) as EventKind[];
  const moment = momentOf(undefined);
  if (moment.kind === 'rehearsal') context.logger.warn(`Régua, nó "${context.getNode().name}": ${rehearsalEventNote(moment.today)}`);
  const workflowData: INodeExecutionData[][] = selected.map(() => []);
  const results: object[] = [];
  let refusal: { status: number; reason: string } | undefined;
  for (const event of body.events) {
    const recorded = await recordEvent(event, { ledger, cadenceId, moment: momentOfFact(moment) });
    results.push(summaryOf(event.event, recorded));
    if (recorded.kind === 'refused') refusal = { status: 400, reason: recorded.reason };
    if (recorded.kind === 'not-found') refusal = { status: 404, reason: recorded.reason };
    const output = selected.indexOf(event.event);
    if (recorded.kind === 'recorded' && output >= 0) workflowData[output]!.push({ json: await itemOf(event.event, recorded, cadenceId, moment, ledger) });
  }
  // Receivers of receipts and replies get many that concern nobody here; only a sender of one event of ours is told off.
  if (refusal && body.events.length === 1 && results.length === 1) return answer(context, refusal.status, { ok: false, reason: refusal.reason });
  const webhookResponse = { ok: true, results };
  return workflowData.some((output) => output.length > 0) ? { workflowData, webhookResponse } : { webhookResponse };
}

function summaryOf(event: EventKind, recorded: Recorded): object {
  return {
    event,
    ...(recorded.kind === 'recorded'
      ? { result: recorded.kind, caseId: recorded.caseId, id: recorded.id }
      : { result: recorded.kind, ...('caseId' in recorded ? { caseId: recorded.caseId } : { reason: recorded.reason }) }),
  };
}

async function itemOf(
  event: EventKind,
  recorded: Extract<Recorded, { kind: 'recorded' }>,
  cadenceId: string,
  moment: Moment,
  ledger: Ledger,
): Promise<IDataObject> {
  const subject = (await ledger.loadCases([recorded.caseId])).get(recorded.caseId)!;
  const run = cadenceId === '' ? undefined : await ledger.latestRun(cadenceId);
  const charges = chargesOf(subject, run?.settings.policies ?? USUAL_POLICIES, moment.today);
  return {
    caseId: subject.id,
    ...(run === undefined ? {} : { runId: run.id }),
    ...(cadenceId === '' ? {} : { cadenceId }),
    ...momentOnItem(moment),
    debtor: debtorSummary(subject),
    debt: debtSummary(subject, charges),
    event: { kind: event, id: recorded.id, ...recorded.add },
    why: moment.kind === 'rehearsal' ? [rehearsalEventNote(moment.today)] : [],
  };
}

function answer(context: IWebhookFunctions, status: number, body: object): IWebhookResponseData {
  context.getResponseObject().status(status).json(body);
  return { noWebhookResponse: true };
}
