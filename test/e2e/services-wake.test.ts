import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { directEngines } from '../support/engines/direct-engines.ts';
import { Peer, audioStop, chunkOf, speechStart, typesOf } from '../support/peer.ts';
import { startVoiceServer } from '../support/voice-server.ts';
import type { VoiceServer } from '../support/voice-server.ts';

const silence = new Int16Array(16_000);
const computer = new Int16Array(16_000).fill(1_000);
const jarvis = new Int16Array(16_000).fill(2_000);

describe('wake words over a port', () => {
  let server: VoiceServer;
  beforeAll(async () => {
    server = await startVoiceServer(await directEngines());
  });
  afterAll(() => server[Symbol.asyncDispose]());

  it('answers the asked word with its name while the audio goes on', async () => {
    await using peer = await Peer.open(server.uri);
    await peer.send({ type: 'detect', data: { names: ['jarvis'] } }, speechStart);
    await peer.send(chunkOf(silence), chunkOf(computer), chunkOf(jarvis));
    expect((await peer.next('detection')).data).toMatchObject({ name: 'jarvis', timestamp: 3_000 });
    expect(server.facts.at(-1)).toMatchObject({ stage: 'wake', name: 'jarvis', phrase: 'jarvis' });
  });

  it('gives times on the clock of the peer', async () => {
    await using peer = await Peer.open(server.uri);
    await peer.send(
      { type: 'detect', data: { names: ['computer'] } },
      speechStart,
      chunkOf(computer, 70_000),
    );
    expect((await peer.next('detection')).data.timestamp).toBe(71_000);
  });

  it('listens for every word when none is named, and detects several on one connection', async () => {
    await using peer = await Peer.open(server.uri);
    await peer.send({ type: 'detect', data: { names: null } }, speechStart);
    await peer.send(
      chunkOf(computer),
      chunkOf(silence),
      chunkOf(jarvis),
      chunkOf(silence),
      chunkOf(computer),
    );
    const names: unknown[] = [];
    for (let count = 0; count < 3; count += 1) names.push((await peer.next('detection')).data.name);
    expect(names).toEqual(['computer', 'jarvis', 'computer']);
    await peer.send(audioStop, { type: 'ping' });
    expect(typesOf(await peer.until('pong'))).not.toContain('not-detected');
  });

  it('says that nothing was detected when the audio stops, round after round', async () => {
    await using peer = await Peer.open(server.uri);
    for (let round = 0; round < 2; round += 1) {
      await peer.send(
        { type: 'detect', data: { names: ['jarvis'] } },
        speechStart,
        chunkOf(computer),
        audioStop,
      );
      expect(typesOf(await peer.until('not-detected'))).toEqual(['not-detected']);
    }
    await peer.send({ type: 'detect' }, speechStart, chunkOf(computer), audioStop);
    expect((await peer.next('detection')).data.name).toBe('computer');
  });

  it('refuses an unknown word and serves the next request', async () => {
    await using peer = await Peer.open(server.uri);
    await peer.send(
      { type: 'detect', data: { names: ['athena'] } },
      speechStart,
      chunkOf(computer),
      audioStop,
    );
    expect((await peer.next('error')).data).toEqual({
      text: 'Unknown wake word "athena".',
      code: 'REQUEST_INVALID',
    });
    await peer.send({ type: 'detect', data: { names: ['computer'] } }, speechStart, chunkOf(computer));
    expect((await peer.next('detection')).data.name).toBe('computer');
  });

  it('transcribes on a connection that listened before', async () => {
    await using peer = await Peer.open(server.uri);
    await peer.send(
      { type: 'detect' },
      speechStart,
      chunkOf(computer),
      { type: 'transcribe' },
      chunkOf(computer),
    );
    await peer.send(audioStop);
    expect((await peer.next('transcript')).data.text).toBe('16000 samples');
  });
});
