/** What every STT engine has to do, whatever hears: direct, through the engine host, with real or test models. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SttEngine, SttPart } from '../../../src/engines/stt/engine.ts';
import { audioOf, collect, noAbort, silentMicrophone } from '../streams.ts';

export type SttSubject = {
  readonly open: () => Promise<SttEngine>;
  /** 16 kHz speech, some seconds. */
  readonly speech: () => Promise<Int16Array> | Int16Array;
  /** What the engine has to hear in it, as far as it is to be compared. */
  readonly heard: RegExp;
};

/** To be called inside a `describe`. */
export function itConformsToStt({ open, speech, heard }: SttSubject): void {
  let engine: SttEngine;
  let samples: Int16Array;
  beforeAll(async () => {
    [engine, samples] = await Promise.all([open(), speech()]);
  }, 30_000);
  afterAll(() => engine[Symbol.asyncDispose]());

  const transcribe = (audio: AsyncIterable<Int16Array>, signal = noAbort): Promise<SttPart[]> =>
    collect(engine.transcribe(audio, { signal }));

  it('serves at least one language', () => {
    expect(engine.languages.length).toBeGreaterThan(0);
  });

  it('ends with exactly one final, after the partials', async () => {
    const parts = await transcribe(audioOf(samples));
    const finals = parts.filter(({ kind }) => kind === 'final');
    expect(finals).toEqual([parts.at(-1)]);
    expect(finals[0]?.text).toMatch(heard);
    expect(finals[0]).toHaveProperty('language', engine.languages[0]);
    expect(parts.length).toBeGreaterThan(1);
  });

  it.each([160, 1_280, 4_321])('hears the same in chunks of %i samples', async (chunkSamples) => {
    expect((await transcribe(audioOf(samples, chunkSamples))).at(-1)?.text).toMatch(heard);
  });

  it('hears nothing where nothing was said', async () => {
    for (const silence of [new Int16Array(0), new Int16Array(100), new Int16Array(16_000)])
      expect((await transcribe(audioOf(silence))).at(-1)).toMatchObject({ kind: 'final', text: '' });
  });

  it('keeps four speakers at once apart', async () => {
    const all = await Promise.all([
      transcribe(audioOf(samples)),
      transcribe(audioOf(new Int16Array(16_000))),
      transcribe(audioOf(samples, 800)),
      transcribe(audioOf(new Int16Array(8_000))),
    ]);
    const texts = all.map((parts) => parts.at(-1)?.text);
    expect([texts[0], texts[2]]).toEqual([expect.stringMatching(heard), expect.stringMatching(heard)]);
    expect([texts[1], texts[3]]).toEqual(['', '']);
  });

  it('ends with the reason of an abort: before, in the middle, and while it waits for audio', async () => {
    const reason = new Error('the person left');
    await expect(transcribe(audioOf(samples), AbortSignal.abort(reason))).rejects.toBe(reason);
    const middle = new AbortController();
    const cut = (async function* () {
      yield samples.subarray(0, 16_000);
      middle.abort(reason);
      yield samples.subarray(16_000);
    })();
    await expect(transcribe(cut, middle.signal)).rejects.toBe(reason);
    const waiting = new AbortController();
    const parts = expect(transcribe(silentMicrophone(waiting.signal), waiting.signal)).rejects.toBe(reason);
    waiting.abort(reason);
    await parts;
  });

  it('serves the next one when a listener leaves early', async () => {
    for await (const part of engine.transcribe(audioOf(samples), { signal: noAbort })) {
      expect(part.kind).toBe('partial');
      break;
    }
    expect((await transcribe(audioOf(samples))).at(-1)?.text).toMatch(heard);
  });

  it('fails with the failure of its audio', async () => {
    const broken = (async function* () {
      yield samples.subarray(0, 1_600);
      throw new Error('microphone unplugged');
    })();
    await expect(transcribe(broken)).rejects.toThrow('microphone unplugged');
  });

  it('goes on hearing with hints', async () => {
    await engine.useHints({ names: ['kitchen'], terms: ['turn on'] }, { signal: noAbort });
    expect((await transcribe(audioOf(samples))).at(-1)?.text).toMatch(heard);
  });
}
