/** What every wake engine has to do, whatever hears: direct, through the engine host, with real or test models. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { WakeEngine } from '../../../src/engines/wake/engine.ts';
import type { WakeOptions } from '../../../src/engines/wake/options.ts';
import { audioOf, collect, noAbort, silentMicrophone } from '../streams.ts';

export type WakeSubject = {
  readonly open: () => Promise<WakeEngine>;
  /** 16 kHz audio with one of the words in it. */
  readonly audio: () => Promise<Int16Array> | Int16Array;
  /** The word that is in the audio, by its name. */
  readonly name: string;
  /** Settings with another word than those it was opened with. */
  readonly otherSettings: WakeOptions;
};

/** To be called inside a `describe`. */
export function itConformsToWake({ open, audio, name, otherSettings }: WakeSubject): void {
  let engine: WakeEngine;
  let samples: Int16Array;
  beforeAll(async () => {
    [engine, samples] = await Promise.all([open(), audio()]);
  }, 30_000);
  afterAll(() => engine[Symbol.asyncDispose]());

  const listen = (source: AsyncIterable<Int16Array>, names?: readonly string[], signal = noAbort) =>
    collect(engine.listen(source, names ? { names, signal } : { signal }));

  it('lists its words, the heard one among them', () => {
    expect(engine.words.map((word) => word.name)).toContain(name);
  });

  it.each([160, 1_280, 5_000])(
    'hears a word in chunks of %i samples, with time and loudness',
    async (chunkSamples) => {
      const [detection] = await listen(audioOf(samples, chunkSamples), [name]);
      expect(detection).toMatchObject({
        name,
        phrase: engine.words.find((word) => word.name === name)?.phrase,
      });
      expect(detection?.atMs).toBeGreaterThan(0);
      expect(detection?.atMs).toBeLessThanOrEqual(samples.length / 16 + 80);
      expect(detection?.score).toBeGreaterThan(0);
      expect(detection?.energyDb).toBeLessThan(0);
    },
  );

  it('hears it among all words when none is named, and nothing in silence', async () => {
    expect((await listen(audioOf(samples))).map((detection) => detection.name)).toContain(name);
    expect(await listen(audioOf(new Int16Array(32_000)))).toEqual([]);
    expect(await listen(audioOf(new Int16Array(0)))).toEqual([]);
  });

  it('keeps streams apart', async () => {
    const [first, none, second] = await Promise.all([
      listen(audioOf(samples), [name]),
      listen(audioOf(new Int16Array(48_000)), [name]),
      listen(audioOf(samples, 800), [name]),
    ]);
    expect([first.length > 0, none, second.length > 0]).toEqual([true, [], true]);
  });

  it('refuses an unknown word', async () => {
    await expect(listen(audioOf(samples), ['nobody'])).rejects.toMatchObject({ code: 'REQUEST_INVALID' });
  });

  it('ends with the reason of an abort while it waits for audio', async () => {
    const controller = new AbortController();
    const reason = new Error('the satellite left');
    const source = silentMicrophone(controller.signal);
    const listening = expect(listen(source, [name], controller.signal)).rejects.toBe(reason);
    controller.abort(reason);
    await listening;
  });

  it('takes other settings while it runs', async () => {
    const words = await engine.useSettings(otherSettings, { signal: noAbort });
    expect(engine.words).toEqual(words);
    expect(words.map((word) => word.name)).not.toContain(name);
    await expect(listen(audioOf(samples), [name])).rejects.toMatchObject({ code: 'REQUEST_INVALID' });
  });
}
