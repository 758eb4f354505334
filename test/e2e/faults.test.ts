import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EngineHost } from '../../src/engine-host/engine-host.ts';
import { limitStt, limitTts, limitWake } from '../../src/engines/limit.ts';
import type { TtsEngine } from '../../src/engines/tts/engine.ts';
import { directEngines } from '../support/engines/direct-engines.ts';
import { Peer, audioStop, chunkOf, samplesIn, speechStart, typesOf } from '../support/peer.ts';
import { noAbort } from '../support/streams.ts';
import { startTestHost } from '../support/engines/test-engine-specs.ts';
import { startVoiceServer } from '../support/voice-server.ts';
import type { VoiceServer } from '../support/voice-server.ts';

const portOf = (uri: string): number => Number(uri.split(':').at(-1));
const tone = new Int16Array(16_000).fill(1_000);
const word = 1_102;

describe.each(['SIGABRT', 'SIGSEGV', 'SIGKILL'] as const)(
  'the engine host ended by %s in mid-turn',
  (how) => {
    let host: EngineHost;
    let server: VoiceServer;
    beforeAll(async () => {
      host = startTestHost();
      server = await startVoiceServer(host);
    });
    afterAll(async () => {
      await server[Symbol.asyncDispose]();
      await host.close();
    });

    const endHost = async (): Promise<void> => {
      for (const status of Object.values(host.status))
        await status.until(({ state }) => state === 'ready', { signal: noAbort });
      if (host.pid !== undefined) process.kill(host.pid, how);
    };

    it('gives its transcription an error, and the next one on the connection works within 3 s', async () => {
      await using peer = await Peer.open(server.uri);
      await peer.send({ type: 'transcribe' }, speechStart, chunkOf(tone));
      await endHost();
      expect((await peer.next('error')).data.code).toBe('ENGINE_CRASHED');
      const startedMs = performance.now();
      // What was still being said when it happened belongs to the failed turn.
      await peer.send(
        chunkOf(tone),
        audioStop,
        { type: 'transcribe' },
        speechStart,
        chunkOf(tone),
        audioStop,
      );
      expect((await peer.next('transcript')).data.text).toBe('16000 samples');
      expect(performance.now() - startedMs).toBeLessThan(3_000);
    });

    it('gives its synthesis an error and an end, and the next one on the connection works within 3 s', async () => {
      await using peer = await Peer.open(server.uri);
      await peer.send(
        { type: 'synthesize-start' },
        { type: 'synthesize-chunk', data: { text: 'One two. ' } },
      );
      await peer.next('audio-chunk');
      await endHost();
      await peer.send(
        { type: 'synthesize-chunk', data: { text: 'Three. ' } },
        { type: 'synthesize', data: { text: 'One two. Three. ' } },
        { type: 'synthesize-stop' },
      );
      const startedMs = performance.now();
      await peer.next('synthesize-stopped');
      await peer.send({ type: 'synthesize', data: { text: 'hello' } });
      expect(samplesIn(await peer.until('audio-stop'))).toBeGreaterThanOrEqual(word);
      expect(performance.now() - startedMs).toBeLessThan(3_000);
    });

    it('gives a listening stream an error, and goes on describing what is installed', async () => {
      await using peer = await Peer.open(server.uri);
      await peer.send({ type: 'detect' }, speechStart, chunkOf(tone));
      await peer.next('detection');
      await endHost();
      expect((await peer.next('error')).data.code).toBe('ENGINE_CRASHED');
      await peer.send({ type: 'describe' });
      expect((await peer.next('info')).data.wake[0]?.models).toHaveLength(2);
      await peer.send(audioStop, { type: 'detect' }, speechStart, chunkOf(tone));
      expect((await peer.next('detection')).data.name).toBe('computer');
    });
  },
);

describe('a synthesis that itself ends the host', () => {
  it.each(['abort', 'segv'])('by %s gets an error each time, and the others a voice', async (how) => {
    const host = startTestHost();
    await using server = await startVoiceServer(host);
    await using bad = await Peer.open(server.uri);
    await using good = await Peer.open(server.uri);
    for (let round = 0; round < 2; round += 1) {
      await bad.send({ type: 'synthesize', data: { text: `one ${how}` } });
      expect((await bad.next('error')).data.code).toBe('ENGINE_CRASHED');
      await good.send({ type: 'synthesize', data: { text: 'hello' } });
      expect(samplesIn(await good.until('audio-stop'))).toBe(word);
    }
    await host.close();
  });
});

describe('an overloaded service', () => {
  it('refuses what is over its limit with an error, hangs up, and serves the others on', async () => {
    const { stt, tts, wake } = await directEngines();
    await using server = await startVoiceServer({
      stt: limitStt(stt, { running: 1, waiting: 1 }),
      tts: limitTts(tts, { running: 1, waiting: 0 }),
      wake: limitWake(wake, { running: 1, waiting: 0 }),
    });
    await using running = await Peer.open(server.uri);
    await using waiting = await Peer.open(server.uri);
    await using refused = await Peer.open(server.uri);
    for (const peer of [running, waiting]) {
      await peer.send({ type: 'transcribe' }, speechStart, chunkOf(tone), { type: 'ping' });
      await peer.next('pong');
    }
    await refused.send({ type: 'transcribe' }, speechStart, chunkOf(tone));
    expect((await refused.next('error')).data.code).toBe('ENGINE_OVERLOADED');
    expect(await refused.isHungUp()).toBe(true);
    await waiting.send(audioStop);
    await running.send(chunkOf(tone), audioStop);
    expect((await running.next('transcript')).data.text).toBe('32000 samples');
    expect((await waiting.next('transcript')).data.text).toBe('16000 samples');
  });
});

describe('a peer that leaves', () => {
  it('in the middle of a synthesis ends it with the next sound', async () => {
    const { stt, tts, wake } = await directEngines();
    let spokenCount = 0;
    let isOver = false;
    const endless: TtsEngine = {
      ...tts,
      async *speak() {
        try {
          for (; ; spokenCount += 1) {
            await sleep(10);
            yield { samples: new Int16Array(100), rateHz: 22_050 };
          }
        } finally {
          isOver = true;
        }
      },
    };
    await using server = await startVoiceServer({ stt, tts: endless, wake });
    const leaving = await Peer.open(server.uri);
    await leaving.send({ type: 'synthesize', data: { text: 'hello' } });
    await leaving.next('audio-chunk');
    leaving.connection.destroy();
    const spokenBefore = spokenCount;
    await expect.poll(() => isOver).toBe(true);
    expect(spokenCount - spokenBefore).toBeLessThan(50);
  });

  it('by a reset stops even an engine that is too busy to be told', async () => {
    const host = startTestHost();
    await using server = await startVoiceServer(host);
    await host.status.tts.until(({ state }) => state === 'ready', { signal: noAbort });
    const socket = connect(portOf(server.uri), '127.0.0.1');
    socket.write('{"type": "synthesize", "data": {"text": "one busy two"}}\n');
    await once(socket, 'data');
    socket.resetAndDestroy();
    await using next = await Peer.open(server.uri);
    const startedMs = performance.now();
    await next.send({ type: 'synthesize', data: { text: 'hello' } });
    expect(samplesIn(await next.until('audio-stop'))).toBe(word);
    // Uninterrupted it would be busy for five seconds.
    expect(performance.now() - startedMs).toBeLessThan(4_000);
    await host.close();
  });

  it('in the middle of an utterance leaves nothing running', async () => {
    const { stt, tts, wake } = await directEngines();
    await using server = await startVoiceServer({
      stt: limitStt(stt, { running: 1, waiting: 0 }),
      tts,
      wake,
    });
    const leaving = await Peer.open(server.uri);
    await leaving.send({ type: 'transcribe' }, speechStart, chunkOf(tone), { type: 'ping' });
    await leaving.next('pong');
    leaving.connection.destroy();
    await expect.poll(() => server.server.connectionCount).toBe(0);
    await using next = await Peer.open(server.uri);
    await next.send({ type: 'transcribe' }, speechStart, chunkOf(tone), audioStop);
    expect((await next.next('transcript')).data.text).toBe('16000 samples');
  });

  it('without reading what it asked for holds only itself', async () => {
    const host = startTestHost();
    await using server = await startVoiceServer(host);
    await using slow = await Peer.open(server.uri);
    // 350 kB of samples: far more than the buffers between us take.
    for (let count = 0; count < 40; count += 1)
      await slow.send({ type: 'synthesize', data: { text: 'word '.repeat(160) } });
    await using other = await Peer.open(server.uri);
    await other.send({ type: 'synthesize', data: { text: 'hello' } });
    expect(samplesIn(await other.until('audio-stop'))).toBe(word);
    let received = 0;
    for (let count = 0; count < 40; count += 1) received += samplesIn(await slow.until('audio-stop'));
    expect(received).toBe(40 * 160 * word);
    await host.close();
  });

  it('sends garbage and does not disturb the others', async () => {
    await using server = await startVoiceServer(await directEngines());
    await using other = await Peer.open(server.uri);
    const socket = connect(portOf(server.uri), '127.0.0.1');
    socket.write('{"type": "transcribe"}\nthis is no event\n');
    await once(socket, 'close');
    await other.send({ type: 'ping' });
    expect(typesOf(await other.until('pong'))).toEqual(['pong']);
  });
});
