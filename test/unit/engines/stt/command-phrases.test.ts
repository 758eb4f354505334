import { expect, it } from 'vitest';
import { commandPhrases } from '../../../../src/engines/stt/command-phrases.ts';

it('lists pairs of words, the most frequent first, for every English tag', () => {
  const phrases = commandPhrases('en-GB');
  expect(phrases).toEqual(commandPhrases('en'));
  expect(phrases.length).toBeGreaterThan(1_000);
  expect(phrases.every((phrase) => /^[a-z']+ [a-z']+$/.test(phrase))).toBe(true);
  expect(phrases.slice(0, 20)).toContain('timer for');
});

it('has none for a language that was not counted', () => {
  expect(commandPhrases('tlh')).toEqual([]);
});
