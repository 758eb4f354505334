/** Fetches one file: resumes where it stopped, hashes while it streams, and never leaves a wrong file behind. */
import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile, rm, stat, writeFile, type FileHandle } from 'node:fs/promises';
import { z } from 'zod';
import { isAborted, sleep } from '../../core/abort.ts';
import { toError } from '../../core/errors.ts';
import type { Digest } from '../catalog.ts';
import { diskProblem, type DownloadFailure } from './download-failure.ts';
import { isErrno } from '../../core/errno.ts';

export type Fetcher = (url: string, init: RequestInit) => Promise<Response>;

export type DownloadFileOptions = {
  readonly url: string;
  /** Where the bytes are collected; a partial file there is continued. Complete and verified only after `ok`. */
  readonly path: string;
  /** What the bytes may be; empty accepts anything. */
  readonly accept: readonly Digest[];
  readonly signal: AbortSignal;
  /** Bytes on disk so far and, once known, all bytes of the file. Awaited: a slow listener slows the download. */
  readonly onProgress: (receivedBytes: number, totalBytes: number | undefined) => Promise<void>;
  readonly fetch?: Fetcher;
  readonly retry?: RetryPolicy;
};

export type RetryPolicy = {
  /** Waits between attempts that brought no byte, in ms; after the last one the download has failed. */
  readonly delaysMs: readonly number[];
  /** An attempt that brings no byte for this long is given up, in ms. */
  readonly idleTimeoutMs: number;
};

/** About 30 s of patience: a router's restart, not an evening without network. */
const defaultRetry: RetryPolicy = {
  delaysMs: [1_000, 2_000, 4_000, 8_000, 15_000],
  idleTimeoutMs: 30_000,
};

export type DownloadedFile = { readonly kind: 'ok'; readonly bytes: number; readonly sha256: string };

/** For a server that tells no length of a file nobody knows the size of: more than any model, less than a disk. */
const unknownLengthLimitBytes = 4 * 1024 ** 3;

/** What is remembered of a partial file, so that it is never continued with another file's bytes. */
const partialStateSchema = z.object({ url: z.string(), validator: z.string().optional() });
type PartialState = z.output<typeof partialStateSchema>;

/** One attempt's end. `stopped` may be tried again from where it is, `restart` only from the first byte. */
type Attempt =
  | DownloadedFile
  | { readonly kind: 'failed'; readonly failure: DownloadFailure }
  | { readonly kind: 'stopped'; readonly gainedBytes: number; readonly failure: DownloadFailure }
  | { readonly kind: 'restart'; readonly failure: DownloadFailure };

/** Settles with the verified file or why there is none; rejects only with the signal's reason. */
export async function downloadFile(options: DownloadFileOptions): Promise<DownloadedFile | DownloadFailure> {
  const { path, signal, retry = defaultRetry } = options;
  let failedInARow = 0;
  let hasRestarted = false;
  for (;;) {
    const result = await attempt(options, retry);
    signal.throwIfAborted();
    if (result.kind === 'ok') return result;
    if (result.kind === 'failed') return result.failure;
    if (result.kind === 'restart') {
      await discard(path);
      if (hasRestarted) return result.failure;
      hasRestarted = true;
      continue;
    }
    failedInARow = result.gainedBytes > 0 ? 1 : failedInARow + 1;
    const delayMs = retry.delaysMs[failedInARow - 1];
    if (delayMs === undefined) return result.failure;
    await sleep(delayMs, signal);
  }
}

/** Removes a partial file and what was remembered of it. */
async function discard(path: string): Promise<void> {
  await Promise.all([rm(path, { force: true }), rm(statePath(path), { force: true })]);
}

async function attempt(options: DownloadFileOptions, retry: RetryPolicy): Promise<Attempt> {
  const { url, path, accept, signal } = options;
  const fetcher: Fetcher = options.fetch ?? fetch;
  const state = await readState(path);
  const partialBytes = state?.url === url ? await sizeOf(path) : 0;
  // Without a validator a changed file could be glued to an old half; only a known hash would notice.
  const resumeFrom = state?.validator !== undefined || accept.length > 0 ? partialBytes : 0;
  if (accept.some(({ bytes }) => bytes === resumeFrom)) return await judgeComplete(options, resumeFrom);

  const idle = new AbortController();
  const timer = setTimeout(() => idle.abort(), retry.idleTimeoutMs);
  const attemptSignal = AbortSignal.any([signal, idle.signal]);
  let gainedBytes = 0;
  try {
    const headers = new Headers({ 'accept-encoding': 'identity' });
    if (resumeFrom > 0) headers.set('range', `bytes=${resumeFrom}-`);
    if (resumeFrom > 0 && state?.validator !== undefined) headers.set('if-range', state.validator);
    const response = await fetcher(url, { headers, signal: attemptSignal, redirect: 'follow' });

    const refusal = judgeStatus(response.status, url);
    if (refusal) {
      await response.body?.cancel();
      return response.status === 416 ? { kind: 'restart', failure: refusal.failure } : refusal;
    }
    const start = response.status === 206 ? rangeStart(response) : 0;
    if (start !== 0 && start !== resumeFrom) return restart(`${url} answered with another range than asked`);
    const length = Number(response.headers.get('content-length') ?? Number.NaN);
    const totalBytes = Number.isFinite(length) ? start + length : accept[0]?.bytes;
    const limitBytes = longestAccepted(accept) ?? totalBytes ?? unknownLengthLimitBytes;

    const hash = createHash('sha256');
    if (start > 0) await hashPrefix(path, hash, start, attemptSignal);
    await writeFile(
      statePath(path),
      JSON.stringify({ url, validator: validatorOf(response) } satisfies PartialState),
    );
    const file = await open(path, start > 0 ? 'r+' : 'w');
    let receivedBytes = start;
    try {
      for await (const chunk of response.body ?? []) {
        timer.refresh();
        if (receivedBytes + chunk.byteLength > limitBytes) return tooLong(url, limitBytes);
        await writeAll(file, chunk, receivedBytes);
        hash.update(chunk);
        receivedBytes += chunk.byteLength;
        gainedBytes += chunk.byteLength;
        await options.onProgress(receivedBytes, totalBytes);
      }
    } finally {
      await file.close();
    }
    if (totalBytes !== undefined && Number.isFinite(length) && receivedBytes < totalBytes)
      return {
        kind: 'stopped',
        gainedBytes,
        failure: network(`${url}: connection ended after ${receivedBytes} bytes`),
      };
    return await judgeBytes(options, receivedBytes, hash.digest('hex'), start > 0);
  } catch (error) {
    if (isAborted(signal)) throw toError(signal.reason);
    const disk = diskProblem(error, path);
    if (disk) {
      // Room is what is missing: the half file must not keep it.
      await discard(path);
      return { kind: 'failed', failure: disk };
    }
    const reason = idle.signal.aborted ? `no data for ${retry.idleTimeoutMs / 1000} s` : causeOf(error);
    return { kind: 'stopped', gainedBytes, failure: network(`${url}: ${reason}`) };
  } finally {
    clearTimeout(timer);
  }
}

/** The whole file came in before, but a crash kept it from being verified. */
async function judgeComplete(options: DownloadFileOptions, bytes: number): Promise<Attempt> {
  const hash = createHash('sha256');
  await hashPrefix(options.path, hash, bytes, options.signal);
  return judgeBytes(options, bytes, hash.digest('hex'), true);
}

/** The size of the longest acceptable file, when every size is known. */
function longestAccepted(accept: readonly Digest[]): number | undefined {
  const sizes = accept.map(({ bytes }) => bytes ?? Number.NaN);
  return sizes.length > 0 && sizes.every((size) => Number.isFinite(size)) ? Math.max(...sizes) : undefined;
}

async function judgeBytes(
  { url, path, accept }: DownloadFileOptions,
  bytes: number,
  sha256: string,
  wasResumed: boolean,
): Promise<Attempt> {
  const matches = accept.some((digest) => digest.sha256 === sha256 && (digest.bytes ?? bytes) === bytes);
  if (matches || accept.length === 0) return { kind: 'ok', bytes, sha256 };
  const wanted = accept.map((digest) => digest.sha256).join(' or ');
  const reason = `${url} brought other bytes than the catalogue knows: sha256 ${sha256} (${bytes} bytes), wanted ${wanted}`;
  const failure: DownloadFailure = { kind: 'download-failed', cause: 'damaged', reason };
  await discard(path);
  // A continued half may be the damaged part: the file gets one chance from its first byte.
  return wasResumed ? { kind: 'restart', failure } : { kind: 'failed', failure };
}

const network = (reason: string): DownloadFailure => ({ kind: 'download-failed', cause: 'network', reason });

/** Once more from the first byte: the kept half may have been another file's. */
const tooLong = (url: string, limitBytes: number): Attempt => ({
  kind: 'restart',
  failure: {
    kind: 'download-failed',
    cause: 'damaged',
    reason: `${url} sends more than the ${limitBytes} bytes it may have`,
  },
});

const restart = (reason: string): Attempt => ({ kind: 'restart', failure: network(reason) });

/** What a status that brings no file means; undefined for one that does. */
function judgeStatus(
  status: number,
  url: string,
): Exclude<Attempt, DownloadedFile | { kind: 'restart' }> | undefined {
  if (status === 200 || status === 206) return undefined;
  const reason = `${url} answered ${status}`;
  if (status === 408 || status === 429 || status >= 500)
    return { kind: 'stopped', gainedBytes: 0, failure: network(reason) };
  return { kind: 'failed', failure: { kind: 'download-failed', cause: 'not-found', reason } };
}

/** A strong validator for `If-Range`; a weak ETag must not be used there (RFC 9110, 13.1.5). */
function validatorOf(response: Response): string | undefined {
  const etag = response.headers.get('etag');
  if (etag !== null && !etag.startsWith('W/')) return etag;
  return response.headers.get('last-modified') ?? undefined;
}

function rangeStart(response: Response): number {
  const match = /^bytes (\d+)-/u.exec(response.headers.get('content-range') ?? '');
  return match ? Number(match[1]) : Number.NaN;
}

async function hashPrefix(path: string, hash: Hash, lengthBytes: number, signal: AbortSignal): Promise<void> {
  for await (const chunk of createReadStream(path, { end: lengthBytes - 1, signal })) hash.update(chunk);
}

async function writeAll(file: FileHandle, chunk: Uint8Array, position: number): Promise<void> {
  let written = 0;
  while (written < chunk.byteLength) {
    const { bytesWritten } = await file.write(chunk, written, chunk.byteLength - written, position + written);
    written += bytesWritten;
  }
}

const statePath = (path: string): string => `${path}.state.json`;

async function readState(path: string): Promise<PartialState | undefined> {
  try {
    return partialStateSchema.parse(JSON.parse(await readFile(statePath(path), 'utf8')));
  } catch {
    // No state, or one a crash cut off: the file is fetched from its first byte.
    return undefined;
  }
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return 0;
    throw error;
  }
}

/** fetch hides the network's reason one level down. */
function causeOf(error: unknown): string {
  const outer = toError(error);
  return outer.cause instanceof Error ? `${outer.message} (${outer.cause.message})` : outer.message;
}
