/** A lock between processes that share a models directory: one downloads, the others wait and find the result. */
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { sleep } from '../../core/abort.ts';
import { isErrno } from '../../core/errno.ts';

export type LockOptions = {
  readonly path: string;
  readonly signal: AbortSignal;
  /** Called once when another process holds the lock. */
  readonly onWait: () => Promise<void>;
  readonly timing?: LockTiming;
};

export type LockTiming = {
  /** How often a waiting process looks, in ms. */
  readonly pollMs: number;
  /** How often the holder shows that it lives, in ms. */
  readonly heartbeatMs: number;
  /** Without a sign of life for this long the lock is taken over, in ms. */
  readonly staleMs: number;
};

/** Six missed heartbeats: a laptop's nap or a stalled disk is no death. */
const defaultTiming: LockTiming = { pollMs: 250, heartbeatMs: 5_000, staleMs: 30_000 };

/**
 * Runs the work while holding the lock. A lock whose process has died is taken over: at once on the same machine,
 * after `staleMs` when it was another machine's or container's.
 */
export async function withLock<T>(options: LockOptions, work: () => Promise<T>): Promise<T> {
  const { path, timing = defaultTiming } = options;
  const token = `${JSON.stringify({ pid: process.pid, host: hostname(), id: randomUUID() })}\n`;
  await mkdir(dirname(path), { recursive: true });
  await acquire(options, timing, token);
  const heartbeat = setInterval(() => {
    const now = new Date();
    // The lock may be released in this moment; a missed beat is harmless.
    utimes(path, now, now).catch(() => undefined);
  }, timing.heartbeatMs);
  heartbeat.unref();
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    if ((await read(path)) === token) await rm(path, { force: true });
  }
}

async function acquire(
  { path, signal, onWait }: LockOptions,
  timing: LockTiming,
  token: string,
): Promise<void> {
  let hasWaited = false;
  for (;;) {
    signal.throwIfAborted();
    if (await create(path, token)) return;
    const holder = await read(path);
    if (holder !== undefined && (await isDead(path, holder, timing.staleMs))) {
      await removeStale(path, holder);
      continue;
    }
    if (!hasWaited) await onWait();
    hasWaited = true;
    await sleep(timing.pollMs, signal);
  }
}

/** Makes the lock file; false when there is one. */
async function create(path: string, token: string): Promise<boolean> {
  try {
    await writeFile(path, token, { flag: 'wx' });
    return true;
  } catch (error) {
    if (isErrno(error, 'EEXIST')) return false;
    throw error;
  }
}

/** No sign of life for too long, or a process of this machine that is gone. */
async function isDead(path: string, holder: string, staleMs: number): Promise<boolean> {
  const match = /"pid":(\d+),"host":"([^"]*)"/u.exec(holder);
  if (match?.[2] === hostname() && !isAlive(Number(match[1]))) return true;
  try {
    return Date.now() - (await stat(path)).mtimeMs > staleMs;
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return false;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    return !isErrno(error, 'ESRCH');
  }
}

/** Moves the stale lock aside; should another process have replaced it in between, that one is put back. */
async function removeStale(path: string, stale: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return;
    throw error;
  }
  const moved = await read(aside);
  if (moved !== undefined && moved !== stale) await create(path, moved);
  await rm(aside, { force: true });
}

async function read(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return undefined;
    throw error;
  }
}
