import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InstalledModel } from '../../../../src/core/installed-model.ts';
import { createTtsEngine } from '../../../../src/engines/tts/create.ts';
import { ttsOptions } from '../../../../src/engines/tts/options.ts';
import { writeTinyKokoro } from '../../../support/engines/tiny-kokoro.ts';
import { tempDir } from '../../../support/temp-dir.ts';
import { itConformsToTts } from '../../../support/engines/tts-conformance.ts';

const never = new AbortController().signal;
const open = async (model: InstalledModel) =>
  createTtsEngine({ models: [model], options: ttsOptions.parse({}) }, { signal: never });

describe('Kokoro through kokoro-js, with a generated model of the same inputs and outputs', () => {
  let dir: string;
  let model: InstalledModel;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'hearken-kokoro-'));
    model = await writeTinyKokoro(dir);
  });
  afterAll(() => rm(dir, { recursive: true, force: true }));

  describe('as an engine', () => itConformsToTts(() => open(model)));

  it('offers the voices of the package with their accents', async () => {
    await using engine = await open(model);
    expect(engine.voices[0]?.name).toBe('tiny-kokoro-af_heart');
    const voices = new Map(engine.voices.map((voice) => [voice.name, voice]));
    expect(voices.get('tiny-kokoro-af_heart')).toMatchObject({
      languages: ['en-US'],
      description: 'Heart (American English, female)',
      rateHz: 24_000,
    });
    expect(voices.get('tiny-kokoro-bm_george')?.languages).toEqual(['en-GB']);
    expect([...voices.keys()].some((name) => name.includes('zf_'))).toBe(false);
  });

  it.each([
    ['truncated', async (path: string) => truncate(path, 300)],
    ['empty', async (path: string) => truncate(path, 0)],
    ['no model at all', async (path: string) => writeFile(path, 'hello')],
  ])('says which model is damaged when its file is %s', async (_, damage) => {
    await using broken = await tempDir();
    const damaged = await writeTinyKokoro(join(broken.path, 'model'));
    await damage(damaged.files['model'] ?? '');
    await expect(open(damaged)).rejects.toMatchObject({
      code: 'MODEL_CORRUPT',
      message: expect.stringContaining('tiny-kokoro'),
    });
  });

  it('says so when the tokenizer can not be read', async () => {
    await using broken = await tempDir();
    const damaged = await writeTinyKokoro(join(broken.path, 'model'));
    await writeFile(damaged.files['tokenizer'] ?? '', '{');
    await expect(open(damaged)).rejects.toMatchObject({ code: 'MODEL_CORRUPT' });
  });
});
