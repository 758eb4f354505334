import { describe, expect, it } from 'vitest';
import { dateAfter, dateOf, daysAhead } from '../../../../src/agent/understand/forecast-day.ts';

/** A Saturday. */
const today = '2026-11-21';

describe('daysAhead', () => {
  it.each([
    ['today', [0]],
    ['tomorrow', [1]],
    ['day_after', [2]],
    ['sunday', [1]],
    ['friday', [6]],
    ['saturday', [0]],
    ['days', [1, 2, 3]],
  ] as const)('counts %s from a Saturday', (day, expected) => {
    expect(daysAhead(day, today)).toEqual(expected);
  });
});

describe('dateOf', () => {
  const lateEvening = Date.UTC(2026, 10, 21, 23, 30);

  it('is the date in the zone of the home', () => {
    expect(dateOf(lateEvening, 'UTC')).toBe('2026-11-21');
    expect(dateOf(lateEvening, 'Europe/Berlin')).toBe('2026-11-22');
    expect(dateOf(lateEvening, 'America/New_York')).toBe('2026-11-21');
  });

  it('goes on over the end of a month', () => {
    expect(dateAfter('2026-11-30', 1)).toBe('2026-12-01');
  });
});
