/** How much of the disk this installation takes, by what it is for. */
import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../../config/schema.ts';
import type { Clock } from '../../core/clock.ts';
import { isErrno } from '../../core/errno.ts';
import { freeBytes } from '../../core/free-bytes.ts';
import { repliesDir } from '../foresight/own-replies.ts';

export type DiskUse = {
  /** Downloaded models; those in directories of the person's own are not counted. */
  readonly modelBytes: number;
  /** Kept sound of fixed replies. */
  readonly replyBytes: number;
  /** The store, its copies, and small files. */
  readonly dataBytes: number;
  readonly freeBytes: number;
};

/** @throws a file system error when the data directory can not be read. */
export async function readDiskUse({ directories }: Pick<Config, 'directories'>): Promise<DiskUse> {
  const [modelBytes, replyBytes, dataBytes, free] = await Promise.all([
    sizeOf(join(directories.cache, 'models'), true),
    sizeOf(repliesDir({ directories }), true),
    // The cache may lie in it.
    sizeOf(directories.data, false),
    freeBytes(directories.data),
  ]);
  return { modelBytes, replyBytes, dataBytes, freeBytes: free };
}

/** A model directory has hundreds of files, and a page may be looked at every few seconds. */
const freshMs = 60_000;

/** The same, read once a minute at most; undefined when it can not be read. */
export function recentDiskUse(
  config: Pick<Config, 'directories'>,
  clock: Pick<Clock, 'monotonicMs'>,
): () => Promise<DiskUse | undefined> {
  let reading: { readonly startedMs: number; readonly use: Promise<DiskUse | undefined> } | undefined;
  return async () => {
    const nowMs = clock.monotonicMs();
    if (!reading || nowMs - reading.startedMs > freshMs)
      reading = { startedMs: nowMs, use: readDiskUse(config).catch(() => undefined) };
    return await reading.use;
  };
}

/** Of all files in a directory; 0 where there is none. */
async function sizeOf(dir: string, recursive: boolean): Promise<number> {
  const files = (await entriesOf(dir, recursive)).filter((entry) => entry.isFile());
  let bytes = 0;
  for (const { parentPath, name } of files) bytes += await sizeOfFile(join(parentPath, name));
  return bytes;
}

async function entriesOf(dir: string, recursive: boolean): Promise<readonly Dirent[]> {
  try {
    return await readdir(dir, { withFileTypes: true, recursive });
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return [];
    throw error;
  }
}

/** 0 for one that is gone already: downloads and the store make and remove files all the time. */
async function sizeOfFile(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return 0;
    throw error;
  }
}
