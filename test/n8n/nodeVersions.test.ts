import type { IExecuteFunctions, INodeProperties, INodeType } from 'n8n-workflow';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MIGRATIONS, type Migrations } from '../../core/workflow/index.ts';
import { readParameters } from '../../nodes/shared/parameters.ts';
import { jsonOf, runInCore } from './support/coreWorkflow.ts';
import type { Bench } from './support/journey.ts';
import { debtors, importDebtors, journey, openBench } from './support/journey.ts';

describe('a choice of channel that says no channels', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench();
    vi.stubEnv('N8N_USER_FOLDER', bench.folder);
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await bench.close();
  });

  /** What is chosen when WhatsApp has no provider, so that the order of the other two decides. */
  async function chosenBy(typeVersion: number): Promise<unknown> {
    const [lookup, tier, router, channel] = journey(bench, { policies: { channels: { whatsapp: { provider: 'none', costCents: 0 } } } });
    const choice = { ...channel!, name: 'channelChoice', parameters: { blockId: 'canal' }, typeVersion };
    const outputs = await runInCore([{}], [lookup!, tier!, { ...router!, to: ['channelChoice', 'channelChoice'] }, choice]);
    return (jsonOf(outputs, 'channelChoice', 0)[0]!['channel'] as { chosen: unknown }).chosen;
  }

  it('runs as the version it was saved under did: SMS before e-mail in version 1, e-mail before SMS in version 2', async () => {
    await importDebtors(bench, debtors(1));
    expect([await chosenBy(1), await chosenBy(2)]).toEqual(['sms', 'email']);
  });
});

describe('a node whose parameter was renamed and whose default changed', () => {
  const migrations: Migrations = { ...MIGRATIONS, humanTask: [({ headline, ...rest }) => ({ team: 'jurídico', ...rest, title: headline })] };
  const shownIn = (version: number, name: string, value: string): INodeProperties => ({
    displayName: name,
    name,
    type: 'string',
    default: value,
    displayOptions: { show: { '@version': [version] } },
  });
  const task: INodeType = {
    description: {
      displayName: 'task',
      name: 'humanTask',
      group: ['output'],
      version: [1, 2],
      description: '',
      defaults: { name: 'task' },
      inputs: ['main'],
      outputs: ['main'],
      properties: [shownIn(1, 'headline', 'Ligar'), shownIn(2, 'title', 'Conversar'), shownIn(1, 'team', 'jurídico'), shownIn(2, 'team', 'cobrança')],
    },
    execute(this: IExecuteFunctions) {
      const at = readParameters(this, { title: '', team: '', dueInBusinessDays: 1 }, migrations);
      return Promise.resolve([this.getInputData().map((_, item) => ({ json: { ...at(item) }, pairedItem: { item } }))]);
    },
  };
  const run = async (typeVersion: number, parameters: object) =>
    jsonOf(await runInCore([{ who: 'Ana' }, { who: 'Bia' }], [{ name: 'humanTask', node: task, parameters, typeVersion }]), 'humanTask', 0);

  it('reads what an earlier version saved by today’s names, with that version’s defaults', async () => {
    expect((await run(1, {}))[0]).toEqual({ title: 'Ligar', team: 'jurídico', dueInBusinessDays: 1 });
    expect((await run(1, { headline: 'Ouvir', team: 'vendas' }))[0]).toEqual({ title: 'Ouvir', team: 'vendas', dueInBusinessDays: 1 });
    expect((await run(2, {}))[0]).toEqual({ title: 'Conversar', team: 'cobrança', dueInBusinessDays: 1 });
  });

  it('still reads an expression once for each item', async () => {
    expect((await run(1, { headline: '=Ligar para {{ $json.who }}' })).map(({ title }) => title)).toEqual(['Ligar para Ana', 'Ligar para Bia']);
  });
});
