import { describe, expect, it } from 'vitest';
import { sweeper } from '../../../../src/store/repositories/sweep.ts';

describe('the removal of what expired', () => {
  it('comes with the first write and then at most once a minute', async () => {
    let nowMs = 1_000;
    let count = 0;
    const clock = { now: () => nowMs, monotonicMs: () => nowMs };
    const sweep = sweeper(clock, async () => {
      count += 1;
    });
    for (const atMs of [1_000, 30_000, 60_999, 61_000, 61_001]) {
      nowMs = atMs;
      await sweep();
    }
    expect(count).toBe(2);
  });
});
