import { assert, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { windowsOf } from '../../../../../src/engines/tts/vits/windows.ts';

const plan = { firstFrames: 10, maxFrames: 30, leftFrames: 4, rightFrames: 3 };

describe('windowsOf', () => {
  it('begins short and grows to its bound, looking at what is around', () => {
    expect([...windowsOf(110, plan)]).toEqual([
      { start: 0, end: 10, from: 0, to: 13 },
      { start: 10, end: 30, from: 6, to: 33 },
      { start: 30, end: 60, from: 26, to: 63 },
      { start: 60, end: 90, from: 56, to: 93 },
      { start: 90, end: 110, from: 86, to: 110 },
    ]);
  });

  it('takes a short rest along', () => {
    expect([...windowsOf(14, plan)]).toEqual([{ start: 0, end: 14, from: 0, to: 14 }]);
    expect([...windowsOf(15, plan)].map(({ end }) => end)).toEqual([10, 15]);
  });

  it('has no window for no frames', () => expect([...windowsOf(0, plan)]).toEqual([]));

  it('covers every frame once, in order, with all it depends on, and never more than half over its bound', () => {
    const plans = record({
      firstFrames: integer({ min: 1, max: 30 }),
      maxFrames: integer({ min: 30, max: 90 }),
      leftFrames: integer({ min: 0, max: 12 }),
      rightFrames: integer({ min: 0, max: 12 }),
    });
    assert(
      property(integer({ min: 0, max: 1_000 }), plans, (frameCount, any) => {
        let next = 0;
        for (const { start, end, from, to } of windowsOf(frameCount, any)) {
          expect(start).toBe(next);
          expect(end - start).toBeGreaterThan(0);
          expect(end - start).toBeLessThan(any.maxFrames * 1.5);
          expect([from, to]).toEqual([
            Math.max(0, start - any.leftFrames),
            Math.min(frameCount, end + any.rightFrames),
          ]);
          next = end;
        }
        expect(next).toBe(frameCount);
      }),
    );
  });
});
