import { describe, expect, it } from 'vitest';
import { importOne } from '../../ledger/testing/fixtures.ts';
import { recordBankReturn } from './bank-return.ts';
import { useBankFile } from './testing/bank-file-run.ts';

const { ledger, run } = useBankFile(recordBankReturn);

const detail = (yourNumber: string, code: string, paid: string): string =>
  `1${''.padEnd(61)}00000001${''.padEnd(38)}${code}090326${yourNumber.padEnd(10)}${''.padEnd(26)}${'10000'.padStart(13, '0')}${''.padEnd(10)}${'0'.padStart(13, '0')}${''.padEnd(65)}${paid.padStart(13, '0')}`;
const header = `02RETORNO${''.padEnd(67)}237`;

describe('the bank’s return file', () => {
  it('is recorded once, however often it comes, and what a person has to see leaves by the second output', async () => {
    const caseId = await importOne(ledger());
    const content = [header, detail('NF-1', '06', '10200'), detail('NF-9', '06', '5000'), detail('NF-1', '02', '0'), detail('NF-1', '98', '0')].join('\n');
    const [recorded, toSee] = await run(content);
    expect(recorded).toMatchObject([
      { title: { yourNumber: 'NF-1', kind: 'paid', paid: '102.00', paidOn: '2026-03-09' }, caseId, payment: { result: 'applied', settled: true } },
      { title: { kind: 'confirmed' } },
    ]);
    expect(toSee).toMatchObject([
      { title: { yourNumber: 'NF-9' }, payment: { result: 'unmatched' } },
      { title: { kind: 'other', code: '98' } },
      { line: 5, problem: { code: 'return.to-see' } },
    ]);
    const [again] = await run(content);
    expect(again![0]).toMatchObject({ payment: { result: 'duplicate' } });
    const subject = (await ledger().loadCases([caseId])).get(caseId)!;
    expect(subject.debts[0]!.payments.map(({ amount }) => amount)).toHaveLength(1);
  });

  it('says what to do when the item brings no file', async () => {
    const [, toSee] = await run(undefined);
    expect(toSee![0]).toMatchObject({ problem: { code: 'return.no-file' } });
  });
});
