import { describe, expect, it } from 'vitest';
import type { InstalledModel } from '../../../../../src/core/installed-model.ts';
import { frameSamples } from '../../../../../src/engines/wake/backend.ts';
import type { WakeBackend } from '../../../../../src/engines/wake/backend.ts';
import { createOpenWakeWordBackend } from '../../../../../src/engines/wake/openwakeword/backend.ts';
import { tempDir } from '../../../../support/temp-dir.ts';
import {
  installTiny,
  tinyClassifier,
  tinyEmbedding,
  tinyFeatures,
  tinyMelspectrogram,
} from '../../../../support/engines/tiny-wake-models.ts';
import { tunedWord } from '../../../../support/engines/wake-backend.ts';

type Files = Readonly<Record<string, Uint8Array>>;

async function backendOf(
  words: Readonly<Record<string, Uint8Array>>,
  { gate = false, features = tinyFeatures() }: { gate?: boolean; features?: Files } = {},
): Promise<WakeBackend> {
  await using dir = await tempDir();
  const models: { word: ReturnType<typeof tunedWord>; model: InstalledModel }[] = [];
  for (const [name, model] of Object.entries(words))
    models.push({ word: tunedWord(name), model: await installTiny(dir.path, name, { model }) });
  return await createOpenWakeWordBackend({
    features: await installTiny(dir.path, 'features', features),
    words: models,
    gate,
  });
}

/** A frame of a tone; frames with another seed sound differently. */
const tone = (peak: number, seed: number): Int16Array =>
  Int16Array.from({ length: frameSamples }, (_, i) => Math.round(peak * Math.sin(i * (0.2 + seed * 0.01))));

/** Scores of every frame, as `name` → score; nothing for a skipped frame. */
async function scoresOf(backend: WakeBackend, frames: readonly Int16Array[], names?: readonly string[]) {
  const stream = backend.open(new Set(names ?? backend.words.map(({ name }) => name)));
  const scores: Record<string, number>[] = [];
  for (const frame of frames)
    scores.push(Object.fromEntries((await stream.accept(frame)).map(({ name, score }) => [name, score])));
  stream.close();
  return scores;
}

describe('createOpenWakeWordBackend', () => {
  it('scores every word of a stream, also those of other window lengths', async () => {
    const one = tinyClassifier();
    const two = tinyClassifier({ windowLength: 28, seed: 9 });
    const frames = Array.from({ length: 40 }, (_, i) => tone(2_000, i));
    const together = await scoresOf(await backendOf({ one, two }), frames);
    const alone = await scoresOf(await backendOf({ one }), frames);
    expect(Object.keys(together[0] ?? {})).toEqual(['one', 'two']);
    expect(together.at(-1)?.['one']).toBeCloseTo(alone.at(-1)?.['one'] ?? Number.NaN, 5);
    expect(together.at(-1)?.['two']).not.toBeCloseTo(together.at(-1)?.['one'] ?? Number.NaN, 3);
  });

  it('computes only the words that are listened for', async () => {
    const backend = await backendOf({ one: tinyClassifier(), two: tinyClassifier({ seed: 9 }) });
    expect(await scoresOf(backend, [tone(500, 1)], ['two'])).toEqual([{ two: expect.any(Number) }]);
  });

  it('hears streams apart that run at the same time', async () => {
    const backend = await backendOf({ one: tinyClassifier() });
    const [loud, soft] = [3_000, 50].map((peak) => Array.from({ length: 30 }, (_, i) => tone(peak, i)));
    const both = await Promise.all([scoresOf(backend, loud ?? []), scoresOf(backend, soft ?? [])]);
    expect(both).toEqual([await scoresOf(backend, loud ?? []), await scoresOf(backend, soft ?? [])]);
  });

  it.each([5, 80])('scores as if it had listened all the time after %i skipped frames', async (quiet) => {
    const frames = [
      ...Array.from({ length: 60 }, (_, i) => tone(20 + (i % 2), i)),
      ...Array.from({ length: 12 }, (_, i) => tone(4_000, i)),
      ...Array.from({ length: 10 + quiet }, (_, i) => tone(20 + (i % 3), i)),
      ...Array.from({ length: 12 }, (_, i) => tone(5_000, i)),
    ];
    const words = { one: tinyClassifier(), two: tinyClassifier({ windowLength: 28, seed: 9 }) };
    const gated = await scoresOf(await backendOf(words, { gate: true }), frames);
    const free = await scoresOf(await backendOf(words), frames);
    const heard = gated.flatMap((scores, index) => ('one' in scores ? [index] : []));
    expect(heard.length).toBeLessThan(frames.length - quiet);
    expect(heard.map((index) => gated[index])).toEqual(heard.map((index) => free[index]));
    expect(heard).toEqual(expect.arrayContaining([...frames.keys()].slice(-12)));
  });
});

describe('createOpenWakeWordBackend with bad models', () => {
  const good = tinyClassifier();
  const flipped = good.map((byte, index) => (index % 5 === 0 ? byte ^ 0x55 : byte));

  it.each<[what: string, model: Uint8Array]>([
    ['an empty file', new Uint8Array()],
    ['a truncated file', good.subarray(0, good.length / 2)],
    ['flipped bytes', flipped],
    ['text', new TextEncoder().encode('<html>Not found</html>')],
    ['windows of another kind of embedding', tinyClassifier({ size: 64 })],
    ['a window beyond any phrase', tinyClassifier({ windowLength: 1_000 })],
    ['another kind of model', tinyEmbedding()],
    ['scores that are none', tinyClassifier({ squash: 'Log' })],
  ])('refuses a word of %s by its name', async (_, model) => {
    await expect(backendOf({ good, boss: model })).rejects.toMatchObject({
      code: 'MODEL_CORRUPT',
      message: expect.stringContaining('boss'),
    });
  });

  it.each<[what: string, files: Files]>([
    ['an empty embedding', { ...tinyFeatures(), embedding: new Uint8Array() }],
    ['a truncated spectrogram', { ...tinyFeatures(), melspectrogram: tinyMelspectrogram().subarray(0, 100) }],
    ['swapped files', { melspectrogram: tinyEmbedding(), embedding: tinyMelspectrogram() }],
  ])('refuses features with %s by their name', async (_, features) => {
    await expect(backendOf({ good }, { features })).rejects.toMatchObject({
      code: 'MODEL_CORRUPT',
      message: expect.stringContaining('features'),
    });
  });

  it('says of a missing file that the model is not installed', async () => {
    await expect(backendOf({ good }, { features: { embedding: tinyEmbedding() } })).rejects.toMatchObject({
      code: 'MODEL_NOT_INSTALLED',
    });
  });
});
