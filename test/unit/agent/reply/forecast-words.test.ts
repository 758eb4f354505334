import { describe, expect, it } from 'vitest';
import { packs } from '../../../../src/agent/reply/packs.ts';
import { english } from '../../../../src/agent/reply/en/pack.ts';
import type { DayForecast } from '../../../../src/agent/reply/forecast-words.ts';

const rainy: DayForecast = {
  daysAhead: 1,
  date: '2026-11-22',
  condition: 'rainy',
  lowest: 5.2,
  highest: 11.6,
  rainPercent: 80,
};
const fair: DayForecast = { ...rainy, daysAhead: 2, date: '2026-11-23', condition: 'sunny', rainPercent: 10 };
const { forecast } = english.tells;

describe('a forecast', () => {
  it('tells sky, degrees and rain of a day', () => {
    expect(forecast('weather', [rainy])).toBe(
      'Tomorrow: raining, 5 to 12 degrees, 80 percent chance of rain.',
    );
    expect(forecast('weather', [fair])).toBe('On Monday: sunny, 5 to 12 degrees.');
    expect(forecast('temperature', [rainy])).toBe('Tomorrow: 5 to 12 degrees.');
  });

  it('answers yes or no where it can', () => {
    expect(forecast('rain', [rainy])).toMatch(/^Yes, tomorrow: raining/);
    expect(forecast('rain', [fair])).toMatch(/^No, on Monday: sunny/);
    expect(forecast('rain', [{ ...fair, rainPercent: 40 }])).toMatch(/^On Monday: .*40 percent/);
    expect(forecast('snow', [rainy])).toMatch(/^No, /);
    expect(forecast('sun', [fair])).toMatch(/^Yes, /);
  });

  it('says that it does not know', () => {
    expect(forecast('weather', [])).toBe("I can't get the forecast right now.");
    expect(forecast('weather', [{ ...fair, condition: null, highest: null, rainPercent: null }])).toBe(
      "I can't get the forecast right now.",
    );
  });

  it.each(packs)('is a whole sentence in $language', ({ tells }) => {
    for (const days of [[rainy], [rainy, fair], [{ ...fair, lowest: null }], []])
      expect(tells.forecast('rain', days)).toMatch(/^\p{Lu}.*\.$/u);
  });
});
