import { createHash } from 'node:crypto';
import type { IDataObject, INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import type { EventKind } from '../../core/cadence/document.ts';
import type { Case } from '../../core/case/index.ts';
import { describeDay, rehearsalEventNote } from '../../core/report/index.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { chargesOf, debtorSummary, debtSummary, USUAL_POLICIES } from '../shared/case-summary.ts';
import { chunks } from '../shared/chunks.ts';
import { ledgerOf } from '../shared/ledger-access.ts';
import { CASE_CHUNK } from '../shared/load-cases.ts';
import { problemOf } from '../shared/problem.ts';
import { momentOf, momentOfFact, momentOnItem } from '../shared/today.ts';
import type { Moment } from '../shared/today.ts';
import type { UnreadEvent } from './inbound/read-body.ts';
import { readBody } from './inbound/read-body.ts';
import { letOthersIn } from './let-others-in.ts';
import type { Door, Recorded } from './record-event.ts';
import { isAboutForm, recordEvents } from './record-event.ts';
import type { WebhookSecret } from './webhook-secret.ts';
import { showsSecret } from './webhook-secret.ts';

/** Twenty thousand receipts of one provider are half of it; more at once is nobody we know. */
const MOST_BYTES = 10 * 1024 * 1024;

/**
 * Records events in the ledger and starts the workflow by the output of each kind that was selected. Who doesn't show the secret learns nothing; who does
 * learns that the events were received, and never whether somebody is a debtor: 200 says that the ledger has them, 400 what in the message itself to change,
 * 500 that the sender is to repeat it.
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
  try {
    const credential = context.getNode().credentials?.['reguaWebhook'] ? await context.getCredentials<WebhookSecret>('reguaWebhook') : undefined;
    if (!showsSecret(context.getHeaderData(), credential)) return answer(context, 401, { ok: false, reason: 'Segredo ausente ou errado.' });
  } catch {
    // The credential could not be read; why concerns its owner, who sees it in n8n, and not the caller.
    return answer(context, 500, { ok: false, reason: 'O gatilho não pôde conferir o segredo. Tente de novo.' });
  }
  try {
    if (sizeOf(context) > MOST_BYTES)
      return answer(context, 413, { ok: false, reason: `O corpo passa de ${MOST_BYTES / 1024 / 1024} MB. Envie menos eventos por vez.` });
    const ledger = await ledgerOf(context);
    const door = await doorOf(context, ledger);
    return context.getWebhookName() === 'setup' ? await view(context, ledger, door) : await take(context, ledger, door);
  } catch (error) {
    const { code, message } = problemOf(error);
    return isAboutForm(error)
      ? answer(context, 400, { ok: false, code, reason: message, ...(error.field === undefined ? {} : { field: error.field }) })
      : answer(context, 500, { ok: false, code, reason: message });
  }
}

function sizeOf(context: IWebhookFunctions): number {
  const { rawBody } = context.getRequestObject() as { rawBody?: Buffer };
  return rawBody?.length ?? (Number(context.getHeaderData()['content-length']) || 0);
}

async function doorOf(context: IWebhookFunctions, ledger: Ledger): Promise<Door> {
  const cadenceId = String(context.getNodeParameter('cadenceId', '')).trim();
  const named = String(context.getNodeParameter('portfolio', '')).trim();
  const run = cadenceId === '' ? undefined : await ledger.latestRun(cadenceId, named === '' ? undefined : named);
  return { cadenceId, portfolio: named || (run?.portfolio ?? ''), run };
}

async function view(context: IWebhookFunctions, ledger: Ledger, { cadenceId, portfolio, run }: Door): Promise<IWebhookResponseData> {
  const { view } = context.getQueryData() as { view?: unknown };
  if (view === 'steps') return answer(context, 200, { ok: true, cadenceId, steps: portfolio === '' ? [] : await ledger.stepCounts(cadenceId, portfolio) });
  if (view === 'day') {
    if (!run) return answer(context, 404, { ok: false, reason: 'Esta régua ainda não rodou.' });
    const report = await ledger.dayReport({ portfolio: run.portfolio, on: run.on });
    return answer(context, 200, { ok: true, cadenceId, report, text: describeDay(report) });
  }
  return answer(context, 404, {
    ok: false,
    reason: 'Use ?view=steps para ver quantos casos estão em cada etapa, ?view=day para o último dia em palavras, ou POST para enviar um evento.',
  });
}

async function take(context: IWebhookFunctions, ledger: Ledger, door: Door): Promise<IWebhookResponseData> {
  const body = await readBody(context.getBodyData());
  if (body.kind === 'invalid') {
    const { reason, field } = body;
    return answer(context, 400, { ok: false, reason, ...(field === undefined ? {} : { field }) });
  }
  const selected = context.getNodeParameter('events', []) as EventKind[];
  const moment = momentOf(undefined);
  if (moment.kind === 'rehearsal') context.logger.warn(`Régua, nó "${context.getNode().name}": ${rehearsalEventNote(moment.today)}`);
  const recorded = await recordEvents(body.events, { ledger, door, moment: momentOfFact(moment) });
  for (const unread of body.unread) await keepUnread(unread, ledger, door, momentOfFact(moment));
  const workflowData: INodeExecutionData[][] = selected.map(() => []);
  const started = recorded.flatMap((result, index) => {
    const output = selected.indexOf(body.events[index]!.event);
    return result.kind === 'recorded' && output >= 0 ? [{ output, event: body.events[index]!.event, result }] : [];
  });
  for (const chunk of chunks(started, CASE_CHUNK)) {
    const cases = await ledger.loadCases(chunk.map(({ result }) => result.caseId));
    for (const { output, event, result } of chunk) workflowData[output]!.push({ json: itemOf(event, result, cases.get(result.caseId)!, door, moment) });
    await letOthersIn();
  }
  const webhookResponse = { ok: true, received: body.events.length + body.unread.length };
  return started.length > 0 ? { workflowData, webhookResponse } : { webhookResponse };
}

async function keepUnread({ body, reason }: UnreadEvent, ledger: Ledger, { cadenceId, portfolio }: Door, { now }: Moment): Promise<void> {
  const text = JSON.stringify(body);
  await ledger.keepEvent({
    portfolio,
    door: cadenceId,
    key: createHash('sha256').update(text).digest('hex').slice(0, 24),
    kind: 'unread',
    at: now,
    reason,
    body,
  });
}

/** What starts a reaction. */
export function itemOf(
  event: EventKind,
  recorded: Extract<Recorded, { kind: 'recorded' }>,
  subject: Case,
  { cadenceId, run }: Door,
  moment: Moment,
): IDataObject {
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
