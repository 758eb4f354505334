import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  downloadFile,
  type DownloadFileOptions,
} from '../../../../src/model-store/download/download-file.ts';
import { openFileServer, type FileServer } from '../../../support/file-server.ts';
import { tempDir } from '../../../support/temp-dir.ts';

const body = randomBytes(300_000);
const sha256 = createHash('sha256').update(body).digest('hex');
const accept = [{ bytes: body.length, sha256 }];
const retry = { delaysMs: [0, 0, 0], idleTimeoutMs: 5_000 };

/** Breaks the connection once so many bytes have arrived. */
const cutAt = (server: FileServer, bytes: number) => ({
  onProgress: async (receivedBytes: number) => {
    if (receivedBytes === bytes) server.cut();
  },
});

const noRetry = { retry: { delaysMs: [], idleTimeoutMs: 5_000 } };

const fetchTo = (path: string, url: string, options: Partial<DownloadFileOptions> = {}) =>
  downloadFile({
    url,
    path,
    accept,
    retry,
    signal: new AbortController().signal,
    onProgress: async () => undefined,
    ...options,
  });

describe('downloadFile', () => {
  it('writes the file and tells its size and hash', async () => {
    await using server = await openFileServer();
    await using dir = await tempDir();
    server.serve('/m', { body });
    const path = join(dir.path, 'm');
    expect(await fetchTo(path, `${server.origin}/m`)).toEqual({ kind: 'ok', bytes: body.length, sha256 });
    expect(body.equals(await readFile(path))).toBe(true);
  });

  it('goes on where a cut connection stopped', async () => {
    await using server = await openFileServer();
    await using dir = await tempDir();
    server.serve('/m', { body, stall: { afterBytes: 100_000, times: 1 } });
    const path = join(dir.path, 'm');
    expect(await fetchTo(path, `${server.origin}/m`, cutAt(server, 100_000))).toMatchObject({
      kind: 'ok',
      sha256,
    });
    const [first, second] = server.requests;
    expect(first?.range).toBeUndefined();
    expect(second?.range).toBe('bytes=100000-');
    expect(body.equals(await readFile(path))).toBe(true);
  });

  it('goes on with what an earlier run left behind', async () => {
    await using server = await openFileServer();
    await using dir = await tempDir();
    const path = join(dir.path, 'm');
    server.serve('/m', { body, stall: { afterBytes: 50_000, times: 1 } });
    const first = await fetchTo(path, `${server.origin}/m`, { ...noRetry, ...cutAt(server, 50_000) });
    expect(first).toMatchObject({ cause: 'network' });
    expect(await fetchTo(path, `${server.origin}/m`, noRetry)).toMatchObject({ kind: 'ok' });
    expect(server.requests[1]?.range).toBe('bytes=50000-');
  });

  it('asks for nothing again when an earlier run had every byte', async () => {
    await using server = await openFileServer();
    await using dir = await tempDir();
    const path = join(dir.path, 'm');
    server.serve('/m', { body });
    await fetchTo(path, `${server.origin}/m`);
    expect(await fetchTo(path, `${server.origin}/m`)).toMatchObject({ kind: 'ok', sha256 });
    expect(server.requests).toHaveLength(1);
  });

  it('starts again when the file changed on the server in between', async () => {
    await using server = await openFileServer();
    await using dir = await tempDir();
    const path = join(dir.path, 'm');
    server.serve('/m', { body: randomBytes(300_000), stall: { afterBytes: 50_000, times: 1 } });
    await fetchTo(path, `${server.origin}/m`, { ...noRetry, ...cutAt(server, 50_000) });
    server.serve('/m', { body });
    expect(await fetchTo(path, `${server.origin}/m`)).toMatchObject({ kind: 'ok', sha256 });
  });

  it('starts again when the kept half turns out to be wrong', async () => {
    await using server = await openFileServer();
    await using dir = await tempDir();
    const path = join(dir.path, 'm');
    server.serve('/m', { body, etag: false });
    await writeFile(path, randomBytes(1000));
    await writeFile(`${path}.state.json`, JSON.stringify({ url: `${server.origin}/m` }));
    expect(await fetchTo(path, `${server.origin}/m`)).toMatchObject({ kind: 'ok', sha256 });
    expect(server.requests.map(({ range }) => range)).toEqual(['bytes=1000-', undefined]);
  });

  it('takes a whole answer to a range request', async () => {
    await using server = await openFileServer();
    await using dir = await tempDir();
    server.serve('/m', { body, stall: { afterBytes: 1000, times: 1 }, noRanges: true });
    const path = join(dir.path, 'm');
    expect(await fetchTo(path, `${server.origin}/m`, cutAt(server, 1000))).toMatchObject({
      kind: 'ok',
      sha256,
    });
    expect(body.equals(await readFile(path))).toBe(true);
  });

  it('refuses bytes with another hash and keeps nothing of them', async () => {
    await using server = await openFileServer();
    await using dir = await tempDir();
    server.serve('/m', { body: randomBytes(300_000) });
    const path = join(dir.path, 'm');
    const result = await fetchTo(path, `${server.origin}/m`);
    expect(result).toMatchObject({ kind: 'download-failed', cause: 'damaged' });
    expect(existsSync(path)).toBe(false);
    expect(server.requests).toHaveLength(1);
  });

  it('accepts any of several known uploads', async () => {
    await using server = await openFileServer();
    await using dir = await tempDir();
    server.serve('/m', { body });
    const older = { bytes: 5, sha256: 'b'.repeat(64) };
    expect(
      await fetchTo(join(dir.path, 'm'), `${server.origin}/m`, { accept: [older, ...accept] }),
    ).toMatchObject({
      kind: 'ok',
    });
  });

  it('stops a server that sends more than the file can be', async () => {
    await using server = await openFileServer();
    await using dir = await tempDir();
    server.serve('/m', { body: Buffer.concat([body, body]) });
    const path = join(dir.path, 'm');
    const result = await fetchTo(path, `${server.origin}/m`);
    expect(result).toMatchObject({ kind: 'download-failed', cause: 'damaged' });
    expect(existsSync(path)).toBe(false);
  });

  it('gives up at once on a file that is not there', async () => {
    await using server = await openFileServer();
    await using dir = await tempDir();
    expect(await fetchTo(join(dir.path, 'm'), `${server.origin}/none`)).toEqual({
      kind: 'download-failed',
      cause: 'not-found',
      reason: `${server.origin}/none answered 404`,
    });
    expect(server.requests).toHaveLength(1);
  });

  it('tries again after a server error, as often as the policy says', async () => {
    await using server = await openFileServer();
    await using dir = await tempDir();
    server.serve('/m', { body, status: 503 });
    expect(await fetchTo(join(dir.path, 'm'), `${server.origin}/m`)).toMatchObject({ cause: 'network' });
    expect(server.requests).toHaveLength(1 + retry.delaysMs.length);
  });

  it('reports a refused connection as a network failure', async () => {
    await using dir = await tempDir();
    const server = await openFileServer();
    await server[Symbol.asyncDispose]();
    const result = await fetchTo(join(dir.path, 'm'), `${server.origin}/m`);
    expect(result).toMatchObject({
      kind: 'download-failed',
      cause: 'network',
      reason: expect.stringMatching(/ECONNREFUSED/u),
    });
  });

  it('says that the disk is full and frees what it wrote', async () => {
    await using server = await openFileServer();
    await using dir = await tempDir();
    server.serve('/m', { body });
    const path = join(dir.path, 'm');
    await symlink('/dev/full', path);
    const result = await fetchTo(path, `${server.origin}/m`);
    expect(result).toMatchObject({ cause: 'disk', reason: `the disk is full while writing ${path}` });
    expect(existsSync(path)).toBe(false);
  });

  it('gives up a server that falls silent', async () => {
    await using server = await openFileServer();
    await using dir = await tempDir();
    server.serve('/m', { body, stall: { afterBytes: 1000, times: 1 } });
    const result = await fetchTo(join(dir.path, 'm'), `${server.origin}/m`, {
      retry: { delaysMs: [], idleTimeoutMs: 50 },
    });
    expect(result).toMatchObject({ cause: 'network', reason: `${server.origin}/m: no data for 0.05 s` });
  });

  it('tells how far it is, up to the whole file', async () => {
    await using server = await openFileServer();
    await using dir = await tempDir();
    server.serve('/m', { body });
    const seen: (readonly [number, number | undefined])[] = [];
    await fetchTo(join(dir.path, 'm'), `${server.origin}/m`, {
      onProgress: async (received, total) => void seen.push([received, total]),
    });
    expect(seen.at(-1)).toEqual([body.length, body.length]);
    expect(seen.every(([received], index) => index === 0 || received > seen[index - 1]![0])).toBe(true);
  });

  it('ends with the reason of the signal', async () => {
    await using server = await openFileServer();
    await using dir = await tempDir();
    server.serve('/m', { body });
    const controller = new AbortController();
    const reason = new Error('stop');
    const download = fetchTo(join(dir.path, 'm'), `${server.origin}/m`, {
      signal: controller.signal,
      onProgress: async () => controller.abort(reason),
    });
    await expect(download).rejects.toBe(reason);
  });
});
