import { once } from 'node:events';
import { createServer } from 'node:net';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/doctor/finding.ts';
import { judgePort } from '../../../src/doctor/ports.ts';
import { runDoctor, type DoctorOptions } from '../../../src/doctor/run-doctor.ts';
import { pullModels } from '../../../src/model-store/download/pull-models.ts';
import { resolveModels } from '../../../src/model-store/resolve-models.ts';
import { openFileServer } from '../../support/file-server.ts';
import { tempDir } from '../../support/temp-dir.ts';
import { serveTestCatalog, testCatalog, vadBody } from '../../support/test-catalog.ts';

const { signal } = new AbortController();

const complete = { isComplete: true, unseenCount: 0 };

const options: DoctorOptions = {
  machine: {
    nodeVersion: '20.20.0',
    platform: 'linux',
    arch: 'x64',
    cpuCount: 2,
    memoryBytes: 4e9,
    freeDiskBytes: 9e9,
  },
  dataDirectory: { path: '/data', problem: undefined },
  notices: [],
  diskUse: undefined,
  lookAtWorkers: async () => [],
  lookAtLanguageModels: async () => [],
  catalog: testCatalog('https://example.org'),
  inventory: { models: [], problems: [] },
  dirs: [],
  language: 'en',
  jobs: ['vad'],
  listeners: [],
  isOurs: async () => false,
  lookAtHome: async () => ({
    isDemo: false,
    status: 'connected',
    entityCount: 4,
    exposure: complete,
    satellites: [],
  }),
  discovery: { hosts: ['127.0.0.1'], zeroconf: 'on', homeUrl: '', isApp: false },
  endsSentences: false,
  budgetMs: 500,
  signal,
};

async function findings(changes: Partial<DoctorOptions>, topic: Finding['topic']) {
  const all: Finding[] = [];
  for await (const finding of runDoctor({ ...options, ...changes })) all.push(finding);
  return all.filter((finding) => finding.topic === topic);
}

describe('runDoctor', () => {
  it('tells a job without a model', async () => {
    expect(await findings({}, 'models')).toMatchObject([
      { verdict: 'problem', message: 'no vad model for "en" is installed', fix: 'hearken models pull' },
      { verdict: 'ok' },
    ]);
  });

  it('tells a damaged model and the command that repairs it', async () => {
    await using server = await openFileServer();
    await using dir = await tempDir();
    const catalog = serveTestCatalog(server);
    for await (const event of pullModels({ ids: ['vad'], catalog, dir: dir.path, signal }))
      expect(event.kind).not.toBe('failed');
    await writeFile(join(dir.path, 'vad', 'vad.onnx'), Buffer.alloc(vadBody.length));
    const dirs = [dir];
    const inventory = await resolveModels({ dirs, catalog, signal });
    expect((await findings({ inventory, dirs }, 'models'))[0]).toMatchObject({
      verdict: 'problem',
      message: expect.stringMatching(/^vad is damaged: vad\.onnx has sha256/u),
      fix: 'hearken models pull vad',
    });
  });

  it('measures when it may, and ends with a proposal', async () => {
    async function* measure() {
      yield { job: 'stt' as const, modelId: 'some', latencyMs: 20, realTimeFactor: 0.1 };
      yield { job: 'tts' as const, modelId: 'other', latencyMs: 60, realTimeFactor: 0.2 };
    }
    expect(await findings({ measure }, 'speed')).toHaveLength(2);
    expect((await findings({ measure }, 'proposal'))[0]?.message).toBe(
      'text and first sound take 80 of 500 ms',
    );
    expect(await findings({}, 'speed')).toEqual([]);
  });
});

describe('judgePort', () => {
  async function takenPort() {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    return { port, [Symbol.asyncDispose]: async () => void server.close() };
  }

  it('finds a free port free', async () => {
    const finding = await judgePort({ host: '127.0.0.1', port: 0, flag: '--port' }, async () => false);
    expect(finding.verdict).toBe('ok');
  });

  it('tells a port that another program holds', async () => {
    await using taken = await takenPort();
    const finding = await judgePort(
      { host: '127.0.0.1', port: taken.port, flag: '--port' },
      async () => false,
    );
    expect(finding).toMatchObject({
      verdict: 'problem',
      message: expect.stringMatching(/taken by another program/u),
      fix: expect.stringMatching(/--port/u),
    });
  });

  it('is content when a running Hearken holds it', async () => {
    await using taken = await takenPort();
    const finding = await judgePort(
      { host: '127.0.0.1', port: taken.port, flag: '--port' },
      async () => true,
    );
    expect(finding.verdict).toBe('ok');
  });

  it('tells an address this machine does not have', async () => {
    const finding = await judgePort({ host: '192.0.2.1', port: 0, flag: '--port' }, async () => false);
    expect(finding).toMatchObject({ verdict: 'problem', fix: expect.stringMatching(/--host/u) });
  });

  it('tells old names of settings, the room that is taken, and workers, each problem with its fix', async () => {
    const diskUse = { modelBytes: 5e8, replyBytes: 2e6, dataBytes: 2e9 };
    const lookAtWorkers = async () => [
      { kind: 'tts' as const, uri: 'tcp://10.0.0.2:10600', hasOther: false },
    ];
    const changes = { notices: ['"a" is called "b" now'], diskUse, lookAtWorkers };
    expect(await findings(changes, 'settings')).toMatchObject([
      { verdict: 'warning', fix: expect.stringMatching(/settings\.md/u) },
    ]);
    const [, use] = await findings(changes, 'disk');
    expect(use).toMatchObject({
      verdict: 'warning',
      message: expect.stringMatching(/models 500 MB/u),
      fix: expect.stringMatching(/retention_days/u),
    });
    expect(await findings(changes, 'workers')).toMatchObject([
      { verdict: 'problem', fix: expect.stringMatching(/serve --only tts/u) },
    ]);
  });

  it('tells a data directory that can not be written, and who has to own it', async () => {
    expect(await findings({}, 'data')).toMatchObject([{ verdict: 'ok' }]);
    const dataDirectory = { path: '/data', problem: '/data can not be written (--data): EACCES' };
    expect(await findings({ dataDirectory }, 'data')).toMatchObject([
      { verdict: 'problem', message: expect.stringMatching(/EACCES/u), fix: expect.stringMatching(/10001/u) },
    ]);
  });

  it('leaves out the home where this machine looks at none', async () => {
    const { lookAtHome: _, ...worker } = options;
    const all: Finding[] = [];
    for await (const finding of runDoctor(worker)) all.push(finding);
    expect(all.map(({ topic }) => topic)).not.toContain('home');
  });
});
