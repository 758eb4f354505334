import { expect, it } from 'vitest';
import { poissonUpperBound } from '../../../src/bench/statistics.ts';

// Half of the 95 % quantile of chi-squared with 2·count + 2 degrees of freedom.
it.each([
  [0, 2.9957],
  [1, 4.7439],
  [5, 10.513],
  [50, 63.287],
])('bounds %i events by %f', (count, bound) => {
  expect(poissonUpperBound(count)).toBeCloseTo(bound, 2);
});
