import { describe, expect, it } from 'vitest';
import { readDuration } from '../../../../src/agent/understand/durations.ts';
import { normalise } from '../../../../src/agent/understand/normalise.ts';

const minute = 60_000;

const lengths: readonly (readonly [text: string, ms: number])[] = [
  ['ten minutes', 10 * minute],
  ['half an hour', 30 * minute],
  ['an hour and a half', 90 * minute],
  ['one and a half hours', 90 * minute],
  ['five and a half minutes', 5.5 * minute],
  ['2.5 minutes', 2.5 * minute],
  ['a quarter of an hour', 15 * minute],
  ['three quarters of an hour', 45 * minute],
  ['1 hour 5 minutes 30 seconds', 65.5 * minute],
  ['an hour and twenty minutes', 80 * minute],
  ['a couple of minutes', 2 * minute],
  ['90s', 1.5 * minute],
  ['the next hour', 60 * minute],
  ['two days', 2 * 24 * 60 * minute],
];

describe('readDuration', () => {
  it.each(lengths)('reads %j to its end', (text, ms) => {
    const words = normalise(text);
    expect(readDuration(words, 0)).toEqual({ ms, end: words.length });
  });

  it('may be more of it', () => {
    expect(readDuration(normalise('two more minutes'), 0)).toEqual({ ms: 2 * minute, end: 3 });
    expect(readDuration(normalise('two more lights'), 0)).toBeUndefined();
  });

  it('ends where the next part is no smaller', () => {
    expect(readDuration(normalise('5 minutes and 10 minutes'), 0)).toEqual({ ms: 5 * minute, end: 2 });
  });

  it('reads no number without a unit', () => {
    expect(readDuration(normalise('ten lights'), 0)).toBeUndefined();
    expect(readDuration(normalise('a light'), 0)).toBeUndefined();
  });
});
