import { describe, expect, it } from 'vitest';
import type { SttEngine, SttPart } from '../../src/engines/stt/engine.ts';
import type { Completeness } from '../../src/agent/understand/completeness.ts';
import type { Heard } from '../../src/services/stt.ts';
import { directEngines } from '../support/engines/direct-engines.ts';
import { Peer, audioStop, chunkOf, speechStart } from '../support/peer.ts';
import { startVoiceServer } from '../support/voice-server.ts';

const frameMs = 20;
const frameSamples = frameMs * 16;
const loud = new Int16Array(frameSamples).fill(1_000);
const silent = new Int16Array(frameSamples);
const transcribe = { type: 'transcribe', data: { language: 'en' } } as const;

/** Hears one word per loud frame, and pauses wherever the samples are silent. */
const frameEngine: SttEngine = {
  languages: ['en'],
  async *transcribe(audio): AsyncGenerator<SttPart, void> {
    let wordCount = 0;
    let silentMs = 0;
    const textOf = () => Array.from({ length: wordCount }, (_, index) => `word${index + 1}`).join(' ');
    for await (const samples of audio) {
      if (samples.some((sample) => sample !== 0)) {
        wordCount += 1;
        silentMs = 0;
        yield { kind: 'partial', text: textOf() };
      } else {
        silentMs += samples.length / 16;
        if (silentMs >= 220 && wordCount > 0) yield { kind: 'pause', text: textOf(), silentMs };
      }
    }
    yield { kind: 'final', text: textOf(), language: 'en' };
  },
  useHints: async () => undefined,
  [Symbol.asyncDispose]: async () => undefined,
};

async function start(judge?: (text: string) => Completeness) {
  const heard: Heard[] = [];
  const server = await startVoiceServer(
    { ...(await directEngines()), stt: frameEngine },
    {
      listening: {
        onHeard: (one) => heard.push(one),
        ...(judge && { judge: ({ text }: Heard) => judge(text) }),
      },
    },
  );
  return { server, heard };
}

const frames = (frame: Int16Array, ms: number) => Array.from({ length: ms / frameMs }, () => chunkOf(frame));

describe('speech to text that ends sentences itself', () => {
  it.each([
    ['final', 260],
    ['open', 500],
    ['incomplete', 800],
  ] as const)('answers a sentence that is %s after %i ms of silence', async (completeness, silenceMs) => {
    const { server } = await start(() => completeness);
    await using _ = server;
    await using peer = await Peer.open(server.uri);
    await peer.send(transcribe, speechStart, chunkOf(loud), ...frames(silent, 2_000));
    expect((await peer.next('transcript')).data.text).toBe('word1');
    await expect.poll(() => server.facts).toHaveLength(1);
    const [fact] = server.facts;
    expect(fact).toMatchObject({ stage: 'stt', endpoint: completeness, pii: { text: 'word1' } });
    const heardMs = fact?.stage === 'stt' ? fact.audioMs : 0;
    expect(heardMs).toBeGreaterThanOrEqual(frameMs + silenceMs);
  });

  it('goes on listening when the speaker does', async () => {
    const { server } = await start((text) => (text === 'word1' ? 'open' : 'final'));
    await using _ = server;
    await using peer = await Peer.open(server.uri);
    await peer.send(transcribe, speechStart, chunkOf(loud), ...frames(silent, 440));
    await peer.send(chunkOf(loud), ...frames(silent, 600));
    expect((await peer.next('transcript')).data.text).toBe('word1 word2');
  });

  it('takes no harm from a microphone that goes on, and serves the next sentence', async () => {
    const { server } = await start(() => 'final');
    await using _ = server;
    await using peer = await Peer.open(server.uri);
    for (let round = 0; round < 3; round += 1) {
      await peer.send(transcribe, speechStart, chunkOf(loud), ...frames(silent, 600));
      expect((await peer.next('transcript')).data.text).toBe('word1');
      await peer.send(...frames(loud, 400), audioStop);
    }
    await peer.send({ type: 'ping', data: { text: 'there?' } });
    expect((await peer.next('pong')).data.text).toBe('there?');
    expect(server.facts.map((fact) => fact.errorCode)).toEqual([undefined, undefined, undefined]);
  });

  it('still obeys a client that ends the audio first', async () => {
    const { server } = await start(() => 'incomplete');
    await using _ = server;
    await using peer = await Peer.open(server.uri);
    await peer.send(transcribe, speechStart, chunkOf(loud), ...frames(silent, 240), audioStop);
    expect((await peer.next('transcript')).data.text).toBe('word1');
    await expect.poll(() => server.facts.at(-1)).not.toHaveProperty('endpoint');
  });

  it('listens for 15 s at most', async () => {
    const { server } = await start(() => 'incomplete');
    await using _ = server;
    await using peer = await Peer.open(server.uri);
    await peer.send(transcribe, speechStart, chunkOf(silent), ...frames(loud, 20_000));
    await peer.next('transcript');
    await expect.poll(() => server.facts.at(-1)).toMatchObject({ endpoint: 'longest' });
    const fact = server.facts.at(-1);
    expect(fact?.stage === 'stt' && fact.audioMs).toBeLessThanOrEqual(15_100);
  });

  it('tells what was heard once per text, also where Home Assistant ends the sentence', async () => {
    const { server, heard } = await start();
    await using _ = server;
    await using peer = await Peer.open(server.uri);
    await peer.send(transcribe, speechStart, chunkOf(loud), ...frames(silent, 400));
    await peer.send(chunkOf(loud), ...frames(silent, 400), audioStop);
    await peer.next('transcript');
    expect(heard.map(({ text }) => text)).toEqual(['word1', 'word1 word2']);
  });
});
