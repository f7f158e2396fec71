import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { advanceEntry } from '../../core/bureau/index.ts';
import type { CadenceDocument, EventKind } from '../../core/cadence/document.ts';
import { formatInstant, instantOf } from '../../core/calendar/index.ts';
import type { Case } from '../../core/case/index.ts';
import { addDays } from '../../core/civil-date.ts';
import type { CivilDate } from '../../core/civil-date.ts';
import type { ImportedCase } from '../../core/portfolio/index.ts';
import { blockPart } from '../../core/cadence/n8n-parts.ts';
import { nodeNames, ROLES } from '../../core/workflow/names.ts';
import { toWorkflow } from '../../core/workflow/index.ts';
import type { Ledger } from '../../ledger/index.ts';
import { openSqliteLedger } from '../../ledger/index.ts';
import { eventBodySchema } from '../../nodes/ReguaTrigger/inbound/event-body.ts';
import { itemOf } from '../../nodes/ReguaTrigger/receive.ts';
import { recordEvents } from '../../nodes/ReguaTrigger/record-event.ts';
import type { Moment } from '../../nodes/shared/today.ts';
import type { N8n } from '../../sandbox/n8n/server.ts';
import { startN8n } from '../../sandbox/n8n/server.ts';
import type { Outbox } from '../../sandbox/outbox/outbox.ts';
import { startOutbox } from '../../sandbox/outbox/outbox.ts';
import { demoCredentials, refsOf } from '../../sandbox/start/demo.ts';
import type { ScriptedGateway } from './gateway.ts';
import { startGateway } from './gateway.ts';
import type { Outcome } from './outcome.ts';
import { outcomeOf } from './outcome.ts';
import type { Happening, Script } from './script.ts';

/** One n8n that is kept running; every cadence has a ledger of its own in it. */
export class ProvingN8n {
  readonly #folder: string;
  readonly #n8n: N8n;
  readonly #outbox: Outbox;
  readonly #gateway: ScriptedGateway;
  #seed = 0;

  private constructor(folder: string, n8n: N8n, outbox: Outbox, gateway: ScriptedGateway) {
    this.#folder = folder;
    this.#n8n = n8n;
    this.#outbox = outbox;
    this.#gateway = gateway;
  }

  static async start(): Promise<ProvingN8n> {
    const folder = mkdtempSync(join(tmpdir(), 'regua-proof-'));
    const holder: { proving?: ProvingN8n } = {};
    const gateway = await startGateway(() => holder.proving!.#seed);
    const outbox = await startOutbox({ dataDir: join(folder, 'outbox') });
    const n8n = await startN8n({ userFolder: join(folder, 'n8n'), env: { REGUA_DEMONSTRATION: '1', EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'none' } });
    return (holder.proving = new ProvingN8n(folder, n8n, outbox, gateway));
  }

  async stop(): Promise<void> {
    await this.#n8n.stop();
    await this.#outbox.stop();
    await this.#gateway.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** The cases of a new ledger, before anything happened to them, and the run of a script over them. */
  async open(document: CadenceDocument, debtors: readonly ImportedCase[], from: CivilDate, seed: number): Promise<ProvedCadence> {
    this.#seed = seed;
    const file = join(this.#folder, `${document.id}-${seed}.sqlite`);
    const ledger = openSqliteLedger({ file });
    await ledger.migrate();
    const outcomes = await ledger.importCases(debtors, { portfolio: document.portfolio, on: from, at: `${from}T09:00:00Z` });
    const cases = await ledger.loadCases(outcomes.map(({ caseId }) => caseId));
    const path = `${document.id}-${seed}`;
    const credentials = [
      ...demoCredentials(this.#outbox, 'segredo-dos-testes').filter(({ type }) => type !== 'reguaGateway'),
      {
        id: `gateway-${path}`,
        name: `Gateway ${path}`,
        type: 'reguaGateway',
        data: { baseUrl: this.#gateway.baseUrl, token: this.#gateway.token, outbox: true },
      },
      { id: `ledger-${path}`, name: `Registro ${path}`, type: 'reguaLedger', data: { engine: 'sqlite', file } },
    ];
    await this.#n8n.cli.importCredentials(credentials);
    const id = await this.#publish(document, path, refsOf(credentials));
    return new ProvedCadence({
      document,
      ledger,
      file,
      cases: [...cases.values()],
      path,
      url: this.#n8n.url,
      gateway: this.#gateway,
      close: () => this.#unpublish(id),
    });
  }

  async #publish(document: CadenceDocument, path: string, credentials: ReturnType<typeof refsOf>): Promise<string> {
    const workflow = toWorkflow(document, { credentials });
    const names = nodeNames(document);
    const lookup = names.get(ROLES.lookup)!;
    const hook = (name: string, suffix: string) => ({
      id: `hook-${suffix}`,
      name,
      type: 'n8n-nodes-base.webhook',
      typeVersion: 2,
      position: [0, 0],
      webhookId: `${path}-${suffix}`,
      parameters: { httpMethod: 'POST', path: `${path}-${suffix}`, responseMode: 'lastNode', responseData: 'noData' },
    });
    const trigger = names.get(ROLES.trigger)!;
    const nodes: object[] = workflow.nodes
      .filter(({ name }) => name !== trigger)
      .map((node) => (node.name === lookup ? { ...node, parameters: { ...node.parameters, today: '={{ $json.body.today }}' } } : node));
    nodes.push(hook('Dia da prova', 'dia'));
    const { [trigger]: _, ...connections } = workflow.connections as Record<string, object>;
    connections['Dia da prova'] = { main: [[{ node: lookup, type: 'main', index: 0 }]] };
    for (const [event, [first]] of Object.entries(document.events)) {
      if (!first || event === 'installment') continue;
      const target = names.get(blockPart(first.id))!;
      nodes.push(hook(`Aconteceu ${event}`, event), {
        id: `itens-${event}`,
        name: `Itens de ${event}`,
        type: 'n8n-nodes-base.splitOut',
        typeVersion: 1,
        position: [200, 0],
        parameters: { fieldToSplitOut: 'body.items', options: {} },
      });
      connections[`Aconteceu ${event}`] = { main: [[{ node: `Itens de ${event}`, type: 'main', index: 0 }]] };
      connections[`Itens de ${event}`] = { main: [[{ node: target, type: 'main', index: 0 }]] };
    }
    const settings = { executionOrder: 'v1', timezone: 'America/Sao_Paulo', saveDataSuccessExecution: 'none' };
    const { id } = await this.#n8n.api.call<{ id: string }>('POST', '/workflows', { name: path, settings, nodes, connections });
    await this.#n8n.api.call('POST', `/workflows/${id}/activate`);
    // n8n answers the activation before its addresses listen; asked with another method it says that one does.
    const listens = async () => (await (await fetch(`${this.#n8n.url}/webhook/${path}-dia`)).text()).includes('POST request');
    for (let tries = 0; tries < 100 && !(await listens()); tries++) await pause(100);
    return id;
  }

  async #unpublish(id: string): Promise<void> {
    await this.#n8n.api.call('POST', `/workflows/${id}/deactivate`);
  }
}

interface Opened {
  readonly document: CadenceDocument;
  readonly ledger: Ledger;
  readonly file: string;
  readonly cases: readonly Case[];
  readonly path: string;
  readonly url: string;
  readonly gateway: ScriptedGateway;
  readonly close: () => Promise<void>;
}

export class ProvedCadence {
  readonly #it: Opened;

  constructor(opened: Opened) {
    this.#it = opened;
  }

  get cases(): readonly Case[] {
    return this.#it.cases;
  }

  /** Lives the script day by day: what happened comes first, then the cadence runs. */
  async live(script: Script): Promise<void> {
    for (let day = 0; day < script.days; day++) {
      const today = addDays(script.from, day);
      this.#it.gateway.today = today;
      const moment: Moment = { today, now: formatInstant(instantOf({ date: today, minute: 11 * 60 }, 'America/Sao_Paulo')), kind: 'demonstration' };
      for (const { caseId, what } of script.on.get(today) ?? []) await this.#happen(caseId, what, moment);
      await this.#post('dia', { today });
    }
  }

  async outcomes(): Promise<Map<string, Outcome>> {
    const { ledger, file, cases } = this.#it;
    const now = await ledger.loadCases(cases.map(({ id }) => id));
    const database = new DatabaseSync(file, { readOnly: true });
    const looks = new Map(
      (database.prepare('select id, next_action_on from cases').all() as { id: string; next_action_on: string | null }[]).map((row) => [
        row.id,
        row.next_action_on,
      ]),
    );
    database.close();
    const tasks = await ledger.tasks({});
    return new Map(
      cases.map(({ id }) => [
        id,
        outcomeOf(
          now.get(id)!,
          tasks.filter((task) => task.caseId === id),
          looks.get(id) ?? null,
        ),
      ]),
    );
  }

  async close(): Promise<void> {
    await this.#it.close();
    await this.#it.ledger.close();
  }

  async #happen(caseId: string, what: Happening, moment: Moment): Promise<void> {
    const { ledger } = this.#it;
    const subject = (await ledger.loadCases([caseId])).get(caseId)!;
    if (what.kind === 'registered' || what.kind === 'removed') {
      const before = what.kind === 'registered' ? 'requested' : 'removal-requested';
      for (const entry of subject.bureauEntries)
        if (entry.status === before) await ledger.saveBureauEntry({ ...advanceEntry(entry, what.kind, moment.today), caseId, at: moment.now });
      return;
    }
    const body = bodyOf(subject, what, moment);
    if (body === undefined) return;
    const { document } = this.#it;
    const run = await ledger.latestRun(document.id, document.portfolio);
    const door = { cadenceId: document.id, portfolio: document.portfolio, run };
    const event = eventBodySchema.parse(body);
    const [recorded] = await recordEvents([event], { ledger, door, moment });
    if (recorded?.kind !== 'recorded') return;
    const kind: EventKind = event.event;
    if (document.events[kind].length === 0) return;
    const after = (await ledger.loadCases([caseId])).get(caseId)!;
    await this.#post(kind, { items: [itemOf(kind, recorded, after, door, moment)] });
  }

  async #post(suffix: string, body: object): Promise<void> {
    const response = await fetch(`${this.#it.url}/webhook/${this.#it.path}-${suffix}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${suffix} ${JSON.stringify(body).slice(0, 200)} → ${response.status} ${text.slice(0, 500)}`);
  }
}

/** What happened, as the trigger takes it; undefined when there is nothing it could be about. */
function bodyOf(subject: Case, what: Happening, { today }: Moment): object | undefined {
  const caseId = subject.id;
  const numberOf = (debtId: string | undefined): object =>
    debtId === undefined ? {} : { debtNumbers: [subject.debts.find(({ id }) => id === debtId)!.number] };
  const chargeable = subject.debts.some(({ status }) => status === 'open');
  switch (what.kind) {
    case 'receives':
      return {
        event: 'payment',
        caseId,
        reference: what.reference,
        amount: what.amount / 100,
        paidOn: today,
        ...(what.debtId === undefined ? {} : { debtId: what.debtId }),
      };
    case 'replies':
      return { event: 'reply', caseId, channel: what.channel, text: 'Oi, recebi.', id: what.id };
    case 'promises':
      return chargeable ? { event: 'promise', caseId, dueOn: addDays(today, what.inDays ?? 1) } : undefined;
    case 'disputes':
      return { event: 'dispute', caseId, ...numberOf(what.debtId) };
    case 'resolves':
      return { event: 'dispute', caseId, resolved: true, ...numberOf(what.debtId) };
    case 'opts-out':
      return { event: 'optOut', caseId, channel: what.channel ?? 'all' };
    case 'agrees':
      return { event: 'agreement', caseId, installments: what.installments ?? 1, ...(what.policyId === '' ? {} : { policyId: what.policyId }) };
    case 'receipt': {
      const contact = subject.contacts.findLast(({ status }) => status === 'sent');
      return contact && { event: 'delivery', reference: contact.id, status: 'delivered' };
    }
    default:
      throw new Error(`The script has no way to tell n8n of "${what.kind}".`);
  }
}
