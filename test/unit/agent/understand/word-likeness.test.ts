import { describe, expect, it } from 'vitest';
import { likeness } from '../../../../src/agent/understand/word-likeness.ts';

const other: readonly (readonly [string, string])[] = [
  ['night', 'light'],
  ['right', 'night'],
  ['bed', 'red'],
  ['front', 'back'],
  ['indoor', 'outdoor'],
  ['bathroom', 'bedroom'],
  ['upper', 'lower'],
  ['one', 'two'],
  ['12', '13'],
  ['lamp2', 'lamp3'],
  ['fighting', 'sliding'],
  ['mountain', 'fountain'],
];
const same: readonly (readonly [string, string])[] = [
  ['slighting', 'sliding'],
  ['kitchens', 'kitchen'],
  ["kitchen's", 'kitchen'],
  ['humidety', 'humidity'],
  ['blynds', 'blinds'],
  ['vountain', 'fountain'],
];

describe('likeness', () => {
  it.each(other)('keeps %j and %j apart', (a, b) => {
    expect(likeness(a, b)).toBe(0);
  });

  it.each(same)('takes %j for %j', (heard, known) => {
    expect(likeness(heard, known)).toBeGreaterThan(0.75);
  });
});
