/** The container image itself, as `scripts/build-image.sh` made it. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  modelVolume,
  type RunningImage,
  runImageScript,
  startImage,
} from '../../src/bench/install/image-process.ts';
import { converse, describeServer, transcribe } from '../../src/client/voice-client.ts';
import { packageDirectory } from '../../src/model-store/model-directories.ts';
import { modelsDir } from '../support/real-models.ts';

const run = promisify(execFile);
const signal = AbortSignal.timeout(110_000);
const args = ['--models', '/mnt', '--no-download'];

/** What a command prints inside the image. */
const inside = async (...command: readonly string[]): Promise<string> =>
  (await run(runImageScript, ['--', ...command])).stdout;

describe('the image', () => {
  let models: Awaited<ReturnType<typeof modelVolume>>;
  let image: RunningImage;
  const start = () => startImage({ runner: ['--models', models.path], args, signal });
  beforeAll(async () => {
    models = await modelVolume([modelsDir]);
    image = await start();
  });
  afterAll(async () => {
    await image[Symbol.asyncDispose]();
    await models[Symbol.asyncDispose]();
  });

  it('offers all four services', async () => {
    const { asr, tts, wake, handle } = await describeServer(image.uri, { signal });
    expect([asr, tts, wake, handle].map(([program]) => program?.installed)).toEqual([true, true, true, true]);
  });

  it('hears, acts and answers', async () => {
    const answer = await converse(image.uri, 'turn on the kitchen light', { signal });
    expect(answer.isHandled).toBe(true);
  });

  it('tells whether it lives and works', async () => {
    const api = ['--env', `HEARKEN_API_PORT=${new URL(image.apiUrl).port}`];
    const { stdout } = await run(runImageScript, [...api, '--', 'health']);
    expect(stdout).toMatch(/^stt +ready/mu);
    await run(runImageScript, [...api, '--', 'health', '--live']);
    await expect(run(runImageScript, ['--env', 'HEARKEN_API_PORT=9', '--', 'health'])).rejects.toMatchObject({
      code: 1,
    });
  });

  it('speaks where its root is read-only and the temporary directory is nowhere', async () => {
    const runner = ['--models', models.path, '--env', 'TMPDIR=/nowhere'];
    const say = ['say', 'The light is on.', '--models', '/mnt', '--out', '-'];
    const { stdout } = await run(runImageScript, [...runner, '--', ...say]);
    expect(stdout.slice(0, 4)).toBe('RIFF');
  });

  it('lets a running turn finish when it is stopped, and ends with 0', async () => {
    const stopped = await start();
    const hearing = transcribe(stopped.uri, new Int16Array(24_000), { signal, realTime: true });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const { code, lines } = await stopped.stop();
    expect(await hearing).toMatchObject({ text: '' });
    expect({ code, last: lines.at(-1) }).toMatchObject({ code: 0 });
  });
});

describe('the volume of the image', () => {
  it('belongs to the program when root starts it, as the Supervisor does', async () => {
    const data = await mkdtemp(join(tmpdir(), 'hearken-root-'));
    try {
      await writeFile(join(data, 'options.json'), '{}', { mode: 0o600 });
      await run(runImageScript, ['--user', '0', '--data', data, '--', 'token', 'show']);
      const owners = await Promise.all(
        (await readdir(data)).map(async (file) => (await stat(join(data, file))).uid),
      );
      expect(new Set(owners)).toEqual(new Set([10_001]));
      expect((await readFile(join(data, 'token'), 'utf8')).trim()).toMatch(/^[\w-]{43}$/u);
    } finally {
      await rm(data, { recursive: true, force: true });
    }
  });
});

describe('the inside of the image', () => {
  it('is started by the command line of the program', async () => {
    expect(await inside('--version')).toMatch(/^\d+\.\d+\.\d+\n$/u);
    expect(await inside('models', '--help')).toContain('Usage: hearken models');
  });
});

/** Where `scripts/build-image.sh` unpacks the image when no engine keeps it. */
const root = join(packageDirectory, '.cache/image/root');

describe.runIf(existsSync(root))('the files of the image', () => {
  const modules = join(root, 'opt/hearken/node_modules');

  it('are 450 MB at most', async () => {
    const { stdout } = await run('du', ['-sk', root]);
    expect((Number(stdout.split('\t')[0]) * 1_024) / 1e6).toBeLessThanOrEqual(450);
  });

  it('hold native parts for this platform alone, and neither tools nor web runtimes', async () => {
    const packages = await readdir(modules);
    const unwanted = ['typescript', 'vitest', 'oxlint', 'knip', 'onnxruntime-web'];
    expect(unwanted.filter((name) => packages.includes(name))).toEqual([]);
    const files = await readdir(modules, { recursive: true });
    const native = files.filter((file) => /\.(?:node|so|dylib|dll)(?:\.\d+)*$/u.test(file));
    expect(native.length).toBeGreaterThan(4);
    const foreign = /darwin|win32|musl|\.dylib|\.dll/u;
    const other = process.arch === 'x64' ? /arm64/u : /x64/u;
    expect(native.filter((file) => foreign.test(file) || other.test(file))).toEqual([]);
    expect(files.filter((file) => /\.map$|\.d\.ts$/u.test(file))).toEqual([]);
  });
});
