import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Agent } from '../../src/agent/agent.ts';
import { EngineError } from '../../src/core/errors.ts';
import { directEngines } from '../support/engines/direct-engines.ts';
import { Peer, chunkOf, speechStart, typesOf } from '../support/peer.ts';
import { echoAgent, startVoiceServer } from '../support/voice-server.ts';
import type { VoiceServer } from '../support/voice-server.ts';

describe('a session', () => {
  let server: VoiceServer;
  beforeAll(async () => {
    server = await startVoiceServer(await directEngines());
  });
  afterAll(() => server[Symbol.asyncDispose]());

  it('describes what it offers', async () => {
    await using peer = await Peer.open(server.uri);
    await peer.send({ type: 'describe' });
    const { asr, tts, wake, handle } = (await peer.next('info')).data;
    expect([asr, tts, wake, handle].map(([program]) => [program?.name, program?.installed])).toEqual(
      Array.from({ length: 4 }, () => ['hearken', true]),
    );
    expect(asr[0]).toMatchObject({ supports_transcript_streaming: true, requires_external_vad: true });
    expect(tts[0]).toMatchObject({
      supports_synthesize_streaming: true,
      voices: [{ name: 'amy', languages: ['en'] }],
    });
    expect(wake[0]?.models.map(({ name, phrase }) => [name, phrase])).toEqual([
      ['computer', 'computer'],
      ['jarvis', 'jarvis'],
    ]);
    expect(handle[0]).toMatchObject({ supports_home_control: true, models: [{ languages: ['en', 'de'] }] });
  });

  it('ignores events it does not know and those that are of no use here', async () => {
    await using peer = await Peer.open(server.uri);
    await peer.send(
      { type: 'unknown', name: 'dance', data: { tempo: 'fast' }, payload: new Uint8Array(10) },
      { type: 'user-event', data: { name: 'x' } },
      { type: 'synthesize-chunk', data: { text: 'stray' } },
      { type: 'audio-stop' },
      { type: 'played' },
      { type: 'ping', data: { text: 'a' } },
    );
    expect(typesOf(await peer.until('pong'))).toEqual(['pong']);
  });

  it('lets a peer select the program there is, and names it for another', async () => {
    await using peer = await Peer.open(server.uri);
    await peer.send({ type: 'select-program', data: { name: 'hearken' } });
    await peer.send({ type: 'select-program', data: { name: 'harken' } });
    expect(typesOf(await peer.until('error'))).toEqual(['error']);
    await peer.send({ type: 'select-program', data: { name: 'harken' } });
    expect((await peer.next('error')).data.text).toContain('did you mean "hearken"?');
  });

  it('answers what a person said in pieces and as a whole, with the context it was given', async () => {
    await using peer = await Peer.open(server.uri);
    const context = { conversation_id: 'c1', device_id: 'd1', satellite_id: 'assist_satellite.kitchen' };
    await peer.send({ type: 'transcript', data: { text: 'good morning', language: 'en-US', context } });
    const events = await peer.until('handled-stop');
    expect(typesOf(events)).toEqual([
      'handled-start',
      'handled-chunk',
      'handled-chunk',
      'handled',
      'handled-stop',
    ]);
    const pieces = events.flatMap((event) => (event.type === 'handled-chunk' ? [event.data.text] : []));
    expect(pieces.join('')).toBe('You said: good morning');
    expect(events[3]?.data).toEqual({ text: 'You said: good morning', context });
    expect(server.facts.at(-1)).toMatchObject({
      stage: 'agent',
      conversationId: 'c1',
      deviceId: 'd1',
      satelliteId: 'assist_satellite.kitchen',
      path: 'local',
      pii: { text: 'good morning' },
    });
  });

  it('says when it did not understand', async () => {
    await using peer = await Peer.open(server.uri);
    await peer.send({ type: 'transcript', data: { text: 'nonsense' } });
    expect(typesOf(await peer.until('not-handled'))).toEqual(['not-handled']);
  });

  it('answers requests in their order', async () => {
    await using peer = await Peer.open(server.uri);
    await peer.send(
      { type: 'synthesize', data: { text: 'one' } },
      { type: 'transcript', data: { text: 'nonsense' } },
      { type: 'synthesize', data: { text: 'two' } },
    );
    const events = [...(await peer.until('not-handled')), ...(await peer.until('audio-stop'))];
    expect(typesOf(events).filter((type) => type !== 'audio-chunk')).toEqual([
      'audio-start',
      'audio-stop',
      'not-handled',
      'audio-start',
      'audio-stop',
    ]);
  });
});

describe('a session whose service fails', () => {
  const failing = (error: unknown): Agent => ({
    ...echoAgent,
    // oxlint-disable-next-line require-yield
    async *respond() {
      throw error;
    },
  });

  it('sends the error of an overloaded service and hangs up', async () => {
    const agent = failing(new EngineError('ENGINE_OVERLOADED', 'full', { retryable: true }));
    await using server = await startVoiceServer(await directEngines(), { agent });
    await using peer = await Peer.open(server.uri);
    await peer.send({ type: 'transcript', data: { text: 'hello' } });
    expect((await peer.next('error')).data.code).toBe('ENGINE_OVERLOADED');
    expect(await peer.isHungUp()).toBe(true);
  });

  it('tells a mistake of ours without its words', async () => {
    await using server = await startVoiceServer(await directEngines(), {
      agent: failing(new TypeError('secret path')),
    });
    await using peer = await Peer.open(server.uri);
    await peer.send({ type: 'transcript', data: { text: 'hello' } });
    const { data } = await peer.next('error');
    expect(data.code).toBe('BUG');
    expect(data.text).not.toContain('secret');
    await peer.send({ type: 'ping' });
    await peer.next('pong');
  });
});

describe('a closing server', () => {
  it('lets a running request finish and ends idle connections', async () => {
    await using server = await startVoiceServer(await directEngines());
    await using idle = await Peer.open(server.uri);
    await using busy = await Peer.open(server.uri);
    await idle.send({ type: 'ping' });
    await idle.next('pong');
    await busy.send({ type: 'transcribe' }, speechStart, chunkOf(new Int16Array(1_600).fill(9)), {
      type: 'ping',
    });
    await busy.next('pong');
    const closed = server.server.close();
    expect(await idle.isHungUp()).toBe(true);
    await busy.send({ type: 'audio-stop' });
    expect((await busy.next('transcript')).data.text).toBe('1600 samples');
    expect(await busy.isHungUp()).toBe(true);
    busy.connection.destroy();
    idle.connection.destroy();
    await closed;
  });

  it('tells a peer that only listens at once', async () => {
    await using server = await startVoiceServer(await directEngines());
    await using peer = await Peer.open(server.uri);
    await peer.send({ type: 'detect' }, speechStart, chunkOf(new Int16Array(1_600)), { type: 'ping' });
    await peer.next('pong');
    const closed = server.server.close();
    expect((await peer.next('error')).data.code).toBe('SHUTTING_DOWN');
    peer.connection.destroy();
    await closed;
  });

  it('tells a peer whose request does not end within the grace time', async () => {
    const never: Agent = {
      ...echoAgent,
      // oxlint-disable-next-line require-yield
      async *respond(_request, { signal }) {
        await sleep(60_000, undefined, { signal }).catch(() => signal.throwIfAborted());
        throw new EngineError('ENGINE_FAILED', 'not reached');
      },
    };
    await using server = await startVoiceServer(await directEngines(), { agent: never });
    await using peer = await Peer.open(server.uri);
    await peer.send({ type: 'transcript', data: { text: 'hello' } }, { type: 'ping' });
    await peer.next('pong');
    const closed = server.server.close();
    expect((await peer.next('error')).data.code).toBe('SHUTTING_DOWN');
    peer.connection.destroy();
    await closed;
  });
});
