import { describe, expect, it } from 'vitest';
import { frameSamples } from '../../../../src/engines/wake/backend.ts';
import { createGate } from '../../../../src/engines/wake/gate.ts';

/** A frame of a tone with this peak. */
const tone = (peak: number): Int16Array =>
  Int16Array.from({ length: frameSamples }, (_, i) => Math.round(peak * Math.sin(i)));

/** Which of the frames are let through, after a room of this loudness has been heard for a while. */
function openFrames(roomPeak: number, peaks: readonly number[]): boolean[] {
  const gate = createGate();
  for (let i = 0; i < 100; i += 1) gate.step(tone(roomPeak));
  return peaks.map((peak) => gate.step(tone(peak)));
}

const count = (frames: readonly boolean[]): number => frames.filter(Boolean).length;

describe('createGate', () => {
  it('is open until it knows the room', () => {
    const gate = createGate();
    expect(gate.step(tone(10))).toBe(true);
  });

  it.each([0, 30, 3_000])('shuts in a steady room of peak %i', (peak) => {
    expect(count(openFrames(peak, Array<number>(20).fill(peak)))).toBe(0);
  });

  it('opens in the very frame that stands out of the room', () => {
    expect(openFrames(100, [100, 200])).toEqual([false, true]);
  });

  it('opens for a sound in a part of the frame', () => {
    const gate = createGate();
    for (let i = 0; i < 100; i += 1) gate.step(tone(100));
    const frame = tone(100);
    frame.set(tone(1_000).subarray(0, 320), 960);
    expect(gate.step(frame)).toBe(true);
  });

  it('stays open for 800 ms after the sound', () => {
    expect(count(openFrames(100, [1_000, ...Array<number>(30).fill(100)]))).toBe(10);
  });

  it('gets used to a room that became louder', () => {
    const frames = openFrames(100, Array<number>(300).fill(400));
    expect([frames[0], frames.at(-1)]).toEqual([true, false]);
  });

  it('stays shut below what any microphone hears', () => {
    expect(count(openFrames(0, [2, 0, 2, 0]))).toBe(0);
  });
});
