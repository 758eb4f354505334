import { describe, expect, it } from 'vitest';
import { lengthMeant, timersMeant } from '../../../../src/agent/understand/timer-answer.ts';

const minuteMs = 60_000;
const offered = [
  { timerId: 'pasta', name: 'pasta', lengthMs: 10 * minuteMs },
  { timerId: 'twenty', name: null, lengthMs: 20 * minuteMs },
  { timerId: 'long', name: null, lengthMs: 90 * minuteMs },
];

describe('lengthMeant', () => {
  it.each([
    ['ten minutes', 10],
    ['for half an hour', 30],
    ['make it an hour and a half please', 90],
    ['five', 5],
    ['about a quarter of an hour', 15],
  ])('takes "%s" for %d minutes', (text, minutes) => {
    expect(lengthMeant(text)).toBe(minutes * minuteMs);
  });

  it.each(['turn on the light', 'in the kitchen', 'never mind', 'zero minutes', 'ten lamps', 'please', ''])(
    'takes "%s" for something else',
    (text) => {
      expect(lengthMeant(text)).toBeUndefined();
    },
  );
});

describe('timersMeant', () => {
  it.each([
    ['the pasta one', ['pasta']],
    ['Pasta timer, please.', ['pasta']],
    ['the twenty minute one', ['twenty']],
    ['the timer for an hour and a half', ['long']],
    ['an hour and a half', ['long']],
    ['the one for the pasta', ['pasta']],
    ['twenty', ['twenty']],
    ['the second one', ['twenty']],
    ['the last one', ['long']],
    ['all of them', ['pasta', 'twenty', 'long']],
    ['den pasta timer bitte', ['pasta']],
    ['celui de 20 minutes', ['twenty']],
  ])('takes "%s" for %j', (text, timerIds) => {
    expect(timersMeant(text, offered)).toEqual(timerIds);
  });

  it.each([
    'pause the pasta timer',
    'set a timer for twenty minutes',
    'the egg timer',
    'the five minute one',
    'yes',
    'the timer',
    '',
  ])('takes "%s" for something else', (text) => {
    expect(timersMeant(text, offered)).toEqual([]);
  });

  it('does not choose between two of the same length', () => {
    const twins = [
      { timerId: 'a', name: null, lengthMs: minuteMs },
      { timerId: 'b', name: null, lengthMs: minuteMs },
    ];
    expect(timersMeant('the one minute timer', twins)).toEqual([]);
  });
});
