import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fillFolder, isComplete } from './atomicFolder.mjs';

let root: string;
let folder: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'regua-atomic-'));
  folder = join(root, 'n8n');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const write = (text: string) => async (temporary: string) => writeFileSync(join(temporary, 'file'), text);

describe('filling a folder', () => {
  it('leaves nothing under its name when it fails half-way, and succeeds the next time', async () => {
    const failing = fillFolder(folder, 'a', async (temporary: string) => {
      writeFileSync(join(temporary, 'file'), 'half');
      throw new Error('no network');
    });
    await expect(failing).rejects.toThrow('no network');
    expect(existsSync(folder)).toBe(false);
    await fillFolder(folder, 'a', write('whole'));
    expect(isComplete(folder, 'a')).toBe(true);
    expect(readdirSync(root)).toEqual(['n8n']);
  });

  it('happens once for the same key, and again for another', async () => {
    await fillFolder(folder, 'a', write('first'));
    await fillFolder(folder, 'a', write('second'));
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('first');
    await fillFolder(folder, 'b', write('third'));
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('third');
  });

  it('is done by one of two that want it at the same time', async () => {
    let times = 0;
    const slow = async () => {
      times += 1;
      await pause(50);
    };
    await Promise.all([fillFolder(folder, 'a', slow), fillFolder(folder, 'a', slow)]);
    expect(times).toBe(1);
  });

  it('takes over the lock and clears the leftovers of a process that died', async () => {
    mkdirSync(`${folder}.lock`);
    // No process has this number: Linux counts up to 4194304.
    writeFileSync(join(`${folder}.lock`, 'pid'), '99999999');
    mkdirSync(`${folder}.tmp-99999999`);
    await fillFolder(folder, 'a', write('whole'));
    expect(readdirSync(root)).toEqual(['n8n']);
  });
});
