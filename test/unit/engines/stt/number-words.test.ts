import { expect, it } from 'vitest';
import { numberWords, spellNumbers } from '../../../../src/engines/stt/number-words.ts';

it.each([
  [0, 'zero'],
  [13, 'thirteen'],
  [20, 'twenty'],
  [99, 'ninety nine'],
  [100, 'one hundred'],
  [540, 'five hundred forty'],
  [2_700, 'two thousand seven hundred'],
  [999_999, 'nine hundred ninety nine thousand nine hundred ninety nine'],
  [1_000_002, 'one zero zero zero zero zero two'],
])('%i is "%s"', (value, words) => {
  expect(numberWords(value)).toBe(words);
});

it('spells numbers inside text', () => {
  expect(spellNumbers('lamp 2b').replaceAll(/\s+/g, ' ')).toBe('lamp two b');
});
