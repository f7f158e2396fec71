// A run of one step over every case of a ledger, in a process of its own that a test kills: `killed-run.ts LEDGER GATEWAY`.
import { cadenceSchema, settingsOf } from '../../../../core/cadence/index.ts';
import { openSqliteLedger } from '../../../../ledger/index.ts';
import { gatewayProvider, manualProvider } from '../../../../providers/messaging/index.ts';
import { clockInstant } from '../../../shared/today.ts';
import type { Moment } from '../../../shared/today.ts';
import { deliver } from '../deliver.ts';
import { ProviderSet } from '../provider-set.ts';
import type { DeliveryRequest } from '../request.ts';

const [file, baseUrl, ids] = process.argv.slice(2) as [string, string, string];
const document = cadenceSchema.parse({
  schemaVersion: 2,
  id: 'regua',
  name: 'Teste',
  creditor: { name: 'Loja Boa', document: '11222333000181', address: 'Rua A, 1', phone: '1133334444', paymentUrl: 'https://pagar.example' },
  tiers: [{ id: 'all', name: 'Todos' }],
  tracks: [{ id: 't', name: 'T' }],
});
const settings = settingsOf(document);
const moment: Moment = { today: '2026-03-10', now: '2026-03-10T14:00:00Z', kind: 'demonstration' };
const step = { id: 's', name: 'S', day: 1, trackId: 't', cycle: 'd', nextActionOn: '2026-03-20', reasons: [] };
const ledger = openSqliteLedger({ file });
await ledger.migrate();
// The process before this one is dead: what it had in flight is in doubt now.
await ledger.reconcileStale(clockInstant(), moment.now);
const requests = ids.split(',').map((caseId, index): DeliveryRequest => ({
  index,
  settings,
  moment: () => moment,
  item: { caseId, cadenceId: 'regua', today: moment.today, now: moment.now, step, why: [] },
  spec: {
    blockId: 'b',
    purpose: 'charge',
    channel: index % 7 === 0 ? 'letter' : 'sms',
    asksForAnswer: false,
    texts: [{ channel: 'any', body: 'Olá, {{ debtor.firstName }}.' }],
  },
}));
const providers = new ProviderSet((name) => Promise.resolve(name === 'manual' ? manualProvider() : gatewayProvider({ baseUrl, token: 'segredo' })));
process.stdout.write('begun\n');
await deliver(requests, { ledger, providers, concurrency: 20, timeoutMs: 5000, composeOnly: false }, (index, problem) => {
  process.stderr.write(`${index} ${problem.message}\n`);
  process.exitCode = 1;
});
await providers.close();
await ledger.close();
