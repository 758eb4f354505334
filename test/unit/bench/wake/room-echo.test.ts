import { describe, expect, it } from 'vitest';
import { echo } from '../../../../src/bench/wake/room-echo.ts';

describe('echo', () => {
  it('repeats the clip at each tap of the response, scaled to the clip’s own peak', () => {
    const clip = Int16Array.of(1_000, 0, 0, -500);
    const response = Int16Array.of(2, 0, 0, 0, 0, 1);
    expect([...echo(clip, response)]).toEqual([1_000, 0, 0, -500, 0, 500, 0, 0, -250, 0]);
  });

  it('adds what overlaps', () => {
    expect([...echo(Int16Array.of(100, 100), Int16Array.of(1, 1))]).toEqual([50, 100, 50, 0]);
  });
});
