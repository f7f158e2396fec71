import { describe } from 'vitest';
import { ledgerSuites } from './suites/all.ts';
import { sqliteEngines } from './testing/sqlite.ts';

const engines = await sqliteEngines();

describe('ledger on SQLite', () => ledgerSuites(engines));
