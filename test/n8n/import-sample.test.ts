import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { N8nCli, type ExecutionResult } from '../../sandbox/n8n/cli.ts';
import { importDemo, placeSample } from '../../sandbox/start/demo.ts';

let root: string;
let cli: N8nCli;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'regua-import-'));
  const files = join(root, 'arquivos');
  cli = new N8nCli(join(root, 'n8n'), { N8N_RESTRICT_FILE_ACCESS_TO: files, REGUA_TODAY: '2026-11-21' });
  await importDemo(cli, root, [], placeSample(files));
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

type Json = Record<string, unknown>;
const outputs = (run: ExecutionResult, node: string): Json[][] =>
  (run.data.resultData.runData[node]?.[0]?.data?.main ?? []).map((items) => (items ?? []).map((item) => item.json));

describe('the sample portfolio in a real n8n', () => {
  it('comes in as 200 cases, and the dozen broken rows go out with a reason each', async () => {
    const [cases, refused] = outputs(await cli.execute('importar-carteira'), 'Importar para a Régua');
    expect(cases).toHaveLength(200);
    expect(refused).toHaveLength(12);
    for (const row of refused!) expect((row['reasons'] as string[]).join(' ')).toMatch(/\p{L}{3,}/u);
  });

  it('comes in a second time without doubling anybody', async () => {
    const [cases, refused] = outputs(await cli.execute('importar-carteira'), 'Importar para a Régua');
    expect(cases).toHaveLength(200);
    expect(refused).toHaveLength(12);
    expect(new Set(cases!.map((one) => JSON.stringify(one['caseId'] ?? one['debtorId'] ?? one))).size).toBe(200);
  });

  it('is read as systems write it: accents of Windows, commas, titles above the header, blank lines, a sum below', async () => {
    const lines = [
      'Contas a Receber',
      '',
      'Nome,CPF,Telefone,Vencimento,Valor',
      '',
      'José da Conceição,44771278202,11987654321,05/10/2026,"150,00"',
      'Ana,1,2,3,4',
      'Total,,,,"150,00"',
    ];
    writeFileSync(join(root, 'arquivos', 'devedores.csv'), Buffer.from(lines.join('\r\n'), 'latin1'));
    const [cases, refused] = outputs(await cli.execute('importar-carteira'), 'Importar para a Régua');
    expect(cases).toMatchObject([{ debtorName: 'José da Conceição', principal: '150.00' }]);
    expect(refused).toMatchObject([{ rowNumber: 6 }]);
  });
});
