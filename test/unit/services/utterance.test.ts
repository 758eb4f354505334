import { describe, expect, it } from 'vitest';
import type { WyomingEvent } from 'wyoming-ts';
import { concatSamples } from '../../../src/audio/chunk.ts';
import { createConverter } from '../../../src/audio/converter.ts';
import { bytesFromInt16 } from '../../../src/audio/pcm.ts';
import { Inbox } from '../../../src/services/inbox.ts';
import { Utterance } from '../../../src/services/utterance.ts';
import { collect, noAbort } from '../../support/streams.ts';

type Format = { rate: number; width: number; channels: number };
const speech: Format = { rate: 16_000, width: 2, channels: 1 };
const stop: WyomingEvent = { type: 'audio-stop', data: {} };

const chunk = (samples: Int16Array, data: Format & { timestamp?: number } = speech): WyomingEvent => ({
  type: 'audio-chunk',
  data,
  payload: bytesFromInt16(samples),
});

async function utteranceOf(events: readonly WyomingEvent[], maxSeconds?: number): Promise<Utterance> {
  const inbox = new Inbox();
  await inbox.push({ event: { type: 'transcribe', data: {} }, atMs: 0 }, noAbort);
  for (const [index, event] of events.entries()) await inbox.push({ event, atMs: index }, noAbort);
  inbox.close();
  await inbox.nextRequest(noAbort);
  return new Utterance(inbox, { signal: noAbort, ...(maxSeconds !== undefined && { maxSeconds }) });
}

const lengthOf = (parts: readonly Int16Array[]) => parts.reduce((sum, part) => sum + part.length, 0);

describe('Utterance', () => {
  it('gives the samples up to audio-stop, with their length, loudness and end', async () => {
    const utterance = await utteranceOf([
      { type: 'audio-start', data: speech },
      chunk(new Int16Array(160).fill(16_384)),
      chunk(new Int16Array(160).fill(-16_384)),
      stop,
      chunk(new Int16Array(160)),
    ]);
    expect(utterance.stoppedAtMs).toBeUndefined();
    expect(lengthOf(await collect(utterance))).toBe(320);
    expect(utterance.audioMs).toBe(20);
    expect(utterance.energyDb).toBeCloseTo(-6.02, 2);
    expect(utterance.stoppedAtMs).toBe(3);
    expect(utterance.isAbandoned).toBe(false);
  });

  it('ends when it is told to, with what has come', async () => {
    const inbox = new Inbox();
    await inbox.push({ event: { type: 'transcribe', data: {} }, atMs: 0 }, noAbort);
    await inbox.push({ event: chunk(new Int16Array(160)), atMs: 1 }, noAbort);
    await inbox.nextRequest(noAbort);
    const utterance = new Utterance(inbox, { signal: noAbort });
    const parts = collect(utterance);
    await expect.poll(() => utterance.audioMs).toBe(10);
    utterance.end(7);
    expect(lengthOf(await parts)).toBe(160);
    expect([utterance.stoppedAtMs, utterance.isAbandoned]).toEqual([7, false]);
    await inbox.push({ event: chunk(new Int16Array(320)), atMs: 8 }, noAbort);
    await inbox.push({ event: stop, atMs: 9 }, noAbort);
    await inbox.push({ event: { type: 'transcribe', data: {} }, atMs: 10 }, noAbort);
    await inbox.skipRest(noAbort);
    expect(await inbox.nextRequest(noAbort)).toMatchObject({ event: { type: 'transcribe' } });
  });

  it('follows a format that changes on the way', async () => {
    const stereo = { rate: 32_000, width: 2, channels: 2 };
    const utterance = await utteranceOf([
      chunk(new Int16Array(160)),
      chunk(new Int16Array(640), stereo),
      chunk(new Int16Array(160)),
      stop,
    ]);
    expect(lengthOf(await collect(utterance))).toBe(480);
  });

  it('counts time from the first timestamp of the peer', async () => {
    const utterance = await utteranceOf([
      chunk(new Int16Array(160), { ...speech, timestamp: 500 }),
      chunk(new Int16Array(160), { ...speech, timestamp: 510 }),
      stop,
    ]);
    await collect(utterance);
    expect(utterance.firstTimestampMs).toBe(500);
  });

  it.each([
    ['leaves', []],
    ['asks for something else', [{ type: 'transcribe', data: {} } as const]],
  ])('is abandoned when the peer %s without audio-stop', async (_, rest) => {
    const utterance = await utteranceOf([chunk(new Int16Array(160)), ...rest]);
    await collect(utterance);
    expect(utterance.isAbandoned).toBe(true);
  });

  it('refuses what goes over its limit', async () => {
    const utterance = await utteranceOf([chunk(new Int16Array(16_000)), chunk(new Int16Array(1)), stop], 1);
    await expect(collect(utterance)).rejects.toMatchObject({ code: 'REQUEST_TOO_LARGE' });
  });

  it('is as quiet as silence when there was nothing', async () => {
    const utterance = await utteranceOf([stop]);
    expect(await collect(utterance)).toEqual([]);
    expect(utterance.energyDb).toBe(-100);
  });

  it('refuses audio that changes its format again and again', async () => {
    const chunks = Array.from({ length: 100 }, (_, index) =>
      chunk(new Int16Array(16), { ...speech, rate: 8_000 + index }),
    );
    const utterance = await utteranceOf([...chunks, stop]);
    await expect(collect(utterance)).rejects.toMatchObject({ code: 'REQUEST_INVALID' });
  });

  it('lets other peers have their turn while a long chunk is converted, and converts it as one', async () => {
    const wide: Format = { rate: 48_000, width: 3, channels: 2 };
    const payload = Uint8Array.from({ length: 6 * 48_000 }, (_, index) => (index * 37) % 251);
    const utterance = await utteranceOf([{ type: 'audio-chunk', data: wide, payload }, stop]);
    let otherTurns = 0;
    const others = setInterval(() => (otherTurns += 1), 0);
    const parts = await collect(utterance);
    clearInterval(others);
    const converter = createConverter({ rateHz: 48_000, widthBytes: 3, channels: 2 });
    expect(concatSamples(parts)).toEqual(concatSamples([converter.push(payload), converter.end()]));
    expect(otherTurns).toBeGreaterThan(0);
  });

  it('takes no more of a chunk than it may be long', async () => {
    const minutes: WyomingEvent = {
      type: 'audio-chunk',
      data: { rate: 4_000, width: 1, channels: 1 },
      payload: new Uint8Array(4_000 * 400),
    };
    const utterance = await utteranceOf([minutes, stop], 10);
    await expect(collect(utterance)).rejects.toMatchObject({ code: 'REQUEST_TOO_LARGE' });
    expect(utterance.audioMs).toBeLessThan(20_000);
  });
});
