/** The way of a sound from a voice that is heard while it is made to whoever asked for it. */
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/core/clock.ts';
import { silentLogger } from '../../src/core/log.ts';
import { limitTts } from '../../src/engines/limit.ts';
import { AheadTtsEngine } from '../../src/engines/tts/ahead.ts';
import { withSpeechCache } from '../../src/engines/tts/cache.ts';
import type { TtsEngine } from '../../src/engines/tts/engine.ts';
import { LocalTtsEngine } from '../../src/engines/tts/local-engine.ts';
import { ttsCacheOptions, ttsOptions } from '../../src/engines/tts/options.ts';
import { RemoteTts } from '../../src/engines/tts/remote-wyoming.ts';
import { directEngines } from '../support/engines/direct-engines.ts';
import { installedVoice, realVoiceFiles } from '../support/engines/installed-voice.ts';
import { hosted, startRealHost } from '../support/engines/hosted-engine.ts';
import { Peer, samplesIn, typesOf } from '../support/peer.ts';
import { pieceByPiece, type PiecewiseVoice } from '../support/engines/piecewise-voice.ts';
import { describeReal } from '../support/real-models.ts';
import { noAbort } from '../support/streams.ts';
import { tempDir } from '../support/temp-dir.ts';
import { startVoiceServer } from '../support/voice-server.ts';

const settings = { speed: 1, maxLoadedModels: 1 };
const text = 'The lamp is on.';

const engineOf = (voice: PiecewiseVoice) => new LocalTtsEngine([voice.model], settings);
const serverOf = async (tts: TtsEngine) => startVoiceServer({ ...(await directEngines()), tts });

async function firstSoundOf(uri: string, voice: PiecewiseVoice): Promise<void> {
  voice.hold(`${text} 2`);
  await using peer = await Peer.open(uri);
  await peer.send({ type: 'synthesize', data: { text } });
  const first = await peer.until('audio-chunk');
  expect(typesOf(first)).toEqual(['audio-start', 'audio-chunk']);
  expect(samplesIn(first)).toBe(10);
  await expect.poll(() => voice.log.at(-1)).toBe(`${text} 2`);
  voice.letGo(`${text} 2`);
  expect(samplesIn(await peer.until('audio-stop'))).toBe(30);
}

describe('the first piece of a sentence', () => {
  it('is sent while the second is made', async () => {
    const voice = pieceByPiece('a', { samples: 10 });
    await using server = await serverOf(engineOf(voice));
    await firstSoundOf(server.uri, voice);
  });

  it('passes the cache, the replies made ahead and the limit', async () => {
    const voice = pieceByPiece('a', { samples: 10 });
    await using dir = await tempDir();
    const cache = ttsCacheOptions.parse({});
    const cached = await withSpeechCache(engineOf(voice), { cacheDir: dir.path, cache, defaultSpeed: 1 });
    const ahead = new AheadTtsEngine(cached, { clock: systemClock });
    await using server = await serverOf(limitTts(ahead, { running: 1, waiting: 0 }));
    await firstSoundOf(server.uri, voice);
  });

  it('is sent of a reply that is still being made ahead', async () => {
    const voice = pieceByPiece('a', { samples: 10 });
    const ahead = new AheadTtsEngine(engineOf(voice), { clock: systemClock });
    await using server = await serverOf(ahead);
    voice.hold(`${text} 2`);
    ahead.prepare([text], { language: 'en' });
    await expect.poll(() => voice.log.at(-1)).toBe(`${text} 2`);
    await firstSoundOf(server.uri, voice);
    expect(voice.log.filter((line) => line === `${text} 1`)).toHaveLength(1);
  });

  it('comes from another machine while that one makes the second', async () => {
    const voice = pieceByPiece('a', { samples: 10 });
    await using worker = await serverOf(engineOf(voice));
    const remote = new RemoteTts(worker.uri, { log: silentLogger });
    await remote.worker.state.until((state) => state === 'up', { signal: noAbort });
    await using server = await serverOf(remote);
    await firstSoundOf(server.uri, voice);
  });
});

describe('a stream of text', () => {
  it('is refused as soon as it is too long, also while its first sentence is spoken', async () => {
    const voice = pieceByPiece('a', { samples: 10 });
    await using server = await serverOf(engineOf(voice));
    voice.hold(`${text} 1`);
    await using peer = await Peer.open(server.uri);
    await peer.send({ type: 'synthesize-start' }, { type: 'synthesize-chunk', data: { text: `${text} ` } });
    await expect.poll(() => voice.log.at(-1)).toBe(`${text} 1`);
    for (let chars = 0; chars < 100_000; chars += 1_000)
      await peer.send({ type: 'synthesize-chunk', data: { text: 'It is on. '.repeat(100) } });
    const error = await peer.next('error');
    expect(error.data.code).toBe('REQUEST_TOO_LARGE');
    expect(voice.log.filter((line) => line.endsWith(' 1'))).toEqual([`${text} 1`]);
    voice.letGo(`${text} 1`);
  });
});

describe('a listener that does not read', () => {
  it('holds the voice back', async () => {
    // 200 kB each: some dozens of them fit into sockets and queues.
    const voice = pieceByPiece('a', { samples: 100_000, pieces: 5 });
    await using server = await serverOf(engineOf(voice));
    await using peer = await Peer.open(server.uri);
    await peer.send({ type: 'synthesize', data: { text: 'The lamp in the hall is on now. '.repeat(250) } });
    let seen = -1;
    const settled = async () => {
      const before = seen;
      seen = voice.log.length;
      return seen > 1 && seen === before;
    };
    await expect.poll(settled, { interval: 300, timeout: 20_000 }).toBe(true);
    expect(voice.log.length).toBeLessThan(200);
  });
});

describeReal('a voice in the engine host', realVoiceFiles, () => {
  it('lets a short text be heard before the long sentence of another is over', async () => {
    const spec = { models: [installedVoice('amy')], options: ttsOptions.parse({}) };
    const host = await hosted(startRealHost([{ kind: 'tts', spec }]), 'tts');
    const order: string[] = [];
    let short: Promise<void> | undefined;
    const listen = async (name: string, words: string): Promise<void> => {
      for await (const { samples } of host.tts.speak(words, { signal: noAbort })) {
        if (samples.length > 0) order.push(name);
        short ??= listen('short', 'Done.');
      }
    };
    await listen(
      'long',
      'The heron by the pond waits for a frog that will not come out of the reeds and the deep mud today',
    );
    await short;
    expect(order.indexOf('short')).toBeLessThan(order.lastIndexOf('long'));
    await host.close();
  });
});
