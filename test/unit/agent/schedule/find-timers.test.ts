import { describe, expect, it } from 'vitest';
import { findTimers } from '../../../../src/agent/schedule/find-timers.ts';
import type { TimerNow } from '../../../../src/agent/schedule/timer.ts';

const origin = {
  satelliteId: null,
  deviceId: null,
  areaId: null,
  language: 'en',
  showsTimers: false,
} as const;
const called = (name: string | null): TimerNow => ({
  timerId: name ?? 'unnamed',
  name,
  durationMs: 60_000,
  totalMs: 60_000,
  createdAtMs: 0,
  origin,
  phase: 'running',
  leftMs: 60_000,
  asOfMs: 0,
  nowLeftMs: 60_000,
});
const timers = ['pasta', 'pasta water', 'the eggs', null].map(called);

function found(name: string, among: readonly TimerNow[] = timers): readonly string[] {
  const result = findTimers(among, { name, lengthMs: null, place: null }, origin, () => null);
  return result.kind === 'found' ? result.timers.map(({ timerId }) => timerId) : [result.kind];
}

describe('a timer by its name', () => {
  it('is the one of the very words before one of more words', () => {
    expect(found('pasta')).toEqual(['pasta']);
    expect(found('pasta water')).toEqual(['pasta water']);
  });

  it('is meant with an article, in another number, and with the word timer', () => {
    expect(found('egg')).toEqual(['the eggs']);
    expect(found('my eggs')).toEqual(['the eggs']);
    expect(found('the pasta timer')).toEqual(['pasta']);
  });

  it('is meant by a part of it, and by more words than it has', () => {
    expect(found('water')).toEqual(['pasta water']);
    expect(found('pasta', timers.slice(1))).toEqual(['pasta water']);
    expect(found('boiled eggs')).toEqual(['the eggs']);
  });

  it('is not one of another name, nor one without a name', () => {
    expect(found('pizza')).toEqual(['not-found']);
    expect(found('pizza', [called(null)])).toEqual(['not-found']);
  });
});

describe('the other timer', () => {
  it('is any but the one that was just spoken of', () => {
    const choice = { name: null, lengthMs: null, place: null, otherThan: 'pasta' };
    const result = findTimers(timers.slice(0, 2), choice, origin, () => null);
    expect(result).toMatchObject({ kind: 'found', timers: [{ timerId: 'pasta water' }] });
    expect(findTimers(timers.slice(0, 1), choice, origin, () => null).kind).toBe('not-found');
  });
});
