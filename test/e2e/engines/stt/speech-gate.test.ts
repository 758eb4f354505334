/** Nothing is heard where nobody spoke, and nobody who spoke is unheard. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listRecordings, readRecording } from '../../../../src/bench/recordings.ts';
import { commandPhrases } from '../../../../src/engines/stt/command-phrases.ts';
import type { SttEngine } from '../../../../src/engines/stt/engine.ts';
import { demoNames } from '../../../../src/home/demo/house.ts';
import { hear, openRealStt, realSttFiles } from '../../../support/engines/installed-stt.ts';
import { describeReal, evalDir } from '../../../support/real-models.ts';
import { noAbort } from '../../../support/streams.ts';

/** White noise of one loudness, the same for the same seed. */
function whiteNoise(seconds: number, dbfs: number, seed: number): Int16Array {
  let state = seed;
  const amplitude = 32_768 * 10 ** (dbfs / 20) * Math.sqrt(3);
  return Int16Array.from({ length: seconds * 16_000 }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.round((state / 2 ** 31 - 1) * amplitude);
  });
}

describeReal('the speech gate', [...realSttFiles, 'eval/manifest.jsonl'], () => {
  let engine: SttEngine;
  beforeAll(async () => {
    engine = await openRealStt();
    await engine.useHints({ names: demoNames, terms: commandPhrases('en') }, { signal: noAbort });
  }, 60_000);
  afterAll(() => engine[Symbol.asyncDispose]());

  /** Path → text, of recordings that begin with the prefixes; `cut` samples are missing at their start. */
  async function heardIn(prefixes: readonly string[], cut = 0): Promise<Record<string, string>> {
    const heard: Record<string, string> = {};
    for (const recording of await listRecordings(evalDir, prefixes))
      if (recording.oov !== true)
        heard[recording.file] = await hear(engine, (await readRecording(evalDir, recording)).subarray(cut));
    return heard;
  }

  it.each([1, 5, 30])('hears nothing in %i s of digital silence', async (seconds) => {
    expect(await hear(engine, new Int16Array(seconds * 16_000))).toBe('');
  });

  it.each([-50, -40, -30, -20])('hears nothing in white noise of %i dBFS', async (dbfs) => {
    for (const seed of [1, 2, 3])
      for (const seconds of [1, 4, 12])
        expect(await hear(engine, whiteNoise(seconds, dbfs, seed)), `seed ${seed}, ${seconds} s`).toBe('');
  });

  it.each([0, 128, 256, 384, 700])(
    'hears nothing in rooms, a kitchen and music, %i samples cut off',
    async (cut) => {
      const heard = await heardIn(['noise/'], cut);
      expect(Object.keys(heard)).toHaveLength(8);
      expect(Object.entries(heard).filter(([, text]) => text !== '')).toEqual([]);
    },
    120_000,
  );

  it('hears something in every command a person spoke', async () => {
    const heard = await heardIn(['commands/ha-en', 'commands/coffee/', 'commands/ha-fr-real/']);
    expect(Object.keys(heard).length).toBeGreaterThan(90);
    expect(Object.entries(heard).filter(([, text]) => text === '')).toEqual([]);
  }, 180_000);
});
