import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bytesFromInt16 } from '../../src/audio/pcm.ts';
import { directEngines } from '../support/engines/direct-engines.ts';
import { Peer, audioStop, chunkOf, speechStart, typesOf } from '../support/peer.ts';
import { startVoiceServer } from '../support/voice-server.ts';
import type { VoiceServer } from '../support/voice-server.ts';

const tone = new Int16Array(16_000).fill(1_000);
const transcribe = { type: 'transcribe', data: { language: 'en' } } as const;

describe('speech to text over a port', () => {
  let server: VoiceServer;
  beforeAll(async () => {
    server = await startVoiceServer(await directEngines());
  });
  afterAll(() => server[Symbol.asyncDispose]());

  it('answers audio with one transcript, and several rounds on one connection', async () => {
    await using peer = await Peer.open(server.uri);
    for (const count of [16_000, 8_000, 0]) {
      await peer.send(transcribe, speechStart);
      await peer.sendAudio(tone.subarray(0, count));
      await peer.send(audioStop);
      const { data } = await peer.next('transcript');
      expect(data).toEqual({ text: count === 0 ? '' : `${count} samples`, language: 'en' });
    }
  });

  it('streams what is certain before the transcript', async () => {
    await using peer = await Peer.open(server.uri);
    await peer.send(transcribe, speechStart);
    await peer.sendAudio(tone);
    await peer.send(audioStop);
    const events = await peer.until('transcript-stop');
    const pieces = events.flatMap((event) => (event.type === 'transcript-chunk' ? [event.data.text] : []));
    expect(pieces.join('')).toBe('16000 samples');
    expect(typesOf(events).slice(-2)).toEqual(['transcript', 'transcript-stop']);
    expect(typesOf(events)[0]).toBe('transcript-start');
  });

  it('takes audio without transcribe, and without audio-start', async () => {
    await using peer = await Peer.open(server.uri);
    await peer.send(chunkOf(tone.subarray(0, 320)), audioStop);
    expect((await peer.next('transcript')).data.text).toBe('320 samples');
    await peer.send(transcribe, chunkOf(tone.subarray(0, 480)), audioStop);
    expect((await peer.next('transcript')).data.text).toBe('480 samples');
  });

  it('gives zero-length audio an empty transcript', async () => {
    await using peer = await Peer.open(server.uri);
    await peer.send(transcribe, speechStart, audioStop);
    expect((await peer.next('transcript')).data.text).toBe('');
    await peer.send(transcribe, speechStart, chunkOf(new Int16Array(0)), audioStop);
    expect((await peer.next('transcript')).data.text).toBe('');
  });

  it('converts 44.1 kHz stereo', async () => {
    await using peer = await Peer.open(server.uri);
    const format = { rate: 44_100, width: 2, channels: 2 };
    const second = bytesFromInt16(new Int16Array(88_200).fill(1_000));
    await peer.send(transcribe, { type: 'audio-start', data: format });
    // 33 bytes: chunks end inside samples.
    for (let from = 0; from < second.length; from += 33 * 100)
      await peer.send({ type: 'audio-chunk', data: format, payload: second.subarray(from, from + 33 * 100) });
    await peer.send(audioStop);
    expect((await peer.next('transcript')).data.text).toBe('16000 samples');
  });

  it.each([
    [{ rate: 16_000, width: 5, channels: 1 }, 'Sample width 5 bytes is none of 1, 2, 3, 4.'],
    [{ rate: 100, width: 2, channels: 1 }, 'Sample rate 100 Hz is outside 4000 to 192000 Hz.'],
  ])('refuses audio of the format %j and goes on', async (format, text) => {
    await using peer = await Peer.open(server.uri);
    await peer.send(transcribe, { type: 'audio-start', data: format }, audioStop);
    expect((await peer.next('error')).data).toEqual({ text, code: 'REQUEST_INVALID' });
    await peer.send(transcribe);
    await peer.send({ type: 'audio-chunk', data: format, payload: new Uint8Array(320) });
    expect((await peer.next('error')).data).toEqual({ text, code: 'REQUEST_INVALID' });
    await peer.send(chunkOf(tone), audioStop, transcribe, chunkOf(tone.subarray(0, 160)), audioStop);
    expect((await peer.next('transcript')).data.text).toBe('160 samples');
  });

  it('names the nearest language when it does not know the asked one, and goes on', async () => {
    await using peer = await Peer.open(server.uri);
    await peer.send({ type: 'transcribe', data: { language: 'dee' } }, speechStart, chunkOf(tone), audioStop);
    expect((await peer.next('error')).data).toEqual({
      text: 'Language "dee" is not installed; did you mean "de"?',
      code: 'REQUEST_LANGUAGE_UNKNOWN',
    });
    await peer.send({ type: 'transcribe', data: { language: 'de-AT' } }, chunkOf(tone), audioStop);
    expect((await peer.next('transcript')).data.language).toBe('de');
  });

  it('bounds an utterance of ten minutes, saying the limit and its reason', async () => {
    await using peer = await Peer.open(server.uri);
    await peer.send(transcribe, speechStart);
    // The server hangs up half way through.
    const sending = (async () => {
      for (let second = 0; second < 600; second += 1) await peer.send(chunkOf(tone));
    })().catch((error: unknown) => error);
    const { data } = await peer.next('error');
    expect(data.code).toBe('REQUEST_TOO_LARGE');
    expect(data.text).toContain('longer than 300 seconds; that bounds the memory and time');
    expect(await peer.isHungUp().catch(() => true)).toBe(true);
    peer.connection.destroy();
    await sending;
  });

  it('answers describe and ping while it listens', async () => {
    await using peer = await Peer.open(server.uri);
    await peer.send(transcribe, speechStart, chunkOf(tone));
    await peer.send({ type: 'describe' }, { type: 'ping', data: { text: 'still there?' } });
    expect((await peer.next('info')).data.asr[0]?.installed).toBe(true);
    expect((await peer.next('pong')).data.text).toBe('still there?');
    await peer.send(audioStop);
    expect((await peer.next('transcript')).data.text).toBe('16000 samples');
  });

  it('forgets an utterance that a new request cuts off', async () => {
    await using peer = await Peer.open(server.uri);
    await peer.send(transcribe, chunkOf(tone), transcribe, chunkOf(tone.subarray(0, 160)), audioStop);
    expect(typesOf(await peer.until('transcript-stop'))).not.toContain('error');
    await peer.send(transcribe, chunkOf(tone.subarray(0, 320)), audioStop);
    expect((await peer.next('transcript')).data.text).toBe('320 samples');
  });

  it('answers a peer that has ended its side', async () => {
    await using peer = await Peer.open(server.uri);
    await peer.send(transcribe, chunkOf(tone), audioStop);
    await peer.connection.closeWrite();
    expect((await peer.next('transcript')).data.text).toBe('16000 samples');
  });

  it('hands a client’s own names on as hints', async () => {
    await using peer = await Peer.open(server.uri);
    const data = { transcript_names: ['Athena'], transcript_terms: ['dim'] };
    await peer.send({ type: 'transcribe', data }, chunkOf(tone), audioStop);
    await peer.next('transcript');
    expect(server.hints.at(-1)).toEqual({ names: ['Athena'], terms: ['dim'] });
  });

  it('reports the stage with durations, what was said only as personal', async () => {
    await using peer = await Peer.open(server.uri);
    await peer.send(transcribe, chunkOf(tone.subarray(0, 8_000)), audioStop);
    await peer.next('transcript');
    await expect
      .poll(() => server.facts.at(-1))
      .toMatchObject({
        stage: 'stt',
        audioMs: 500,
        language: 'en',
        pii: { text: '8000 samples' },
      });
    const fact = server.facts.at(-1);
    expect(fact).toHaveProperty('afterStopMs', expect.any(Number));
    expect(fact).toHaveProperty('energyDb', expect.closeTo(-30.3, 1));
  });
});
