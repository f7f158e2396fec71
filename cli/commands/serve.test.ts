import { expect, it } from 'vitest';
import { runForTest } from '../run-for-test.ts';

it.each([
  ['serve --port 99999', 'usage.port', 'port'],
  ['serve --port -1', 'usage.port', 'port'],
  ['serve --n8n n8n.loja.example', 'n8n.address', 'n8n'],
  ['serve agora', 'usage.option', ''],
])('%s is refused before anything listens', async (line, code, field) => {
  const { code: exit, json } = await runForTest(`${line} --json`, {}, { untilStopped: () => Promise.reject(new Error('it listened')) });
  expect([exit, json.error.code, json.error.field]).toEqual([2, code, field]);
});
