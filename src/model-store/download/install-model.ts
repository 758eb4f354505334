/** Brings one model of the catalogue onto this machine, whole or not at all; repairs one that is damaged. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { freeBytes } from '../../core/free-bytes.ts';
import { downloadBytes, isArchive, type CatalogDownload, type CatalogEntry } from '../catalog.ts';
import { downloadFile, type Fetcher, type RetryPolicy } from './download-file.ts';
import { diskProblem, type DownloadFailure } from './download-failure.ts';
import { extractInWorker } from './extract-in-worker.ts';
import { filesBelow, hashFile } from './hash-file.ts';
import { withLock, type LockTiming } from './lock.ts';
import { mirrored } from './mirror.ts';
import { acceptedDigests, pinDownload } from './pins.ts';
import { readReceipt, receiptFaults, receiptFileName, type Receipt } from './receipt.ts';
import { readPieces, toVocab } from '../sentencepiece-vocab.ts';

type InstallProgress =
  /** Another process is at it; this one waits. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'downloading'; readonly receivedBytes: number; readonly totalBytes: number | undefined }
  | { readonly kind: 'unpacking' };

export type InstallOptions = {
  readonly entry: CatalogEntry;
  /** Directory of models: the result lies in `<dir>/<id>/`. */
  readonly dir: string;
  /** See `mirrored`. */
  readonly mirror?: string;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: InstallProgress) => Promise<void>;
  readonly ports?: InstallPorts;
};

/** What tests replace. */
export type InstallPorts = {
  readonly fetch?: Fetcher;
  readonly retry?: RetryPolicy;
  readonly lockTiming?: LockTiming;
  /** Bytes free for this user on the disk of the directory. */
  readonly freeBytes?: (dir: string) => Promise<number>;
};

export type InstallResult =
  | { readonly kind: 'installed'; readonly directory: string; readonly wasThere: boolean }
  | DownloadFailure;

/** Left free after an installation: a full disk hurts the whole machine. */
const reserveBytes = 100_000_000;

export async function installModel(options: InstallOptions): Promise<InstallResult> {
  const { entry, dir, signal, onProgress, ports = {} } = options;
  const directory = join(dir, entry.id);
  const path = join(dir, '.locks', `${entry.id}.lock`);
  const onWait = () => onProgress({ kind: 'waiting' });
  const timing = ports.lockTiming ? { timing: ports.lockTiming } : {};
  try {
    return await withLock({ path, signal, onWait, ...timing }, async () => {
      if (await isIntact(directory, signal)) return { kind: 'installed', directory, wasThere: true };
      return (await bring(options, directory)) ?? { kind: 'installed', directory, wasThere: false };
    });
  } catch (error) {
    const disk = diskProblem(error, dir);
    if (disk) return disk;
    throw error;
  }
}

/** Hashes included: this is also how a damaged model is repaired. */
async function isIntact(directory: string, signal: AbortSignal): Promise<boolean> {
  const receipt = await readReceipt(directory);
  return receipt !== undefined && (await receiptFaults(directory, receipt, signal)).length === 0;
}

/** Everything from the first byte to the final rename; undefined when it worked. */
async function bring(options: InstallOptions, directory: string): Promise<DownloadFailure | undefined> {
  const { entry, dir, signal, ports = {} } = options;
  const noRoom = await checkRoom(entry, dir, ports.freeBytes ?? freeBytes);
  if (noRoom) return noRoom;
  const work = join(dir, '.partial', entry.id);
  const staging = join(work, 'staging');
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging, { recursive: true });
  try {
    const failure = await fetchAll(options, work, staging);
    if (failure) return failure;
    const missing = await finish(entry, staging, signal);
    if (missing) return missing;
    await rm(directory, { recursive: true, force: true });
    await rename(staging, directory);
    await rm(work, { recursive: true, force: true });
    return undefined;
  } finally {
    // Half-fetched files stay for the next attempt; half-made models do not.
    await rm(staging, { recursive: true, force: true });
  }
}

async function checkRoom(
  entry: CatalogEntry,
  dir: string,
  freeBytesOf: (dir: string) => Promise<number>,
): Promise<DownloadFailure | undefined> {
  // An archive and its content lie on the disk at the same time; weights hardly shrink when packed.
  const factor = entry.downloads.some(isArchive) ? 3 : 1;
  const neededBytes = (downloadBytes(entry) ?? 0) * factor + reserveBytes;
  await mkdir(dir, { recursive: true });
  const free = await freeBytesOf(dir);
  if (free >= neededBytes) return undefined;
  const reason = `${entry.id} needs ${megabytes(neededBytes)} on the disk of ${dir}, ${megabytes(free)} are free`;
  return { kind: 'download-failed', cause: 'disk', reason };
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

async function fetchAll(
  options: InstallOptions,
  work: string,
  staging: string,
): Promise<DownloadFailure | undefined> {
  const { entry, dir, mirror, signal, onProgress, ports = {} } = options;
  const totalBytes = downloadBytes(entry);
  const fetched: { readonly download: CatalogDownload; readonly path: string }[] = [];
  let earlierBytes = 0;
  for (const download of entry.downloads) {
    const path = join(work, createHash('sha256').update(download.url).digest('hex').slice(0, 16));
    const result = await downloadFile({
      url: mirrored(download.url, mirror),
      path,
      accept: await acceptedDigests(dir, download),
      signal,
      onProgress: (received, total) =>
        onProgress({
          kind: 'downloading',
          receivedBytes: earlierBytes + received,
          totalBytes: totalBytes ?? (entry.downloads.length === 1 ? total : undefined),
        }),
      ...(ports.fetch ? { fetch: ports.fetch } : {}),
      ...(ports.retry ? { retry: ports.retry } : {}),
    });
    if (result.kind !== 'ok') return result;
    await pinDownload(dir, download, result);
    earlierBytes += result.bytes;
    fetched.push({ download, path });
  }
  // Placed only now: when a later part fails, the earlier ones need not be fetched again.
  for (const { download, path } of fetched) {
    const failure = await place(options, download, path, staging);
    if (failure) return failure;
  }
  return undefined;
}

async function place(
  { entry, signal, onProgress }: InstallOptions,
  download: CatalogDownload,
  path: string,
  staging: string,
): Promise<DownloadFailure | undefined> {
  if (download.as !== undefined) {
    const target = join(staging, download.as);
    await mkdir(dirname(target), { recursive: true });
    await rename(path, target);
    return undefined;
  }
  await onProgress({ kind: 'unpacking' });
  const keep = [
    ...Object.entries(entry.files).map(([role, file]) => (role.endsWith('Dir') ? `${file}/` : file)),
    ...entry.derive.map(({ from }) => from),
    ...entry.keep,
  ];
  const report = await extractInWorker({ archivePath: path, into: staging, keep }, signal);
  if (report.kind === 'ok') return undefined;
  if (report.isDiskFull)
    return { kind: 'download-failed', cause: 'disk', reason: `the disk is full while unpacking ${entry.id}` };
  // Its hash was right or unknown: fetching the same bytes again would not help, but keeping them helps nobody.
  await rm(path, { force: true });
  return { kind: 'download-failed', cause: 'damaged', reason: `${download.url}: ${report.reason}` };
}

/** Derived files, the check that every role has its file, and the receipt. */
async function finish(
  entry: CatalogEntry,
  staging: string,
  signal: AbortSignal,
): Promise<DownloadFailure | undefined> {
  const brought = await filesBelow(staging);
  for (const { from, to } of entry.derive)
    if (brought.includes(from))
      await writeFile(join(staging, to), toVocab(readPieces(await readFile(join(staging, from)))));
  const present = await filesBelow(staging);
  for (const [role, file] of Object.entries(entry.files))
    if (!present.some((path) => path === file || path.startsWith(`${file}/`)))
      return {
        kind: 'download-failed',
        cause: 'damaged',
        reason: `${entry.id}: the download has no ${role} (${file})`,
      };
  const files: Receipt['files'] = {};
  for (const path of present) files[path] = await hashFile(join(staging, path), signal);
  const receipt: Receipt = { id: entry.id, urls: entry.downloads.map(({ url }) => url), files };
  await writeFile(join(staging, receiptFileName), `${JSON.stringify(receipt, undefined, 2)}\n`);
  return undefined;
}
