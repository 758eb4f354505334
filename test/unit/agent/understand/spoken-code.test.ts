import { describe, expect, it } from 'vitest';
import {
  codeAlone,
  hiddenText,
  readSpokenCode,
  withHiddenCodes,
  withoutCode,
} from '../../../../src/agent/understand/spoken-code.ts';

describe('a spoken code', () => {
  it.each([
    ['en', 'one two three four', '1234'],
    ['en', 'ONE TWO THREE FOUR', '1234'],
    ['en', 'Twelve thirty-four.', '1234'],
    ['en', '1234', '1234'],
    ['en', '12 34', '1234'],
    ['en', '1-2-3-4', '1234'],
    ['en', "It's 12:34, please.", '1234'],
    ['en', 'the code is one two three four', '1234'],
    ['en', 'double seven oh five', '7705'],
    ['en', 'one two for five', '1245'],
    ['en', 'nineteen eighty four', '1984'],
    ['en', 'um zero zero seven zero', '0070'],
    ['de', 'eins zwei drei vier', '1234'],
    ['de', 'zwölf vierunddreißig', '1234'],
    ['de', 'Der Code lautet einundzwanzig null fünf', '2105'],
    ['fr', 'un deux trois quatre', '1234'],
    ['fr', 'quatre-vingt-dix-sept soixante et onze', '9771'],
    ['fr', 'douze trente-quatre', '1234'],
    ['es', 'uno dos tres cuatro', '1234'],
    ['es', 'doce treinta y cuatro', '1234'],
    ['es', 'El código es veintidós cero nueve', '2209'],
    ['nl', 'een twee drie vier', '1234'],
    ['nl', 'twaalf vierendertig', '1234'],
    ['nl', 'De code is tweeëntwintig nul acht', '2208'],
    ['sv', '1 2 3 4', '1234'],
  ])('in %s: "%s" is %s', (language, said, code) => {
    expect(readSpokenCode(said, language)).toBe(code);
  });

  it('is found in a longer sentence when one row is long enough', () => {
    expect(readSpokenCode('I think one two three four was it', 'en')).toBe('1234');
    expect(readSpokenCode('either 1234 or maybe 4321', 'en')).toBeNull();
  });

  it.each([
    ['en', 'turn on the kitchen light'],
    ['en', 'set a timer for twenty minutes'],
    ['en', 'never mind'],
    ['en', 'yes'],
    ['de', 'mach das Licht in der Küche an'],
    ['fr', 'laisse tomber'],
  ])('in %s: "%s" is none', (language, said) => {
    expect(readSpokenCode(said, language)).toBeNull();
  });
});

describe('a code that nobody asked for', () => {
  it('is told from a request with a long number in it', () => {
    expect(codeAlone('the code is 1 2 3 4', 'en')).toBe('1234');
    expect(codeAlone('play radio 1021 in the kitchen', 'en')).toBeNull();
  });

  it('is taken out of the sentence', () => {
    expect(withoutCode('unlock the door, the code is 1234', 'en')).not.toMatch(/1234/);
    expect(withoutCode('unlock the door with code one two three four', 'en')).not.toMatch(/three/);
    expect(withoutCode('öffne die Tür, Code eins zwei drei vier', 'de')).not.toMatch(/drei/);
  });

  it('leaves other numbers alone', () => {
    for (const said of ['set the heating to 21.5', 'what is at zip code 90210', 'wake me at 7 30'])
      expect(withoutCode(said, 'en')).toBe(said);
  });
});

describe('what is told of a turn', () => {
  it('has no row of digits that could be a code', () => {
    expect(withHiddenCodes('is it one two three four?', 'en')).toBe(`is it ${hiddenText}?`);
    expect(withHiddenCodes('9 8 7 6 5', 'en')).toBe(hiddenText);
    expect(withHiddenCodes('dim the lamp to 40 percent', 'en')).toBe('dim the lamp to 40 percent');
  });
});
