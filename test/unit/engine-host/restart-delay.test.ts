import { describe, expect, it } from 'vitest';
import { restartDelayMs } from '../../../src/engine-host/restart-delay.ts';

describe('restartDelayMs', () => {
  it('is nothing for the first crashes of a series', () => {
    expect(restartDelayMs([1_000])).toBe(0);
    expect(restartDelayMs([1_000, 2_000, 3_000, 4_000])).toBe(0);
  });

  it('doubles with every further crash, up to half a minute', () => {
    const crashes = (count: number) => Array.from({ length: count }, (_, index) => index);
    expect([5, 6, 7, 20].map((count) => restartDelayMs(crashes(count)))).toEqual([
      1_000, 2_000, 4_000, 30_000,
    ]);
  });

  it('forgets crashes of a minute ago', () => {
    expect(restartDelayMs([0, 1, 2, 3, 4, 60_010])).toBe(0);
  });
});
