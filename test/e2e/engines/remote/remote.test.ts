import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLogger } from '../../../../src/core/log.ts';
import type { SttPart } from '../../../../src/engines/stt/engine.ts';
import { RemoteStt } from '../../../../src/engines/stt/remote-wyoming.ts';
import { RemoteTts } from '../../../../src/engines/tts/remote-wyoming.ts';
import { RemoteWake } from '../../../../src/engines/wake/remote-wyoming.ts';
import { directEngines } from '../../../support/engines/direct-engines.ts';
import { audioOf, collect, noAbort } from '../../../support/streams.ts';
import { itConformsToStt } from '../../../support/engines/stt-conformance.ts';
import { type VoiceServer, startVoiceServer } from '../../../support/voice-server.ts';

const log = silentLogger;
const tone = new Int16Array(32_000).fill(1_000);
const until = async ({ worker }: RemoteStt | RemoteTts | RemoteWake, state: 'up' | 'down') =>
  worker.state.until((value) => value === state, { signal: AbortSignal.timeout(10_000) });

let server: VoiceServer;
beforeAll(async () => {
  server = await startVoiceServer(await directEngines());
});
afterAll(() => server[Symbol.asyncDispose]());

describe('speech to text on another machine', () => {
  itConformsToStt({
    speech: () => tone,
    heard: /^32000 samples/u,
    open: async () => {
      const engine = new RemoteStt(server.uri, { log });
      await until(engine, 'up');
      return engine;
    },
  });

  it('is told the hints before the first sentence, and again with each', async () => {
    await using engine = new RemoteStt(server.uri, { log });
    const hints = { names: ['Athena'], terms: ['dim'] };
    await engine.useHints(hints, { signal: noAbort });
    const before = server.hints.length;
    await until(engine, 'up');
    expect(server.hints.slice(before)).toEqual([hints]);
    await collect(engine.transcribe(audioOf(tone), { signal: noAbort }));
    expect(server.hints.slice(before)).toEqual([hints, hints]);
  });

  it('hands on pauses, confidence and other readings, which the protocol has no words for', async () => {
    const { stt, ...others } = await directEngines();
    const parts: readonly SttPart[] = [
      { kind: 'pause', text: 'turn on', silentMs: 320 },
      { kind: 'final', text: 'turn on', language: 'en', confidence: 0.75, alternatives: ['turn in'] },
    ];
    const knowing = {
      ...stt,
      async *transcribe(audio: AsyncIterable<Int16Array>) {
        await collect(audio);
        yield* parts;
      },
    };
    await using worker = await startVoiceServer({ stt: knowing, ...others });
    await using engine = new RemoteStt(worker.uri, { log });
    const heard = await collect(engine.transcribe(audioOf(tone), { language: 'en', signal: noAbort }));
    expect(heard.filter(({ kind }) => kind !== 'partial')).toEqual(parts);
  });

  it('is down when its server ends, and up again when it is back', async () => {
    const first = await startVoiceServer(await directEngines());
    await using engine = new RemoteStt(first.uri, { log });
    await until(engine, 'up');
    await first[Symbol.asyncDispose]();
    await until(engine, 'down');
    const transcribing = collect(engine.transcribe(audioOf(tone), { signal: noAbort }));
    await expect(transcribing).rejects.toMatchObject({ code: 'WORKER_UNREACHABLE', retryable: true });
    expect(engine.languages).toEqual(['en']);
  });
});

describe('text to speech on another machine', () => {
  it('speaks with the voices of its server, at their rate and the asked speed', async () => {
    await using engine = new RemoteTts(server.uri, { log });
    await until(engine, 'up');
    expect(engine.voices).toMatchObject([
      { name: 'amy', languages: ['en'], fingerprint: expect.any(String) },
    ]);
    const chunks = await collect(engine.speak('one two three', { voice: 'amy', signal: noAbort }));
    expect(chunks.map(({ samples }) => samples.length)).toEqual([1_102, 1_102, 1_102]);
    expect(engine.voices[0]?.rateHz).toBe(22_050);
  });

  it('says what is wrong with a request in the words of its server', async () => {
    await using engine = new RemoteTts(server.uri, { log });
    const asking = collect(engine.speak('one', { voice: 'amyy', signal: noAbort }));
    await expect(asking).rejects.toMatchObject({ code: 'REQUEST_VOICE_UNKNOWN' });
    await expect(collect(engine.speak('fail', { signal: noAbort }))).rejects.toMatchObject({
      code: 'ENGINE_FAILED',
    });
  });
});

describe('wake words on another machine', () => {
  it('hears the words of its server, with score and loudness', async () => {
    await using engine = new RemoteWake(server.uri, { log });
    await until(engine, 'up');
    expect(engine.words.map(({ name }) => name)).toEqual(['computer', 'jarvis']);
    const detections = await collect(engine.listen(audioOf(tone), { signal: noAbort }));
    expect(detections).toMatchObject([{ name: 'computer', phrase: 'computer', score: 1, energyDb: -30 }]);
    expect(detections[0]?.atMs).toBeGreaterThan(0);
    expect(await collect(engine.listen(audioOf(new Int16Array(16_000)), { signal: noAbort }))).toEqual([]);
  });
});
