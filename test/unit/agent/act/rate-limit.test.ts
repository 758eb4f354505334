import { describe, expect, it } from 'vitest';
import { RateLimit } from '../../../../src/agent/act/rate-limit.ts';
import type { Speaker } from '../../../../src/agent/speaker.ts';
import { handClock } from '../../../support/hand-clock.ts';

const nobody: Speaker = {
  channel: 'http',
  conversationId: 'c',
  satelliteId: null,
  deviceId: null,
  userId: null,
};
const at = (satelliteId: string, channel: Speaker['channel'] = 'http') => ({
  ...nobody,
  channel,
  satelliteId,
});

describe('the limit on haste', () => {
  it('lets as many actions begin within any minute, and no more', () => {
    const clock = handClock();
    const limit = new RateLimit(3, clock);
    const take = () => limit.take(at('assist_satellite.a'), 1);
    expect([take(), take()]).toEqual([true, true]);
    clock.advance(59_000);
    expect([take(), take()]).toEqual([true, false]);
    clock.advance(1_000);
    expect([take(), take(), take()]).toEqual([true, true, false]);
  });

  it('lets all of a request begin or nothing of it', () => {
    const limit = new RateLimit(3, handClock());
    expect(limit.take(nobody, 4)).toBe(false);
    expect(limit.take(nobody, 3)).toBe(true);
    expect(limit.take(nobody, 1)).toBe(false);
    expect(limit.take(nobody, 0)).toBe(true);
  });

  it('counts each satellite and user alone, and all of Wyoming together', () => {
    const limit = new RateLimit(1, handClock());
    expect(limit.take(at('assist_satellite.a'), 1)).toBe(true);
    expect(limit.take(at('assist_satellite.b'), 1)).toBe(true);
    expect(limit.take({ ...at('assist_satellite.a'), userId: 'ada' }, 1)).toBe(true);
    expect(limit.take({ ...nobody, userId: 'ada' }, 1)).toBe(false);
    expect(limit.take(at('assist_satellite.c', 'wyoming'), 1)).toBe(true);
    expect(limit.take(at('assist_satellite.d', 'wyoming'), 1)).toBe(false);
  });
});
