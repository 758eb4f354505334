import { describe, expect, it } from 'vitest';
import { askedWords, checkNames, findWord, nameOfPhrase } from '../../../../src/engines/wake/names.ts';
import { tunedWord } from '../../../support/engines/wake-backend.ts';

const words = [
  tunedWord('ok_nabu'),
  tunedWord('hey_jarvis_v0.1'),
  { ...tunedWord('lamp'), phrase: 'hello lamp' },
];

describe('nameOfPhrase', () => {
  it('joins the words of a phrase', () => {
    expect(nameOfPhrase(' Hey  Athena-One ')).toBe('hey_athena_one');
  });
});

describe('findWord', () => {
  it.each([
    ['ok_nabu', 'ok_nabu'],
    ['OK Nabu', 'ok_nabu'],
    ['ok_nabu_v0.1', 'ok_nabu'],
    ['hey_jarvis', 'hey_jarvis_v0.1'],
    ['hello lamp', 'lamp'],
  ])('knows what %j means', (asked, name) => {
    expect(findWord(asked, words)?.name).toBe(name);
  });

  it('prefers the exact name to a similar one', () => {
    expect(findWord('alexa_v2', [tunedWord('alexa'), tunedWord('alexa_v2')])?.name).toBe('alexa_v2');
  });
});

describe('checkNames', () => {
  it('names the nearest word when there is no such one', () => {
    expect(() => checkNames(['ok_nabo'], words)).toThrow(/"ok_nabo".*did you mean "ok_nabu"/u);
  });
});

describe('askedWords', () => {
  it('keeps the spelling that was asked for', () => {
    expect([...askedWords(['OK Nabu', 'gone'], words)]).toEqual([['ok_nabu', 'OK Nabu']]);
  });

  it.each([[undefined], [[]]])('means all words by %j', (asked) => {
    expect([...askedWords(asked, words).keys()]).toEqual(['ok_nabu', 'hey_jarvis_v0.1', 'lamp']);
  });
});
