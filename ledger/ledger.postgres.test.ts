import { describe, test } from 'vitest';
import { ledgerSuites } from './suites/all.ts';
import { postgresEngines } from './testing/postgres.ts';

const engines = await postgresEngines();

describe('ledger on PostgreSQL', () => {
  if ('missing' in engines) {
    test('is skipped', ({ skip }) => skip(engines.missing));
    console.warn(engines.missing);
  } else {
    ledgerSuites(engines);
  }
});
