import type { Store } from '../engine.ts';

/** Cases of a portfolio with a bureau entry that still stands, or may yet: whatever else became of them, its removal has to be watched. */
export async function registeredCases(store: Store, portfolio: string): Promise<string[]> {
  const rows = await store.read(({ db }) =>
    db
      .selectFrom('cases')
      .select('id')
      .where('portfolio', '=', portfolio)
      .where('id', 'in', (entries) =>
        entries.selectFrom('bureau_entries').select('case_id').where('status', 'in', ['requested', 'registered', 'removal-requested']),
      )
      .orderBy('id')
      .execute(),
  );
  return rows.map(({ id }) => id);
}
