import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogSchema } from '../../../src/model-store/catalog.ts';
import { modelDirectories, packageDirectory } from '../../../src/model-store/model-directories.ts';
import { resolveModels } from '../../../src/model-store/resolve-models.ts';
import { describeReal, modelsDir } from '../../support/real-models.ts';
import { tempDir } from '../../support/temp-dir.ts';

const { signal } = new AbortController();
const sha256 = 'a'.repeat(64);

const catalog = catalogSchema.parse({
  models: [
    {
      id: 'vad-one',
      engine: 'silero-vad',
      languages: [],
      files: { model: 'vad.onnx' },
      licence: 'MIT',
      attribution: { name: 'Someone', url: 'https://example.org' },
      description: 'A detector',
      commercialUse: 'yes',
      downloads: [{ url: 'https://example.org/vad.onnx', as: 'vad.onnx', accept: [{ bytes: 3, sha256 }] }],
    },
  ],
});

const indexed = {
  id: 'my-voice',
  engine: 'sherpa-vits',
  languages: ['en'],
  files: { model: 'voice/model.onnx', tokens: 'voice/tokens.txt', dataDir: 'espeak' },
  settings: { sampleRateHz: 22050 },
  licence: 'CC0-1.0',
  attribution: { name: 'Someone', url: 'https://example.org' },
};

async function put(root: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
}

const voiceFiles = {
  'hearken-models.json': JSON.stringify({ models: [indexed] }),
  'voice/model.onnx': 'weights',
  'voice/tokens.txt': 'a 1',
  'espeak/phondata': 'data',
};

const receipt = JSON.stringify({
  id: 'vad-one',
  urls: ['https://example.org/vad.onnx'],
  files: { 'vad.onnx': { bytes: 3, sha256 } },
});

describe('resolveModels', () => {
  it("finds the models of a directory's own index with absolute paths per role", async () => {
    await using dir = await tempDir();
    await put(dir.path, voiceFiles);
    const { models, problems } = await resolveModels({ dirs: [dir], catalog, signal });
    expect(problems).toEqual([]);
    expect(models).toEqual([
      {
        id: 'my-voice',
        engine: 'sherpa-vits',
        languages: ['en'],
        settings: { sampleRateHz: 22050 },
        licence: 'CC0-1.0',
        attribution: indexed.attribution,
        files: {
          model: join(dir.path, 'voice/model.onnx'),
          tokens: join(dir.path, 'voice/tokens.txt'),
          dataDir: join(dir.path, 'espeak'),
        },
        fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/u),
      },
    ]);
  });

  it('finds a pulled model by its receipt and describes it from the catalogue', async () => {
    await using dir = await tempDir();
    await put(dir.path, { 'vad-one/vad.onnx': 'abc', 'vad-one/hearken-receipt.json': receipt });
    const { models } = await resolveModels({ dirs: [dir], catalog, signal });
    expect(models.map(({ id, engine }) => [id, engine])).toEqual([['vad-one', 'silero-vad']]);
  });

  it('does not take files without a receipt for a finished download', async () => {
    await using dir = await tempDir();
    await put(dir.path, { 'vad-one/vad.onnx': 'abc' });
    expect(await resolveModels({ dirs: [dir], catalog, signal })).toEqual({ models: [], problems: [] });
  });

  it('changes the fingerprint when a file changes its size', async () => {
    await using dir = await tempDir();
    await put(dir.path, voiceFiles);
    const before = await resolveModels({ dirs: [dir], catalog, signal });
    await put(dir.path, { 'espeak/phondata': 'other data' });
    const after = await resolveModels({ dirs: [dir], catalog, signal });
    expect(after.models[0]?.fingerprint).not.toBe(before.models[0]?.fingerprint);
  });

  it('takes the first directory that has a model', async () => {
    await using first = await tempDir();
    await using second = await tempDir();
    await put(first.path, voiceFiles);
    await put(second.path, voiceFiles);
    const { models } = await resolveModels({ dirs: [second, first], catalog, signal });
    expect(models.map(({ files }) => files['tokens'])).toEqual([join(second.path, 'voice/tokens.txt')]);
  });

  it('forgives a damaged copy when a later directory has a good one', async () => {
    await using damaged = await tempDir();
    await using good = await tempDir();
    await put(damaged.path, { ...voiceFiles, 'voice/model.onnx': '' });
    await put(good.path, voiceFiles);
    const { models, problems } = await resolveModels({ dirs: [damaged, good], catalog, signal });
    expect(models.map(({ files }) => files['model'])).toEqual([join(good.path, 'voice/model.onnx')]);
    expect(problems).toEqual([]);
  });

  it.each([
    ['an empty file', { 'voice/model.onnx': '' }, 'file-damaged'],
    ['an index that is no JSON', { 'hearken-models.json': '{' }, 'index-invalid'],
    [
      'an index with an unknown engine',
      { 'hearken-models.json': JSON.stringify({ models: [{ ...indexed, engine: 'sherpa-vitz' }] }) },
      'index-invalid',
    ],
    [
      'an index that leaves its directory',
      {
        'hearken-models.json': JSON.stringify({
          models: [{ ...indexed, files: { ...indexed.files, model: '../model.onnx' } }],
        }),
      },
      'index-invalid',
    ],
    [
      'an index without a needed role',
      {
        'hearken-models.json': JSON.stringify({
          models: [{ ...indexed, files: { model: 'voice/model.onnx' } }],
        }),
      },
      'index-invalid',
    ],
    [
      'a missing file',
      {
        'hearken-models.json': JSON.stringify({
          models: [{ ...indexed, files: { ...indexed.files, tokens: 'none.txt' } }],
        }),
      },
      'file-missing',
    ],
  ])('reports %s as a problem with a fix instead of a model', async (_, files, kind) => {
    await using dir = await tempDir();
    await put(dir.path, { ...voiceFiles, ...files });
    const { models, problems } = await resolveModels({ dirs: [dir], catalog, signal });
    expect(models).toEqual([]);
    expect(problems.map((problem) => problem.kind)).toEqual([kind]);
    expect(problems[0]?.fix).not.toBe('');
  });

  it('names the command that repairs a pulled model whose file is too short', async () => {
    await using dir = await tempDir();
    await put(dir.path, { 'vad-one/vad.onnx': 'ab', 'vad-one/hearken-receipt.json': receipt });
    const { problems } = await resolveModels({ dirs: [dir], catalog, signal });
    expect(problems[0]).toMatchObject({
      id: 'vad-one',
      kind: 'file-damaged',
      fix: 'hearken models pull vad-one',
    });
  });

  it('finds nothing in a directory that does not exist', async () => {
    const dirs = [{ path: '/nonexistent/models' }];
    expect(await resolveModels({ dirs, catalog, signal })).toEqual({ models: [], problems: [] });
  });
});

describe('modelDirectories', () => {
  it('searches configured directories before the checkout and the cache last', () => {
    const dirs = modelDirectories({
      configured: ['/a', '/b'],
      cacheDir: '/cache',
      packageDir: '/nowhere/app',
    });
    expect(dirs.map(({ path }) => path)).toEqual(['/a', '/b', '/nowhere/app/models', '/cache']);
  });
});

describeReal('the shared models beside the checkout', ['models/SHA256SUMS'], () => {
  it('are all found through their index, with nothing to complain about', async () => {
    const dirs = modelDirectories({
      configured: [modelsDir],
      cacheDir: '/nonexistent',
      packageDir: packageDirectory,
    });
    const { models, problems } = await resolveModels({ dirs, catalog, signal });
    expect(problems).toEqual([]);
    expect(new Set(models.map(({ engine }) => engine))).toEqual(
      new Set([
        'sherpa-online-transducer',
        'sherpa-kws',
        'sherpa-vits',
        'openwakeword-features',
        'openwakeword',
        'silero-vad',
        'ten-vad',
        'gtcrn',
        'speaker-embedding-wav',
      ]),
    );
  });
});
