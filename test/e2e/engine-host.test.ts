import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EngineHost } from '../../src/engine-host/engine-host.ts';
import { audioOf, collect, noAbort, silentMicrophone } from '../support/streams.ts';
import { startTestHost, ttsSpec } from '../support/engines/test-engine-specs.ts';

const tone = new Int16Array(16_000).fill(1_000);

describe('the engine host', () => {
  let host: EngineHost;
  beforeAll(() => {
    host = startTestHost();
  });
  afterAll(() => host.close());

  it('serves calls made while the engines still load', async () => {
    const parts = await collect(host.stt.transcribe(audioOf(tone), { signal: noAbort }));
    expect(parts.at(-1)).toEqual({ kind: 'final', text: '16000 samples', language: 'en' });
    expect(host.stt.languages).toEqual(['en', 'de']);
  });

  it('tells what it is ready with', async () => {
    for (const kind of ['stt', 'tts', 'wake'] as const)
      expect(await host.status[kind].until(({ state }) => state !== 'loading', { signal: noAbort })).toEqual({
        state: 'ready',
        refused: [],
      });
    expect(host.tts.voices.map(({ name }) => name)).toEqual(['amy']);
    expect(host.wake.words.map(({ name }) => name)).toEqual(['computer', 'jarvis']);
  });

  it('carries ten minutes of audio through without holding it', async () => {
    async function* minutes(): AsyncGenerator<Int16Array, void> {
      for (let second = 0; second < 600; second += 1) yield tone;
    }
    const parts = await collect(host.stt.transcribe(minutes(), { signal: noAbort }));
    expect(parts.at(-1)).toMatchObject({ text: '9600000 samples' });
  });

  it('keeps many calls of all engines apart', async () => {
    const texts = await Promise.all(
      Array.from({ length: 20 }, async (_, index) => {
        const audio = audioOf(tone.subarray(0, 1_000 + index), 77);
        const parts = await collect(host.stt.transcribe(audio, { signal: noAbort }));
        const chunks = await collect(host.tts.speak('word '.repeat(index), { signal: noAbort }));
        return [parts.at(-1)?.text, chunks.length];
      }),
    );
    expect(texts).toEqual(Array.from({ length: 20 }, (_, index) => [`${1_000 + index} samples`, index]));
  });

  it('holds an engine back whose listener is slow', async () => {
    const speech = host.tts.speak('word '.repeat(1_000), { signal: noAbort });
    await speech[Symbol.asyncIterator]().next();
    // Another call of the same engine is served while the first one waits for its listener.
    expect(await collect(host.tts.speak('one two', { signal: noAbort }))).toHaveLength(2);
    expect(await collect(speech)).toHaveLength(999);
  });

  it('stops an engine that is too busy to be told', async () => {
    const controller = new AbortController();
    const speech = host.tts.speak('one busy two', { signal: controller.signal })[Symbol.asyncIterator]();
    await speech.next();
    const waiting = speech.next();
    controller.abort(new Error('hung up'));
    await expect(waiting).rejects.toThrow('hung up');
    // Served by the same thread: it would come five seconds later.
    const started = performance.now();
    expect(await collect(host.tts.speak('hello', { signal: noAbort }))).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('ends a stream that waits for audio when its signal aborts', async () => {
    const controller = new AbortController();
    const parts = collect(
      host.stt.transcribe(silentMicrophone(controller.signal), { signal: controller.signal }),
    );
    controller.abort(new Error('hung up'));
    await expect(parts).rejects.toThrow('hung up');
  });

  it('hands errors over with class, code and message', async () => {
    await expect(collect(host.tts.speak('hello', { voice: 'ami', signal: noAbort }))).rejects.toMatchObject({
      name: 'RequestError',
      code: 'REQUEST_VOICE_UNKNOWN',
      message: expect.stringContaining('did you mean "amy"?'),
    });
    await expect(collect(host.tts.speak('fail', { signal: noAbort }))).rejects.toMatchObject({
      name: 'EngineError',
      code: 'ENGINE_FAILED',
      retryable: false,
    });
  });

  it('ends a call with the error of its audio source', async () => {
    async function* broken(): AsyncGenerator<Int16Array, void> {
      yield tone;
      throw new Error('microphone unplugged');
    }
    await expect(collect(host.stt.transcribe(broken(), { signal: noAbort }))).rejects.toThrow(
      'microphone unplugged',
    );
  });

  it('takes other wake words while a stream runs', async () => {
    const words = await host.wake.useSettings(
      {
        words: [{ phrase: 'athena' }],
        threshold: 0.5,
        triggerLevel: 1,
        refractoryMs: 0,
        gate: true,
        engines: ['local'],
      },
      { signal: noAbort },
    );
    expect(words.map(({ phrase }) => phrase)).toEqual(['athena']);
    expect(host.wake.words).toEqual(words);
    const detections = await collect(host.wake.listen(audioOf(tone), { names: ['athena'], signal: noAbort }));
    expect(detections.map(({ name }) => name)).toEqual(['athena']);
  });
});

describe('an engine host that is closed while it starts', () => {
  it('ends, also when an engine was unloaded before it had loaded', async () => {
    const host = startTestHost();
    await host.tts[Symbol.asyncDispose]();
    await host.close();
    expect(host.status.tts.value.state).not.toBe('ready');
  });

  it('has no process while there is nothing to run in it, and one as soon as there is', async () => {
    const idle = startTestHost([]);
    expect(idle.pid).toBeUndefined();
    expect(idle.status.tts.value).toEqual({ state: 'absent' });
    await idle.use(ttsSpec());
    expect(idle.pid).toBeGreaterThan(0);
    expect(await collect(idle.tts.speak('one two', { signal: noAbort }))).toHaveLength(2);
    await idle.close();
    const never = startTestHost([]);
    await never.close();
    await expect(never.use(ttsSpec())).rejects.toMatchObject({ code: 'SHUTTING_DOWN' });
    expect(never.pid).toBeUndefined();
  });
});
