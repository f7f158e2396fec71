import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Ledger } from '../../ledger/ledger.ts';
import { importOne, ON, PORTFOLIO, runWith } from '../../ledger/testing/fixtures.ts';
import type { Engines } from '../../ledger/testing/opened.ts';
import { sqliteEngines } from '../../ledger/testing/sqlite.ts';
import { recordEvent } from './record-event.ts';

describe('a promise that comes in', () => {
  let engines: Engines;
  let ledger: Ledger;
  beforeEach(async () => {
    engines = await sqliteEngines();
    ledger = await engines.open();
  });
  afterEach(async () => {
    await ledger.close();
    await engines.stop();
  });

  test('may be for any day from today to the last one that the cadence allows, and for no other', async () => {
    const caseId = await importOne(ledger);
    const run = runWith({}, {}, { promise: { maxDays: 10 } });
    const promise = (dueOn: string) =>
      recordEvent(
        { event: 'promise', caseId, dueOn },
        { ledger, door: { cadenceId: 'classica', portfolio: PORTFOLIO, run }, moment: { today: ON, now: '2026-03-10T14:00:00.000Z', kind: 'real' } },
      );
    const refused = { code: 'event.due-on', message: 'A promessa precisa ser para um dia entre hoje e 20/03/2026.' };
    await expect(promise('2026-03-09')).rejects.toMatchObject(refused);
    await expect(promise('2026-03-21')).rejects.toMatchObject(refused);
    for (const dueOn of [ON, '2026-03-20']) expect(await promise(dueOn)).toMatchObject({ kind: 'recorded', add: { dueOn } });
    expect((await ledger.loadCases([caseId])).get(caseId)!.promises.map(({ dueOn }) => dueOn)).toEqual([ON, '2026-03-20']);
  });
});
