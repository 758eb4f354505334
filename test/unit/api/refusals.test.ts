import { describe, expect, it } from 'vitest';
import { Refusals } from '../../../src/api/refusals.ts';

function handClock() {
  let nowMs = 0;
  return { now: () => nowMs, monotonicMs: () => nowMs, advance: (ms: number) => (nowMs += ms) };
}

describe('refusals', () => {
  it('have a limit per address and minute', () => {
    const clock = handClock();
    const refusals = new Refusals(clock);
    const add = (address: string, count: number) =>
      Array.from({ length: count }, () => refusals.add(address));
    expect(add('a', 11)).toEqual([...Array<boolean>(10).fill(true), false]);
    expect(refusals.add('b')).toBe(true);
    clock.advance(59_999);
    expect(refusals.add('a')).toBe(false);
    clock.advance(1);
    expect(refusals.add('a')).toBe(true);
  });

  it('forget the oldest address when there are too many', () => {
    const refusals = new Refusals(handClock());
    for (let index = 0; index < 11; index += 1) refusals.add('first');
    for (let index = 0; index < 1_000; index += 1) refusals.add(`address ${index}`);
    expect(refusals.add('first')).toBe(true);
  });
});
