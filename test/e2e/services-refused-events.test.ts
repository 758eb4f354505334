import { once } from 'node:events';
import { connect as connectSocket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { directEngines } from '../support/engines/direct-engines.ts';
import { Peer, audioStop, chunkOf, speechStart, typesOf } from '../support/peer.ts';
import { startVoiceServer } from '../support/voice-server.ts';
import type { VoiceServer } from '../support/voice-server.ts';

const tone = new Int16Array(16_000).fill(1_000);
const speech = { rate: 16_000, width: 2, channels: 1 };
const transcribe = { type: 'transcribe', data: { language: 'en' } } as const;

/** A peer that may also send what our own connection refuses to write. */
async function openPeer(uri: string) {
  const { hostname, port } = new URL(uri);
  const socket = connectSocket(Number(port), hostname);
  await once(socket, 'connect');
  const peer = Peer.over({ readable: socket, writable: socket });
  const sendAsIs = (type: string, data: object, payload = Buffer.alloc(0)): void => {
    const json = Buffer.from(JSON.stringify(data));
    const header = { type, data_length: json.length, payload_length: payload.length };
    socket.write(Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), json, payload]));
  };
  return { peer, sendAsIs, [Symbol.asyncDispose]: () => peer[Symbol.asyncDispose]() };
}

describe('an event that does not fit its type', () => {
  let server: VoiceServer;
  beforeAll(async () => {
    server = await startVoiceServer(await directEngines());
  });
  afterAll(() => server[Symbol.asyncDispose]());

  it.each([
    { rate: 0 },
    { rate: -16_000 },
    { rate: 16_000.5 },
    { rate: 1e300 },
    { rate: '16000' },
    { rate: null },
    { width: 0 },
    { width: 1.5 },
    { channels: 0 },
    { channels: -1 },
  ])('answers audio-start and audio-chunk of %j with one error, and goes on', async (wrong) => {
    await using open = await openPeer(server.uri);
    const { peer, sendAsIs } = open;
    const [field] = Object.keys(wrong);
    for (const type of ['audio-start', 'audio-chunk']) {
      await peer.send(transcribe);
      for (let count = 0; count < 3; count += 1) sendAsIs(type, { ...speech, ...wrong }, Buffer.alloc(320));
      await peer.send(chunkOf(tone), audioStop, { type: 'ping' }, transcribe, chunkOf(tone), audioStop);
      const events = (await peer.until('transcript')).filter((event) => event.type !== 'pong');
      expect(typesOf(events)).toEqual(['error', 'transcript-start', 'transcript-chunk', 'transcript']);
      expect(events[0]?.data).toEqual({
        code: 'REQUEST_INVALID',
        text: expect.stringContaining(`An event can not be read: ${type}: ${field}: `),
      });
      await peer.next('transcript-stop');
    }
  });

  it('answers audio that nobody asked for with one error', async () => {
    await using open = await openPeer(server.uri);
    const { peer, sendAsIs } = open;
    sendAsIs('audio-start', { ...speech, rate: 0 });
    await peer.send(chunkOf(tone), audioStop, { type: 'select-program', data: { name: 'hearken' } });
    await peer.send(transcribe, speechStart, chunkOf(tone), audioStop);
    const events = await peer.until('transcript');
    expect(typesOf(events)).toEqual(['error', 'transcript-start', 'transcript-chunk', 'transcript']);
  });

  it.each([
    ['transcribe', { language: 5 }, [chunkOf(tone), audioStop]],
    ['synthesize', { text: null }, []],
    ['detect', { names: 5 }, [chunkOf(tone), audioStop]],
    ['transcript', {}, []],
    ['ping', { text: 5 }, []],
  ] as const)('answers the request %s that has wrong fields, and goes on', async (type, data, rest) => {
    await using open = await openPeer(server.uri);
    const { peer, sendAsIs } = open;
    sendAsIs(type, data);
    await peer.send(...rest, { type: 'synthesize', data: { text: 'hello' } });
    const events = await peer.until('audio-stop');
    expect(typesOf(events).filter((name) => name !== 'audio-chunk')).toEqual([
      'error',
      'audio-start',
      'audio-stop',
    ]);
    expect(events[0]?.data).toMatchObject({ code: 'REQUEST_INVALID' });
  });

  it('ends a stream of text by its error and the word that clients wait for', async () => {
    await using open = await openPeer(server.uri);
    const { peer, sendAsIs } = open;
    await peer.send({ type: 'synthesize-start' });
    sendAsIs('synthesize-chunk', { text: 5 });
    await peer.send({ type: 'synthesize-chunk', data: { text: 'more' } }, { type: 'synthesize-stop' });
    expect(typesOf(await peer.until('synthesize-stopped'))).toEqual(['error', 'synthesize-stopped']);
  });

  it('tells a peer that listens for wake words', async () => {
    await using open = await openPeer(server.uri);
    const { peer, sendAsIs } = open;
    await peer.send({ type: 'detect' }, speechStart, chunkOf(new Int16Array(1_600)));
    sendAsIs('audio-chunk', { ...speech, width: 0 }, Buffer.alloc(320));
    expect((await peer.next('error')).data.code).toBe('REQUEST_INVALID');
    await peer.send(audioStop, { type: 'detect' }, speechStart, chunkOf(tone));
    expect((await peer.next('detection')).data.name).toBe('computer');
  });
});
