import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTtsEngine } from '../../../../src/engines/tts/create.ts';
import type { SpeakOptions, TtsEngine } from '../../../../src/engines/tts/engine.ts';
import { ttsOptions } from '../../../../src/engines/tts/options.ts';
import { collect } from '../../../support/collect.ts';
import { installedVoice, realVoiceFiles } from '../../../support/installed-voice.ts';
import { describeReal } from '../../../support/real-models.ts';

describeReal('voices of sherpa-onnx', realVoiceFiles, () => {
  const never = new AbortController().signal;
  let engine: TtsEngine;

  beforeAll(async () => {
    const models = [installedVoice('amy'), installedVoice('hfc'), installedVoice('kristin')];
    const options = ttsOptions.parse({ voice: 'sanotts-hfc' });
    engine = await createTtsEngine({ models, options }, { signal: never });
  });
  afterAll(() => engine[Symbol.asyncDispose]());

  const speak = async (text: string, options: Partial<SpeakOptions> = {}) =>
    collect(engine.speak(text, { signal: never, ...options }));
  const seconds = (chunks: Awaited<ReturnType<typeof speak>>) =>
    chunks.reduce((sum, { samples, rateHz }) => sum + samples.length / rateHz, 0);

  it('describes every voice, the default one first', () => {
    expect(engine.voices.map((voice) => voice.name)).toEqual([
      'sanotts-hfc',
      'sanotts-amy',
      'sanotts-kristin',
    ]);
    expect(engine.voices[0]).toMatchObject({
      languages: ['en'],
      speakers: [],
      rateHz: 22_050,
      fingerprint: 'hfc',
    });
  });

  it('speaks each sentence as a chunk of one constant format', async () => {
    const chunks = await speak('Turned on the kitchen light. The front door is locked!');
    expect(chunks).toHaveLength(2);
    expect(new Set(chunks.map((chunk) => chunk.rateHz))).toEqual(new Set([22_050]));
    for (const { samples } of chunks) expect(Math.max(...samples)).toBeGreaterThan(3_000);
    expect(seconds(chunks)).toBeGreaterThan(2);
  });

  it('speaks with every voice, also those that are not in memory yet', async () => {
    for (const voice of engine.voices)
      expect(seconds(await speak('Hello.', { voice: voice.name }))).toBeGreaterThan(0.2);
  });

  it('speaks faster and slower', async () => {
    const text = 'The temperature in the bedroom is twenty one degrees.';
    const [fast, own, slow] = [
      await speak(text, { speed: 2 }),
      await speak(text),
      await speak(text, { speed: 0.5 }),
    ];
    expect(seconds(fast)).toBeLessThan(seconds(own) * 0.7);
    expect(seconds(slow)).toBeGreaterThan(seconds(own) * 1.5);
  });

  it.each(['', ' \n ', '😀 👍', '...', '—'])('has no chunk for %j', async (text) =>
    expect(await speak(text)).toEqual([]),
  );

  it('names the nearest voice for an unknown one', async () => {
    await expect(speak('Hello.', { voice: 'sanotts-ami' })).rejects.toMatchObject({
      code: 'REQUEST_VOICE_UNKNOWN',
      message: expect.stringContaining('"sanotts-amy"'),
    });
    await expect(speak('Hello.', { speaker: 'bob' })).rejects.toMatchObject({
      code: 'REQUEST_VOICE_UNKNOWN',
    });
  });

  it('refuses a text that is too long and a speed out of range', async () => {
    await expect(speak('a'.repeat(100_000))).rejects.toMatchObject({ code: 'REQUEST_TOO_LARGE' });
    await expect(speak('Hello.', { speed: 3 })).rejects.toMatchObject({ code: 'REQUEST_INVALID' });
  });

  it('ends with the reason of an abort, and speaks the next text', async () => {
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
    expect(count).toBe(1);
    expect(await speak('Done.')).toHaveLength(1);
  });

  it('lets two speakers take turns sentence by sentence', async () => {
    const order: string[] = [];
    const follow = async (name: string, text: string) => {
      for await (const chunk of engine.speak(text, { signal: never })) order.push(`${name}${chunk.rateHz}`);
    };
    await Promise.all([follow('long', 'One lamp. '.repeat(6)), follow('short', 'Done.')]);
    expect(order.findIndex((entry) => entry.startsWith('short'))).toBeLessThan(3);
  });

  it('speaks nothing after it was closed', async () => {
    const closed = await createTtsEngine(
      { models: [installedVoice('amy')], options: ttsOptions.parse({}) },
      { signal: never },
    );
    await closed[Symbol.asyncDispose]();
    await expect(collect(closed.speak('Hello.', { signal: never }))).rejects.toMatchObject({
      code: 'SHUTTING_DOWN',
    });
  });
});
