import { describe, expect, test, vi } from 'vitest';
import { ledgerSuites } from './suites/all.ts';
import { postgresEngines } from './testing/postgres.ts';
import { ALL_PORTFOLIOS } from './portfolio-scope.ts';

const engines = postgresEngines();

describe('ledger on PostgreSQL', () => {
  if ('missing' in engines) {
    test('is skipped', ({ skip }) => skip(engines.missing));
    console.warn(engines.missing);
  } else {
    ledgerSuites(engines);

    test('survives a server that drops its connections', async () => {
      const ledger = await engines.open();
      await ledger.ping();
      await engines.dropConnections();
      await vi.waitFor(() => ledger.ping());
      expect(await ledger.findCases({ portfolio: ALL_PORTFOLIOS, document: 'x' })).toEqual([]);
      await ledger.close();
    });
  }
});
