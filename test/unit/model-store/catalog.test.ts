import { beforeAll, describe, expect, it } from 'vitest';
import { catalogSchema, downloadBytes, loadCatalog, type Catalog } from '../../../src/model-store/catalog.ts';
import { defaultModels } from '../../../src/model-store/default-models.ts';
import { modelEngines } from '../../../src/model-store/engine-names.ts';

const megabyte = 1_000_000;
const desktop = { memoryBytes: 8 * 1024 ** 3, cpuCount: 4 };
const small = { memoryBytes: 1024 ** 3, cpuCount: 1 };

let catalog: Catalog;
beforeAll(async () => {
  catalog = await loadCatalog();
});

const byId = (id: string) => catalog.models.find((entry) => entry.id === id)!;

describe('the catalogue that ships', () => {
  it('offers speech recognition, voices, wake phrases and voice activity', () => {
    const jobs = new Set(catalog.models.map(({ engine }) => modelEngines[engine].job));
    expect(jobs).toEqual(new Set(['stt', 'tts', 'wake', 'vad', 'denoise', 'speaker']));
  });

  it('knows a hash for every download', () => {
    const unknown = catalog.models.filter(({ downloads }) =>
      downloads.some(({ accept }) => accept.length === 0),
    );
    expect(unknown.map(({ id }) => id)).toEqual([]);
  });

  it('accepts both uploads of an archive that was replaced upstream', () => {
    expect(byId('kokoro-multi-lang-v1_0').downloads[0]?.accept).toHaveLength(2);
  });

  it("marks openWakeWord's own words as non-commercial", () => {
    const words = catalog.models.filter(({ id }) => id.startsWith('oww-'));
    expect(words).not.toHaveLength(0);
    expect(new Set(words.map(({ commercialUse }) => commercialUse))).toEqual(new Set(['no']));
  });

  it.each(['en', 'de', 'fr', 'es', 'nl', 'it'])('has voices for %s', (language) => {
    const voices = catalog.models.filter(
      ({ engine, languages }) =>
        engine === 'sherpa-vits' && languages.some((tag) => tag.startsWith(language)),
    );
    expect(voices.length).toBeGreaterThan(0);
  });
});

describe('the default set', () => {
  const languages = [
    'en',
    'en-GB',
    'de',
    'fr',
    'es',
    'es-MX',
    'it',
    'nl',
    'nl-BE',
    'pt',
    'pl',
    'ru',
    'zh',
    'sv',
    'nb',
  ];
  const cases = languages.flatMap((language) => [
    [language, 'a desktop', desktop] as const,
    [language, 'a small machine', small] as const,
  ]);

  it.each(cases)('for %s on %s is at most 250 MB to fetch', (language, _, machine) => {
    const sizes = defaultModels(catalog, language, machine).models.map(
      ({ id }) => downloadBytes(byId(id)) ?? NaN,
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(250 * megabyte);
  });

  it.each(languages)('for %s has nothing non-commercial and nothing that can not be run', (language) => {
    for (const { id } of defaultModels(catalog, language, desktop).models) {
      expect(byId(id).commercialUse).not.toBe('no');
      expect(modelEngines[byId(id).engine].runnable).toBe(true);
    }
  });

  it('has recognition, a voice, wake phrases and voice activity for English', () => {
    expect(defaultModels(catalog, 'en', desktop).models).toEqual([
      { id: 'sherpa-onnx-streaming-zipformer-en-2023-06-26', job: 'stt' },
      { id: 'vits-piper-en_US-kristin-medium-int8', job: 'tts' },
      { id: 'sherpa-onnx-kws-zipformer-gigaspeech-3.3M-2024-01-01', job: 'wake' },
      { id: 'silero-vad', job: 'vad' },
    ]);
  });

  it('takes the smaller recogniser on a small machine', () => {
    expect(defaultModels(catalog, 'en', small).models[0]?.id).toBe(
      'sherpa-onnx-streaming-zipformer-en-20M-2023-02-17',
    );
  });

  it('follows the region where there is a voice for it', () => {
    const { models } = defaultModels(catalog, 'en_GB', desktop);
    expect(models.find(({ job }) => job === 'tts')?.id).toBe('vits-piper-en_GB-cori-medium-int8');
  });

  it('says what it has nothing for', () => {
    const { models, gaps } = defaultModels(catalog, 'nl', desktop);
    expect(models.map(({ job }) => job)).not.toContain('stt');
    expect(gaps.map(({ job }) => job)).toEqual(['stt']);
  });
});

describe('catalogSchema', () => {
  const entry = {
    id: 'a',
    engine: 'silero-vad',
    languages: [],
    files: { model: 'vad.onnx' },
    licence: 'MIT',
    attribution: { name: 'A', url: 'https://example.org' },
    description: 'd',
    commercialUse: 'yes',
    downloads: [{ url: 'https://example.org/vad.onnx', as: 'vad.onnx', accept: [] }],
  };

  it.each([
    ['an id twice', [entry, entry]],
    ['a path that leaves the directory', [{ ...entry, downloads: [{ ...entry.downloads[0], as: '../x' }] }]],
    ['a role no download brings', [{ ...entry, files: { model: 'other.onnx' } }]],
    ['an unknown key', [{ ...entry, sha: 'x' }]],
    [
      'a hash that is none',
      [{ ...entry, downloads: [{ ...entry.downloads[0], accept: [{ sha256: 'abc' }] }] }],
    ],
    [
      'another scheme than http',
      [{ ...entry, downloads: [{ ...entry.downloads[0], url: 'ftp://example.org/x' }] }],
    ],
  ])('refuses %s', (_, models) => {
    expect(catalogSchema.safeParse({ models: [entry] }).success).toBe(true);
    expect(catalogSchema.safeParse({ models }).success).toBe(false);
  });

  it('refuses a default that is not in the catalogue', () => {
    const defaults = { every: ['b'], stt: {}, sttSmallMachine: {}, tts: {} };
    expect(catalogSchema.safeParse({ defaults, models: [entry] }).success).toBe(false);
  });
});
