import { describe, expect, it } from 'vitest';
import {
  pullDefaults,
  type DefaultsEvent,
  type PullDefaultsOptions,
} from '../../../../src/model-store/download/pull-defaults.ts';
import { resolveModels } from '../../../../src/model-store/resolve-models.ts';
import { openFileServer } from '../../../support/file-server.ts';
import { tempDir } from '../../../support/temp-dir.ts';
import { serveTestCatalog, testCatalog } from '../../../support/test-catalog.ts';

const { signal } = new AbortController();
const ports = { retry: { delaysMs: [], idleTimeoutMs: 5_000 } };
const machine = { memoryBytes: 8e9, cpuCount: 4 };
const empty = { models: [], problems: [] };
const common = {
  machine,
  language: 'en',
  jobs: ['stt', 'tts', 'wake', 'vad'] as const,
  download: true,
  signal,
  ports,
};

async function run(options: Omit<PullDefaultsOptions, keyof typeof common> & Partial<PullDefaultsOptions>) {
  const events: DefaultsEvent[] = [];
  for await (const event of pullDefaults({ ...common, ...options })) events.push(event);
  return events.filter(({ kind }) => kind === 'installed' || kind === 'failed' || kind === 'not-installed');
}

describe('pullDefaults', () => {
  it('tells each job as soon as its model is there', async () => {
    await using server = await openFileServer();
    await using dir = await tempDir();
    const events = await run({ catalog: serveTestCatalog(server), inventory: empty, dir: dir.path });
    expect(events.map(({ kind, job }) => [kind, job])).toEqual([
      ['not-installed', 'stt'],
      ['installed', 'tts'],
      ['installed', 'vad'],
    ]);
  });

  it('fetches nothing for a job an installed model serves', async () => {
    await using server = await openFileServer();
    await using dir = await tempDir();
    const catalog = serveTestCatalog(server);
    await run({ catalog, inventory: empty, dir: dir.path });
    const inventory = await resolveModels({ dirs: [dir], catalog, signal });
    expect((await run({ catalog, inventory, dir: dir.path })).map(({ job }) => job)).toEqual(['stt']);
  });

  it('fetches a voice for a language that the installed voices do not speak', async () => {
    await using server = await openFileServer();
    await using dir = await tempDir();
    const catalog = serveTestCatalog(server);
    await run({ catalog, inventory: empty, dir: dir.path });
    const inventory = await resolveModels({ dirs: [dir], catalog, signal });
    const events = await run({ catalog, inventory, dir: dir.path, language: 'de' });
    expect(events).toContainEqual(expect.objectContaining({ kind: 'not-installed', job: 'tts' }));
  });

  it('fetches only what is wanted', async () => {
    await using server = await openFileServer();
    await using dir = await tempDir();
    const events = await run({
      catalog: serveTestCatalog(server),
      inventory: empty,
      dir: dir.path,
      jobs: ['vad'],
    });
    expect(events.map(({ job }) => job)).toEqual(['vad']);
  });

  it('asks nobody when downloading is forbidden, and prints the one command that helps', async () => {
    await using server = await openFileServer();
    await using dir = await tempDir();
    const events = await run({
      catalog: serveTestCatalog(server),
      inventory: empty,
      dir: dir.path,
      jobs: ['tts', 'vad'],
      download: false,
    });
    expect(events).toMatchObject([
      { kind: 'not-installed', job: 'tts', id: 'voice', fix: 'hearken models pull' },
      { kind: 'not-installed', job: 'vad', id: 'vad', fix: 'hearken models pull' },
    ]);
    expect(server.requests).toEqual([]);
  });

  it('says the same command for every job when there is no network', async () => {
    await using dir = await tempDir();
    const server = await openFileServer();
    await server[Symbol.asyncDispose]();
    const catalog = testCatalog(server.origin);
    const events = await run({ catalog, inventory: empty, dir: dir.path, jobs: ['tts', 'vad'] });
    expect(events).toMatchObject([
      { kind: 'failed', job: 'tts', cause: 'network', fix: 'hearken models pull' },
      { kind: 'failed', job: 'vad', cause: 'network', fix: 'hearken models pull' },
    ]);
  });
});
