/** What every TTS engine has to do, whatever speaks: direct, through the engine host, with real or generated models. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SpeakOptions, TtsEngine } from '../../../src/engines/tts/engine.ts';
import { collect } from '../streams.ts';

const never = new AbortController().signal;

/** To be called inside a `describe`. `loadMs` is the longest time a first load may take. */
export function itConformsToTts(open: () => Promise<TtsEngine>, { loadMs = 30_000 } = {}): void {
  let engine: TtsEngine;
  beforeAll(async () => {
    engine = await open();
  }, loadMs);
  afterAll(() => engine[Symbol.asyncDispose]());

  const speak = async (text: string, options: Partial<SpeakOptions> = {}) =>
    collect(engine.speak(text, { signal: never, ...options }));
  const seconds = (chunks: Awaited<ReturnType<typeof speak>>) =>
    chunks.reduce((sum, { samples, rateHz }) => sum + samples.length / rateHz, 0);

  it('has at least one voice, all with different names', () => {
    const names = engine.voices.map((voice) => voice.name);
    expect(names).not.toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('speaks in chunks of one constant rate that is the rate of its voice', async () => {
    const chunks = await speak('Turned on the kitchen light. The front door is locked!');
    expect(chunks.length).toBeGreaterThan(1);
    expect(new Set(chunks.map((chunk) => chunk.rateHz))).toEqual(new Set([engine.voices[0]?.rateHz]));
    expect(Math.max(...chunks.map(({ samples }) => Math.max(...samples)))).toBeGreaterThan(3_000);
  });

  it('speaks with a voice other than the default one', async () => {
    const voice = engine.voices.at(-1);
    const chunks = await speak('Hello there.', { voice: voice?.name ?? '' });
    expect(seconds(chunks)).toBeGreaterThan(0.2);
    expect(chunks[0]?.rateHz).toBe(voice?.rateHz);
  });

  it('speaks faster and slower', async () => {
    const text = 'The temperature in the bedroom is twenty one degrees.';
    const [fast, own, slow] = [
      await speak(text, { speed: 2 }),
      await speak(text),
      await speak(text, { speed: 0.5 }),
    ];
    expect(seconds(fast)).toBeLessThan(seconds(own) * 0.75);
    expect(seconds(slow)).toBeGreaterThan(seconds(own) * 1.4);
  });

  it.each(['', ' \n ', '😀 👍', '...', '—'])('has no chunk for %j', async (text) =>
    expect(await speak(text)).toEqual([]),
  );

  it('names the nearest voice for an unknown one', async () => {
    const name = engine.voices[0]?.name ?? '';
    await expect(speak('Hello.', { voice: `${name}x` })).rejects.toMatchObject({
      code: 'REQUEST_VOICE_UNKNOWN',
      message: expect.stringContaining(`"${name}"`),
    });
  });

  it('refuses an unknown speaker, a text that is too long and a speed out of range', async () => {
    await expect(speak('Hello.', { speaker: 'nobody' })).rejects.toMatchObject({
      code: 'REQUEST_VOICE_UNKNOWN',
    });
    await expect(speak('a'.repeat(100_000))).rejects.toMatchObject({ code: 'REQUEST_TOO_LARGE' });
    await expect(speak('Hello.', { speed: 3 })).rejects.toMatchObject({ code: 'REQUEST_INVALID' });
  });

  it('ends with the reason of an abort between two sentences, and speaks the next text', async () => {
    const abort = new AbortController();
    const reason = new Error('the person left');
    let count = 0;
    const speaking = async () => {
      for await (const chunk of engine.speak('One lamp is on. '.repeat(50), { signal: abort.signal })) {
        count += chunk.samples.length > 0 ? 1 : 0;
        abort.abort(reason);
      }
    };
    await expect(speaking()).rejects.toBe(reason);
    expect(count).toBeLessThan(50);
    expect(await speak('Done.')).not.toEqual([]);
  });

  it('does not start for a signal that is aborted already', async () => {
    const reason = new Error('too late');
    await expect(speak('Hello.', { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  it('lets two texts take turns sentence by sentence', async () => {
    const order: string[] = [];
    const follow = async (name: string, text: string) => {
      for await (const chunk of engine.speak(text, { signal: never }))
        if (chunk.samples.length > 0) order.push(name);
    };
    await Promise.all([follow('long', 'One lamp. '.repeat(8)), follow('short', 'Done.')]);
    expect(order.at(-1)).toBe('long');
  });
}
