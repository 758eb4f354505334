import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SampleRing } from '../../../src/audio/ring.ts';

describe('SampleRing', () => {
  it('holds the newest samples in order, whatever was pushed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 30 })),
        fc.nat(20),
        (pushes, count) => {
          const ring = new SampleRing(12);
          for (const push of pushes) ring.push(Int16Array.from(push));
          const newest = pushes.flat().slice(-12);
          expect(ring.length).toBe(newest.length);
          expect([...ring.last()]).toEqual(newest);
          expect([...ring.last(count)]).toEqual(count === 0 ? [] : newest.slice(-count));
        },
      ),
    );
  });

  it('is empty after clear', () => {
    const ring = new SampleRing(4);
    ring.push(Int16Array.of(1, 2, 3, 4, 5));
    ring.clear();
    ring.push(Int16Array.of(6));
    expect([...ring.last()]).toEqual([6]);
  });
});
