/** The doctor of a machine whose engines run on others: real workers, and one that is not there. */
import { mkdtempSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDiskUse } from '../../src/app/data/disk-use.ts';
import { lookAtWorkers } from '../../src/app/doctor/look-at-workers.ts';
import { loadConfig } from '../../src/config/load.ts';
import { startHearken } from '../support/hearken-server.ts';
import { runCli } from '../support/hearken-cli.ts';
import { describeReal, modelsDir } from '../support/real-models.ts';

const { signal } = new AbortController();

describeReal('hearken doctor beside a worker', ['models'], () => {
  it('says what it serves, how far it is, and which of its places is not there', async () => {
    await using worker = await startHearken({ args: ['--only', 'stt'] });
    const gone = 'tcp://127.0.0.1:9';
    const engines = ['--stt-engines', `${gone},${worker.uri}`, '--tts-engines', worker.uri];
    const args = ['doctor', '--no-measure', '--port', '0', '--api-port', '0', '--models', modelsDir];
    const { stdout } = await runCli([...args, ...engines]);
    const lines = stdout.toString().split('\n');
    const about = (text: string) => lines.filter((line) => line.includes(text));
    expect(about('workers: ')).toHaveLength(3);
    expect(about(gone)[0]).toMatch(/^warning .*does not answer.*another place serves meanwhile/);
    expect(about(`${worker.uri} serves speech-to-text`)[0]).toMatch(/^ok .*\), [\d.]+ ms away$/);
    expect(about(`${worker.uri} answers and has no text-to-speech`)[0]).toMatch(/^PROBLEM/);
    // What others do needs no model here.
    expect(about('no stt model')).toEqual([]);
  });
});

describe('lookAtWorkers', () => {
  it('asks for what is served alone', async () => {
    const env = { HEARKEN_STT_ENGINES: 'tcp://127.0.0.1:9', HEARKEN_ONLY: 'tts' };
    expect(await lookAtWorkers(loadConfig({ env }), { signal })).toEqual([]);
  });
});

describe('readDiskUse', () => {
  it('tells models, replies and the rest apart, also where the cache lies in the data directory', async () => {
    const data = mkdtempSync(join(tmpdir(), 'hearken-disk-'));
    await mkdir(join(data, 'cache/models/voice/deep'), { recursive: true });
    await mkdir(join(data, 'cache/replies'), { recursive: true });
    await writeFile(join(data, 'cache/models/voice/deep/a.onnx'), new Uint8Array(300));
    await writeFile(join(data, 'cache/replies/b.pcm'), new Uint8Array(20));
    await writeFile(join(data, 'hearken.db'), new Uint8Array(1));
    const use = await readDiskUse(loadConfig({ env: { HEARKEN_DATA: data } }));
    expect(use).toMatchObject({ modelBytes: 300, replyBytes: 20, dataBytes: 1 });
    expect(use.freeBytes).toBeGreaterThan(0);
  });

  it('finds nothing before the first download', async () => {
    const data = mkdtempSync(join(tmpdir(), 'hearken-disk-'));
    expect(await readDiskUse(loadConfig({ env: { HEARKEN_DATA: data } }))).toMatchObject({ modelBytes: 0 });
  });
});
