import { describe, expect, it } from 'vitest';
import { spellPhrase } from '../../../../../src/engines/wake/phrases/spell.ts';
import { parseVocabulary } from '../../../../../src/engines/wake/phrases/vocabulary.ts';

const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ', (letter) => `${letter}\t-6`);
const vocabulary = parseVocabulary(
  ['<unk>\t0', '▁\t-5', "'\t-5", '▁HE\t-4', 'TH\t-4', ...letters].join('\n'),
);

const spell = (phrase: string) => spellPhrase(phrase, vocabulary).pieces.join(' ');

describe('spellPhrase', () => {
  it('writes a phrase in the case of the vocabulary', () => {
    expect(spell('Hey Ath')).toBe('▁HE Y ▁ A TH');
  });

  it('takes hyphens for spaces, plain apostrophes for curly ones and no punctuation at a word’s end', () => {
    expect(spell('he-o’a, b!')).toBe("▁HE ▁ O ' A ▁ B");
  });

  it.each([
    ['room 5', 'the model knows no digits ("5"); write the number as a word'],
    ['hey café', 'the model does not know "É"; write "cafe" for "café"'],
    [
      'hey 小爱',
      'the model does not know the letter "小" in "小爱"; write how the word sounds in English letters',
    ],
    [
      'hey a@b',
      'the model does not know the sign "@" in "a@b"; write how the word sounds in English letters',
    ],
    ['!?', 'it has no letters; write what is said, in words'],
    ['la '.repeat(30), 'it is longer than 60 characters; two or three words are best'],
  ])('refuses "%s" and says what to write instead', (phrase, why) => {
    expect(() => spell(phrase)).toThrow(`wake phrase "${phrase}" can not be spotted: ${why}`);
  });
});
