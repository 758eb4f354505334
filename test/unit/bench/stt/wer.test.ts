import { describe, expect, it } from 'vitest';
import { comparableWords, wordErrorRate, wordErrors } from '../../../../src/bench/stt/wer.ts';

describe('comparableWords', () => {
  it.each([
    ['Set the Kitchen to 25%.', 'set the kitchen to twenty five percent'],
    ['What’s the time?', "what's the time"],
    ['105 degrees', 'one hundred five degrees'],
    ['8 minutes', 'eight minutes'],
    ['', ''],
  ])('compares %j as %j', (text, words) => {
    expect(comparableWords(text).join(' ')).toBe(words);
  });
});

describe('wordErrors', () => {
  it.each([
    ['turn on the lights', 'Turn on the lights', 0],
    ['turn on the lights', 'turn on lights', 1],
    ['turn on the lights', 'turn on all the lights', 1],
    ['turn on the lights', 'turn off the lights', 1],
    ['turn on the lights', '', 4],
    ['nevermind', 'never mind', 2],
    ['set it to 5', 'set it to five', 0],
  ])('from %j to %j counts %i', (reference, heard, errors) => {
    expect(wordErrors(reference, heard).errors).toBe(errors);
  });

  it('weighs sentences by their words', () => {
    const long = wordErrors('one two three four five six seven eight nine', 'one two three');
    expect(wordErrorRate([long, wordErrors('ten', 'ten')])).toBe(60);
  });
});
