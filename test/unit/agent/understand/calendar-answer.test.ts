import { describe, expect, it } from 'vitest';
import { calendarAnswer } from '../../../../src/agent/understand/calendar-answer.ts';
import { demoModel } from '../../../support/home/demo-model.ts';

/** A Saturday evening. */
const nowMs = Date.UTC(2026, 10, 21, 20, 0);
const situation = {
  model: { ...demoModel(), timeZone: 'UTC' },
  areaId: null,
  lastEntityIds: [],
  nowMs,
};
const hourMs = 3_600_000;

function answer(intent: string, said: Readonly<Record<string, string>>) {
  return calendarAnswer(intent, (slot) => said[slot], situation);
}

describe('calendarAnswer', () => {
  it('finds the day that is meant', () => {
    expect(answer('day_of', { when: 'next friday' })).toEqual({
      tell: 'day',
      atMs: Date.UTC(2026, 10, 27, 12),
    });
    expect(answer('day_of', { feast: '25_december' })).toMatchObject({ atMs: Date.UTC(2026, 11, 25, 12) });
  });

  it('counts days by the calendar, and hours where a time of day was said', () => {
    expect(answer('time_until', { feast: '25_december' })).toMatchObject({ lengthMs: 34 * 24 * hourMs });
    expect(answer('time_until', { when: '11 pm' })).toMatchObject({ lengthMs: 3 * hourMs });
  });

  it('answers nothing to words that are no moment, or hold more than one', () => {
    expect(answer('day_of', { when: 'the dentist appointment' })).toBeUndefined();
    expect(answer('day_of', { when: 'the match on sunday' })).toBeUndefined();
  });

  it('knows what time it will be', () => {
    expect(answer('time_in', { duration: '600000' })).toEqual({ tell: 'time', atMs: nowMs + 600_000 });
  });
});
