import { expect, it } from 'vitest';
import { TABLES } from '../schema/database.ts';
import { OF_CASE } from './copy-cases.ts';

/** A copy begins a log of its own; what nobody was found for belongs to no case yet, and is read from the ledger itself. */
const STAY_BEHIND = ['events', 'unattributed_events', 'unmatched_payments'];

it('every table that belongs to a case goes with it into a rehearsal, or stays behind on purpose', () => {
  const ofCases = Object.entries(TABLES).flatMap(([table, columns]) => ('case_id' in columns ? [table] : []));
  expect(ofCases.toSorted()).toEqual([...OF_CASE, ...STAY_BEHIND].toSorted());
});
