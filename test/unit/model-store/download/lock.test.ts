import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withLock } from '../../../../src/model-store/download/lock.ts';
import { tempDir } from '../../../support/temp-dir.ts';

const timing = { pollMs: 1, heartbeatMs: 1_000, staleMs: 60_000 };
const { signal } = new AbortController();
const onWait = async (): Promise<void> => undefined;

/** A process id nobody has. */
async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['--version']);
  await once(child, 'exit');
  return child.pid!;
}

describe('withLock', () => {
  it('lets one work at a time', async () => {
    await using dir = await tempDir();
    const path = join(dir.path, 'locks', 'm.lock');
    let inside = 0;
    let most = 0;
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await readFile(path);
      inside -= 1;
    };
    await Promise.all(Array.from({ length: 8 }, () => withLock({ path, signal, onWait, timing }, work)));
    expect(most).toBe(1);
    expect(existsSync(path)).toBe(false);
  });

  it('tells once that it waits', async () => {
    await using dir = await tempDir();
    const path = join(dir.path, 'm.lock');
    const waits: string[] = [];
    await withLock({ path, signal, onWait, timing }, async () => {
      const controller = new AbortController();
      const second = withLock(
        { path, signal: controller.signal, timing, onWait: async () => void waits.push('waiting') },
        async () => undefined,
      );
      await expect.poll(() => waits.length).toBe(1);
      controller.abort(new Error('enough'));
      await expect(second).rejects.toThrow('enough');
    });
    expect(waits).toEqual(['waiting']);
  });

  it('takes over the lock of a process that died', async () => {
    await using dir = await tempDir();
    const path = join(dir.path, 'm.lock');
    await writeFile(path, JSON.stringify({ pid: await deadPid(), host: hostname(), id: 'x' }));
    expect(await withLock({ path, signal, onWait, timing }, async () => 'done')).toBe('done');
  });

  it('takes over the lock of another machine only after a long silence', async () => {
    await using dir = await tempDir();
    const path = join(dir.path, 'm.lock');
    await writeFile(path, JSON.stringify({ pid: 1, host: 'another', id: 'x' }));
    const waits: string[] = [];
    const done = withLock(
      { path, signal, timing, onWait: async () => void waits.push('waiting') },
      async () => 'done',
    );
    await expect.poll(() => waits.length).toBe(1);
    const longAgo = new Date(Date.now() - 2 * timing.staleMs);
    await utimes(path, longAgo, longAgo);
    expect(await done).toBe('done');
  });

  it('gives the lock back when the work fails', async () => {
    await using dir = await tempDir();
    const path = join(dir.path, 'm.lock');
    const failing = withLock({ path, signal, onWait, timing }, async () =>
      Promise.reject(new Error('broken')),
    );
    await expect(failing).rejects.toThrow('broken');
    expect(existsSync(path)).toBe(false);
  });
});
