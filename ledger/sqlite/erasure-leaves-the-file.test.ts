import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSqliteLedger } from '../index.ts';
import { ANA, AT, claimFor, importedCase, importOne } from '../testing/fixtures.ts';
import { ALL_PORTFOLIOS } from '../portfolio-scope.ts';

test('after an erasure the file holds no trace of the debtor', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'regua-erasure-'));
  const ledger = openSqliteLedger({ file: join(folder, 'regua.sqlite') });
  await ledger.migrate();
  const caseId = await importOne(ledger, importedCase({ name: 'Zenobia Inconfundivel' }));
  await ledger.claim([claimFor(caseId, { content: { text: 'Zenobia Inconfundivel, sua fatura' } })]);
  await ledger.recordReply({ caseId, channel: 'whatsapp', text: 'Aqui e Zenobia Inconfundivel', at: AT });
  await ledger.eraseDebtor(ANA, ALL_PORTFOLIOS, AT);
  const files = await readdir(folder);
  const bytes = await Promise.all(files.map((file) => readFile(join(folder, file), 'latin1')));
  expect(bytes.join('')).not.toContain('Inconfundivel');
  expect(bytes.join('')).not.toContain(ANA);
  await ledger.close();
  await rm(folder, { recursive: true, force: true });
});
