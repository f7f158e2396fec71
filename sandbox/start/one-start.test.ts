import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultPorts } from '../../scripts/startOptions.mjs';
import { anyFreePort } from '../ports.ts';
import { holdDataFolder } from './onlyOne.ts';
import { choosePorts } from './ports.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'regua-start-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('one data folder', () => {
  const file = (): string => join(folder, 'running.pid');

  it('is refused while another process that is alive holds it, naming the process', () => {
    writeFileSync(file(), String(process.ppid));
    expect(() => holdDataFolder(folder)).toThrow(`processo ${process.ppid}`);
    expect(readFileSync(file(), 'utf8')).toBe(String(process.ppid));
  });

  it('is taken over from a process that is gone, and given free again', () => {
    writeFileSync(file(), '4194303');
    const release = holdDataFolder(folder);
    expect(readFileSync(file(), 'utf8')).toBe(String(process.pid));
    release();
    expect(() => readFileSync(file())).toThrow();
    holdDataFolder(folder)();
  });
});

describe('the ports of a start', () => {
  const before = { ...defaultPorts };
  const names = Object.keys(before) as (keyof typeof before)[];
  const none = Object.fromEntries(names.map((name) => [name, 0])) as typeof before;
  beforeEach(async () => {
    for (const name of names) defaultPorts[name] = await anyFreePort();
  });
  afterEach(() => void Object.assign(defaultPorts, before));

  it('never are one port twice: a port asked for that is the default of another makes that one give way', async () => {
    const [first, second] = names;
    const told: string[] = [];
    const chosen = await choosePorts({ ...none, [first!]: defaultPorts[second!] }, (line) => told.push(line));
    expect(chosen[first!]).toBe(defaultPorts[second!]);
    expect(new Set(Object.values(chosen)).size).toBe(names.length);
    expect(told).toHaveLength(1);
  });

  it('that are busy are refused when asked for, and give way when not', async () => {
    const [first, second] = names;
    const busy = createServer();
    await new Promise<void>((resolve) => busy.listen(defaultPorts[second!], '127.0.0.1', resolve));
    try {
      await expect(choosePorts({ ...none, [first!]: defaultPorts[second!] }, () => undefined)).rejects.toThrow('está ocupada');
      expect((await choosePorts(none, () => undefined))[second!]).not.toBe(defaultPorts[second!]);
    } finally {
      await new Promise((resolve) => busy.close(resolve));
    }
  });
});
