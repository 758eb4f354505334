import { describe, expect, it } from 'vitest';
import type { EngineHost } from '../../src/engine-host/engine-host.ts';
import type { EngineKind } from '../../src/engine-host/spec.ts';
import { audioOf, collect, noAbort } from '../support/streams.ts';
import {
  allSpecs,
  startTestHost,
  sttSpec,
  testModel,
  ttsSpec,
  wakeSpec,
} from '../support/engines/test-engine-specs.ts';

const tone = new Int16Array(16_000).fill(1_000);

const settled = (host: EngineHost, kind: EngineKind) =>
  host.status[kind].until(({ state }) => state !== 'loading', { signal: noAbort });

const hear = async (host: EngineHost): Promise<string | undefined> =>
  (await collect(host.stt.transcribe(audioOf(tone), { signal: noAbort }))).at(-1)?.text;

describe('an engine host that ends', () => {
  it.each(['abort', 'segv'])(
    'fails only the running calls by %s and serves the next ones within 3 s',
    async (how) => {
      await using host = startTestHost();
      await Promise.all((['stt', 'tts', 'wake'] as const).map((kind) => settled(host, kind)));
      const failing = collect(host.tts.speak(`one ${how}`, { signal: noAbort }));
      await expect(failing).rejects.toMatchObject({ code: 'ENGINE_CRASHED', retryable: true });
      const started = performance.now();
      expect(await hear(host)).toBe('16000 samples');
      expect(await collect(host.tts.speak('one', { signal: noAbort }))).toHaveLength(1);
      expect(performance.now() - started).toBeLessThan(3_000);
    },
  );

  it('comes back after kill -9 with the hints and wake words it had', async () => {
    await using host = startTestHost();
    await host.stt.useHints({ names: ['kitchen'], terms: [] }, { signal: noAbort });
    const settings = {
      words: [{ phrase: 'athena' }],
      threshold: 0.5,
      triggerLevel: 1,
      refractoryMs: 0,
      gate: true,
      engines: ['local'],
    };
    await host.wake.useSettings(settings, { signal: noAbort });
    const listening = collect(
      host.wake.listen(
        (async function* () {
          yield tone;
          if (host.pid) process.kill(host.pid, 'SIGKILL');
          await new Promise(() => undefined);
        })(),
        { signal: noAbort },
      ),
    );
    await expect(listening).rejects.toMatchObject({ code: 'ENGINE_CRASHED' });
    expect(await hear(host)).toBe('16000 samples kitchen');
    expect((await settled(host, 'wake')).state).toBe('ready');
    const detections = await collect(host.wake.listen(audioOf(tone), { names: ['athena'], signal: noAbort }));
    expect(detections).toHaveLength(1);
  });
});

describe('a model that can not be loaded', () => {
  it('marks only its engine failed, with the reason', async () => {
    await using host = startTestHost([sttSpec(), ttsSpec(testModel('amy', { onLoad: 'throw' }))]);
    expect(await settled(host, 'tts')).toEqual({
      state: 'failed',
      code: 'MODEL_CORRUPT',
      reason: 'the model is damaged',
    });
    expect(await settled(host, 'wake')).toEqual({ state: 'absent' });
    expect(await hear(host)).toBe('16000 samples');
    await expect(collect(host.tts.speak('one', { signal: noAbort }))).rejects.toMatchObject({
      code: 'MODEL_CORRUPT',
    });
    await expect(collect(host.wake.listen(audioOf(tone), { signal: noAbort }))).rejects.toMatchObject({
      code: 'MODEL_NOT_INSTALLED',
    });
  });

  it('is left out with its engine when it ends the host twice', async () => {
    await using host = startTestHost([sttSpec(), wakeSpec(), ttsSpec(testModel('amy', { onLoad: 'abort' }))]);
    const status = await settled(host, 'tts');
    expect(status).toMatchObject({ state: 'failed', code: 'MODEL_CORRUPT' });
    expect(status).toHaveProperty('reason', expect.stringContaining('ended the engine host twice'));
    expect(await hear(host)).toBe('16000 samples');
    expect((await settled(host, 'wake')).state).toBe('ready');
  });

  it('is left out alone when it was announced and the engine has others', async () => {
    const broken = testModel('hfc', { onLoad: 'segv', announced: true });
    await using host = startTestHost([sttSpec(), ttsSpec(testModel('amy'), broken)]);
    expect(await settled(host, 'tts')).toEqual({
      state: 'ready',
      refused: [{ modelId: 'hfc', reason: expect.stringContaining('model hfc ended the engine host twice') }],
    });
    expect(host.tts.voices.map(({ name }) => name)).toEqual(['amy']);
    expect(await hear(host)).toBe('16000 samples');
  });

  it('can be replaced while the program runs', async () => {
    await using host = startTestHost([ttsSpec(testModel('amy', { onLoad: 'throw' }))]);
    await settled(host, 'tts');
    await host.use(ttsSpec(testModel('kristin')));
    expect(await collect(host.tts.speak('one', { signal: noAbort }))).toHaveLength(1);
  });

  it('leaves the engine that runs when it was to replace it', async () => {
    await using host = startTestHost([ttsSpec()]);
    const speech = host.tts.speak('one two', { signal: noAbort })[Symbol.asyncIterator]();
    await speech.next();
    await expect(host.use(ttsSpec(testModel('bad', { onLoad: 'throw' })))).rejects.toThrow('damaged');
    expect((await speech.next()).done).toBe(false);
    expect(await collect(host.tts.speak('one', { signal: noAbort }))).toHaveLength(1);
    expect(host.tts.voices.map(({ name }) => name)).toEqual(['amy']);
  });
});

describe('ending the engine host', () => {
  it('lets running calls finish when it is closed, and refuses new ones', async () => {
    const host = startTestHost(allSpecs());
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    let begin: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const hearing = collect(
      host.stt.transcribe(
        (async function* () {
          // Asked for by the call that runs in the host.
          begin();
          yield tone;
          await released;
          yield tone;
        })(),
        { signal: noAbort },
      ),
    );
    await begun;
    const closed = host.close();
    await expect(collect(host.tts.speak('one', { signal: noAbort }))).rejects.toMatchObject({
      code: 'SHUTTING_DOWN',
    });
    release();
    expect((await hearing).at(-1)).toMatchObject({ text: '32000 samples' });
    await closed;
    expect(() => process.kill(host.pid ?? 0, 0)).toThrow('ESRCH');
  });

  it('ends running calls at once when it is destroyed', async () => {
    const host = startTestHost();
    await settled(host, 'tts');
    const speech = expect(collect(host.tts.speak('busy', { signal: noAbort }))).rejects.toThrow('no time');
    await host.destroy(new Error('no time'));
    await speech;
  });
});
