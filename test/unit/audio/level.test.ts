import { describe, expect, it } from 'vitest';
import { peakDbfs, rmsDbfs, silenceDbfs } from '../../../src/audio/level.ts';

const sine = Int16Array.from(
  { length: 16_000 },
  (_, n) => 32_767 * Math.sin((2 * Math.PI * 440 * n) / 16_000),
);

describe('rmsDbfs', () => {
  it('gives a full-scale sine −3 dBFS and half of it −9', () => {
    expect(rmsDbfs(sine)).toBeCloseTo(-3.01, 1);
    expect(rmsDbfs(sine.map((sample) => sample / 2))).toBeCloseTo(-9.03, 1);
  });

  it('gives silence and no samples at all a floor', () => {
    expect(rmsDbfs(new Int16Array(100))).toBe(silenceDbfs);
    expect(rmsDbfs(new Int16Array(0))).toBe(silenceDbfs);
  });
});

describe('peakDbfs', () => {
  it('measures the loudest sample', () => {
    expect(peakDbfs(Int16Array.of(1, -32_768, 5))).toBe(0);
    expect(peakDbfs(Int16Array.of(16_384))).toBeCloseTo(-6.02, 2);
  });
});
