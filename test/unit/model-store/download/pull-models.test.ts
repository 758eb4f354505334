import { existsSync } from 'node:fs';
import { appendFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Catalog } from '../../../../src/model-store/catalog.ts';
import { checkModels } from '../../../../src/model-store/check-models.ts';
import {
  pullModels,
  type PullEvent,
  type PullModelsOptions,
} from '../../../../src/model-store/download/pull-models.ts';
import { resolveModels } from '../../../../src/model-store/resolve-models.ts';
import { openFileServer } from '../../../support/file-server.ts';
import { tempDir } from '../../../support/temp-dir.ts';
import { serveTestCatalog, sha256Of, testCatalog, vadBody } from '../../../support/test-catalog.ts';

const { signal } = new AbortController();
const retry = { delaysMs: [], idleTimeoutMs: 5_000 };
const lockTiming = { pollMs: 1, heartbeatMs: 1_000, staleMs: 60_000 };
const ports = { retry, lockTiming };

async function pull(options: Omit<PullModelsOptions, 'signal'>): Promise<readonly PullEvent[]> {
  const events: PullEvent[] = [];
  for await (const event of pullModels({ signal, ports, ...options })) events.push(event);
  return events;
}

const last = (events: readonly PullEvent[]) => events.at(-1);

const resolved = async (dir: string, catalog: Catalog) =>
  (await resolveModels({ dirs: [{ path: dir }], catalog, signal })).models;

describe('pullModels', () => {
  it('installs a plain file where the resolver finds it', async () => {
    await using server = await openFileServer();
    await using dir = await tempDir();
    const catalog = serveTestCatalog(server);
    expect(last(await pull({ ids: ['vad'], catalog, dir: dir.path }))).toEqual({
      kind: 'installed',
      id: 'vad',
      wasThere: false,
    });
    const [model] = await resolved(dir.path, catalog);
    expect(model?.files['model']).toBe(join(dir.path, 'vad', 'vad.onnx'));
    expect(sha256Of(await readFile(model!.files['model']!))).toBe(sha256Of(vadBody));
  });

  it('installs an archive with its directory of data', async () => {
    await using server = await openFileServer();
    await using dir = await tempDir();
    const catalog = serveTestCatalog(server);
    const kinds = (await pull({ ids: ['voice'], catalog, dir: dir.path })).map(({ kind }) => kind);
    expect(kinds).toEqual(['starting', 'downloading', 'unpacking', 'installed']);
    expect((await resolved(dir.path, catalog))[0]?.files['dataDir']).toBe(
      join(dir.path, 'voice', 'espeak-ng-data'),
    );
    expect(existsSync(join(dir.path, 'voice', 'test_wavs'))).toBe(false);
  });

  it('tells the licence before the first byte', async () => {
    await using server = await openFileServer();
    await using dir = await tempDir();
    const events = await pull({ ids: ['voice'], catalog: serveTestCatalog(server), dir: dir.path });
    expect(events[0]).toMatchObject({
      kind: 'starting',
      licence: 'MIT',
      licenceNote: expect.stringMatching(/another licence/u),
    });
  });

  it('leaves nothing but the model behind', async () => {
    await using server = await openFileServer();
    await using dir = await tempDir();
    await pull({ ids: ['vad', 'voice'], catalog: serveTestCatalog(server), dir: dir.path });
    expect(await readdir(join(dir.path, '.partial'))).toEqual([]);
    expect(await readdir(join(dir.path, '.locks'))).toEqual([]);
  });

  it('fetches nothing that is there and intact', async () => {
    await using server = await openFileServer();
    await using dir = await tempDir();
    const catalog = serveTestCatalog(server);
    await pull({ ids: ['vad'], catalog, dir: dir.path });
    expect(last(await pull({ ids: ['vad'], catalog, dir: dir.path }))).toMatchObject({ wasThere: true });
    expect(server.requests).toHaveLength(1);
  });

  it('repairs a model whose file was damaged', async () => {
    await using server = await openFileServer();
    await using dir = await tempDir();
    const catalog = serveTestCatalog(server);
    await pull({ ids: ['vad'], catalog, dir: dir.path });
    await writeFile(join(dir.path, 'vad', 'vad.onnx'), Buffer.alloc(vadBody.length));
    expect(last(await pull({ ids: ['vad'], catalog, dir: dir.path }))).toMatchObject({ wasThere: false });
    expect(sha256Of(await readFile(join(dir.path, 'vad', 'vad.onnx')))).toBe(sha256Of(vadBody));
  });

  it('lets one of two downloads at once do the work and both find the model', async () => {
    await using server = await openFileServer();
    await using dir = await tempDir();
    const catalog = serveTestCatalog(server);
    const both = await Promise.all([0, 1].map(() => pull({ ids: ['voice'], catalog, dir: dir.path })));
    expect(both.map(last).map((event) => event?.kind)).toEqual(['installed', 'installed']);
    expect(server.requests).toHaveLength(1);
  });

  it('fetches from the mirror under the host of the address', async () => {
    await using server = await openFileServer();
    await using dir = await tempDir();
    server.serve('/copies/example.org/vad.onnx', { body: vadBody });
    const catalog = testCatalog('https://example.org');
    const mirror = `${server.origin}/copies/`;
    expect(last(await pull({ ids: ['vad'], catalog, dir: dir.path, mirror }))).toMatchObject({
      kind: 'installed',
    });
  });

  it('says to look at the mirror when it brings other bytes', async () => {
    await using server = await openFileServer();
    await using dir = await tempDir();
    server.serve('/example.org/vad.onnx', { body: Buffer.alloc(200_000, 'bad') });
    const catalog = testCatalog('https://example.org');
    const failed = last(await pull({ ids: ['vad'], catalog, dir: dir.path, mirror: server.origin }));
    expect(failed).toMatchObject({
      cause: 'damaged',
      fix: `correct what lies on the mirror ${server.origin}, or leave the mirror out, then hearken models pull vad`,
    });
  });

  it('pins a file without a known hash and refuses other bytes later', async () => {
    await using server = await openFileServer();
    await using dir = await tempDir();
    const catalog = serveTestCatalog(server);
    await pull({ ids: ['unhashed'], catalog, dir: dir.path });
    await rm(join(dir.path, 'unhashed'), { recursive: true });
    server.serve('/gtcrn.onnx', { body: Buffer.from('swapped!') });
    expect(last(await pull({ ids: ['unhashed'], catalog, dir: dir.path }))).toMatchObject({
      kind: 'failed',
      cause: 'damaged',
    });
  });

  it('says how to get a model that failed and goes on with the next', async () => {
    await using server = await openFileServer();
    await using dir = await tempDir();
    const catalog = serveTestCatalog(server);
    server.serve('/vad.onnx', { body: vadBody, status: 404 });
    const events = await pull({ ids: ['vad', 'voice'], catalog, dir: dir.path });
    expect(events.filter(({ kind }) => kind === 'failed' || kind === 'installed')).toEqual([
      {
        kind: 'failed',
        id: 'vad',
        cause: 'not-found',
        reason: `${server.origin}/vad.onnx answered 404`,
        fix: 'update Hearken, or name a copy of the files with --model-mirror, then hearken models pull vad',
      },
      { kind: 'installed', id: 'voice', wasThere: false },
    ]);
    expect(existsSync(join(dir.path, 'vad'))).toBe(false);
  });

  it('does not try every model when there is no network', async () => {
    await using dir = await tempDir();
    const server = await openFileServer();
    await server[Symbol.asyncDispose]();
    const events = await pull({ ids: ['vad', 'voice'], catalog: testCatalog(server.origin), dir: dir.path });
    expect(events.map(({ kind, id }) => [kind, id])).toEqual([
      ['starting', 'vad'],
      ['failed', 'vad'],
      ['failed', 'voice'],
    ]);
  });

  it('asks for nothing when the disk has no room', async () => {
    await using server = await openFileServer();
    await using dir = await tempDir();
    const catalog = serveTestCatalog(server);
    const events = await pull({
      ids: ['vad'],
      catalog,
      dir: dir.path,
      ports: { ...ports, freeBytes: async () => 1_000_000 },
    });
    expect(last(events)).toMatchObject({
      cause: 'disk',
      reason: expect.stringMatching(/needs 100 MB on the disk of .*, 1 MB are free/u),
    });
    expect(server.requests).toEqual([]);
  });

  it('names the nearest id for an unknown one', async () => {
    await using dir = await tempDir();
    const events = await pull({ ids: ['voise'], catalog: testCatalog('https://example.org'), dir: dir.path });
    expect(last(events)).toMatchObject({
      cause: 'unknown-id',
      reason: expect.stringMatching(/did you mean "voice"\?/u),
    });
  });

  it('stops the download when nobody listens any more', async () => {
    await using server = await openFileServer();
    await using dir = await tempDir();
    const catalog = serveTestCatalog(server);
    server.serve('/vad.onnx', { body: vadBody, stall: { afterBytes: 1000, times: 1 } });
    for await (const event of pullModels({ ids: ['vad'], catalog, dir: dir.path, signal, ports }))
      if (event.kind === 'downloading') break;
    expect(existsSync(join(dir.path, 'vad'))).toBe(false);
    expect(await readdir(join(dir.path, '.locks'))).toEqual([]);
  });
});

describe('checkModels', () => {
  async function check(dir: string, catalog: Catalog) {
    const dirs = [{ path: dir }];
    const inventory = await resolveModels({ dirs, catalog, signal });
    const checks = [];
    for await (const result of checkModels({ inventory, dirs, signal })) checks.push(result);
    return checks;
  }

  it('finds an untouched model all right', async () => {
    await using server = await openFileServer();
    await using dir = await tempDir();
    const catalog = serveTestCatalog(server);
    await pull({ ids: ['voice'], catalog, dir: dir.path });
    expect(await check(dir.path, catalog)).toMatchObject([
      { id: 'voice', verdict: 'ok', checkedFiles: 4, faults: [] },
    ]);
  });

  it('finds a flipped byte and a file that does not belong there', async () => {
    await using server = await openFileServer();
    await using dir = await tempDir();
    const catalog = serveTestCatalog(server);
    await pull({ ids: ['vad'], catalog, dir: dir.path });
    await writeFile(join(dir.path, 'vad', 'vad.onnx'), Buffer.alloc(vadBody.length));
    await writeFile(join(dir.path, 'vad', 'stranger'), '');
    const [result] = await check(dir.path, catalog);
    expect(result).toMatchObject({ verdict: 'damaged', fix: 'hearken models pull vad' });
    expect(result?.faults).toEqual([
      expect.stringContaining('vad.onnx has sha256'),
      'stranger does not belong there',
    ]);
  });

  it('finds a model that is too long to be loaded', async () => {
    await using server = await openFileServer();
    await using dir = await tempDir();
    const catalog = serveTestCatalog(server);
    await pull({ ids: ['vad'], catalog, dir: dir.path });
    await appendFile(join(dir.path, 'vad', 'vad.onnx'), 'more');
    expect(await check(dir.path, catalog)).toMatchObject([{ id: 'vad', verdict: 'damaged' }]);
  });
});
