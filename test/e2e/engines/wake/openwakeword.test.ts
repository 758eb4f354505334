/** The wake engine with openWakeWord's own models and recordings of people. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readWavMono } from '../../../../src/audio/wav.ts';
import { createWakeEngine } from '../../../../src/engines/wake/create.ts';
import type { WakeEngine } from '../../../../src/engines/wake/engine.ts';
import { wakeOptions } from '../../../../src/engines/wake/options.ts';
import {
  installedFeatures,
  installedWakeWord,
  realWakeFiles,
} from '../../../support/engines/installed-wake.ts';
import { describeReal, evalDir } from '../../../support/real-models.ts';
import { audioOf, collect, noAbort } from '../../../support/streams.ts';
import { tempDir } from '../../../support/temp-dir.ts';

const signal = noAbort;
const settings = wakeOptions.parse({ words: [{ model: 'alexa' }, { model: 'hey_jarvis', name: 'butler' }] });

const recording = async (name: string): Promise<Int16Array> =>
  readWavMono(await readFile(join(evalDir, 'wake', name)));

const namesIn = async (
  engine: WakeEngine,
  samples: Int16Array,
  names?: readonly string[],
): Promise<string[]> => {
  const found = await collect(engine.listen(audioOf(samples), { signal, ...(names ? { names } : {}) }));
  return found.map(({ name }) => name);
};

const needed = [...realWakeFiles('alexa', 'hey_jarvis'), 'eval/wake/real-single', 'eval/wake/alexa'];

describeReal('the wake engine with openWakeWord models', needed, () => {
  let engine: WakeEngine;
  const models = [installedWakeWord('alexa'), installedWakeWord('hey_jarvis')];
  beforeAll(async () => {
    engine = await createWakeEngine({ features: installedFeatures(), models, settings });
  });
  afterAll(() => engine[Symbol.asyncDispose]());

  it.each([
    ['real-single/alexa_wow.wav', ['alexa']],
    ['real-single/hey-jarvis_wow.wav', ['butler']],
    ['real-single/hey-mycroft_wow.wav', []],
  ])('hears what is said in %s', async (file, names) => {
    expect(await namesIn(engine, await recording(file))).toEqual(names);
  });

  it('hears nothing that it was not asked for', async () => {
    expect(await namesIn(engine, await recording('real-single/alexa_wow.wav'), ['butler'])).toEqual([]);
  });

  it('tells when and how loud the word was', async () => {
    const clip = await recording('alexa/alexa_000.wav');
    const [first] = await collect(engine.listen(audioOf(clip), { signal }));
    expect(first).toMatchObject({ name: 'alexa', phrase: 'alexa' });
    expect(first?.score).toBeGreaterThanOrEqual(settings.threshold);
    expect(first?.atMs).toBeGreaterThan(500);
    expect(first?.atMs).toBeLessThan(clip.length / 16 + 400);
    expect(first?.energyDb).toBeGreaterThan(-50);
    expect(first?.energyDb).toBeLessThan(-3);
  });

  it('hears many streams at once, each its own words', async () => {
    const [alexa, jarvis] = [
      await recording('real-single/alexa_wow.wav'),
      await recording('real-single/hey-jarvis_wow.wav'),
    ];
    const found = await Promise.all(
      Array.from({ length: 10 }, (_, i) => namesIn(engine, i % 2 === 0 ? alexa : jarvis)),
    );
    expect(found).toEqual(Array.from({ length: 10 }, (_, i) => [i % 2 === 0 ? 'alexa' : 'butler']));
  });

  it('hears a word in whose middle the settings change', async () => {
    await using own = await createWakeEngine({ features: installedFeatures(), models, settings });
    const clip = await recording('real-single/alexa_wow.wav');
    async function* changing(): AsyncGenerator<Int16Array> {
      const middle = Math.floor(clip.length / 2);
      yield clip.subarray(0, middle);
      await own.useSettings({ ...settings, threshold: 0.6 }, { signal });
      yield clip.subarray(middle);
    }
    const found = await collect(own.listen(changing(), { signal }));
    expect(found.map(({ name }) => name)).toEqual(['alexa']);
  });

  it('tells the words in force after a change', async () => {
    await using own = await createWakeEngine({ features: installedFeatures(), models, settings });
    const words = await own.useSettings({ ...settings, words: [{ model: 'alexa' }] }, { signal });
    expect(words.map(({ name }) => name)).toEqual(['alexa']);
    expect(own.words).toEqual(words);
  });

  it.each([
    ['a truncated', (bytes: Uint8Array) => bytes.subarray(0, bytes.length - 20_000)],
    ['an empty', () => new Uint8Array()],
    [
      'a garbled',
      (bytes: Uint8Array) => bytes.map((byte, i) => (i < 2_000 && i % 7 === 0 ? byte ^ 0xff : byte)),
    ],
  ])('refuses %s model by its name', async (_, damage) => {
    await using dir = await tempDir();
    const path = join(dir.path, 'alexa.onnx');
    await writeFile(path, damage(await readFile(installedWakeWord('alexa').files['model'] ?? '')));
    const broken = { features: installedFeatures(), models: [installedWakeWord('alexa', path)] };
    const words = [{ model: 'alexa' }];
    await expect(createWakeEngine({ ...broken, settings: { ...settings, words } })).rejects.toMatchObject({
      code: 'MODEL_CORRUPT',
      message: expect.stringContaining('oww-alexa'),
    });
  });
});
