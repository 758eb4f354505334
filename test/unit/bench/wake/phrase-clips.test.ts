import { expect, it } from 'vitest';
import { placeInRoom } from '../../../../src/bench/wake/phrase-clips.ts';

it('sets a clip into room noise without mixing them', () => {
  const stream = placeInRoom(Int16Array.of(7, 8, 9), { room: Int16Array.of(1, 2), beforeMs: 1, afterMs: 2 });
  expect(stream).toHaveLength(16 + 3 + 32);
  expect([...stream.subarray(14, 22)]).toEqual([1, 2, 7, 8, 9, 2, 1, 2]);
});
