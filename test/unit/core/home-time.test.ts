import { describe, expect, it } from 'vitest';
import { localDate, localTime, startOfDay } from '../../../src/core/home-time.ts';

const zone = 'Europe/Berlin';

describe('the time of a home', () => {
  it('is that of its zone, and UTC where none is known', () => {
    const atMs = Date.UTC(2026, 10, 21, 23, 30);
    expect(localTime(atMs, zone)).toBe('2026-11-22 00:30');
    expect(localDate(atMs, null)).toBe('2026-11-21');
  });

  it.each([
    ['2026-11-21', Date.UTC(2026, 10, 20, 23)],
    ['2026-07-01', Date.UTC(2026, 5, 30, 22)],
    // The clock changes in this night, and in the one after.
    ['2026-03-29', Date.UTC(2026, 2, 28, 23)],
    ['2026-03-30', Date.UTC(2026, 2, 29, 22)],
    ['2026-10-25', Date.UTC(2026, 9, 24, 22)],
    ['2026-10-26', Date.UTC(2026, 9, 25, 23)],
  ])('begins %s at its own midnight', (date, atMs) => {
    expect(startOfDay(date, zone)).toBe(atMs);
  });

  it('knows no day that is none', () => {
    expect(startOfDay('tomorrow', zone)).toBeNaN();
  });
});
