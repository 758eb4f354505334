import { describe, expect, it } from 'vitest';
import { EventDecoder } from 'wyoming-ts';
import { codecRows } from '../../../../src/bench/codec/codec.ts';
import { codecStream, isComplete } from '../../../../src/bench/codec/stream.ts';

const run = (eventsPerSecond: number) => ({
  events: 1_000,
  bytes: 0,
  cpuMs: 2,
  elapsedMs: 1_000_000 / eventsPerSecond,
});

describe('codecStream', () => {
  it('is the asked number of 2 KiB audio events and an audio-stop', () => {
    const decoder = new EventDecoder();
    decoder.push(codecStream(3));
    const events = Array.from({ length: 5 }, () => decoder.next());
    expect(events.map((event) => event?.type)).toEqual([
      'audio-chunk',
      'audio-chunk',
      'audio-chunk',
      'audio-stop',
      undefined,
    ]);
    expect(events[2]).toMatchObject({ data: { rate: 16_000, width: 2, channels: 1, timestamp: 128 } });
    expect(events[2]).toHaveProperty('payload.length', 2_048);
  });
});

describe('isComplete', () => {
  it('wants every event with all its bytes', () => {
    expect(isComplete({ events: 2, bytes: 4_096, cpuMs: 1 }, 2)).toBe(true);
    expect(isComplete({ events: 2, bytes: 4_095, cpuMs: 1 }, 2)).toBe(false);
    expect(isComplete({ events: 1, bytes: 4_096, cpuMs: 1 }, 2)).toBe(false);
  });
});

describe('codecRows', () => {
  it('holds the ratio of the medians against the target', () => {
    const rows = codecRows({ ours: [100, 300, 350].map(run), peer: [100, 90, 200].map(run) });
    expect(rows.find(({ unit }) => unit === '×')).toMatchObject({ value: 3, met: true, n: 3 });
    const slower = codecRows({ ours: [299].map(run), peer: [100].map(run) });
    expect(slower.find(({ unit }) => unit === '×')).toMatchObject({ met: false });
  });

  it('gives CPU time per event in microseconds', () => {
    const rows = codecRows({ ours: [run(100)], peer: [run(50)] });
    expect(rows.filter(({ unit }) => unit === 'µs').map(({ value }) => value)).toEqual([2, 2]);
  });
});
