/** From a phrase as a person types it to what a keyword model listens for, or a reason why it can not. */
import { ConfigError } from '../../../core/errors.ts';
import { encode } from './encode.ts';
import type { Vocabulary } from './vocabulary.ts';

type SpelledPhrase = {
  readonly phrase: string;
  readonly pieces: readonly string[];
};

/** Longer ones are no wake phrases; it also bounds the search. */
const maxCharacters = 60;

/**
 * @throws ConfigError `CONFIG_INVALID` saying which word can not be spelled and what to write instead.
 */
export function spellPhrase(phrase: string, vocabulary: Vocabulary): SpelledPhrase {
  const text = asVocabularyWrites(phrase, vocabulary);
  if (!/\p{L}/u.test(text)) throw impossible(phrase, 'it has no letters; write what is said, in words');
  if (Array.from(text).length > maxCharacters)
    throw impossible(phrase, `it is longer than ${maxCharacters} characters; two or three words are best`);
  const encoding = encode(text, vocabulary);
  if (encoding.kind === 'unknown') throw unknownCharacter(phrase, text, encoding.character);
  return { phrase, pieces: encoding.pieces };
}

/** Composed characters, plain apostrophes, hyphens as spaces, and the vocabulary's case. */
function asVocabularyWrites(phrase: string, vocabulary: Vocabulary): string {
  const text = phrase
    .normalize('NFKC')
    .replaceAll(/[‘’ʼ]/gu, "'")
    .replaceAll(/[-‐‑–—]/gu, ' ')
    .replaceAll(/[.,!?;:"“”]+(?=\s|$)/gu, '')
    .trim();
  return vocabulary.scores.has('a') ? text.toLowerCase() : text.toUpperCase();
}

function unknownCharacter(phrase: string, text: string, character: string): ConfigError {
  const word = text.split(/\s+/u).find((one) => one.includes(character)) ?? text;
  const plain = word.normalize('NFD').replaceAll(/\p{M}/gu, '');
  const [shown, instead] = [word.toLowerCase(), plain.toLowerCase()];
  if (/\p{N}/u.test(character))
    return impossible(phrase, `the model knows no digits ("${shown}"); write the number as a word`);
  if (plain !== word && /^[\p{Script=Latin}']+$/u.test(plain))
    return impossible(phrase, `the model does not know "${character}"; write "${instead}" for "${shown}"`);
  const what = /\p{L}/u.test(character) ? 'the letter' : 'the sign';
  return impossible(
    phrase,
    `the model does not know ${what} "${character}" in "${shown}"; write how the word sounds in English letters`,
  );
}

function impossible(phrase: string, why: string): ConfigError {
  return new ConfigError('CONFIG_INVALID', `wake phrase "${phrase}" can not be spotted: ${why}`);
}
